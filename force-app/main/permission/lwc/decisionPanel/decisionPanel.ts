import { LightningElement, api } from 'lwc';
import { DECLINE_REASONS } from 'c/declineReasons';
import type { AskView, Decision } from 'c/permissionService';
import { dayInWords, fill, relativeTime, today } from 'c/wording';
import { labels } from './labels';

type Mode = 'choose' | 'approveIf' | 'decline';
type FieldElement = HTMLElement & { value: string | null; reportValidity(): boolean };

/**
 * All that is needed to decide one ask, and the decision.
 *
 * @fires decide detail `{ id, decision }`.
 */
export default class DecisionPanel extends LightningElement {
  @api ask!: AskView;
  @api busy = false;
  @api error: unknown;

  readonly labels = labels;
  readonly declineReasons = DECLINE_REASONS;
  conditionMissing = false;
  private mode: Mode = 'choose';

  get headline(): string {
    return fill(labels.asksFor, this.ask.requestedByName ?? '', this.ask.activityType ?? '');
  }

  get advocate(): string {
    return [this.ask.accountName, this.ask.advocateSummary, this.ask.advocateName].filter(Boolean).join(' · ');
  }

  get timing(): string {
    const { needBy, answerDueAt, canDecide } = this.ask;
    return [needBy ? fill(labels.needBy, dayInWords(needBy)) : undefined, answerDueAt && canDecide ? answerTime(answerDueAt) : undefined]
      .filter(Boolean)
      .join(' · ');
  }

  get given(): string {
    const { completed, lastTookPlaceOn } = this.ask.given ?? {};
    if (!completed || !lastTookPlaceOn) {
      return labels.givenNone;
    }
    const last = dayInWords(lastTookPlaceOn);
    return completed === 1 ? fill(labels.givenOne, last) : fill(labels.givenMany, completed, last);
  }

  get load(): string {
    const { usesInQuarter, capacity, restDays } = this.ask.given ?? {};
    return [
      typeof capacity === 'number' ? fill(labels.usesInQuarter, usesInQuarter ?? 0, capacity) : undefined,
      restDays ? fill(labels.restDays, restDays) : undefined,
    ]
      .filter(Boolean)
      .join(', ');
  }

  get routed(): string | undefined {
    return this.ask.canDecide && this.ask.routeReason ? fill(labels.routed, this.ask.heldBy ?? '', this.ask.routeReason) : undefined;
  }

  get choosing(): boolean {
    return this.ask.canDecide === true && this.mode === 'choose';
  }

  get approvingIf(): boolean {
    return this.ask.canDecide === true && this.mode === 'approveIf';
  }

  get declining(): boolean {
    return this.ask.canDecide === true && this.mode === 'decline';
  }

  get today(): string {
    return today();
  }

  handleApprove(): void {
    this.decide({ decision: 'Approve', note: '', notBefore: '' });
  }

  handleApproveIf(): void {
    this.mode = 'approveIf';
  }

  handleDecline(): void {
    this.mode = 'decline';
  }

  handleBack(): void {
    this.mode = 'choose';
    this.conditionMissing = false;
  }

  handleApproveWithCondition(): void {
    if (!this.fields.every((field) => field.reportValidity())) {
      return;
    }
    const note = this.textOf('note');
    const notBefore = this.textOf('notBefore');
    this.conditionMissing = note.trim() === '' && notBefore === '';
    if (!this.conditionMissing) {
      this.decide({ decision: 'Approve', note, notBefore });
    }
  }

  handleReason(event: Event): void {
    const reason = (event.currentTarget as HTMLElement).dataset.reason ?? '';
    this.decide({ decision: 'Decline', reason, note: this.textOf('declineNote') });
  }

  private get fields(): FieldElement[] {
    return [...(this.template?.querySelectorAll<FieldElement>('[data-field]') ?? [])];
  }

  private textOf(name: string): string {
    return this.fields.find((field) => field.dataset.field === name)?.value ?? '';
  }

  private decide(decision: Decision): void {
    this.dispatchEvent(new CustomEvent('decide', { detail: { id: this.ask.id, decision } }));
  }
}

function answerTime(dueAt: string): string {
  const isLate = new Date(dueAt).getTime() < Date.now();
  return fill(isLate ? labels.answerWasDue : labels.answerBy, relativeTime(dueAt));
}
