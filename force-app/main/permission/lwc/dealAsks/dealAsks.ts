import { api, wire } from 'lwc';
import AskList from 'c/askList';
import type { AskView, Outcome, ReleasedContact } from 'c/permissionService';
import { getAsksForDeal, rateAsk, recordOutcome, showContact, withdrawAsk } from 'c/permissionService';
import { ONLY_REPORTS } from 'c/onlyReports';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly ask: AskView;
  readonly contact?: ReleasedContact;
  readonly busy: boolean;
  readonly error: unknown;
}

/** The asks of a deal, or only one of them: where each stands, the contacts once released, and what became of them. */
export default class DealAsks extends AskList {
  /** The one ask to show; all when it is left out. */
  @api askId?: string;

  readonly labels = labels;
  readonly shown = !ONLY_REPORTS;
  private contacts: Readonly<Record<string, ReleasedContact>> = {};

  @wire(getAsksForDeal, { opportunityId: '$dealId' })
  wiredAsks(wired: WireResult<readonly AskView[]>): void {
    this.receive(wired);
  }

  /** The deal whose asks are read; none for those who have no business with them. */
  get dealId(): string | undefined {
    return this.shown ? this.recordId : undefined;
  }

  get heading(): string {
    if (this.askId !== undefined) {
      return labels.titleOne;
    }
    return this.asks?.length ? fill(labels.titleCount, this.asks.length) : labels.title;
  }

  get wholeDeal(): boolean {
    return this.askId === undefined;
  }

  get loggable(): boolean {
    return (this.asks ?? []).some(({ canLog }) => canLog === true);
  }

  get rows(): Row[] {
    const shown = (this.asks ?? []).filter(({ id }) => this.askId === undefined || id === this.askId);
    return shown.map((ask) => ({
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

  async handleRate(event: CustomEvent<{ id: string; rating: number }>): Promise<void> {
    const { id, rating } = event.detail;
    await this.attempt(id, async () => {
      await rateAsk(id, rating);
      await this.announce(id, labels.logged);
    });
  }

  async handleOutcome(event: CustomEvent<{ id: string; outcome: Outcome }>): Promise<void> {
    const { id, outcome } = event.detail;
    await this.attempt(id, async () => {
      await recordOutcome(id, outcome);
      await this.announce(id, labels.logged);
    });
  }
}
