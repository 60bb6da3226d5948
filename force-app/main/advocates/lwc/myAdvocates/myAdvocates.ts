import { LightningElement, api } from 'lwc';
import type { AdvocateCard } from 'c/advocateService';
import { availabilityInWords } from 'c/advocateWording';
import { fill, relativeTime } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly advocate: AdvocateCard;
  readonly company: string;
  readonly person: string;
  readonly state: string;
  readonly uses: string;
  readonly lastAsked: string;
  readonly shown: string;
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
  private limit = PAGE;
  private sought = '';

  /** Closes the form, for instance once what it held was saved. */
  @api closeForm(): void {
    this.openId = undefined;
  }

  get rows(): Row[] {
    return this.found.slice(0, this.limit).map((advocate) => ({
      id: advocate.id,
      advocate,
      company: advocate.accountName ?? advocate.name,
      person: [advocate.contactName, advocate.role].filter(Boolean).join(' · '),
      state: stateOf(advocate),
      uses: typeof advocate.capacity === 'number' ? fill(labels.usesOf, advocate.usesInQuarter ?? 0, advocate.capacity) : '',
      lastAsked: advocate.lastAskedAt ? relativeTime(advocate.lastAskedAt) : labels.never,
      shown: fill(labels.shownTimes, advocate.timesShown ?? 0),
      consent: consentOf(advocate),
      open: advocate.id === this.openId,
      editLabel: fill(labels.editName, advocate.contactName ?? advocate.name),
    }));
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

  handleCare(event: CustomEvent): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('care', { detail: event.detail as unknown }));
  }

  handleMore(): void {
    this.limit += PAGE;
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

/** What differs from asking every time. */
function consentOf({ consent }: AdvocateCard): string {
  const kinds = Object.entries(consent ?? {});
  const always = kinds.filter(([, permission]) => permission === 'Pre-Approved').map(([kind]) => kind);
  const never = kinds.filter(([, permission]) => permission === 'Never').map(([kind]) => kind);
  const parts = [
    always.length > 0 ? fill(labels.always, always.join(', ')) : undefined,
    never.length > 0 ? fill(labels.neverFor, never.join(', ')) : undefined,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : labels.askFirst;
}
