import { wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import AskList from 'c/askList';
import type { Decision } from 'c/decisionService';
import { decideAsk } from 'c/decisionService';
import type { AskView } from 'c/permissionService';
import { getAsksForAccount } from 'c/permissionService';
import { counted, fill, relativeTime } from 'c/wording';
import { ONLY_REPORTS } from 'c/onlyReports';
import { decidedInWords } from 'c/decisionWording';
import { labels } from './labels';

interface WaitingRow {
  readonly id: string;
  readonly ask: AskView;
  readonly busy: boolean;
  readonly error: unknown;
}

interface EarlierRow {
  readonly id: string;
  readonly status: string;
  readonly words: string;
  readonly when: string;
}

const WAITING = new Set(['Pending', 'Queued']);

/** On an account: the asks to use this customer. Its owner answers here. */
export default class AccountAsks extends AskList {
  readonly labels = labels;
  readonly shown = !ONLY_REPORTS;
  earlierOpen = false;

  /** The account whose asks are read; none for those who have no business with them. */
  get accountId(): string | undefined {
    return this.shown ? this.recordId : undefined;
  }

  @wire(getAsksForAccount, { accountId: '$accountId' })
  wiredAsks(wired: WireResult<readonly AskView[]>): void {
    this.receive(wired);
  }

  get waitingRows(): WaitingRow[] {
    return this.waiting.map((ask) => ({ id: ask.id, ask, busy: this.busyId === ask.id, error: this.failures[ask.id] }));
  }

  get waitingLabel(): string | undefined {
    return this.waiting.length === 0 ? undefined : counted(this.waiting.length, labels.waitingOne, labels.waitingMany);
  }

  get hasEarlier(): boolean {
    return this.earlier.length > 0;
  }

  get earlierLabel(): string {
    return this.earlierOpen ? labels.hideEarlier : fill(labels.showEarlier, this.earlier.length);
  }

  get earlierIcon(): string {
    return this.earlierOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get earlierRows(): EarlierRow[] {
    return this.earlier.map((ask) => ({
      id: ask.id,
      status: ask.status,
      words: [ask.requestedByName, ask.activityType, ask.advocateSummary].filter(Boolean).join(' · '),
      when: ask.since ? relativeTime(ask.since) : '',
    }));
  }

  handleEarlier(): void {
    this.earlierOpen = !this.earlierOpen;
  }

  async handleDecide(event: CustomEvent<{ id: string; decision: Decision }>): Promise<void> {
    const { id, decision } = event.detail;
    await this.attempt(id, async () => {
      const view: AskView = await decideAsk(id, decision);
      await this.announce(id, decidedInWords(view));
    });
  }

  async handleAnswered(event: CustomEvent<string>): Promise<void> {
    await this.refresh(event.detail);
  }

  private get waiting(): AskView[] {
    return (this.asks ?? []).filter((ask) => WAITING.has(ask.status));
  }

  /** Yeses of the reader whose customer may still be asked, or may have answered. */
  get approved(): AskView[] {
    return (this.asks ?? []).filter((ask) => ask.status === 'Approved' && ask.approverId === USER_ID);
  }

  private get earlier(): AskView[] {
    const shown = new Set([...this.waiting, ...this.approved].map(({ id }) => id));
    return (this.asks ?? []).filter((ask) => !shown.has(ask.id));
  }
}
