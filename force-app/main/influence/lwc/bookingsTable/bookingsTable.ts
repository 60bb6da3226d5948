import { LightningElement, api } from 'lwc';
import type { Bookings, CurrencyBookings, Quarter } from 'c/influenceService';
import { toDecimal } from 'c/influenceService';
import { fill, today } from 'c/wording';
import { labels } from './labels';

interface Cell {
  readonly part: string;
  readonly amount: string;
}

interface Row {
  readonly key: string;
  readonly note: string;
  readonly cells: readonly Cell[];
  readonly total: string;
  readonly deals: number;
  readonly linesLabel: string;
  readonly selected: boolean;
  readonly className: string;
  readonly hasLines: boolean;
}

/** A column of the cut: its sums are those of the parts it holds. */
interface Column {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly string[];
}

interface ColumnHeader {
  readonly key: string;
  readonly label: string;
  readonly swatch: string;
}

const NOTHING: Bookings = { cents: 0n, parts: new Map(), lateLoggedCents: 0n, deals: 0, lines: 0 };

/**
 * Influenced bookings of one currency, a quarter a row, cut into columns.
 *
 * @fires quarterselect when the reader wants to see a quarter's lines; detail is the quarter, `2026-Q3`.
 */
export default class BookingsTable extends LightningElement {
  @api bookings!: CurrencyBookings;
  /** The quarters to show, oldest first. */
  @api quarters: readonly Quarter[] = [];
  /** What the bookings are cut into. */
  @api columns: readonly Column[] = [];
  @api selectedQuarter?: string;

  readonly labels = labels;

  get caption(): string {
    return fill(labels.caption, this.currencyCode);
  }

  get currencyCode(): string {
    return this.bookings.currencyCode;
  }

  get headers(): ColumnHeader[] {
    return this.columns.map(({ key, label }, position) => ({ key, label, swatch: `swatch swatch_${position}` }));
  }

  get rows(): Row[] {
    const byPeriod = new Map(this.bookings.periods.map((period) => [period.period, period]));
    const day = today();
    return [...this.quarters].reverse().map((quarter) => {
      const bookings: Bookings = byPeriod.get(quarter.key) ?? NOTHING;
      const selected = quarter.key === this.selectedQuarter;
      return {
        key: quarter.key,
        note: quarter.from <= day && day <= quarter.to ? labels.soFar : '',
        ...this.figures(bookings),
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
      cells: this.columns.map((column) => ({ part: column.key, amount: toDecimal(sumOf(bookings, column)) })),
      total: toDecimal(bookings.cents),
      deals: bookings.deals,
    };
  }
}

function sumOf(bookings: Bookings, { parts }: Column): bigint {
  return parts.reduce((sum, part) => sum + (bookings.parts.get(part) ?? 0n), 0n);
}
