import { LightningElement, api, wire } from 'lwc';
import answer from '@salesforce/apex/UsageController.answer';
import getQuestion from '@salesforce/apex/UsageController.getQuestion';
import { refreshApex } from '@salesforce/apex';
import { PageRefresh } from 'c/pageRefresh';
import { labels } from './labels';

interface Question {
  readonly asked: boolean;
  readonly won: boolean;
}

type Answer = 'Used' | 'Not Used' | 'Dismissed';

/** Asks the owner of a late or won deal without a reference, once, whether one was used; otherwise shows nothing. */
export default class UsageQuestion extends LightningElement {
  @api recordId!: string;
  /** True when an ask of the deal waits to be logged. */
  @api loggable = false;

  readonly labels = labels;
  busy = false;
  error: unknown;
  /** What the answer leads to, once it was given. */
  next?: string;
  private wired?: WireResult<Question>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshApex(this.wired));

  /** Whoever can't read the question isn't asked it: the page beside it says what is missing. */
  @wire(getQuestion, { opportunityId: '$recordId' })
  wiredQuestion(wired: WireResult<Question>): void {
    this.wired = wired;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get asking(): boolean {
    return this.next === undefined && this.wired?.data?.asked === true;
  }

  async handleAnswer(event: Event): Promise<void> {
    const given = (event.currentTarget as HTMLElement).dataset.answer as Answer;
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await answer({ opportunityId: this.recordId, answer: given });
      this.next = this.nextAfter(given);
      await refreshApex(this.wired);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  private nextAfter(given: Answer): string {
    if (given !== 'Used') {
      return given === 'Dismissed' ? '' : labels.thanks;
    }
    if (this.loggable) {
      return labels.logBelow;
    }
    return this.wired?.data?.won === true ? labels.deskLogs : labels.askBelow;
  }
}
