import { daysInMonth } from '../../../data/values/calendar.ts';
import { floating } from '../values/coerce.ts';
import type { ObjectValue } from '../values/object.ts';
import { PeriodValue } from '../values/period.ts';
import { NANOS_OF_SECOND } from '../values/temporal.ts';
import type { TemporalValue } from '../values/temporal.ts';
import type { FunctionModule } from './declaration.ts';

/** Years, months and days from one date to another. */
function between(end: TemporalValue, start: TemporalValue): PeriodValue {
  const [from, to] = [start.date, end.date];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const days = to.day - from.day;
  if (months > 0 && days < 0) {
    return new PeriodValue(months - 1, to.days - from.addMonths(months - 1).days);
  }
  return months < 0 && days > 0 ? new PeriodValue(months + 1, days - daysInMonth(to.year, to.month)) : new PeriodValue(months, days);
}

function timed(seconds: number): PeriodValue {
  const whole = Math.floor(seconds);
  return new PeriodValue(0, 0, whole, Math.round((seconds - whole) * NANOS_OF_SECOND));
}

/** Whole days are days of the calendar, parts of days are time. */
function daysOf(amount: unknown): PeriodValue {
  const number = floating(amount);
  return Number.isInteger(number) ? new PeriodValue(0, number) : timed(number * 86_400);
}

const part = (parts: ObjectValue, name: string): number => floating(parts.get(name) ?? 0);

/** The module `dw::core::Periods`. */
export const periods: FunctionModule = {
  name: 'dw::core::Periods',
  functions: {
    'between(end: Date, start: Date)': between,
    'days(amount: Number)': daysOf,
    'hours(amount: Number)': (amount: unknown) => timed(floating(amount) * 3600),
    'minutes(amount: Number)': (amount: unknown) => timed(floating(amount) * 60),
    'seconds(amount: Number)': (amount: unknown) => timed(floating(amount)),
    'months(amount: Number)': (amount: unknown) => new PeriodValue(floating(amount), 0),
    'years(amount: Number)': (amount: unknown) => new PeriodValue(floating(amount) * 12, 0),
    'period(parts: Object)': (parts: ObjectValue) =>
      new PeriodValue(part(parts, 'years') * 12 + part(parts, 'months'), part(parts, 'days')),
    'duration(parts: Object)': (parts: ObjectValue) =>
      timed(((part(parts, 'days') * 24 + part(parts, 'hours')) * 60 + part(parts, 'minutes')) * 60 + part(parts, 'seconds')),
  },
};
