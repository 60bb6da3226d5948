import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import type { WallClock } from '../../../data/values/datetime.ts';
import { formatPattern } from '../../../data/values/date-pattern.ts';
import { isTimeZone } from '../../../data/values/time-zone.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';
import { runningUser } from '../running-user.ts';
import { localDatetime, localDatetimeLong, parseLocalDatetime } from './locale-text.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

const zone = (): string => runningUser().timeZone;

/** The instant of the org's clock. */
export function now(): DatetimeValue {
  return new DatetimeValue(currentTransaction().now());
}

/** `Datetime.format` with a pattern of `SimpleDateFormat`. */
function format(instant: DatetimeValue, pattern: string, zoneId: string): string {
  try {
    return formatPattern(instant, pattern, isTimeZone(zoneId) ? zoneId : 'GMT', runningUser().locale);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return raise('System.IllegalArgumentException', error.message);
    }
    throw error;
  }
}

function wallMembers(): Record<string, Native> {
  const parts: readonly (keyof WallClock)[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];
  const members: Record<string, Native> = {};
  for (const part of parts) {
    members[`Integer ${part}()`] = (self: DatetimeValue) => self.wallClock(zone())[part];
    members[`Integer ${part}Gmt()`] = (self: DatetimeValue) => self.wallClock()[part];
  }
  return members;
}

function ofParts(
  zoneId: string,
  date: readonly [number, number, number],
  time: readonly [number, number, number] = [0, 0, 0],
): DatetimeValue {
  const midnight = DateValue.of(...date);
  const seconds = (time[0] * 60 + time[1]) * 60 + time[2];
  // Out-of-range times roll over into the neighbouring days.
  const day = Math.floor(seconds / 86_400);
  return DatetimeValue.ofWallClock(midnight.addDays(day), new TimeValue((seconds - day * 86_400) * SECOND), zoneId);
}

/** Reads what the text begins with; what follows the time, such as a zone, is passed over. */
function parseZoned(text: string, zoneId: string): DatetimeValue {
  const match = /^(\d{4}-\d{1,2}-\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?/.exec(text.trim());
  const date = match ? DateValue.tryParse(match[1]) : undefined;
  if (!match || !date) {
    return raise('System.TypeException', `Invalid date/time: ${text}`);
  }
  return ofParts(zoneId, [date.year, date.month, date.day], [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)]);
}

function valueOf(value: unknown): DatetimeValue {
  if (value instanceof DatetimeValue) {
    return value;
  }
  if (typeof value === 'bigint') {
    return new DatetimeValue(Number(value));
  }
  return value instanceof DateValue ? DatetimeValue.ofWallClock(value, new TimeValue(0), zone()) : parseZoned(String(value), zone());
}

type Self = DatetimeValue;

/** `System.Datetime`. Without `Gmt` in its name a member works on the wall clock of the running user's zone. */
export const datetimeClass: LibraryClass = {
  name: 'System.Datetime',
  isInstance: (value) => value instanceof DatetimeValue,
  members: refusingNull({
    ...wallMembers(),
    'Datetime addDays(Integer days)': (self: Self, days: number) => self.addDays(days, zone()),
    'Datetime addHours(Integer hours)': (self: Self, hours: number) => self.addMilliseconds(hours * HOUR),
    'Datetime addMinutes(Integer minutes)': (self: Self, minutes: number) => self.addMilliseconds(minutes * 60 * SECOND),
    'Datetime addMonths(Integer months)': (self: Self, months: number) => self.addMonths(months, zone()),
    'Datetime addSeconds(Integer seconds)': (self: Self, seconds: number) => self.addMilliseconds(seconds * SECOND),
    'Datetime addYears(Integer years)': (self: Self, years: number) => self.addMonths(12 * years, zone()),
    'Date date()': (self: Self) => self.date(zone()),
    'Date dateGmt()': (self: Self) => self.date(),
    'Integer dayOfYear()': (self: Self) => self.date(zone()).dayOfYear,
    'Integer dayOfYearGmt()': (self: Self) => self.date().dayOfYear,
    'String format()': localDatetime,
    'String format(String pattern)': (self: Self, pattern: string) => format(self, pattern, zone()),
    'String format(String pattern, String timeZone)': format,
    'String formatGmt(String pattern)': (self: Self, pattern: string) => format(self, pattern, 'GMT'),
    'String formatLong()': localDatetimeLong,
    'Long getTime()': (self: Self) => BigInt(self.milliseconds),
    'Boolean isSameDay(Datetime other)': (self: Self, other: Self) => self.date(zone()).equals(other.date(zone())),
    'Time time()': (self: Self) => self.time(zone()),
    'Time timeGmt()': (self: Self) => self.time(),
    'static Datetime newInstance(Date date, Time time)': (date: DateValue, time: TimeValue) =>
      DatetimeValue.ofWallClock(date, time, zone()),
    'static Datetime newInstance(Integer year, Integer month, Integer day)': (...date: [number, number, number]) => ofParts(zone(), date),
    'static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)': (
      ...parts: number[]
    ) => ofParts(zone(), [parts[0], parts[1], parts[2]], [parts[3], parts[4], parts[5]]),
    'static Datetime newInstance(Long milliseconds)': (milliseconds: bigint) => new DatetimeValue(Number(milliseconds)),
    'static Datetime newInstanceGmt(Date date, Time time)': (date: DateValue, time: TimeValue) => DatetimeValue.ofWallClock(date, time),
    'static Datetime newInstanceGmt(Integer year, Integer month, Integer day)': (...date: [number, number, number]) => ofParts('GMT', date),
    'static Datetime newInstanceGmt(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)': (
      ...parts: number[]
    ) => ofParts('GMT', [parts[0], parts[1], parts[2]], [parts[3], parts[4], parts[5]]),
    'static Datetime now()': now,
    'static Datetime parse(String text)': parseLocalDatetime,
    'static Datetime valueOf(Object value)': valueOf,
    'static Datetime valueOf(String text)': valueOf,
    'static Datetime valueOfGmt(String text)': (text: string) => parseZoned(text, 'GMT'),
  }),
};
