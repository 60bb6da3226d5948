import { LightningElement, api } from 'lwc';
import { DECLINE_REASONS } from 'c/declineReasons';
import type { Decision } from 'c/decisionService';
import type { AskView } from 'c/permissionService';
import { dayInWords, fill, relativeTime } from 'c/wording';
import { labels } from './labels';

type Mode = 'choose' | 'approveIf' | 'instead' | 'decline';
type FieldElement = HTMLElement & { value: string | null };

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

  get got(): string {
    const { lastThankedOn, lastPromise } = this.ask.given ?? {};
    const got = [
      lastThankedOn ? fill(labels.thanked, dayInWords(lastThankedOn)) : undefined,
      lastPromise ? fill(labels.promised, lastPromise) : undefined,
    ];
    return got.filter(Boolean).join(' ') || labels.gotNothing;
  }

  get gain(): string {
    return this.ask.valueToCustomer ?? labels.valueNone;
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

  get offering(): boolean {
    return this.ask.canDecide === true && this.mode === 'instead';
  }

  get declining(): boolean {
    return this.ask.canDecide === true && this.mode === 'decline';
  }

  handleApprove(): void {
    this.decide({ decision: 'Approve', note: '', notBefore: '' });
  }

  handleMode(event: Event): void {
    this.mode = (event.currentTarget as HTMLElement).dataset.mode as Mode;
  }

  handleBack(): void {
    this.mode = 'choose';
  }

  handleApproveWithCondition(event: CustomEvent<Decision>): void {
    this.decide(event.detail);
  }

  handleOffer(event: CustomEvent<string>): void {
    this.decide({ decision: 'Instead', advocateId: event.detail, note: '' });
  }

  handleReason(event: Event): void {
    const reason = (event.currentTarget as HTMLElement).dataset.reason ?? '';
    const note = this.template?.querySelector<FieldElement>('[data-field="declineNote"]')?.value ?? '';
    this.decide({ decision: 'Decline', reason, note });
  }

  private decide(decision: Decision): void {
    this.dispatchEvent(new CustomEvent('decide', { detail: { id: this.ask.id, decision } }));
  }
}

function answerTime(dueAt: string): string {
  const isLate = new Date(dueAt).getTime() < Date.now();
  return fill(isLate ? labels.answerWasDue : labels.answerBy, relativeTime(dueAt));
}
