import { LightningElement, wire } from 'lwc';
import type { CurrencyBookings, DealDifference, Dimension, FiscalCalendar, LedgerLine, LedgerView, Quarter } from 'c/influenceService';
import { differencesByDeal, getLedger, influencedBookings, quarterOf, quartersUntil, refreshLedger, toDecimal } from 'c/influenceService';
import type { Period } from 'c/metricsService';
import { counted, today } from 'c/wording';
import { PageRefresh } from 'c/pageRefresh';
import { columnsOf, CUTS } from './cuts';
import type { Column } from './cuts';
import { linesAsCsv } from './export';
import { labels } from './labels';

interface CurrencySection {
  readonly currencyCode: string;
  readonly bookings: CurrencyBookings;
  readonly columns: readonly Column[];
  /** The same sums as the table, as bars. */
  readonly trend: Trend;
  readonly selectedQuarter: string | undefined;
  readonly total: string;
  readonly totalLabel: string;
  readonly deals: string;
  readonly lines: string;
  readonly lateLogged: string | undefined;
  readonly drilledLines: readonly LedgerLine[];
  readonly comparison: Comparison | undefined;
}

interface Trend {
  readonly labels: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** What had been reported on a day, beside what stands. */
interface Comparison {
  readonly reported: string;
  readonly difference: string;
  readonly deals: readonly DealDifference[];
}

const RANGES = [4, 8, 12];

/**
 * Influenced bookings by fiscal quarter, with what they are and how many deals they come from, down to the ledger lines.
 * Takes a year of lines more than the longest range, so that the fiscal calendar, which comes with the lines, may begin in any month.
 */
export default class InfluencedBookings extends LightningElement {
  readonly labels = labels;
  readonly rangeOptions = [
    { label: labels.lastFour, value: '4' },
    { label: labels.lastEight, value: '8' },
    { label: labels.lastTwelve, value: '12' },
  ];

  readonly cutOptions = CUTS;

  error: unknown;
  quarters: readonly Quarter[] = [];
  sections: readonly CurrencySection[] = [];
  truncated = false;
  loaded = false;
  readonly currentDay = today();

  cut: Dimension = 'dealType';
  reportedOn = '';

  private count = 8;
  private selection?: { readonly currencyCode: string; readonly quarter: string };
  private allLines: readonly LedgerLine[] = [];
  private shownLines: readonly LedgerLine[] = [];
  private calendar: FiscalCalendar = { startMonth: 1 };
  private wired?: WireResult<LedgerView>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshLedger(this.wired));

  @wire(getLedger, { fromDate: '$fromDate', toDate: '$toDate' })
  wiredLedger(wired: WireResult<LedgerView>): void {
    this.wired = wired;
    this.error = wired.error;
    if (wired.data !== undefined) {
      this.allLines = wired.data.lines;
      this.truncated = wired.data.truncated;
      this.calendar = { startMonth: wired.data.fiscalYearStartMonth, namedByStart: wired.data.fiscalYearNamedByStart };
      this.loaded = true;
      this.compute();
    }
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get fromDate(): string {
    return `${Number(this.currentDay.slice(0, 4)) - Math.ceil(Math.max(...RANGES) / 4) - 1}-01-01`;
  }

  get toDate(): string {
    return `${Number(this.currentDay.slice(0, 4)) + 1}-12-31`;
  }

  /** The days of the quarters shown. */
  get period(): Period | undefined {
    return spanOf(this.quarters);
  }

  /** The first day of the longest range: what figures are read from once. */
  get earliest(): string {
    const current = quarterOf(this.currentDay, this.calendar);
    return spanOf(quartersUntil(current, Math.max(...RANGES), this.calendar))?.from ?? current.from;
  }

  get range(): string {
    return String(this.count);
  }

  get loading(): boolean {
    return !this.loaded && this.error === undefined;
  }

  get empty(): boolean {
    return this.loaded && this.sections.length === 0;
  }

  get manyCurrencies(): boolean {
    return this.sections.length > 1;
  }

  /** Deals by their key, as the lines name them. */
  get dealNames(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      this.shownLines.flatMap(({ opportunityKey, opportunityName }) => (opportunityName ? [[opportunityKey, opportunityName]] : [])),
    );
  }

  handleRange(event: CustomEvent<{ value: string }>): void {
    this.count = Number(event.detail.value);
    this.selection = undefined;
    this.compute();
  }

