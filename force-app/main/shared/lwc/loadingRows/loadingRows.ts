import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Holds the place of rows that are still on their way, so that the page doesn't jump when they come. */
export default class LoadingRows extends LightningElement {
  @api rows = 3;

  readonly labels = labels;

  get placeholders(): number[] {
    return Array.from({ length: this.rows }, (_unused, position) => position);
  }
}
