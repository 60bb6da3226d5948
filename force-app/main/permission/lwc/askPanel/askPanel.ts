import { LightningElement, api } from 'lwc';
import type { AskDefaults } from 'c/matchingService';
import { fill, today } from 'c/wording';
import { labels } from './labels';

/** A customer who could be asked next. */
interface Alternate {
  readonly id: string;
  readonly name: string;
}

interface Option {
  readonly label: string;
  readonly value: string;
}

type FieldElement = HTMLElement & { name: string; value: string | null; reportValidity(): boolean };

/**
 * The ask, filled in from the deal, ready to send.
 *
 * @fires send when every field is right; detail `{ activityType, needBy, context, valueToCustomer, alternateIds, eligibilityOverride }`,
 *   the last one blank when the deal may ask anyhow.
 * @fires cancel when the asker changes their mind.
 */
export default class AskPanel extends LightningElement {
  @api accountName = '';
  /** What the advocate offers; empty means it does not matter. */
  @api activityTypes: readonly string[] = [];
  @api defaults?: AskDefaults;
  /** Whom else to offer, best first. */
  @api alternates: readonly Alternate[] = [];
  /** True when the program managers are asked and not the owner of a customer. */
  @api desk = false;
  @api sending = false;
  @api error: unknown;

  readonly labels = labels;
  private focused = false;

  override renderedCallback(): void {
    if (!this.focused) {
      this.focused = true;
      this.template?.querySelector<HTMLElement>('.heading')?.focus();
    }
  }

  get heading(): string {
    return this.desk ? labels.deskHeading : fill(labels.heading, this.accountName);
  }

  get forCustomer(): boolean {
    return !this.desk;
  }

  get promise(): string {
    return this.desk ? labels.deskPromise : labels.promise;
  }

  get sendLabel(): string {
    return this.sending ? labels.sending : labels.send;
  }

  get earliest(): string {
    return today();
  }

  /** Asked only of a deal that is early for a reference. */
  get overrideLabel(): string | undefined {
    const stage = this.defaults?.eligibleFrom;
    return stage ? fill(labels.override, stage) : undefined;
  }

  get overrideOptions(): Option[] {
    return (this.defaults?.overrideReasons ?? []).map(({ label, value }) => ({ label, value }));
  }

  get typeOptions(): Option[] {
    return this.offeredTypes.map((type) => ({ label: type, value: type }));
  }

  get activityType(): string | undefined {
    const preferred = this.defaults?.activityType;
    return preferred && this.offeredTypes.includes(preferred) ? preferred : this.offeredTypes[0];
  }

  /** Takes the complaint away at once: gone only when the button is pressed, it would move the button from under the pointer. */
  handleOverride(event: Event): void {
    (event.target as FieldElement).reportValidity();
  }

  handleSend(): void {
    const fields = [...(this.template?.querySelectorAll<FieldElement>('[data-field]') ?? [])];
    const wrong = fields.filter((field) => !field.reportValidity());
    if (wrong.length > 0) {
      wrong[0]?.focus();
      return;
    }
    const detail: Record<string, string | string[]> = { alternateIds: this.tickedAlternates, eligibilityOverride: '' };
    for (const field of fields) {
      detail[field.dataset.field ?? ''] = field.value ?? '';
    }
    this.dispatchEvent(new CustomEvent('send', { detail }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      this.handleCancel();
    }
  }

  get hasAlternates(): boolean {
    return this.alternates.length > 0;
  }

  private get tickedAlternates(): string[] {
    const boxes = [...(this.template?.querySelectorAll<HTMLInputElement>('.alternate input') ?? [])];
    return boxes.filter((box) => box.checked).map((box) => box.value);
  }

  private get offeredTypes(): readonly string[] {
    const known = this.defaults?.activityTypes ?? [];
    return this.activityTypes.length === 0 ? known : known.filter((type) => this.activityTypes.includes(type));
  }
}
