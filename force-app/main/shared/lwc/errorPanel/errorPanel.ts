import { LightningElement, api } from 'lwc';
import { errorSentence } from 'c/errors';
import { labels } from './labels';

/**
 * Shows what went wrong in a sentence.
 *
 * @fires retry when the reader wants to try again; offered only when `retryable`.
 */
export default class ErrorPanel extends LightningElement {
  /** Any error, in whatever shape it was caught. */
  @api error: unknown;
  @api retryable = false;

  readonly labels = labels;

  get sentence(): string | undefined {
    return this.error ? errorSentence(this.error) : undefined;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
