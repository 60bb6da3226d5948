import { LightningElement, api } from 'lwc';
import type { Bookings, CurrencyBookings, Quarter } from 'c/influenceService';
import { NOT_STATED, toDecimal } from 'c/influenceService';
import { fill, today } from 'c/wording';
import { labels } from './labels';

interface Cell {
  readonly part: string;
  readonly amount: string;
}

interface Segment {
  readonly part: string;
  readonly className: string;
  readonly style: string;
}

interface Row {
  readonly key: string;
  readonly note: string;
  readonly cells: readonly Cell[];
  readonly total: string;
  readonly deals: number;
  readonly segments: readonly Segment[];
  readonly linesLabel: string;
  readonly selected: boolean;
  readonly className: string;
  readonly hasLines: boolean;
}

interface Column {
  readonly part: string;
  readonly label: string;
  readonly swatch: string;
}

const COLUMNS: readonly Column[] = [
  { part: 'New', label: labels.newDeals, swatch: 'swatch swatch_new' },
  { part: 'Expansion', label: labels.expansion, swatch: 'swatch swatch_expansion' },
  { part: 'Renewal', label: labels.renewal, swatch: 'swatch swatch_renewal' },
];
const NOT_STATED_COLUMN: Column = { part: NOT_STATED, label: labels.notStated, swatch: 'swatch swatch_none' };
const NOTHING: Bookings = { cents: 0n, parts: new Map(), lateLoggedCents: 0n, deals: 0, lines: 0 };

/**
 * Influenced bookings of one currency, a quarter a row, cut by type of deal.
 *
 * @fires quarterselect when the reader wants to see a quarter's lines; detail is the quarter, `2026-Q3`.
 */
export default class BookingsTable extends LightningElement {
  @api bookings!: CurrencyBookings;
  /** The quarters to show, oldest first. */
  @api quarters: readonly Quarter[] = [];
  @api selectedQuarter?: string;

  readonly labels = labels;

  get caption(): string {
    return fill(labels.caption, this.currencyCode);
  }

  get currencyCode(): string {
    return this.bookings.currencyCode;
  }

  get columns(): Column[] {
    return this.bookings.total.parts.has(NOT_STATED) ? [...COLUMNS, NOT_STATED_COLUMN] : [...COLUMNS];
  }

  get rows(): Row[] {
    const byPeriod = new Map(this.bookings.periods.map((period) => [period.period, period]));
    const scale = this.bookings.periods.reduce((most, period) => (period.cents > most ? period.cents : most), 0n);
    const day = today();
    return [...this.quarters].reverse().map((quarter) => {
      const bookings: Bookings = byPeriod.get(quarter.key) ?? NOTHING;
      const selected = quarter.key === this.selectedQuarter;
      return {
        key: quarter.key,
        note: quarter.from <= day && day <= quarter.to ? labels.soFar : '',
        ...this.figures(bookings),
        segments: this.segments(bookings, scale),
        linesLabel: fill(labels.showLines, quarter.key),
        selected,
        className: selected ? 'row row_selected' : 'row',
        hasLines: bookings.lines > 0,
      };
    });
  }

  get totals(): Pick<Row, 'cells' | 'total' | 'deals'> {
    return this.figures(this.bookings.total);
  }

  handleQuarter(event: Event): void {
    this.dispatchEvent(new CustomEvent('quarterselect', { detail: (event.currentTarget as HTMLElement).dataset.quarter }));
  }

  private figures(bookings: Bookings): Pick<Row, 'cells' | 'total' | 'deals'> {
    return {
      cells: this.columns.map(({ part }) => ({ part: part || 'none', amount: toDecimal(bookings.parts.get(part) ?? 0n) })),
      total: toDecimal(bookings.cents),
      deals: bookings.deals,
    };
  }

  /** The mix of a quarter as lengths of the fullest quarter; what is negative has no length. */
  private segments(bookings: Bookings, scale: bigint): Segment[] {
    return this.columns.flatMap(({ part, swatch }) => {
      const cents = bookings.parts.get(part) ?? 0n;
      const share = scale > 0n ? Number((cents * 1000n) / scale) / 10 : 0;
      return share > 0 ? [{ part: part || 'none', className: swatch.replaceAll('swatch', 'segment'), style: `width: ${share}%` }] : [];
    });
  }
}
