import { LightningElement, api } from 'lwc';
import type { DealDifference } from 'c/influenceService';
import { toCents, toDecimal } from 'c/influenceService';
import { dayInWords, fill } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly key: string;
  readonly deal: string;
  readonly reported: string;
  readonly standing: string;
  readonly difference: string;
}

const PAGE = 20;

/** What was reported on a day beside what stands, and the difference deal by deal. */
export default class BookingsDifference extends LightningElement {
  /** ISO day. */
  @api reportedOn = '';
  @api reported = '0.00';
  @api standing = '0.00';
  @api difference = '0.00';
  @api currencyCode = '';
  @api deals: readonly DealDifference[] = [];
  /** Names of deals by their key. */
  @api names: Readonly<Record<string, string>> = {};

  readonly labels = labels;
  private limit = PAGE;

  get heading(): string {
    return fill(labels.heading, dayInWords(this.reportedOn));
  }

  get same(): boolean {
    return this.deals.length === 0;
  }

  get rows(): Row[] {
    return this.deals.slice(0, this.limit).map(({ opportunityKey, reportedCents, cents, differenceCents }) => ({
      key: opportunityKey,
      deal: this.names[opportunityKey] ?? fill(labels.dealGone, opportunityKey),
      reported: toDecimal(reportedCents),
      standing: toDecimal(cents),
      difference: toDecimal(differenceCents),
    }));
  }

  /** What the deals without a change come to, so that every column adds up; absent when there are none. */
  get unchanged(): string | undefined {
    const cents = toCents(this.standing) - this.deals.reduce((sum, deal) => sum + deal.cents, 0n);
    return cents === 0n ? undefined : toDecimal(cents);
  }

  get moreLabel(): string | undefined {
    const left = this.deals.length - this.limit;
    return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
  }

  handleMore(): void {
    this.limit += PAGE;
  }
}
