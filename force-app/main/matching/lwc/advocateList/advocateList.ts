import { LightningElement, api } from 'lwc';
import { exclusionInWords } from 'c/advocateWording';
import type { AskDefaults, CompanyGroup, MatchCriterion, RankedAdvocate, Ranking, Settings } from 'c/matchingService';
import { groupByCompany } from 'c/matchingService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly entry: RankedAdvocate;
  readonly selected: boolean;
  readonly compared: boolean;
  readonly accountName: string;
  readonly activityTypes: readonly string[];
  readonly alternates: readonly { readonly id: string; readonly name: string }[];
}

interface Company {
  readonly key: string;
  readonly rows: readonly Row[];
  /** Names how many more there are, or how to fold them; absent when there is only one. */
  readonly othersLabel: string | undefined;
  readonly open: boolean;
}

interface ExcludedRow {
  readonly id: string;
  readonly accountName: string;
  readonly role: string;
  readonly reason: string;
}

const PAGE = 20;
const COMPARABLE = 3;
const ALTERNATES = 2;

/**
 * Ranked customers, twenty companies at a time, with the ask right under the one picked; those who can't be asked, folded, with the reason.
 *
 * @fires advocateselect when a customer is picked; detail is the advocate's id.
 * @fires favouritechange when a customer is kept at hand or let go; detail `{ id, favourite }`.
 * @fires send when the ask is sent; detail is the form.
 * @fires cancel when the ask is given up.
 */
export default class AdvocateList extends LightningElement {
  @api criteria: readonly MatchCriterion[] = [];
  @api settings: Settings = {};
  @api selectedId?: string;
  @api askDefaults?: AskDefaults;
  @api sending = false;
  @api askError: unknown;

  readonly labels = labels;
  excludedOpen = false;
  private limit = PAGE;
  private currentRanking: Ranking = { ranked: [], excluded: [] };
  private groups: readonly CompanyGroup[] = [];
  private openCompanies: readonly string[] = [];
  private comparedIds: readonly string[] = [];
  private excludedLimit = PAGE;

  @api
  get ranking(): Ranking {
    return this.currentRanking;
  }
  set ranking(ranking: Ranking) {
    this.currentRanking = ranking;
    this.groups = groupByCompany(ranking.ranked);
  }

  /** Puts the keyboard back on a customer's ask button. */
  @api focusAdvocate(advocateId: string): void {
    const cards = [
      ...(this.template?.querySelectorAll<HTMLElement & { entry: RankedAdvocate; focusAsk(): void }>('c-advocate-card') ?? []),
    ];
    cards.find((card) => card.entry.advocate.id === advocateId)?.focusAsk();
  }

  get companies(): Company[] {
    return this.groups.slice(0, this.limit).map(({ key, best, others }) => {
      const open = this.openCompanies.includes(key) || others.some(({ advocate }) => advocate.id === this.selectedId);
      const name = best.advocate.accountName ?? best.advocate.name;
      return {
        key,
        rows: (open ? [best, ...others] : [best]).map((entry) => this.row(entry, key)),
        othersLabel: others.length === 0 ? undefined : open ? fill(labels.onlyBest, name) : othersLabel(others.length, name),
        open,
      };
    });
  }

  get compared(): RankedAdvocate[] {
    return this.comparedIds.flatMap((id) => this.ranking.ranked.filter(({ advocate }) => advocate.id === id));
  }

  get comparing(): boolean {
    return this.compared.length > 1;
  }

  get comparisonHint(): string | undefined {
    return this.compared.length === 1 ? labels.comparisonHint : undefined;
  }

  get comparisonFull(): boolean {
    return this.compared.length >= COMPARABLE;
  }

  get moreLabel(): string | undefined {
    return moreLabel(this.groups.length - this.limit);
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

  handleOthers(event: Event): void {
    const key = (event.currentTarget as HTMLElement).dataset.key ?? '';
    this.openCompanies = toggled(this.openCompanies, key);
  }

  handleCompare(event: CustomEvent<string>): void {
    this.comparedIds = toggled(
      this.compared.map(({ advocate }) => advocate.id),
      event.detail,
    );
  }

  handleCompareEnd(): void {
    this.comparedIds = [];
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

  /** The best of other companies, should one say no. */
  private alternatesTo(company: string): { readonly id: string; readonly name: string }[] {
    return this.groups
      .filter(({ key }) => key !== company)
      .slice(0, ALTERNATES)
      .map(({ best: { advocate } }) => ({ id: advocate.id, name: advocate.accountName ?? advocate.name }));
  }

  private row(entry: RankedAdvocate, company: string): Row {
    const { advocate } = entry;
    const selected = advocate.id === this.selectedId;
    return {
      id: advocate.id,
      entry,
      selected,
      compared: this.comparedIds.includes(advocate.id),
      accountName: advocate.accountName ?? advocate.name,
      activityTypes: advocate.activityTypes,
      alternates: selected ? this.alternatesTo(company) : [],
    };
  }
}

function moreLabel(left: number): string | undefined {
  return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
}

function othersLabel(count: number, name: string): string {
  return count === 1 ? fill(labels.oneMoreAt, name) : fill(labels.moreAt, count, name);
}

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}
