import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { CustomerAnswer as Answer } from 'c/decisionService';
import { recordAnswer } from 'c/decisionService';
import type { AskView } from 'c/permissionService';
import { labels } from './labels';

const ANSWERS: readonly { readonly label: string; readonly value: Answer }[] = [
  { label: labels.agreed, value: 'Agreed' },
  { label: labels.declinedIt, value: 'Declined' },
  { label: labels.noAnswer, value: 'No Answer' },
];
const SAID: Readonly<Record<string, string | undefined>> = { Asked: labels.asked, Agreed: labels.agreed, 'No Answer': labels.noAnswer };

/**
 * The customer's own yes, which the account's owner asks for: a draft to send, and what they said.
 *
 * @fires answered detail is the ask's id, once an answer is stored. Bubbles, so that the page can bring itself up to date.
 */
export default class CustomerAnswer extends LightningElement {
  @api ask!: AskView;

  readonly labels = labels;
  readonly answers = ANSWERS;
  busy = false;
  writing = false;
  telling = false;
  error: unknown;

  get writeLabel(): string {
    return this.writing ? labels.fold : labels.write;
  }

  /** An answer is awaited from somebody who was asked, and where the contact is released by it. */
  get answerable(): boolean {
    const { status, customerAnswer, releaseMode } = this.ask;
    const decides = status === 'Approved' && releaseMode === 'After Customer Agrees' && customerAnswer !== 'Agreed';
    return this.telling || decides || customerAnswer === 'Asked';
  }

  /** They may have answered without being asked, or change their mind. */
  get tellable(): boolean {
    return this.ask.status === 'Approved' && (this.telling || !this.answerable);
  }

  get said(): string | undefined {
    return SAID[this.ask.customerAnswer ?? ''] ?? (this.answerable ? labels.notAnswered : undefined);
  }

  handleWrite(): void {
    this.writing = !this.writing;
  }

  handleTell(): void {
    this.telling = !this.telling;
  }

  async handleWritten(): Promise<void> {
    if ((this.ask.customerAnswer ?? 'Not Asked') === 'Not Asked') {
      await this.record('Asked');
    }
  }

  async handleAnswer(event: Event): Promise<void> {
    await this.record((event.currentTarget as HTMLElement).dataset.answer as Answer);
  }

  private async record(answer: Answer): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await recordAnswer(this.ask.id, answer);
      this.telling = false;
      this.dispatchEvent(new ShowToastEvent({ title: labels.recorded, variant: 'success' }));
      this.dispatchEvent(new CustomEvent('answered', { detail: this.ask.id, bubbles: true, composed: true }));
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}
