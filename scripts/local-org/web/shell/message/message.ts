import { LightningElement, api } from 'lwc';

/** A whole page or panel that has nothing else to show: an empty list, a missing record, an error. */
export default class Message extends LightningElement {
  @api heading = '';
  @api text = '';
  @api icon = 'utility:info';
}
