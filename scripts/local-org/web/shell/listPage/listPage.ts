import { LightningElement, api } from 'lwc';
import { go } from 'host/router';
import { failureText, readList, readListColumns, readListViews, readObjectInfo } from 'shell/data';
import type { ListColumn, ObjectInfo, RecordContent } from 'shell/data';
import { application, objectSummary } from 'shell/facts';
import RecordModal from 'shell/recordModal';
import { words } from 'shell/words';

const PAGE_SIZE = '50';
const TYPING_PAUSE = 250;

/** The records of an object through one of its list views, searched and sorted. */
export default class ListPage extends LightningElement {
  words = words;
  @api objectName = '';
  @api action = 'list';

  info: ObjectInfo | undefined;
  views: readonly { apiName: string; label: string }[] = [];
  columns: readonly ListColumn[] = [];
  records: readonly RecordContent[] = [];
  nextPage: string | null = null;
  sortBy = '';
  search = '';
  failure: string | undefined;
  isLoading = true;
  private viewName = 'All';
  private reads = 0;
  private typing: number | undefined;

  /** The list view's name. */
  @api get view(): string {
    return this.viewName;
  }

  set view(name: string) {
    const isOther = name !== this.viewName;
    this.viewName = name;
    if (isOther && this.info) void this.openView();
  }

  override connectedCallback(): void {
    document.title = `${this.summary.labelPlural} | ${application.label}`;
    void this.load();
  }

  get summary(): { label: string; labelPlural: string; icon: string } {
    return objectSummary(this.objectName);
  }

  get viewOptions(): { label: string; value: string }[] {
    return this.views.map((view) => ({ label: view.label, value: view.apiName }));
  }

  get canCreate(): boolean {
    return this.info?.createable ?? false;
  }

  get countText(): string {
    const more = this.nextPage === null ? '' : '+';
    return this.isLoading ? '' : `${this.records.length}${more} ${this.records.length === 1 ? 'item' : 'items'}`;
  }

  get isEmpty(): boolean {
    return !this.isLoading && this.records.length === 0 && !this.failure;
  }

  get emptyText(): string {
    return this.search ? `Nothing matches "${this.search}".` : 'There are no records in this list, or none that you may see.';
  }

  get hasRows(): boolean {
    return this.info !== undefined && this.records.length > 0;
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    go(`/lightning/o/${this.objectName}/list?filterName=${event.detail.value}`);
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.search = event.detail.value;
    window.clearTimeout(this.typing);
    this.typing = window.setTimeout(() => void this.read(), TYPING_PAUSE);
  }

  handleSort(event: CustomEvent<string>): void {
    this.sortBy = event.detail;
    void this.read();
  }

  readMore(): void {
    void this.read(this.nextPage ?? undefined);
  }

  async create(): Promise<void> {
    const label = `New ${this.info?.label ?? this.summary.label}`;
    const id = await RecordModal.open<string | undefined>({ size: 'medium', label, objectName: this.objectName });
    if (id) go(`/lightning/r/${this.objectName}/${id}/view`);
  }

  private async load(): Promise<void> {
    try {
      [this.info, this.views] = await Promise.all([readObjectInfo(this.objectName), readListViews(this.objectName)]);
      this.sortBy = this.info.nameFields[0] ?? 'Name';
      await this.openView();
      if (this.action === 'new') await this.create();
    } catch (failure) {
      this.fail(failure);
    }
  }

  private async openView(): Promise<void> {
    try {
      this.columns = await readListColumns(this.objectName, this.viewName);
      await this.read();
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** Reads the first page, or adds the one that the token names. An answer that comes after a later question is dropped. */
  private async read(pageToken?: string): Promise<void> {
    this.reads += 1;
    const read = this.reads;
    try {
      const query = {
        pageSize: PAGE_SIZE,
        sortBy: this.sortBy,
        ...(this.search ? { searchTerm: this.search } : {}),
        ...(pageToken ? { pageToken } : {}),
      };
      const answer = await readList(this.objectName, this.viewName, query);
      if (read !== this.reads) return;
      this.records = pageToken ? [...this.records, ...answer.records] : answer.records;
      this.nextPage = answer.nextPageToken;
      this.failure = undefined;
      this.isLoading = false;
    } catch (failure) {
      if (read === this.reads) this.fail(failure);
    }
  }

  private fail(failure: unknown): void {
    this.failure = failureText(failure);
    this.records = [];
    this.isLoading = false;
  }
}
