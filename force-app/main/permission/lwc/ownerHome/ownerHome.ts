import { LightningElement, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { AdvocateCard, AdvocateCare } from 'c/advocateService';
import { getMyAdvocates, refreshAdvocates, saveCare } from 'c/advocateService';
import { PageRefresh } from 'c/pageRefresh';
import type { Decision } from 'c/decisionService';
import { decideAsk, decideAsks, getApproved, getWaiting } from 'c/decisionService';
import { decidedInWords } from 'c/decisionWording';
import type { AskView } from 'c/permissionService';
import { refreshAsks } from 'c/permissionService';
import { fill } from 'c/wording';
import { labels } from './labels';

/** An account owner's home: what waits for an answer, and the customers who vouch. */
export default class OwnerHome extends LightningElement {
  readonly labels = labels;
  asks?: readonly AskView[];
  asksError: unknown;
  approved?: readonly AskView[];
  approvedError: unknown;
  advocates?: readonly AdvocateCard[];
  advocatesError: unknown;
  busy = false;
  failures: Readonly<Record<string, unknown>> = {};
  saving = false;
  careError: unknown;

  private wiredAsks?: WireResult<readonly AskView[]>;
  private wiredApproved?: WireResult<readonly AskView[]>;
  private wiredAdvocates?: WireResult<readonly AdvocateCard[]>;
  private readonly pageRefresh = new PageRefresh(this, () =>
    Promise.all([refreshAsks(this.wiredAsks), refreshAsks(this.wiredApproved), refreshAdvocates(this.wiredAdvocates)]),
  );

  @wire(getWaiting)
  receiveAsks(wired: WireResult<readonly AskView[]>): void {
    this.wiredAsks = wired;
    this.asksError = wired.error;
    this.asks = wired.data ?? this.asks;
  }

  @wire(getApproved)
  receiveApproved(wired: WireResult<readonly AskView[]>): void {
    this.wiredApproved = wired;
    this.approvedError = wired.error;
    this.approved = wired.data ?? this.approved;
  }

  @wire(getMyAdvocates)
  receiveAdvocates(wired: WireResult<readonly AdvocateCard[]>): void {
    this.wiredAdvocates = wired;
    this.advocatesError = wired.error;
    this.advocates = wired.data ?? this.advocates;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get asksLoading(): boolean {
    return this.asks === undefined && this.asksError === undefined;
  }

  get asksEmpty(): boolean {
    return this.asks?.length === 0;
  }

  get asksTitle(): string {
    return this.asks?.length ? fill(labels.waitingCount, this.asks.length) : labels.waitingTitle;
  }

  /** A place of its own only where there is something in it. */
  get approvedShown(): boolean {
    return Boolean(this.approvedError) || (this.approved?.length ?? 0) > 0;
  }

  get approvedTitle(): string {
    return this.approved?.length ? fill(labels.approvedCount, this.approved.length) : labels.approvedTitle;
  }

  get advocatesLoading(): boolean {
    return this.advocates === undefined && this.advocatesError === undefined;
  }

  get advocatesEmpty(): boolean {
    return this.advocates?.length === 0;
  }

  get advocatesTitle(): string {
    return this.advocates?.length ? fill(labels.customersCount, this.advocates.length) : labels.customersTitle;
  }

  async handleDecide(event: CustomEvent<{ ids: readonly string[]; decision: Decision }>): Promise<void> {
    if (this.busy) {
      return;
    }
    const { ids, decision } = event.detail;
    this.busy = true;
    try {
      await (ids.length === 1 ? this.decideOne(ids[0] ?? '', decision) : this.decideMany(ids, decision));
      await this.pageRefresh.afterWrite(...ids);
    } catch (error) {
      this.failures = Object.fromEntries(ids.map((id) => [id, error]));
    } finally {
      this.busy = false;
    }
  }

  async handleAnswered(event: CustomEvent<string>): Promise<void> {
    await this.pageRefresh.afterWrite(event.detail);
  }

  async handleCare(event: CustomEvent<AdvocateCare>): Promise<void> {
    if (this.saving) {
      return;
    }
    this.saving = true;
    this.careError = undefined;
    try {
      await saveCare(event.detail);
      this.announce(labels.saved, 'success');
      this.template?.querySelector<HTMLElement & { closeForm(): void }>('c-my-advocates')?.closeForm();
      await this.pageRefresh.afterWrite(event.detail.advocateId);
    } catch (error) {
      this.careError = error;
    } finally {
      this.saving = false;
    }
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }

  private async decideOne(id: string, decision: Decision): Promise<void> {
    const view: AskView = await decideAsk(id, decision);
    this.failures = {};
    this.announce(decidedInWords(view), 'success');
  }

  private async decideMany(ids: readonly string[], decision: Decision): Promise<void> {
    const outcomes = await decideAsks(ids, decision);
    const failed = outcomes.filter(({ ok }) => !ok);
    const done = outcomes.length - failed.length;
    this.failures = Object.fromEntries(failed.map(({ id, message }) => [id, message]));
    if (failed.length === 0) {
      this.announce(fill(labels.allDone, done), 'success');
    } else {
      this.announce(fill(labels.someFailed, done, failed.length), 'warning');
    }
  }

  private announce(title: string, variant: 'success' | 'warning'): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant }));
  }
}
