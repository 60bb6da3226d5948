import { LightningElement, api } from 'lwc';

/** A form that unfolds within a card: its heading, the slotted fields, and the slotted `buttons`. */
export default class FormBox extends LightningElement {
  @api heading?: string;
}