  handleCut(event: CustomEvent<{ value: Dimension }>): void {
    this.cut = event.detail.value;
    this.compute();
  }

  handleReportedOn(event: CustomEvent<{ value: string | null }>): void {
    this.reportedOn = event.detail.value ?? '';
    this.compute();
  }

  handleDownload(): void {
    const link = document.createElement('a');
    link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(linesAsCsv(this.shownLines))}`;
    link.download = labels.csvFile;
    link.click();
  }

  handlePrint(): void {
    window.print();
  }

  handleQuarter(event: CustomEvent<string>): void {
    const currencyCode = (event.currentTarget as HTMLElement).dataset.currency ?? '';
    const again = this.selection?.currencyCode === currencyCode && this.selection.quarter === event.detail;
    this.selection = again ? undefined : { currencyCode, quarter: event.detail };
    this.compute();
  }

  handleCloseLines(): void {
    this.selection = undefined;
    this.compute();
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }

  private compute(): void {
    this.quarters = quartersUntil(quarterOf(this.currentDay, this.calendar), this.count, this.calendar);
    const shown = new Set(this.quarters.map((quarter) => quarter.key));
    const periodOf = (closeDate: string): string => quarterOf(closeDate, this.calendar).key;
    this.shownLines = this.allLines.filter(({ closeDate }) => shown.has(periodOf(closeDate)));
    this.sections = influencedBookings(this.shownLines, periodOf, this.cut).map((bookings) => this.section(bookings));
  }

  private section(bookings: CurrencyBookings): CurrencySection {
    const { currencyCode, total } = bookings;
    const selectedQuarter = this.selection?.currencyCode === currencyCode ? this.selection.quarter : undefined;
    const columns = columnsOf(bookings, this.cut, this.shownLines);
    return {
      currencyCode,
      bookings,
      columns,
      trend: this.trend(bookings, columns),
      selectedQuarter,
      total: toDecimal(total.cents),
      totalLabel: this.rangeOptions.find((option) => option.value === this.range)?.label ?? '',
      deals: counted(total.deals, labels.dealsOne, labels.dealsMany),
      lines: counted(total.lines, labels.linesOne, labels.linesMany),
      lateLogged: total.lateLoggedCents === 0n ? undefined : toDecimal(total.lateLoggedCents),
      drilledLines: selectedQuarter === undefined ? [] : this.linesOf(currencyCode, selectedQuarter),
      comparison: this.reportedOn === '' ? undefined : this.comparison(bookings),
    };
  }

  private trend({ periods }: CurrencyBookings, columns: readonly Column[]): Trend {
    const byQuarter = new Map(periods.map((period) => [period.period, period.parts]));
    const sumOf = (quarter: Quarter, { parts }: Column): number =>
      Number(parts.reduce((sum, part) => sum + (byQuarter.get(quarter.key)?.get(part) ?? 0n), 0n)) / 100;
    return {
      labels: this.quarters.map(({ key }) => key),
      series: columns.map((column) => ({ label: column.label, values: this.quarters.map((quarter) => sumOf(quarter, column)) })),
    };
  }

  private comparison({ currencyCode, total }: CurrencyBookings): Comparison {
    const wasKnown = ({ bookedOn }: LedgerLine): boolean => today(new Date(bookedOn)) <= this.reportedOn;
    const deals = differencesByDeal(
      this.shownLines.filter((line) => (line.currencyCode ?? '') === currencyCode),
      wasKnown,
    );
    const difference = deals.reduce((sum, { differenceCents }) => sum + differenceCents, 0n);
    return { reported: toDecimal(total.cents - difference), difference: toDecimal(difference), deals };
  }

  private linesOf(currencyCode: string, quarter: string): LedgerLine[] {
    return this.shownLines
      .filter((line) => (line.currencyCode ?? '') === currencyCode && quarterOf(line.closeDate, this.calendar).key === quarter)
      .sort(latestFirst);
  }
}

function spanOf(quarters: readonly Quarter[]): Period | undefined {
  const [first, last] = [quarters[0], quarters.at(-1)];
  return first && last && { from: first.from, to: last.to };
}

function latestFirst(left: LedgerLine, right: LedgerLine): number {
  if (left.closeDate !== right.closeDate) {
    return left.closeDate < right.closeDate ? 1 : -1;
  }
  return left.name < right.name ? -1 : 1;
}
