import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { RecordContent } from 'shell/data';

/** A dialog with the form of a record; closes with the id of what was saved, or with nothing. */
export default class RecordModal extends LightningModal {
  @api objectName = '';
  @api record?: RecordContent;
  @api defaults: Readonly<Record<string, unknown>> = {};

  handleCancelled(): void {
    this.close();
  }

  handleSaved(event: CustomEvent<string>): void {
    this.close(event.detail);
  }
}
