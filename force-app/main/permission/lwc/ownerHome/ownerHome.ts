import { LightningElement, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { AdvocateCard, AdvocateCare } from 'c/advocateService';
import { getMyAdvocates, refreshAdvocates, saveCare } from 'c/advocateService';
import { PageRefresh } from 'c/pageRefresh';
import type { AskView, Decision } from 'c/permissionService';
import { decideAsks, getWaiting, refreshAsks } from 'c/permissionService';
import { fill } from 'c/wording';
import { labels } from './labels';

/** An account owner's home: what waits for an answer, and the customers who vouch. */
export default class OwnerHome extends LightningElement {
  readonly labels = labels;
  asks?: readonly AskView[];
  asksError: unknown;
  advocates?: readonly AdvocateCard[];
  advocatesError: unknown;
  busy = false;
  failures: Readonly<Record<string, unknown>> = {};
  saving = false;
  careError: unknown;

  private wiredAsks?: WireResult<readonly AskView[]>;
  private wiredAdvocates?: WireResult<readonly AdvocateCard[]>;
  private readonly pageRefresh = new PageRefresh(this, () =>
    Promise.all([refreshAsks(this.wiredAsks), refreshAdvocates(this.wiredAdvocates)]),
  );

  @wire(getWaiting)
  receiveAsks(wired: WireResult<readonly AskView[]>): void {
    this.wiredAsks = wired;
    this.asksError = wired.error;
    this.asks = wired.data ?? this.asks;
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
      const outcomes = await decideAsks(ids, decision);
      const failed = outcomes.filter(({ ok }) => !ok);
      this.failures = Object.fromEntries(failed.map(({ id, message }) => [id, message]));
      this.announce(outcomes.length - failed.length, failed.length);
      await this.pageRefresh.afterWrite(...ids);
    } catch (error) {
      this.failures = Object.fromEntries(ids.map((id) => [id, error]));
    } finally {
      this.busy = false;
    }
  }

  async handleCare(event: CustomEvent<AdvocateCare>): Promise<void> {
    if (this.saving) {
      return;
    }
    this.saving = true;
    this.careError = undefined;
    try {
      await saveCare(event.detail);
      this.dispatchEvent(new ShowToastEvent({ title: labels.saved, variant: 'success' }));
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

  private announce(done: number, failed: number): void {
    this.dispatchEvent(
      failed === 0
        ? new ShowToastEvent({ title: fill(labels.allDone, done), variant: 'success' })
        : new ShowToastEvent({ title: fill(labels.someFailed, done, failed), variant: 'warning' }),
    );
  }
}
