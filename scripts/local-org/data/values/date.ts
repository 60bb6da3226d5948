import { dateOfDays, daysInMonth, daysOf, isLeapYear, pad } from './calendar.ts';

/** An Apex `Date`: a day of the calendar without a time or a zone. Immutable. */
export class DateValue {
  /** Days since 1970-01-01. */
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** A date by year, month (from 1) and day; out-of-range parts roll over as they do on the platform. */
  static of(year: number, month: number, day: number): DateValue {
    return new DateValue(daysOf(year, month, day));
  }

  /**
   * Reads `2026-11-21`; a time behind it is ignored.
   *
   * @throws SyntaxError when the text is no date.
   */
  static parse(text: string): DateValue {
    const parsed = DateValue.tryParse(text);
    if (!parsed) {
      throw new SyntaxError(`Invalid date: ${text}`);
    }
    return parsed;
  }

  /** Reads `2026-11-21`, or gives undefined when the text is no date of the calendar. */
  static tryParse(text: string): DateValue | undefined {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
    if (!match) {
      return undefined;
    }
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? DateValue.of(year, month, day) : undefined;
  }

  get year(): number {
    return dateOfDays(this.days).year;
  }

  /** From 1. */
  get month(): number {
    return dateOfDays(this.days).month;
  }

  get day(): number {
    return dateOfDays(this.days).day;
  }

  get dayOfYear(): number {
    return this.days - daysOf(this.year, 1, 1) + 1;
  }

  /** 0 is Sunday. */
  get weekday(): number {
    return (((this.days + 4) % 7) + 7) % 7;
  }

  get isLeapYear(): boolean {
    return isLeapYear(this.year);
  }

  addDays(days: number): DateValue {
    return new DateValue(this.days + days);
  }

  /** Adds months; the day is cut to the length of the month reached (31 January plus one month is 28 or 29 February). */
  addMonths(months: number): DateValue {
    const { year, month, day } = dateOfDays(this.days);
    const index = year * 12 + (month - 1) + months;
    const reachedYear = Math.floor(index / 12);
    const reachedMonth = index - reachedYear * 12 + 1;
    return DateValue.of(reachedYear, reachedMonth, Math.min(day, daysInMonth(reachedYear, reachedMonth)));
  }

  addYears(years: number): DateValue {
    return this.addMonths(12 * years);
  }

  compare(other: DateValue): number {
    return Math.sign(this.days - other.days);
  }

  equals(other: DateValue): boolean {
    return this.days === other.days;
  }

  /** `2026-11-21`. */
  toString(): string {
    const { year, month, day } = dateOfDays(this.days);
    return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  }
}
