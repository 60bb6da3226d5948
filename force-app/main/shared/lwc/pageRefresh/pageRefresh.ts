import type { LightningElement } from 'lwc';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

/** Keeps a component's data in step with the page it stands on: reloads when the page does, and tells the page when it wrote. */
export class PageRefresh {
  private readonly element: LightningElement;
  private readonly load: () => Promise<unknown>;
  private handler?: number;
  private loading?: Promise<void>;

  /**
   * @param element the component.
   * @param load reads the component's data again.
   */
  constructor(element: LightningElement, load: () => Promise<unknown>) {
    this.element = element;
    this.load = load;
  }

  /** To be called when the component is connected. */
  connect(): void {
    this.handler = registerRefreshHandler(this.element, () => this.reload());
  }

  /** To be called when the component is disconnected. */
  disconnect(): void {
    if (this.handler !== undefined) {
      unregisterRefreshHandler(this.handler);
    }
  }

  /** Reads the data again. One reload at a time: the page's refresh reaches the component that asked for it, too. */
  reload(): Promise<void> {
    this.loading ??= this.loadOnce();
    return this.loading;
  }

  /**
   * After a write: reads the data again, and has the rest of the page do the same.
   *
   * @param recordIds records that changed.
   */
  async afterWrite(...recordIds: readonly string[]): Promise<void> {
    const reload = this.reload();
    this.element.dispatchEvent(new RefreshEvent());
    await Promise.all([reload, notifyRecordUpdateAvailable(recordIds.map((recordId) => ({ recordId })))]);
  }

  private async loadOnce(): Promise<void> {
    try {
      await this.load();
    } finally {
      this.loading = undefined;
    }
  }
}
