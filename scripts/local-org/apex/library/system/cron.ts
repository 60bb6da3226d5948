import type { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { raise } from '../../runtime/exception.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** A schedule may name a year up to a hundred years from now. */
const YEARS_AHEAD = 100;

type Matches = (value: number) => boolean;

/** A parsed schedule: `seconds minutes hours day-of-month month day-of-week [year]`, on the wall clock of a zone. */
export interface Cron {
  /** The first moment after the given one at which the schedule fires, or undefined when there is none. */
  next(after: number): number | undefined;
}

/**
 * Reads a schedule as `System.schedule` takes it. Throws `System.StringException` or `System.AsyncException` in the platform's words when
 * it is none, or will never fire.
 */
export function parseCron(text: string, now: number, zone = 'GMT'): Cron {
  const cron = readCron(text, now, zone);
  if (cron.next(now) === undefined) {
    raise('System.AsyncException', `Based on configured schedule, the given trigger will never fire.`);
  }
  return cron;
}

/** Reads a schedule that may be over. Throws `System.StringException` when it is none. */
export function readCron(text: string, now: number, zone: string): Cron {
  const fields = text.trim().toUpperCase().split(/\s+/);
  if (fields.length < 6 || fields.length > 7) {
    raise('System.StringException', `Unexpected end of expression: ${text}`);
  }
  const [second, minute, hour, day, month, weekday, year = '*'] = fields as [string, string, string, string, string, string, string?];
  if (!/^\d{1,2}$/.test(second) || !/^\d{1,2}$/.test(minute)) {
    raise('System.StringException', 'Seconds and minutes must be specified as integers: ' + text);
  }
  if ((day === '?') === (weekday === '?') && day === '?') {
    raise('System.StringException', "'?' can only be specified for Day-of-Month -OR- Day-of-Week.");
  }
  const fieldsOfCron: Fields = {
    second: Number(second),
    minute: Number(minute),
    hour: field(hour, 0, 23, []),
    day: dayMatcher(day, field(weekday.replace(/^L$/, '7').replace(/(\d)L$/, '$1'), 1, 7, WEEKDAYS)),
    month: field(month, 1, 12, MONTHS),
    year: field(year, 1970, new Date(now).getUTCFullYear() + YEARS_AHEAD, []),
  };
  return schedule(fieldsOfCron, zone);
}

/** The schedule that fires once, at the second of a moment. */
export function cronOfMoment(milliseconds: number, zone: string): string {
  const moment = new DatetimeValue(milliseconds);
  const { year, month, day } = moment.date(zone);
  const { hour, minute, second } = moment.time(zone);
  return `${second} ${minute} ${hour} ${day} ${month} ? ${year}`;
}

type DayMatches = (date: DateValue) => boolean;

function dayMatcher(day: string, weekday: Matches): DayMatches {
  if (day === 'L') {
    return (date) => date.addDays(1).day === 1;
  }
  const matches = field(day.replace(/W$/, ''), 1, 31, []);
  return (date) => matches(date.day) && weekday(date.weekday + 1);
}

interface Fields {
  readonly second: number;
  readonly minute: number;
  readonly hour: Matches;
  readonly day: DayMatches;
  readonly month: Matches;
  readonly year: Matches;
}

function schedule({ second, minute, hour, day, month, year }: Fields, zone: string): Cron {
  const momentsOf = (date: DateValue): number[] =>
    HOURS.filter(hour).map((candidate) => DatetimeValue.ofWallClock(date, TimeValue.of(candidate, minute, second), zone).milliseconds);
  return {
    next(after) {
      const from = new DatetimeValue(after).date(zone);
      for (let date = from; date.year <= from.year + YEARS_AHEAD; date = date.addDays(1)) {
        const moment =
          year(date.year) && month(date.month) && day(date) ? momentsOf(date).find((candidate) => candidate > after) : undefined;
        if (moment !== undefined) {
          return moment;
        }
      }
      return undefined;
    },
  };
}

function field(text: string, low: number, high: number, names: readonly string[]): Matches {
  if (text === '*' || text === '?') {
    return () => true;
  }
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\*|[A-Z0-9]+)(?:-([A-Z0-9]+))?(?:\/(\d+))?(?:#\d)?$/.exec(part);
    const from = match ? (match[1] === '*' ? low : numberOf(match[1], low, names)) : Number.NaN;
    const to = match?.[2] === undefined ? (match?.[3] === undefined && match?.[1] !== '*' ? from : high) : numberOf(match[2], low, names);
    if (!(from >= low && to <= high)) {
      raise('System.StringException', `Invalid cron expression field: ${text}`);
    }
    for (let value = from; value <= to; value += Number(match?.[3] ?? 1)) {
      values.add(value);
    }
  }
  return (value) => values.has(value);
}

function numberOf(text: string, low: number, names: readonly string[]): number {
  const named = names.indexOf(text);
  return named < 0 ? Number(text) : named + low;
}
