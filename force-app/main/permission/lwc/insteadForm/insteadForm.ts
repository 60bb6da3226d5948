import { LightningElement, api } from 'lwc';
import type { AdvocateChoice } from 'c/decisionService';
import { choicesFor } from 'c/decisionService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly company: string;
  readonly person: string;
  readonly fit: string;
  readonly offerName: string;
}

const SHOWN = 5;

/**
 * Whom to offer instead of the advocate asked for: one of the reader's own who can be asked now, with one tap.
 *
 * @fires offer detail is the advocate's id.
 * @fires back when nobody is to be offered.
 */
export default class InsteadForm extends LightningElement {
  @api askId!: string;
  @api busy = false;

  readonly labels = labels;
  error: unknown;
  private choices?: readonly AdvocateChoice[];
  private sought = '';

  override connectedCallback(): void {
    void this.load();
  }

  get loading(): boolean {
    return this.choices === undefined && this.error === undefined;
  }

  get searchable(): boolean {
    return (this.choices?.length ?? 0) > SHOWN;
  }

  get rows(): Row[] {
    return this.found.slice(0, SHOWN).map(({ id, accountName, contactName, role, fit }) => ({
      id,
      company: accountName ?? '',
      person: [contactName, role].filter(Boolean).join(' · '),
      fit: fit ?? '',
      offerName: fill(labels.offerName, contactName ?? accountName ?? ''),
    }));
  }

  get nobodyWords(): string | undefined {
    if (this.choices?.length === 0) {
      return labels.nobody;
    }
    return this.choices && this.found.length === 0 ? labels.nobodyFound : undefined;
  }

  get moreWords(): string | undefined {
    const left = this.found.length - SHOWN;
    return left > 0 ? fill(labels.more, left) : undefined;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.sought = event.detail.value.trim().toLowerCase();
  }

  handleOffer(event: Event): void {
    this.dispatchEvent(new CustomEvent('offer', { detail: (event.currentTarget as HTMLElement).dataset.id }));
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  private async load(): Promise<void> {
    try {
      this.choices = await choicesFor(this.askId);
    } catch (error) {
      this.error = error;
    }
  }

  private get found(): readonly AdvocateChoice[] {
    return (this.choices ?? []).filter(({ accountName, contactName, role }) =>
      [accountName, contactName, role].some((text) => (text ?? '').toLowerCase().includes(this.sought)),
    );
  }
}
