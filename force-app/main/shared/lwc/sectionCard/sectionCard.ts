import { LightningElement, api } from 'lwc';

/**
 * A card of a page: its heading, and what stands in for its content while that is loading or could not be read. The content is slotted; a
 * few words may be slotted `beside` the heading.
 *
 * @fires retry when the reader wants the content to be read again.
 */
export default class SectionCard extends LightningElement {
  @api heading = '';
  @api iconName = 'standard:approval';
  @api loading = false;
  /** How many rows to hold the place of while loading. */
  @api rows = 2;
  @api error: unknown;

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
