import { LightningElement, api } from 'lwc';
import type { AdvocateCard, AdvocateCare, ConsentLine } from 'c/advocateService';
import { fill, today } from 'c/wording';
import { labels } from './labels';

interface Option {
  readonly label: string;
  readonly value: string;
}

type LinesElement = HTMLElement & { changes(): readonly ConsentLine[] | undefined };
type FieldElement = HTMLElement & { value: string | number | null | undefined; reportValidity(): boolean };

const STATUSES: readonly Option[] = [
  { label: labels.candidate, value: 'Candidate' },
  { label: labels.active, value: 'Active' },
  { label: labels.resting, value: 'Resting' },
  { label: labels.retired, value: 'Retired' },
];
const NOTHING: readonly ConsentLine[] = [];

/**
 * Limits, peace and consent of one advocate.
 *
 * @fires care detail is the {@link AdvocateCare}: only what changed.
 * @fires cancel when nothing is to change.
 */
export default class AdvocateCareForm extends LightningElement {
  @api advocate!: AdvocateCard;
  @api saving = false;
  @api error: unknown;

  readonly labels = labels;
  readonly statuses = STATUSES;

  get heading(): string {
    return fill(labels.heading, this.advocate.contactName ?? this.advocate.name);
  }

  get consents(): readonly ConsentLine[] {
    return this.advocate.consents ?? NOTHING;
  }

  get today(): string {
    return today();
  }

  handleSave(): void {
    const fields = this.elements;
    const wrong = fields.find((field) => !field.reportValidity());
    if (wrong) {
      wrong.focus();
      return;
    }
    const consents = this.template?.querySelector<LinesElement>('c-consent-lines')?.changes();
    if (consents) {
      const care: AdvocateCare = { advocateId: this.advocate.id, fields: changed(fields, this.valuesBefore), consents };
      this.dispatchEvent(new CustomEvent('care', { detail: care }));
    }
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private get valuesBefore(): Record<string, string> {
    const { status, quietUntil, usesPerQuarter, restDays, lastThankedOn } = this.advocate;
    return {
      Status__c: status ?? '',
      Quiet_Until__c: quietUntil ?? '',
      Uses_Per_Quarter__c: String(usesPerQuarter ?? ''),
      Rest_Days__c: String(restDays ?? ''),
      Last_Thanked_On__c: lastThankedOn ?? '',
    };
  }

  private get elements(): FieldElement[] {
    return [...(this.template?.querySelectorAll<FieldElement>('[data-field]') ?? [])];
  }
}

function changed(fields: readonly FieldElement[], before: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const field of fields) {
    const name = field.dataset.field ?? '';
    const value = String(field.value ?? '');
    if (value !== (before[name] ?? '')) {
      result[name] = value;
    }
  }
  return result;
}
