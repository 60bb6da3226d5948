import { LightningElement, api } from 'lwc';
import { DECLINE_REASONS } from 'c/declineReasons';
import type { Decision } from 'c/decisionService';
import type { AskView } from 'c/permissionService';
import { dayInWords, fill, relativeTime } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly ask: AskView;
  readonly customer: string;
  readonly headline: string;
  readonly deal: string;
  readonly timing: string;
  readonly chosen: boolean;
  readonly chooseLabel: string;
  readonly open: boolean;
  /** While an ask is open, its panel says all of it. */
  readonly folded: boolean;
  readonly openLabel: string;
  /** Can be answered at a glance, without opening it. */
  readonly decidable: boolean;
  readonly approveTitle: string;
  readonly declineTitle: string;
  readonly error: unknown;
}

const APPROVE: Decision = { decision: 'Approve', note: '', notBefore: '' };

/**
 * Asks that wait for an answer: each can be opened and decided, many can be decided alike.
 *
 * @fires decide detail `{ ids, decision }`.
 */
export default class WaitingList extends LightningElement {
  @api asks: readonly AskView[] = [];
  @api busy = false;
  /** What went wrong at an ask, by its id. */
  @api failures: Readonly<Record<string, unknown>> = {};

  readonly labels = labels;
  readonly declineReasons = DECLINE_REASONS;
  declining = false;
  private chosenIds: readonly string[] = [];
  private openId?: string;

  get rows(): Row[] {
    return this.asks.map((ask) => {
      const customer = ask.accountName ?? ask.name;
      const open = ask.id === this.openId;
      return {
        id: ask.id,
        ask,
        customer,
        headline: fill(labels.asksFor, ask.requestedByName ?? '', ask.activityType ?? ''),
        deal: ask.dealSummary ?? '',
        timing: timingOf(ask),
        chosen: this.chosenIds.includes(ask.id),
        chooseLabel: fill(labels.choose, customer),
        open,
        folded: !open,
        openLabel: open ? labels.close : labels.open,
        decidable: !open && ask.canDecide === true,
        approveTitle: `${labels.approve}: ${customer}`,
        declineTitle: `${labels.decline}: ${customer}`,
        error: this.failures[ask.id],
      };
    });
  }

  get chosen(): string[] {
    return this.asks.map(({ id }) => id).filter((id) => this.chosenIds.includes(id));
  }

  get anyChosen(): boolean {
    return this.chosen.length > 0;
  }

  get allChosen(): boolean {
    return this.anyChosen && this.chosen.length === this.asks.length;
  }

  get chosenLabel(): string {
    return fill(labels.chosen, this.chosen.length);
  }

  get choosable(): boolean {
    return this.asks.length > 1;
  }

  handleChoose(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.chosenIds = this.chosenIds.includes(id) ? this.chosenIds.filter((one) => one !== id) : [...this.chosenIds, id];
  }

  handleChooseAll(): void {
    this.chosenIds = this.allChosen ? [] : this.asks.map(({ id }) => id);
  }

  handleOpen(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id;
    this.openId = this.openId === id ? undefined : id;
  }

  handleApprove(event: Event): void {
    this.decide([(event.currentTarget as HTMLElement).dataset.id ?? ''], APPROVE);
  }

  handleDecline(event: CustomEvent<{ value: string }>): void {
    this.decide([(event.currentTarget as HTMLElement).dataset.id ?? ''], { decision: 'Decline', reason: event.detail.value, note: '' });
  }

  handleDecide(event: CustomEvent<{ id: string; decision: Decision }>): void {
    event.stopPropagation();
    this.decide([event.detail.id], event.detail.decision);
  }

  handleApproveChosen(): void {
    this.decide(this.chosen, APPROVE);
  }

  handleDeclineChosen(): void {
    this.declining = true;
  }

  handleBack(): void {
    this.declining = false;
  }

  handleReason(event: Event): void {
    const reason = (event.currentTarget as HTMLElement).dataset.reason ?? '';
    this.declining = false;
    this.decide(this.chosen, { decision: 'Decline', reason, note: '' });
  }

  private decide(ids: readonly string[], decision: Decision): void {
    this.dispatchEvent(new CustomEvent('decide', { detail: { ids, decision } }));
  }
}

function timingOf({ needBy, answerDueAt }: AskView): string {
  const isLate = answerDueAt ? new Date(answerDueAt).getTime() < Date.now() : false;
  return [
    answerDueAt ? fill(isLate ? labels.answerWasDue : labels.answerBy, relativeTime(answerDueAt)) : undefined,
    needBy ? fill(labels.needBy, dayInWords(needBy)) : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}
