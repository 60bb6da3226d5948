import { LightningElement, api } from 'lwc';
import type { AdvocateCard, AdvocateCare, ConsentLine } from 'c/advocateService';
import { availabilityInWords } from 'c/advocateWording';
import { purposeInWords } from 'c/purposes';
import { dayInWords, fill, relativeTime, today } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly advocate: AdvocateCard;
  readonly company: string;
  readonly person: string;
  readonly state: string;
  readonly uses: string;
  readonly lastAsked: string;
  readonly lastThanked: string;
  /** A reference took place since the last thank-you. */
  readonly thankDue: boolean;
  readonly thankLabel: string;
  readonly timesShown: number;
  readonly shown: string;
  readonly shownLabel: string;
  readonly shownOpen: boolean;
  readonly consent: string;
  readonly open: boolean;
  readonly editLabel: string;
}

const PAGE = 20;

/**
 * An owner's customers who vouch: whether they can be asked, how much they gave, what they agreed to.
 *
 * @fires care when an advocate is to change; detail is the `AdvocateCare`.
 */
export default class MyAdvocates extends LightningElement {
  @api advocates: readonly AdvocateCard[] = [];
  @api saving = false;
  @api error: unknown;

  readonly labels = labels;
  private openId?: string;
  private shownId?: string;
  private limit = PAGE;
  private sought = '';

  /** Closes the form, for instance once what it held was saved. */
  @api closeForm(): void {
    this.openId = undefined;
  }

  get rows(): Row[] {
    return this.found.slice(0, this.limit).map((advocate) => this.rowOf(advocate));
  }

  get searchable(): boolean {
    return this.advocates.length > PAGE;
  }

  get nobodyFound(): boolean {
    return this.found.length === 0 && this.sought !== '';
  }

  get moreLabel(): string | undefined {
    const left = this.found.length - this.limit;
    return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.sought = event.detail.value.trim().toLowerCase();
    this.limit = PAGE;
  }

  handleEdit(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id;
    this.openId = this.openId === id ? undefined : id;
  }

  handleShown(event: Event): void {
    const id = (event.currentTarget as HTMLElement).dataset.id;
    this.shownId = this.shownId === id ? undefined : id;
  }

  handleThank(event: Event): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    this.care({ advocateId: id, fields: { Last_Thanked_On__c: today() }, consents: [] });
  }

  handleCare(event: CustomEvent<AdvocateCare>): void {
    event.stopPropagation();
    this.care(event.detail);
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  private care(care: AdvocateCare): void {
    this.dispatchEvent(new CustomEvent('care', { detail: care }));
  }

  private rowOf(advocate: AdvocateCard): Row {
    const person = advocate.contactName ?? advocate.name;
    return {
      id: advocate.id,
      advocate,
      company: advocate.accountName ?? advocate.name,
      person: [advocate.contactName, advocate.role].filter(Boolean).join(' · '),
      state: stateOf(advocate),
      uses: typeof advocate.capacity === 'number' ? fill(labels.usesOf, advocate.usesInQuarter ?? 0, advocate.capacity) : '',
      lastAsked: advocate.lastAskedAt ? relativeTime(advocate.lastAskedAt) : labels.never,
      lastThanked: advocate.lastThankedOn ? dayInWords(advocate.lastThankedOn) : labels.never,
      thankDue: isThankDue(advocate),
      thankLabel: fill(labels.thankName, person),
      timesShown: advocate.timesShown ?? 0,
      shown: fill(labels.shownTimes, advocate.timesShown ?? 0),
      shownLabel: fill(labels.shownName, person),
      shownOpen: advocate.id === this.shownId,
      consent: consentOf(advocate.consents ?? []),
      open: advocate.id === this.openId,
      editLabel: fill(labels.editName, person),
    };
  }

  private get found(): readonly AdvocateCard[] {
    return this.sought === ''
      ? this.advocates
      : this.advocates.filter(({ accountName, contactName, role, name }) =>
          [accountName, contactName, role, name].some((text) => text?.toLowerCase().includes(this.sought)),
        );
  }
}

function stateOf({ status, availability }: AdvocateCard): string {
  if (status !== 'Active') {
    return fill(labels.notActive, status ?? '');
  }
  return availability ? availabilityInWords(availability) : '';
}

function isThankDue({ lastUsedOn, lastThankedOn }: AdvocateCard): boolean {
  return Boolean(lastUsedOn) && (lastUsedOn ?? '') > (lastThankedOn ?? '');
}

/** What differs from asking every time. */
function consentOf(lines: readonly ConsentLine[]): string {
  const wordsFor = (permission: string): string =>
    lines
      .filter((line) => line.permission === permission)
      .map(coverOf)
      .join(', ');
  const always = wordsFor('Pre-Approved');
  const never = wordsFor('Never');
  return [always && fill(labels.always, always), never && fill(labels.neverFor, never)].filter(Boolean).join(' · ') || labels.askFirst;
}

/** `Reference Call (Press, until 12 May 2026)`. */
function coverOf({ activityType, purpose, expiresOn }: ConsentLine): string {
  const limits = [purpose && purposeInWords(purpose), expiresOn && fill(labels.until, dayInWords(expiresOn))].filter(Boolean).join(', ');
  return `${activityType || labels.everything}${limits && ` (${limits})`}`;
}
