import { pad } from './calendar.ts';
import { DateValue } from './date.ts';
import { TimeValue } from './time.ts';
import { instantOfWallClock, offsetAt } from './time-zone.ts';

const DAY = 86_400_000;

/** What a wall clock and a calendar show at an instant. Months from 1; weekday 0 is Sunday. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
}

/** An Apex `Datetime`: an instant, in milliseconds since 1970-01-01T00:00:00Z. Immutable. */
export class DatetimeValue {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  static of(milliseconds: number): DatetimeValue {
    return new DatetimeValue(milliseconds);
  }

  /** The instant at which a wall clock in `zone` shows this date and time. */
  static ofWallClock(date: DateValue, time: TimeValue, zone = 'UTC'): DatetimeValue {
    return new DatetimeValue(instantOfWallClock(zone, date.days * DAY + time.milliseconds));
  }

  /**
   * Reads ISO 8601: `2026-11-21T10:00:00.000+0000`, `...Z`, `...+01:00`; without a zone it is UTC, without a time midnight.
   *
   * @throws SyntaxError when the text is no date-time.
   */
  static parse(text: string): DatetimeValue {
    const parsed = DatetimeValue.tryParse(text);
    if (!parsed) {
      throw new SyntaxError(`Invalid datetime: ${text}`);
    }
    return parsed;
  }

  /** Reads ISO 8601, or gives undefined when the text is no date-time. */
  static tryParse(text: string): DatetimeValue | undefined {
    const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d{2}:?\d{2})?$/.exec(text);
    const date = match ? DateValue.tryParse(match[1]) : undefined;
    if (!match || !date) {
      return undefined;
    }
    const [hour = 0, minute = 0, second = 0] = (match[2] ?? '00:00').split(':').map(Number);
    if (hour > 23 || minute > 59 || second > 59) {
      return undefined;
    }
    const millisecond = Number((match[3] ?? '').padEnd(3, '0').slice(0, 3));
    const wall = date.days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    return new DatetimeValue(wall - offsetOfText(match[4] ?? 'Z'));
  }

  /** What the wall clock of a zone shows. */
  wallClock(zone = 'UTC'): WallClock {
    const wall = new Date(this.milliseconds + offsetAt(zone, this.milliseconds));
    return {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
      millisecond: wall.getUTCMilliseconds(),
      weekday: wall.getUTCDay(),
    };
  }

  /** The date in a zone. */
  date(zone = 'UTC'): DateValue {
    return new DateValue(Math.floor((this.milliseconds + offsetAt(zone, this.milliseconds)) / DAY));
  }

  /** The time of day in a zone. */
  time(zone = 'UTC'): TimeValue {
    return new TimeValue(this.milliseconds + offsetAt(zone, this.milliseconds));
  }

  addMilliseconds(milliseconds: number): DatetimeValue {
    return new DatetimeValue(this.milliseconds + milliseconds);
  }

  /** Adds months on the calendar of `zone`, keeping the time of day and cutting the day to the month's length. */
  addMonths(months: number, zone = 'UTC'): DatetimeValue {
    return DatetimeValue.ofWallClock(this.date(zone).addMonths(months), this.time(zone), zone);
  }

  /** Adds days on the calendar of `zone`, keeping the time of day. */
  addDays(days: number, zone = 'UTC'): DatetimeValue {
    return DatetimeValue.ofWallClock(this.date(zone).addDays(days), this.time(zone), zone);
  }

  compare(other: DatetimeValue): number {
    return Math.sign(this.milliseconds - other.milliseconds);
  }

  equals(other: DatetimeValue): boolean {
    return this.milliseconds === other.milliseconds;
  }

  /** `2026-11-21 10:00:00` on the wall clock of a zone: the form of `String.valueOf`. */
  toZonedString(zone: string): string {
    const wall = this.wallClock(zone);
    const date = `${pad(wall.year, 4)}-${pad(wall.month, 2)}-${pad(wall.day, 2)}`;
    return `${date} ${pad(wall.hour, 2)}:${pad(wall.minute, 2)}:${pad(wall.second, 2)}`;
  }

  /** `2026-11-21T10:00:00.000+0000`: the form of the REST API. */
  toApiString(): string {
    return this.toString().replace('Z', '+0000');
  }

  /** `2026-11-21T10:00:00.000Z`: the form of Apex JSON. */
  toString(): string {
    return new Date(this.milliseconds).toISOString();
  }
}

function offsetOfText(zone: string): number {
  if (zone === 'Z' || zone === 'z') {
    return 0;
  }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
