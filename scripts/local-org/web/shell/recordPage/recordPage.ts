import { LightningElement, api } from 'lwc';
import { go } from 'host/router';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { failureText, nameOf, readDescriptions, readObjectInfo, readWholeRecord } from 'shell/data';
import type { ObjectInfo, RecordContent } from 'shell/data';
import { application, recordPageOf } from 'shell/facts';
import type { Page, PageComponent } from 'shell/facts';
import RecordModal from 'shell/recordModal';

/** A record on the page that the application assigns to its object. */
export default class RecordPage extends LightningElement {
  @api recordId = '';
  /** The object, where the address names it: its description is then read along with the record. */
  @api objectName = '';
  @api action = 'view';

  record: RecordContent | undefined;
  info: ObjectInfo | undefined;
  failure: string | undefined;
  isMissing = false;
  private registration = 0;

  override connectedCallback(): void {
    void this.load().then(() => (this.action === 'edit' ? this.edit() : undefined));
    this.registration = registerRefreshHandler(this, () => this.load());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.registration);
  }

  get isLoading(): boolean {
    return !this.record && !this.failure && !this.isMissing;
  }

  get page(): Page {
    return recordPageOf(this.record?.apiName ?? '');
  }

  get header(): readonly PageComponent[] {
    return this.page.regions.header ?? [];
  }

  get main(): readonly PageComponent[] {
    const { regions } = this.page;
    const others = Object.keys(regions).filter((name) => name !== 'header' && name !== 'sidebar');
    return others.flatMap((name) => regions[name] ?? []);
  }

  get sidebar(): readonly PageComponent[] {
    return this.page.regions.sidebar ?? [];
  }

  get mainClass(): string {
    return this.sidebar.length > 0 ? 'main' : 'main main_alone';
  }

  async edit(): Promise<void> {
    const { record, info } = this;
    if (!record || !info) return;
    const saved = await RecordModal.open<string | undefined>({
      size: 'medium',
      label: `Edit ${nameOf(record, info)}`,
      objectName: record.apiName,
      record,
    });
    if (this.action === 'edit') go(`/lightning/r/${record.apiName}/${record.id}/view`, true);
    if (saved) await this.handleSaved();
  }

  /** The record was changed here: everything on the page that shows something of it reads again. */
  async handleSaved(): Promise<void> {
    this.dispatchEvent(new RefreshEvent());
    await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
  }

  private async load(): Promise<void> {
    try {
      if (application.objects[this.objectName]) void readDescriptions(this.objectName);
      const record = await readWholeRecord(this.recordId);
      this.info = await readObjectInfo(record.apiName);
      this.record = record;
      this.failure = undefined;
      document.title = `${nameOf(record, this.info)} | ${application.label}`;
    } catch (failure) {
      this.record = undefined;
      this.isMissing = (failure as { status?: number }).status === 404;
      this.failure = this.isMissing ? undefined : failureText(failure);
    }
  }
}
