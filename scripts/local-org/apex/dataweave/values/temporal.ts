import { DateValue } from '../../../data/values/date.ts';
import { instantOfWallClock, isTimeZone, offsetAt } from '../../../data/values/time-zone.ts';
import type { Properties } from './object.ts';

export const NANOS_OF_SECOND = 1_000_000_000;
export const NANOS_OF_DAY = 86_400 * NANOS_OF_SECOND;
const NANOS_OF_MILLISECOND = 1_000_000;
const SECONDS_OF_DAY = 86_400;

/** A TimeZone: an offset such as `-03:00`, `Z`, or a region such as `Asia/Tokyo`. */
export class ZoneValue {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  /** Undefined when there is no such zone. */
  static parse(text: string): ZoneValue | undefined {
    const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text);
    if (offset) {
      const [, sign, hours, minutes = '00'] = offset as unknown as [string, string, string, string?];
      return new ZoneValue(hours.padStart(2, '0') === '00' && minutes === '00' ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`);
    }
    return text === 'Z' || text === 'z' ? new ZoneValue('Z') : isTimeZone(text) ? new ZoneValue(text) : undefined;
  }

  private get fixed(): number | undefined {
    const offset = /^([+-])(\d{2}):(\d{2})$/.exec(this.id);
    return this.id === 'Z' ? 0 : offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60 : undefined;
  }

  /** Seconds ahead of UTC at an instant. */
  offsetAt(epochSecond: number): number {
    return this.fixed ?? offsetAt(this.id, epochSecond * 1000) / 1000;
  }

  /** The instant, in seconds, at which clocks show a wall time given in seconds as if it were of UTC. */
  instantOf(wallSecond: number): number {
    const { fixed } = this;
    return fixed === undefined ? instantOfWallClock(this.id, wallSecond * 1000) / 1000 : wallSecond - fixed;
  }

  /** Whether it is a region, whose offset changes over the year. */
  get isRegion(): boolean {
    return this.fixed === undefined;
  }
}

/** Which parts a temporal value has, and so of which type it is. */
export type TemporalType = 'Date' | 'Time' | 'LocalTime' | 'DateTime' | 'LocalDateTime';

/** A Date, Time, LocalTime, DateTime or LocalDateTime. */
export class TemporalValue {
  /** Days since 1970; undefined for times. */
  readonly day: number | undefined;
  /** Nanoseconds since midnight; undefined for dates. */
  readonly nano: number | undefined;
  readonly zone: ZoneValue | undefined;
  readonly properties: Properties | undefined;

  constructor(day: number | undefined, nano: number | undefined, zone?: ZoneValue, properties?: Properties) {
    this.day = day;
    this.nano = nano;
    this.zone = zone;
    this.properties = properties;
  }

  /** A DateTime of an instant. */
  static ofInstant(epochSecond: number, nanoOfSecond: number, zone: ZoneValue): TemporalValue {
    const wall = epochSecond + zone.offsetAt(epochSecond);
    const day = Math.floor(wall / SECONDS_OF_DAY);
    return new TemporalValue(day, (wall - day * SECONDS_OF_DAY) * NANOS_OF_SECOND + nanoOfSecond, zone);
  }

  static ofMilliseconds(milliseconds: number, zone: ZoneValue): TemporalValue {
    const second = Math.floor(milliseconds / 1000);
    return TemporalValue.ofInstant(second, (milliseconds - second * 1000) * NANOS_OF_MILLISECOND, zone);
  }

  get type(): TemporalType {
    if (this.day === undefined) {
      return this.zone ? 'Time' : 'LocalTime';
    }
    return this.nano === undefined ? 'Date' : this.zone ? 'DateTime' : 'LocalDateTime';
  }

  get date(): DateValue {
    return new DateValue(this.day ?? 0);
  }

  /** Seconds since 1970 of a DateTime; of anything else, as if it were of UTC. */
  get epochSecond(): number {
    const wall = (this.day ?? 0) * SECONDS_OF_DAY + Math.floor((this.nano ?? 0) / NANOS_OF_SECOND);
    return this.zone ? this.zone.instantOf(wall) : wall;
  }

  get nanoOfSecond(): number {
    return (this.nano ?? 0) % NANOS_OF_SECOND;
  }

  get milliseconds(): number {
    return this.epochSecond * 1000 + Math.floor(this.nanoOfSecond / NANOS_OF_MILLISECOND);
  }

  /** Seconds that the zone is ahead of UTC. */
  get offset(): number {
    return this.zone?.offsetAt(this.epochSecond) ?? 0;
  }

  /** The same instant seen in another zone. */
  inZone(zone: ZoneValue): TemporalValue {
    const moved = TemporalValue.ofInstant(this.epochSecond, this.nanoOfSecond, zone);
    return this.day === undefined ? new TemporalValue(undefined, moved.nano, zone) : moved;
  }

  addDays(days: number): TemporalValue {
    return new TemporalValue((this.day ?? 0) + days, this.nano, this.zone);
  }

  addMonths(months: number): TemporalValue {
    return new TemporalValue(this.date.addMonths(months).days, this.nano, this.zone);
  }

  /** Adds an amount of time: on the clock for local values, of the instant for a DateTime. */
  addTime(seconds: number, nanos: number): TemporalValue {
    if (this.zone && this.day !== undefined) {
      const total = this.nanoOfSecond + nanos;
      const carried = Math.floor(total / NANOS_OF_SECOND);
      return TemporalValue.ofInstant(this.epochSecond + seconds + carried, total - carried * NANOS_OF_SECOND, this.zone);
    }
    const total = (this.nano ?? 0) + (seconds % SECONDS_OF_DAY) * NANOS_OF_SECOND + nanos;
    const days = Math.floor(total / NANOS_OF_DAY);
    const day = this.day === undefined ? undefined : this.day + Math.trunc(seconds / SECONDS_OF_DAY) + days;
    return new TemporalValue(day, this.nano === undefined ? undefined : total - days * NANOS_OF_DAY, this.zone);
  }

  with(properties: Properties | undefined): TemporalValue {
    return new TemporalValue(this.day, this.nano, this.zone, properties);
  }

  /** -1, 0 or 1. */
  compare(other: TemporalValue): number {
    return Math.sign(this.epochSecond - other.epochSecond) || Math.sign(this.nanoOfSecond - other.nanoOfSecond);
  }

  /** In the form of ISO 8601, as short as Java writes it. */
  toString(): string {
    const date = this.day === undefined ? '' : this.date.toString();
    const time = this.nano === undefined ? '' : timeText(this.nano);
    return `${date}${date !== '' && time !== '' ? 'T' : ''}${time}${this.zoneText}`;
  }

  private get zoneText(): string {
    if (!this.zone) {
      return '';
    }
    return this.zone.isRegion ? `${offsetText(this.offset)}[${this.zone.id}]` : this.zone.id;
  }
}

/** `-03:00`, or `Z`. */
export function offsetText(seconds: number): string {
  const minutes = Math.abs(Math.trunc(seconds / 60));
  return seconds === 0 ? 'Z' : `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function timeText(nano: number): string {
  const second = Math.floor(nano / NANOS_OF_SECOND);
  const rest = nano % NANOS_OF_SECOND;
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`;
  const digits = String(rest)
    .padStart(9, '0')
    .replace(/(000)+$/, '');
  return `${clock}:${two(second % 60)}${digits === '' ? '' : `.${digits}`}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const DATE = /^([+-]?\d{4,9})-(\d{2})(?:-(\d{2}))?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?$/;

/** Reads a date, a time or both in the form of ISO 8601; undefined when the text is none of them. */
export function parseTemporal(text: string): TemporalValue | undefined {
  const match = /^([^T]*?)(?:T?((?:\d{2}:\d{2})[^Z+[\]-]*)(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[([^\]]+)\])?)?$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [, date = '', time, offset, region] = match;
  const day = date === '' ? undefined : parseDay(date);
  const nano = time === undefined ? undefined : parseNano(time);
  if ((date !== '' && day === undefined) || (time !== undefined && nano === undefined) || (day === undefined && nano === undefined)) {
    return undefined;
  }
  const zone = region ?? offset;
  return new TemporalValue(day, nano, zone === undefined ? undefined : ZoneValue.parse(zone));
}

function parseDay(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match?.[3]) {
    return undefined;
  }
  return DateValue.tryParse(text)?.days;
}

function parseNano(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59 || Number(match[3] ?? 0) > 59) {
    return undefined;
  }
  const second = (Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3] ?? 0);
  return second * NANOS_OF_SECOND + Number((match[4] ?? '').padEnd(9, '0'));
}
