import { LightningElement, api } from 'lwc';

/** Stands in for `lightning/modal`: a test sets what `open` answers, and sees what `close` was given. */
export default class LightningModal extends LightningElement {
  @api size;
  @api label;
  @api description;
  @api disableClose;

  static open = jest.fn(() => Promise.resolve(undefined));

  close(result) {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}
