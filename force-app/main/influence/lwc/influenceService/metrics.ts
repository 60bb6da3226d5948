/**
 * The one implementation of the figures: pure functions over ledger lines, used by the page and the command line
 * alike. Self-contained and free of platform imports. Money is counted in exact cents (`bigint`), a currency at a time.
 */

/** One line of the ledger, as far as figures need it. Every dimension is the value frozen on the line. */
export interface LedgerFact {
  readonly opportunityKey: string;
  readonly advocateKey: string;
  readonly activityKey: string;
  readonly kind: string;
  /** In the deal's currency, at most two decimals; reversing lines carry the opposite sign. */
  readonly amount: number | string;
  readonly currencyCode?: string | null;
  /** ISO day. */
  readonly closeDate: string;
  readonly dealType?: string | null;
  readonly industry?: string | null;
  readonly region?: string | null;
  readonly sizeBand?: string | null;
  readonly ownerKey?: string | null;
  readonly advocateOwnerKey?: string | null;
  readonly lateLogged: boolean;
}

/** What bookings can be cut by: dimensions frozen on each line, so that every cut adds up to the total. */
export type Dimension =
  'dealType' | 'industry' | 'region' | 'sizeBand' | 'ownerKey' | 'advocateOwnerKey' | 'advocateKey' | 'opportunityKey';

/** A sum with what it is made of. */
export interface Bookings {
  /** Sum of the lines, in cents. */
  readonly cents: bigint;
  /** The same sum cut by the asked dimension; its values add up to `cents`. */
  readonly parts: ReadonlyMap<string, bigint>;
  /** Of `cents`, what was logged only after the deal was won. */
  readonly lateLoggedCents: bigint;
  /** n: distinct deals whose recognition stands (more recognising than reversing lines). */
  readonly deals: number;
  /** Lines summed, reversing ones included. */
  readonly lines: number;
}

/** Bookings of one period. */
export interface PeriodBookings extends Bookings {
  readonly period: string;
}

/** Everything in one currency; currencies are never added to each other. */
export interface CurrencyBookings {
  readonly currencyCode: string;
  readonly total: Bookings;
  /** In the order of their keys, only periods that have lines. */
  readonly periods: readonly PeriodBookings[];
}

/** What a deal's lines came to at an earlier time and come to now. */
export interface DealDifference {
  readonly opportunityKey: string;
  readonly currencyCode: string;
  readonly cents: bigint;
  /** What was known at the earlier time. */
  readonly reportedCents: bigint;
  /** `cents` less `reportedCents`, never zero. */
  readonly differenceCents: bigint;
}

/** The key under which lines without a value of the dimension are summed. */
export const NOT_STATED = '';

/** Sums lines one by one. */
class Tally {
  private cents = 0n;
  private lateLoggedCents = 0n;
  private lines = 0;
  private readonly parts = new Map<string, bigint>();
  private readonly standing = new Map<string, number>();

  add(line: LedgerFact, dimension: Dimension): void {
    const cents = toCents(line.amount);
    const part = line[dimension] ?? NOT_STATED;
    this.cents += cents;
    this.lateLoggedCents += line.lateLogged ? cents : 0n;
    this.lines += 1;
    this.parts.set(part, (this.parts.get(part) ?? 0n) + cents);
    const step = line.kind === 'Reversed' ? -1 : 1;
    this.standing.set(line.opportunityKey, (this.standing.get(line.opportunityKey) ?? 0) + step);
  }

  result(): Bookings {
    return {
      cents: this.cents,
      parts: this.parts,
      lateLoggedCents: this.lateLoggedCents,
      deals: [...this.standing.values()].filter((count) => count > 0).length,
      lines: this.lines,
    };
  }
}

/**
 * Influenced bookings: the sum of ledger lines by close date.
 *
 * @param lines ledger lines, in any order.
 * @param periodOf names the period of a close date; `undefined` leaves the line out.
 * @param dimension what to cut by.
 * @returns one entry a currency, by currency code.
 * @throws RangeError when an amount is not a number of at most two decimals.
 */
export function influencedBookings(
  lines: Iterable<LedgerFact>,
  periodOf: (closeDate: string) => string | undefined,
  dimension: Dimension = 'dealType',
): CurrencyBookings[] {
  const currencies = new Map<string, { total: Tally; periods: Map<string, Tally> }>();
  for (const line of lines) {
    const period = periodOf(line.closeDate);
    if (period === undefined) {
      continue;
    }
    const currency = entry(currencies, line.currencyCode ?? NOT_STATED, () => ({ total: new Tally(), periods: new Map<string, Tally>() }));
    currency.total.add(line, dimension);
    entry(currency.periods, period, () => new Tally()).add(line, dimension);
  }
  return [...currencies].sort(byKey).map(([currencyCode, { total, periods }]) => ({
    currencyCode,
    total: total.result(),
    periods: [...periods].sort(byKey).map(([period, tally]) => ({ period, ...tally.result() })),
  }));
}

/**
 * What changed since an earlier report, deal by deal, the largest change first. The differences add up to the difference of the sums.
 *
 * @param lines ledger lines of the time that the report is about.
 * @param wasKnown tells whether a line had been booked when the report was made.
 */
export function differencesByDeal<Line extends LedgerFact>(lines: Iterable<Line>, wasKnown: (line: Line) => boolean): DealDifference[] {
  const deals = new Map<string, { opportunityKey: string; currencyCode: string; cents: bigint; reportedCents: bigint }>();
  for (const line of lines) {
    const currencyCode = line.currencyCode ?? NOT_STATED;
    const deal = entry(deals, `${line.opportunityKey} ${currencyCode}`, () => ({
      opportunityKey: line.opportunityKey,
      currencyCode,
      cents: 0n,
      reportedCents: 0n,
    }));
    const cents = toCents(line.amount);
    deal.cents += cents;
    deal.reportedCents += wasKnown(line) ? cents : 0n;
  }
  return [...deals.values()]
    .map((deal) => ({ ...deal, differenceCents: deal.cents - deal.reportedCents }))
    .filter(({ differenceCents }) => differenceCents !== 0n)
    .sort((left, right) => {
      const difference = size(right.differenceCents) - size(left.differenceCents);
      return difference === 0n ? (left.opportunityKey < right.opportunityKey ? -1 : 1) : difference < 0n ? -1 : 1;
    });
}

/**
 * An amount as exact cents.
 *
 * @param amount a number, or a decimal text such as `-1234.5`.
 * @throws RangeError when it is not a decimal number of at most two decimals.
 */
export function toCents(amount: number | string): bigint {
  const parts = /^([+-]?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(String(amount).trim());
  if (!parts) {
    throw new RangeError(`"${amount}" is not an amount with at most two decimals.`);
  }
  const cents = BigInt(parts[2] ?? '0') * 100n + BigInt((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' ? -cents : cents;
}

/** Cents as a plain decimal text with two decimals, `-1234.50`: what reports print and exports carry. */
export function toDecimal(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function size(cents: bigint): bigint {
  return cents < 0n ? -cents : cents;
}

function entry<V>(map: Map<string, V>, key: string, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = create();
    map.set(key, value);
  }
  return value;
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0;
}
