import { LightningElement, api } from 'lwc';
import type { AskView, Outcome, ReleasedContact } from 'c/permissionService';
import { fill, momentInWords, today } from 'c/wording';
import { calendarFile } from './calendarFile';
import { conditionInWords, contactHint, outlookInWords, progressOf, standingInWords } from './standing';
import type { Step } from './standing';
import { labels } from './labels';

const USUAL_MINUTES = 30;

/**
 * One ask of a deal: where it stands, who holds it, since when; the contact once released; what became of it.
 *
 * @fires release when the requester wants to see the contact; detail is the ask's id.
 * @fires withdraw when the requester takes the ask back; detail is the ask's id.
 * @fires rate when it was said how good the reference was; detail `{ id, rating }`.
 * @fires outcome when it was said whether the reference took place; detail `{ id, outcome }`.
 */
export default class AskCard extends LightningElement {
  @api contact?: ReleasedContact;
  @api busy = false;
  @api error: unknown;

  readonly labels = labels;
  outcomeKind?: Outcome['outcome'];
  confirmingWithdrawal = false;
  briefingOpen = false;
  private currentAsk!: AskView;

  @api
  get ask(): AskView {
    return this.currentAsk;
  }
  set ask(ask: AskView) {
    const before = this.currentAsk as AskView | undefined;
    if (before?.status !== ask.status || before.scheduledAt !== ask.scheduledAt) {
      this.outcomeKind = undefined;
      this.confirmingWithdrawal = false;
    }
    this.currentAsk = ask;
  }

  get headline(): string {
    return this.ask.accountName ?? this.ask.advocateName ?? this.ask.name;
  }

  get detail(): string {
    return [this.ask.activityType, this.ask.advocateSummary].filter(Boolean).join(' · ');
  }

  get standing(): string {
    return standingInWords(this.ask);
  }

  get condition(): string | undefined {
    return conditionInWords(this.ask);
  }

  get outlook(): string | undefined {
    return outlookInWords(this.ask);
  }

  get contactHint(): string | undefined {
    return contactHint(this.ask, today());
  }

  get steps(): Step[] {
    return progressOf(this.ask);
  }

  get canShowContact(): boolean {
    return this.ask.canRelease === true && this.contact === undefined;
  }

  get asksOutcome(): boolean {
    return this.ask.canLog === true && this.outcomeKind === undefined;
  }

  get canBrief(): boolean {
    return this.ask.status === 'Approved' && this.ask.canLog === true && !this.briefingOpen;
  }

  get planned(): boolean {
    return this.ask.status === 'Approved' && Boolean(this.ask.scheduledAt);
  }

  get unplanned(): boolean {
    return this.asksOutcome && !this.planned;
  }

  /** Only those who asked rate it; for others it is shown by its score alone. */
  get canRate(): boolean {
    return this.ask.status === 'Completed' && this.ask.canRate === true;
  }

  get canWithdraw(): boolean {
    return this.ask.canWithdraw === true && !this.confirmingWithdrawal;
  }

  get hasActions(): boolean {
    return this.canShowContact || this.asksOutcome || this.confirmingWithdrawal || this.planned || this.canBrief;
  }

  get contactRecorded(): string {
    return this.contact === undefined ? '' : labels.contactRecorded.replace('{0}', momentInWords(this.contact.releasedAt));
  }

  handleRelease(): void {
    this.dispatchEvent(new CustomEvent('release', { detail: this.ask.id }));
  }

  handleOutcomeKind(event: Event): void {
    this.outcomeKind = (event.currentTarget as HTMLElement).dataset.outcome as Outcome['outcome'];
  }

  handleOutcome(event: CustomEvent<Outcome>): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('outcome', { detail: { id: this.ask.id, outcome: event.detail } }));
  }

  handleBriefing(): void {
    this.briefingOpen = !this.briefingOpen;
  }

  handleRate(event: CustomEvent<number>): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('rate', { detail: { id: this.ask.id, rating: event.detail } }));
  }

  /** Names the company and the kind of reference, neither the person nor the deal: a calendar is read by many. */
  handleCalendar(): void {
    const { id, name, scheduledAt, minutes, activityType } = this.ask;
    const title = fill(labels.calendarTitle, activityType ?? name, this.headline);
    const description = [this.ask.advocateSummary, this.condition].filter(Boolean).join('\n');
    const text = calendarFile({ id, startsAt: scheduledAt ?? '', minutes: minutes ?? USUAL_MINUTES, title, description });
    const link = document.createElement('a');
    link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`;
    link.download = `${name}.ics`;
    link.click();
  }

  handleOutcomeCancel(): void {
    this.outcomeKind = undefined;
  }

  handleWithdraw(): void {
    this.confirmingWithdrawal = true;
  }

  handleKeep(): void {
    this.confirmingWithdrawal = false;
  }

  handleWithdrawSure(): void {
    this.confirmingWithdrawal = false;
    this.dispatchEvent(new CustomEvent('withdraw', { detail: this.ask.id }));
  }
}
