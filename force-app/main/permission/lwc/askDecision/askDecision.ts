import { LightningElement, api, wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { Decision } from 'c/decisionService';
import { decideAsk } from 'c/decisionService';
import { decidedInWords } from 'c/decisionWording';
import type { AskView } from 'c/permissionService';
import { getAsk, refreshAsks } from 'c/permissionService';
import { PageRefresh } from 'c/pageRefresh';
import { labels } from './labels';

/** One ask on its own page, where a notification leads: to decide, or for its requester to go on with. */
export default class AskDecision extends LightningElement {
  @api recordId!: string;

  readonly labels = labels;
  ask?: AskView;
  error: unknown;
  busy = false;
  decisionError: unknown;

  private wired?: WireResult<AskView>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshAsks(this.wired));

  @wire(getAsk, { permissionRequestId: '$recordId' })
  wiredAsk(wired: WireResult<AskView>): void {
    this.wired = wired;
    this.error = wired.error;
    this.ask = wired.data ?? this.ask;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get loading(): boolean {
    return this.ask === undefined && this.error === undefined;
  }

  /** The requester, who reads on here what was decided, and acts as on the deal's page. */
  get mine(): boolean {
    return this.ask?.requestedById === USER_ID && Boolean(this.ask.opportunityId) && this.ask.canDecide !== true;
  }

  async handleDecide(event: CustomEvent<{ id: string; decision: Decision }>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.decisionError = undefined;
    try {
      const view: AskView = await decideAsk(event.detail.id, event.detail.decision);
      this.dispatchEvent(new ShowToastEvent({ title: decidedInWords(view), variant: 'success' }));
      await this.pageRefresh.afterWrite(view.id);
    } catch (error) {
      this.decisionError = error;
    } finally {
      this.busy = false;
    }
  }

  async handleAnswered(event: CustomEvent<string>): Promise<void> {
    await this.pageRefresh.afterWrite(event.detail);
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }
}
