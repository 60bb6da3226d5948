import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { deleteRecord } from 'lightning/uiRecordApi';
import { go } from 'host/router';
import { failureText, labelOf, nameOf, readCompactFields } from 'shell/data';
import type { FieldInfo, ObjectInfo, RecordContent } from 'shell/data';
import { objectSummary } from 'shell/facts';
import { words } from 'shell/words';

/** The head of a record's page: what it is, its most telling fields, and what may be done with it. */
export default class Highlights extends LightningElement {
  words = words;
  @api record!: RecordContent;
  @api info!: ObjectInfo;
  fields: { key: string; label: string; info: FieldInfo }[] = [];

  override connectedCallback(): void {
    void this.loadFields();
  }

  get icon(): string {
    return objectSummary(this.record.apiName).icon;
  }

  get name(): string {
    return nameOf(this.record, this.info);
  }

  get canEdit(): boolean {
    return this.info.updateable;
  }

  get canDelete(): boolean {
    return this.info.deletable;
  }

  edit(): void {
    this.dispatchEvent(new CustomEvent('recordedit', { bubbles: true, composed: true }));
  }

  async remove(): Promise<void> {
    const label = `Delete ${this.info.label}`;
    const confirmed = await LightningConfirm.open({ label, message: `Are you sure you want to delete ${this.name}?`, theme: 'warning' });
    if (!confirmed) return;
    try {
      await deleteRecord(this.record.id);
      this.dispatchEvent(new ShowToastEvent({ title: `${this.info.label} "${this.name}" was deleted.`, variant: 'success' }));
      go(`/lightning/o/${this.record.apiName}/list`);
    } catch (failure) {
      this.dispatchEvent(
        new ShowToastEvent({ title: `${this.name} can't be deleted`, message: failureText(failure), variant: 'error', mode: 'sticky' }),
      );
    }
  }

  private async loadFields(): Promise<void> {
    const names = await readCompactFields(this.record.apiName);
    this.fields = names
      .filter((name) => !this.info.nameFields.includes(name))
      .map((name) => this.info.fields[name])
      .filter((info) => info !== undefined)
      .map((info) => ({ key: info.apiName, label: labelOf(info.label), info }));
  }
}
