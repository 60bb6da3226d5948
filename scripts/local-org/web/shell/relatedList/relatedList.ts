import { LightningElement, api } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { failureText, labelOf, readObjectInfo, readRelatedRecords } from 'shell/data';
import type { FieldInfo, ObjectInfo, RecordContent, RelatedListInfo } from 'shell/data';
import { objectSummary } from 'shell/facts';
import RecordModal from 'shell/recordModal';
import { words } from 'shell/words';

interface Tile {
  readonly record: RecordContent;
  readonly name: FieldInfo | undefined;
  readonly fields: readonly { readonly key: string; readonly label: string; readonly info: FieldInfo }[];
}

const FIRST = 5;
const ALL = 200;

/** The child records of one relationship, as tiles: the name, and the columns under it. */
export default class RelatedList extends LightningElement {
  words = words;
  @api list!: RelatedListInfo;
  @api record!: RecordContent;

  info: ObjectInfo | undefined;
  records: readonly RecordContent[] = [];
  hasMore = false;
  failure: string | undefined;
  private pageSize = FIRST;
  private registration = 0;

  override connectedCallback(): void {
    void this.load();
    this.registration = registerRefreshHandler(this, () => this.load());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.registration);
  }

  get childObject(): string {
    return this.list.objectApiNames[0] ?? '';
  }

  override get title(): string {
    return `${this.list.label} (${this.records.length}${this.hasMore ? '+' : ''})`;
  }

  get icon(): string {
    return objectSummary(this.childObject).icon;
  }

  get canCreate(): boolean {
    return this.info?.createable ?? false;
  }

  get tiles(): Tile[] {
    const { info } = this;
    if (!info) return [];
    const columns = this.list.displayColumns.map((column) => info.fields[column.fieldApiName]).filter((field) => field !== undefined);
    const name = columns.find((field) => info.nameFields.includes(field.apiName)) ?? columns[0];
    const fields = columns
      .filter((field) => field !== name)
      .map((field) => ({ key: field.apiName, label: labelOf(field.label), info: field }));
    return this.records.map((record) => ({ record, name, fields }));
  }

  showAll(): void {
    this.pageSize = ALL;
    void this.load();
  }

  async create(): Promise<void> {
    const id = await RecordModal.open<string | undefined>({
      size: 'medium',
      label: `New ${this.info?.label ?? ''}`,
      objectName: this.childObject,
      defaults: { [this.list.fieldApiName]: this.record.id },
    });
    if (id) this.dispatchEvent(new CustomEvent('recordsaved', { bubbles: true, composed: true }));
  }

  private async load(): Promise<void> {
    try {
      this.info = await readObjectInfo(this.childObject);
      const answer = await readRelatedRecords(this.record.id, this.list.relatedListId, this.pageSize);
      this.records = answer.records;
      this.hasMore = answer.nextPageToken !== null;
      this.failure = undefined;
    } catch (failure) {
      this.failure = failureText(failure);
    }
  }
}
