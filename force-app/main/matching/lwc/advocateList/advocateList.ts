import { LightningElement, api } from 'lwc';
import { exclusionInWords } from 'c/advocateWording';
import type { AskDefaults, MatchCriterion, RankedAdvocate, Ranking, Settings } from 'c/matchingService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly entry: RankedAdvocate;
  readonly selected: boolean;
  readonly accountName: string;
  readonly activityTypes: readonly string[];
}

interface ExcludedRow {
  readonly id: string;
  readonly accountName: string;
  readonly role: string;
  readonly reason: string;
}

const PAGE = 20;

/**
 * Ranked customers, twenty at a time, with the ask right under the one picked; those who can't be asked, folded, with the reason.
 *
 * @fires advocateselect when a customer is picked; detail is the advocate's id.
 * @fires send when the ask is sent; detail is the form.
 * @fires cancel when the ask is given up.
 */
export default class AdvocateList extends LightningElement {
  @api ranking: Ranking = { ranked: [], excluded: [] };
  @api criteria: readonly MatchCriterion[] = [];
  @api settings: Settings = {};
  @api selectedId?: string;
  @api askDefaults?: AskDefaults;
  @api sending = false;
  @api askError: unknown;

  readonly labels = labels;
  excludedOpen = false;
  private limit = PAGE;
  private excludedLimit = PAGE;

  /** Puts the keyboard back on a customer's ask button. */
  @api focusAdvocate(advocateId: string): void {
    const cards = [
      ...(this.template?.querySelectorAll<HTMLElement & { entry: RankedAdvocate; focusAsk(): void }>('c-advocate-card') ?? []),
    ];
    cards.find((card) => card.entry.advocate.id === advocateId)?.focusAsk();
  }

  get rows(): Row[] {
    return this.ranking.ranked.slice(0, this.limit).map((entry) => ({
      id: entry.advocate.id,
      entry,
      selected: entry.advocate.id === this.selectedId,
      accountName: entry.advocate.accountName ?? entry.advocate.name,
      activityTypes: entry.advocate.activityTypes,
    }));
  }

  get moreLabel(): string | undefined {
    return moreLabel(this.ranking.ranked.length - this.limit);
  }

  get hasExcluded(): boolean {
    return this.ranking.excluded.length > 0;
  }

  get excludedLabel(): string {
    return this.excludedOpen ? labels.hideExcluded : fill(labels.showExcluded, this.ranking.excluded.length);
  }

  get excludedIcon(): string {
    return this.excludedOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get excludedRows(): ExcludedRow[] {
    return this.ranking.excluded.slice(0, this.excludedLimit).map((excluded) => ({
      id: excluded.advocate.id,
      accountName: excluded.advocate.accountName ?? excluded.advocate.name,
      role: excluded.advocate.role ?? '',
      reason: exclusionInWords(excluded),
    }));
  }

  get moreExcludedLabel(): string | undefined {
    return moreLabel(this.ranking.excluded.length - this.excludedLimit);
  }

  /** Hands an event of a card or of the ask panel on to whoever holds this list. */
  forward(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail as unknown }));
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleExcluded(): void {
    this.excludedOpen = !this.excludedOpen;
    this.excludedLimit = PAGE;
  }

  handleMoreExcluded(): void {
    this.excludedLimit += PAGE;
  }
}

function moreLabel(left: number): string | undefined {
  return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
}
