import { LightningElement, api } from 'lwc';

/** A whole page or panel that has nothing else to show: an empty list, a missing record, an error. */
export default class Message extends LightningElement {
  @api heading = '';
  @api text = '';
  @api icon = 'utility:info';
  /** True when nothing else is on the page: the heading is then the page's own. */
  @api isWholePage = false;
}
