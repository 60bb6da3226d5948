import { PeriodValue } from '../values/period.ts';
import { NANOS_OF_SECOND, TemporalValue } from '../values/temporal.ts';

type Part<T> = (value: T) => number | string | undefined;

const secondOf = ({ nano = 0 }: TemporalValue): number => Math.floor(nano / NANOS_OF_SECOND);

const DATE_PARTS: Readonly<Record<string, Part<TemporalValue>>> = {
  year: ({ date }) => date.year,
  month: ({ date }) => date.month,
  day: ({ date }) => date.day,
  quarter: ({ date }) => Math.ceil(date.month / 3),
  dayOfWeek: ({ date }) => (date.weekday === 0 ? 7 : date.weekday),
  dayOfYear: ({ date }) => date.dayOfYear,
};

const TIME_PARTS: Readonly<Record<string, Part<TemporalValue>>> = {
  hour: (value) => Math.floor(secondOf(value) / 3600),
  minutes: (value) => Math.floor(secondOf(value) / 60) % 60,
  seconds: (value) => secondOf(value) % 60,
  milliseconds: ({ nanoOfSecond }) => Math.floor(nanoOfSecond / 1_000_000),
  nanoseconds: ({ nanoOfSecond }) => nanoOfSecond,
};

const PERIOD_PARTS: Readonly<Record<string, Part<PeriodValue>>> = {
  years: ({ months }) => Math.trunc(months / 12),
  months: ({ months }) => months % 12,
  days: ({ days, seconds }) => days + Math.trunc(seconds / 86_400),
  hours: ({ seconds }) => Math.trunc(seconds / 3600) % 24,
  minutes: ({ seconds }) => Math.trunc(seconds / 60) % 60,
  secs: ({ seconds }) => seconds % 60,
};

/** `date.year`, `period.hours`; undefined when the value has no such part. */
export function partOf(value: unknown, name: string): unknown {
  if (value instanceof PeriodValue) {
    return PERIOD_PARTS[name]?.(value);
  }
  if (!(value instanceof TemporalValue)) {
    return undefined;
  }
  if (value.zone && name === 'offsetSeconds') {
    return value.offset;
  }
  if (value.zone && name === 'timezone') {
    return value.zone;
  }
  const dates = value.day === undefined ? undefined : DATE_PARTS[name]?.(value);
  return dates ?? (value.nano === undefined ? undefined : TIME_PARTS[name]?.(value));
}
