import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { PageRefresh } from 'c/pageRefresh';
import type { AskView } from 'c/permissionService';
import { refreshAsks } from 'c/permissionService';

/**
 * What pages with the asks of one record have in common: reading them, and acting on one at a time, with what went wrong kept at the ask.
 * A page extends it and wires its asks into `receive`.
 */
export default class AskList extends LightningElement {
  @api recordId!: string;

  asks?: readonly AskView[];
  error: unknown;
  /** What went wrong at an ask, by its id. */
  protected failures: Readonly<Record<string, unknown>> = {};
  /** The ask that is being acted on. */
  protected busyId?: string;

  private wired?: WireResult<readonly AskView[]>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshAsks(this.wired));

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

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }

  /** Takes over what the wire brought; the last good answer stays while a later one fails. */
  protected receive(wired: WireResult<readonly AskView[]>): void {
    this.wired = wired;
    this.error = wired.error;
    this.asks = wired.data ?? this.asks;
  }

  /** Does something to one ask, unless something else is still being done. */
  protected async attempt(id: string, work: () => Promise<void>): Promise<void> {
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

  /** Says that something was done to an ask, and brings the page up to date. */
  protected async announce(id: string, message: string): Promise<void> {
    this.dispatchEvent(new ShowToastEvent({ title: message, variant: 'success' }));
    await this.refresh(id);
  }

  /** Brings the page up to date after something was done to an ask. */
  protected async refresh(id: string): Promise<void> {
    await this.pageRefresh.afterWrite(id);
  }
}
