import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { Nomination } from 'c/nominationService';
import { acceptNomination, declineNomination, readNomination } from 'c/nominationService';
import { PageRefresh } from 'c/pageRefresh';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** As `Nomination__c.Decline_Reason__c` stores them, in the order in which they are offered. */
const REASONS: readonly Choice[] = [
  { label: labels.reasonAlready, value: 'Vouches already' },
  { label: labels.reasonNotNow, value: 'Not now' },
  { label: labels.reasonSensitive, value: 'Relationship is sensitive' },
  { label: labels.reasonUnasked, value: 'Not what deals ask for' },
  { label: labels.reasonOther, value: 'Other' },
];

/** Makes a candidate of a nominated customer, or declines with a reason; the nominator is told either way. */
export default class NominationDecision extends LightningElement {
  @api nominationId!: string;

  readonly labels = labels;
  readonly reasons = REASONS;
  nomination?: Nomination;
  contactId = '';
  error: unknown;
  busy = false;

  private readonly pageRefresh = new PageRefresh(this, () => Promise.resolve());

  override connectedCallback(): void {
    void this.load();
  }

  get loading(): boolean {
    return this.nomination === undefined && this.error === undefined;
  }

  get whyLabel(): string {
    return fill(labels.why, this.nomination?.nominatedByName ?? '');
  }

  get choices(): Choice[] {
    return (this.nomination?.people ?? []).map(({ contactId, name, title }) => ({
      label: [name, title].filter(Boolean).join(', '),
      value: contactId,
    }));
  }

  get cannotAccept(): boolean {
    return this.busy || this.contactId === '';
  }

  handleChoose(event: CustomEvent<{ value: string }>): void {
    this.contactId = event.detail.value;
  }

  async handleAccept(): Promise<void> {
    await this.decide(() => acceptNomination(this.nominationId, this.contactId), labels.accepted);
  }

  async handleDecline(event: Event): Promise<void> {
    const reason = (event.currentTarget as HTMLElement).dataset.reason ?? '';
    await this.decide(() => declineNomination(this.nominationId, reason), labels.declined);
  }

  private async load(): Promise<void> {
    try {
      this.nomination = await readNomination(this.nominationId);
    } catch (error) {
      this.error = error;
    }
  }

  private async decide(work: () => Promise<void>, message: string): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await work();
      this.dispatchEvent(new ShowToastEvent({ title: message, variant: 'success' }));
      await this.pageRefresh.afterWrite(this.nominationId);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}
