/**
 * Fiscal quarters as the org defines them. Self-contained and free of platform imports, so that the page and the
 * command line share it. Days are ISO texts (`2026-11-21`) throughout: a fiscal quarter has no time zone.
 */

/** How the org's fiscal year lies in the calendar. */
export interface FiscalCalendar {
  /** First month of the fiscal year, 1 to 12. */
  readonly startMonth: number;
  /** True when the fiscal year bears the calendar year it starts in; otherwise it bears the year it ends in. */
  readonly namedByStart?: boolean;
}

/** One fiscal quarter. */
export interface Quarter {
  /** What a person and a command line call it, `2026-Q3`. */
  readonly key: string;
  readonly fiscalYear: number;
  /** 1 to 4. */
  readonly number: number;
  /** First day, inclusive, ISO. */
  readonly from: string;
  /** Last day, inclusive, ISO. */
  readonly to: string;
}

/**
 * The quarter a day lies in.
 *
 * @param day ISO day, or an ISO date-time of which the day counts.
 * @throws RangeError when `day` is not an ISO day.
 */
export function quarterOf(day: string, calendar: FiscalCalendar): Quarter {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!parts) {
    throw new RangeError(`"${day}" is not a day; write it like 2026-11-21.`);
  }
  const monthsSinceYearZero = Number(parts[1]) * 12 + Number(parts[2]) - 1;
  const sinceFiscalStart = monthsSinceYearZero - (calendar.startMonth - 1);
  return quarterAt(Math.floor(sinceFiscalStart / 3), calendar);
}

/**
 * Reads a quarter's name.
 *
 * @param key `2026-Q3`.
 * @throws RangeError when the name has another form.
 */
export function parseQuarter(key: string, calendar: FiscalCalendar): Quarter {
  const parts = /^(\d{4})-?Q([1-4])$/i.exec(key.trim());
  if (!parts) {
    throw new RangeError(`"${key}" is not a fiscal quarter; write it like 2026-Q3.`);
  }
  const startYear = Number(parts[1]) - yearNameOffset(calendar);
  return quarterAt(startYear * 4 + Number(parts[2]) - 1, calendar);
}

/**
 * The quarters up to and including one, oldest first.
 *
 * @param count how many, the last one included.
 */
export function quartersUntil(last: Quarter, count: number, calendar: FiscalCalendar): Quarter[] {
  const lastIndex = (last.fiscalYear - yearNameOffset(calendar)) * 4 + last.number - 1;
  return Array.from({ length: count }, (_unused, position) => quarterAt(lastIndex - count + 1 + position, calendar));
}

/** Quarters counted from the fiscal year that starts in calendar year 0. */
function quarterAt(index: number, calendar: FiscalCalendar): Quarter {
  const startYear = Math.floor(index / 4);
  const number = index - startYear * 4 + 1;
  const fiscalYear = startYear + yearNameOffset(calendar);
  const firstMonth = index * 3 + calendar.startMonth - 1;
  return {
    key: `${fiscalYear}-Q${number}`,
    fiscalYear,
    number,
    from: isoDay(firstMonth, 1),
    to: isoDay(firstMonth + 3, 0),
  };
}

function yearNameOffset(calendar: FiscalCalendar): number {
  return calendar.startMonth > 1 && !calendar.namedByStart ? 1 : 0;
}

function isoDay(monthsSinceYearZero: number, day: number): string {
  const year = Math.floor(monthsSinceYearZero / 12);
  return new Date(Date.UTC(year, monthsSinceYearZero - year * 12, day)).toISOString().slice(0, 10);
}
