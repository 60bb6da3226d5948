import { LightningElement, api } from 'lwc';
import { failureText, readRelatedLists } from 'shell/data';
import type { RecordContent, RelatedListInfo } from 'shell/data';

/** The related lists of a record, or the one that the page names. */
export default class RelatedLists extends LightningElement {
  @api record!: RecordContent;
  @api listName?: string;
  lists: readonly RelatedListInfo[] = [];
  failure: string | undefined;
  isEmpty = false;

  override connectedCallback(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const lists = await readRelatedLists(this.record.apiName);
      this.lists = this.listName ? lists.filter((list) => list.relatedListId === this.listName) : lists;
      this.isEmpty = this.lists.length === 0;
    } catch (failure) {
      this.failure = failureText(failure);
    }
  }
}
