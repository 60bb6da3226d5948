import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { AskView, Outcome, ReleasedContact } from 'c/permissionService';
import { getAsksForDeal, recordOutcome, refreshAsks, showContact, withdrawAsk } from 'c/permissionService';
import { fill } from 'c/wording';
import { PageRefresh } from 'c/pageRefresh';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly ask: AskView;
  readonly contact?: ReleasedContact;
  readonly busy: boolean;
  readonly error: unknown;
}

/** The asks of a deal: where each stands, the contacts once released, and what became of them. */
export default class DealAsks extends LightningElement {
  @api recordId!: string;

  readonly labels = labels;
  asks?: readonly AskView[];
  error: unknown;

  private contacts: Readonly<Record<string, ReleasedContact>> = {};
  private failures: Readonly<Record<string, unknown>> = {};
  private busyId?: string;
  private wired?: WireResult<readonly AskView[]>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshAsks(this.wired));

  @wire(getAsksForDeal, { opportunityId: '$recordId' })
  wiredAsks(wired: WireResult<readonly AskView[]>): void {
    this.wired = wired;
    this.error = wired.error;
    this.asks = wired.data ?? this.asks;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get loading(): boolean {
    return this.asks === undefined && this.error === undefined;
  }

  get empty(): boolean {
    return this.asks?.length === 0;
  }

  get heading(): string {
    return this.asks?.length ? fill(labels.titleCount, this.asks.length) : labels.title;
  }

  get rows(): Row[] {
    return (this.asks ?? []).map((ask) => ({
      id: ask.id,
      ask,
      contact: this.contacts[ask.id],
      busy: this.busyId === ask.id,
      error: this.failures[ask.id],
    }));
  }

  async handleRelease(event: CustomEvent<string>): Promise<void> {
    const id = event.detail;
    await this.attempt(id, async () => {
      this.contacts = { ...this.contacts, [id]: await showContact(id) };
    });
  }

  async handleWithdraw(event: CustomEvent<string>): Promise<void> {
    const id = event.detail;
    await this.attempt(id, async () => {
      await withdrawAsk(id);
      await this.announce(id, labels.withdrawn);
    });
  }

  async handleOutcome(event: CustomEvent<{ id: string; outcome: Outcome }>): Promise<void> {
    const { id, outcome } = event.detail;
    await this.attempt(id, async () => {
      await recordOutcome(id, outcome);
      await this.announce(id, labels.logged);
    });
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }

  private async attempt(id: string, work: () => Promise<void>): Promise<void> {
    if (this.busyId !== undefined) {
      return;
    }
    this.busyId = id;
    this.failures = { ...this.failures, [id]: undefined };
    try {
      await work();
    } catch (error) {
      this.failures = { ...this.failures, [id]: error };
    } finally {
      this.busyId = undefined;
    }
  }

  private async announce(id: string, message: string): Promise<void> {
    this.dispatchEvent(new ShowToastEvent({ title: message, variant: 'success' }));
    await this.pageRefresh.afterWrite(id);
  }
}
