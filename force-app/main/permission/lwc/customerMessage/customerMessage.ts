import { LightningElement, api } from 'lwc';
import type { AskedPerson } from 'c/decisionService';
import { personOf } from 'c/decisionService';
import type { AskView } from 'c/permissionService';
import { draftFor, mailAddress } from './draft';
import { labels } from './labels';

/**
 * A draft to the customer, to edit and to send with one's own means.
 *
 * @fires written when the draft was taken along, by mail program or clipboard.
 */
export default class CustomerMessage extends LightningElement {
  @api ask!: AskView;

  readonly labels = labels;
  person?: AskedPerson;
  subject = '';
  body = '';
  copied = false;
  error: unknown;

  override connectedCallback(): void {
    void this.load();
  }

  get loading(): boolean {
    return this.person === undefined && this.error === undefined;
  }

  get hint(): string {
    return this.person?.email ? labels.notSent : labels.noMail;
  }

  get mailto(): string {
    return mailAddress(this.person?.email ?? '', { subject: this.subject, body: this.body });
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name as 'subject' | 'body';
    this[name] = event.detail.value;
  }

  handleMail(): void {
    this.dispatchEvent(new CustomEvent('written'));
  }

  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.body);
      this.copied = true;
      this.dispatchEvent(new CustomEvent('written'));
    } catch (error) {
      this.error = error;
    }
  }

  private async load(): Promise<void> {
    try {
      const person = await personOf(this.ask.id);
      const { subject, body } = draftFor(this.ask, person);
      this.subject = subject;
      this.body = body;
      this.person = person;
    } catch (error) {
      this.error = error;
    }
  }
}
