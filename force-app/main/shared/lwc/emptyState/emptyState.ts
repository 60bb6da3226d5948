import { LightningElement, api } from 'lwc';

/** Says that there is nothing to show, and what to do about it. A button may be slotted. */
export default class EmptyState extends LightningElement {
  @api heading = '';
  @api message = '';
  @api iconName = 'utility:search';
}
