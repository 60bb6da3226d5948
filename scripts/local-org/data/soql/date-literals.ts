import { DateValue } from '../values/date.ts';

/** Days from the first to before the last: what a literal such as `LAST_MONTH` stands for. */
export interface DateRange {
  readonly start: DateValue;
  /** The first day no longer in the range. */
  readonly end: DateValue;
}

type Range = (today: DateValue, count: number, fiscalStart: number) => DateRange;

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscalQuarter' | 'fiscalYear';

const UNITS: readonly (readonly [literal: string, plural: string, unit: Unit])[] = [
  ['WEEK', 'WEEKS', 'week'],
  ['MONTH', 'MONTHS', 'month'],
  ['QUARTER', 'QUARTERS', 'quarter'],
  ['YEAR', 'YEARS', 'year'],
  ['FISCAL_QUARTER', 'FISCAL_QUARTERS', 'fiscalQuarter'],
  ['FISCAL_YEAR', 'FISCAL_YEARS', 'fiscalYear'],
];

const PLAIN = new Map<string, Range>([
  ['YESTERDAY', (today) => days(today, -1, 0)],
  ['TODAY', (today) => days(today, 0, 1)],
  ['TOMORROW', (today) => days(today, 1, 2)],
  ['LAST_90_DAYS', (today) => days(today, -90, 1)],
  ['NEXT_90_DAYS', (today) => days(today, 1, 91)],
]);

const COUNTED = new Map<string, Range>([
  ['LAST_N_DAYS', (today, count) => days(today, -count, 1)],
  ['NEXT_N_DAYS', (today, count) => days(today, 1, count + 1)],
  ['N_DAYS_AGO', (today, count) => days(today, -count, 1 - count)],
]);

for (const [literal, plural, unit] of UNITS) {
  PLAIN.set(`LAST_${literal}`, (today, _count, fiscalStart) => units(today, unit, -1, 0, fiscalStart));
  PLAIN.set(`THIS_${literal}`, (today, _count, fiscalStart) => units(today, unit, 0, 1, fiscalStart));
  PLAIN.set(`NEXT_${literal}`, (today, _count, fiscalStart) => units(today, unit, 1, 2, fiscalStart));
  COUNTED.set(`LAST_N_${plural}`, (today, count, fiscalStart) => units(today, unit, -count, 0, fiscalStart));
  COUNTED.set(`NEXT_N_${plural}`, (today, count, fiscalStart) => units(today, unit, 1, count + 1, fiscalStart));
  COUNTED.set(`N_${plural}_AGO`, (today, count, fiscalStart) => units(today, unit, -count, 1 - count, fiscalStart));
}

/** Whether the upper-case word is a date literal, with or without a count. */
export function isNamedDate(name: string): boolean {
  return PLAIN.has(name) || COUNTED.has(name);
}

/** Whether a count must follow: `LAST_N_DAYS:30`. */
export function takesCount(name: string): boolean {
  return COUNTED.has(name);
}

/**
 * The days that a date literal stands for.
 *
 * @param today the day it is in the user's time zone.
 * @param fiscalStart the month (from 1) in which the fiscal year begins.
 */
export function rangeOfNamedDate(name: string, count: number | undefined, today: DateValue, fiscalStart: number): DateRange {
  const range = PLAIN.get(name) ?? COUNTED.get(name);
  if (range === undefined) throw new Error(`No date literal is called ${name}`);
  return range(today, count ?? 0, fiscalStart);
}

function days(today: DateValue, from: number, to: number): DateRange {
  return { start: today.addDays(from), end: today.addDays(to) };
}

function units(today: DateValue, unit: Unit, from: number, to: number, fiscalStart: number): DateRange {
  return { start: startOf(today, unit, from, fiscalStart), end: startOf(today, unit, to, fiscalStart) };
}

function startOf(today: DateValue, unit: Unit, offset: number, fiscalStart: number): DateValue {
  const firstOfMonth = DateValue.of(today.year, today.month, 1);
  switch (unit) {
    case 'day':
      return today.addDays(offset);
    case 'week':
      return today.addDays(7 * offset - today.weekday);
    case 'month':
      return firstOfMonth.addMonths(offset);
    case 'quarter':
      return firstOfMonth.addMonths(3 * offset - ((today.month - 1) % 3));
    case 'year':
      return firstOfMonth.addMonths(12 * offset - (today.month - 1));
    case 'fiscalQuarter':
      return firstOfMonth.addMonths(3 * offset - (monthsIntoFiscalYear(today, fiscalStart) % 3));
    case 'fiscalYear':
      return firstOfMonth.addMonths(12 * offset - monthsIntoFiscalYear(today, fiscalStart));
  }
}

function monthsIntoFiscalYear(today: DateValue, fiscalStart: number): number {
  return (today.month - fiscalStart + 12) % 12;
}
