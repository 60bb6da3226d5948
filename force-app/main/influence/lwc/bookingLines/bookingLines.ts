import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { LedgerLine } from 'c/influenceService';
import { toCents, toDecimal } from 'c/influenceService';
import { dayInWords, fill, momentInWords } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly opportunityId?: string | null;
  readonly deal: string;
  readonly reference: string;
  readonly dealType: string;
  readonly kind: string;
  readonly amount: number | string;
  readonly currencyCode?: string | null;
  readonly closeDate: string;
  readonly bookedOn: string;
  readonly reason: string;
}

const PAGE = 20;

/**
 * The ledger lines behind a figure, twenty at a time.
 *
 * @fires close when the reader has seen enough.
 */
export default class BookingLines extends NavigationMixin(LightningElement) {
  /** What the lines are of, `2026-Q3`. */
  @api period = '';

  readonly labels = labels;
  private limit = PAGE;
  private currentLines: readonly LedgerLine[] = [];

  @api
  get lines(): readonly LedgerLine[] {
    return this.currentLines;
  }
  set lines(lines: readonly LedgerLine[]) {
    this.currentLines = lines;
    this.limit = PAGE;
  }

  get heading(): string {
    return fill(labels.heading, this.period);
  }

  get rows(): Row[] {
    return this.currentLines.slice(0, this.limit).map((line) => ({
      id: line.id,
      opportunityId: line.opportunityId,
      deal: line.opportunityName ?? fill(labels.dealGone, line.opportunityKey),
      reference: [line.accountName, line.advocateName].filter(Boolean).join(' · '),
      dealType: line.dealType ?? '',
      kind: line.kind === 'Reversed' ? labels.reversed : labels.recognised,
      amount: line.amount,
      currencyCode: line.currencyCode,
      closeDate: dayInWords(line.closeDate),
      bookedOn: momentInWords(line.bookedOn),
      reason: line.reason ?? '',
    }));
  }

  get sum(): string {
    return toDecimal(this.currentLines.reduce((sum, line) => sum + toCents(line.amount), 0n));
  }

  get currencyCode(): string | null {
    return this.currentLines[0]?.currencyCode ?? null;
  }

  get moreLabel(): string | undefined {
    const left = this.currentLines.length - this.limit;
    return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
  }

  handleDeal(event: Event): void {
    const recordId = (event.currentTarget as HTMLElement).dataset.id;
    void this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Opportunity', actionName: 'view' },
    });
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
