import { pad } from './calendar.ts';
import type { DatetimeValue, WallClock } from './datetime.ts';
import { DateValue } from './date.ts';
import { offsetAt, zoneName } from './time-zone.ts';

/** The form of a locale that `Intl` takes: `en_US` becomes `en-US`. */
export function languageTag(locale: string): string {
  const tag = locale.replace(/_/g, '-');
  return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0 ? tag : 'en-US';
}

/**
 * Formats with a pattern of Java's `SimpleDateFormat`, such as `EEE, d MMM yyyy HH:mm z`.
 *
 * @throws SyntaxError when the pattern has a letter that means nothing or an open quote.
 */
export function formatPattern(instant: DatetimeValue, pattern: string, zone: string, locale = 'en_US'): string {
  const wall = instant.wallClock(zone);
  const context: PatternContext = { instant, wall, date: instant.date(zone), zone, language: languageTag(locale) };
  return pattern.replace(
    /''|'((?:[^']|'')*)'|([a-zA-Z])\2*|'/g,
    (token: string, quoted: string | undefined, letter: string | undefined) => {
      if (token === "''") {
        return "'";
      }
      if (quoted !== undefined) {
        return quoted.replaceAll("''", "'");
      }
      if (letter === undefined) {
        throw new SyntaxError('Unterminated quote');
      }
      return formatField(context, letter, token.length);
    },
  );
}

interface PatternContext {
  readonly instant: DatetimeValue;
  readonly wall: WallClock;
  readonly date: DateValue;
  readonly zone: string;
  readonly language: string;
}

function formatField(context: PatternContext, letter: string, width: number): string {
  const { wall, date } = context;
  switch (letter) {
    case 'G':
      return wall.year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'u':
      return width === 2 && letter === 'y'
        ? pad(wall.year % 100, 2)
        : letter === 'u'
          ? pad(wall.weekday === 0 ? 7 : wall.weekday, width)
          : pad(wall.year, width);
    case 'Y':
      return width === 2 ? pad(weekYear(date) % 100, 2) : pad(weekYear(date), width);
    case 'M':
    case 'L':
      return width >= 3 ? calendarName(context, { month: width === 3 ? 'short' : 'long' }) : pad(wall.month, width);
    case 'w':
      return pad(weekOfYear(date), width);
    case 'W':
      return pad(Math.ceil((wall.day + DateValue.of(wall.year, wall.month, 1).weekday) / 7), width);
    case 'D':
      return pad(date.dayOfYear, width);
    case 'd':
      return pad(wall.day, width);
    case 'F':
      return pad(Math.ceil(wall.day / 7), width);
    case 'E':
      return calendarName(context, { weekday: width >= 4 ? 'long' : 'short' });
    default:
      return formatTime(context, letter, width);
  }
}

function formatTime({ wall, instant, zone, language }: PatternContext, letter: string, width: number): string {
  switch (letter) {
    case 'a':
      return wall.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(wall.hour, width);
    case 'k':
      return pad(wall.hour === 0 ? 24 : wall.hour, width);
    case 'K':
      return pad(wall.hour % 12, width);
    case 'h':
      return pad(wall.hour % 12 === 0 ? 12 : wall.hour % 12, width);
    case 'm':
      return pad(wall.minute, width);
    case 's':
      return pad(wall.second, width);
    case 'S':
      return pad(wall.millisecond, width);
    case 'z':
      return zoneName(zone, instant.milliseconds, width >= 4 ? 'long' : 'short', language);
    case 'Z':
      return offsetText(zone, instant, '');
    case 'X':
      return offsetAt(zone, instant.milliseconds) === 0
        ? 'Z'
        : offsetText(zone, instant, width === 3 ? ':' : '').slice(0, width === 1 ? 3 : undefined);
    default:
      throw new SyntaxError(`Illegal pattern character '${letter}'`);
  }
}

function calendarName({ instant, zone, language }: PatternContext, field: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...field, timeZone: zone }).format(instant.milliseconds);
}

function offsetText(zone: string, instant: DatetimeValue, separator: string): string {
  const minutes = Math.round(offsetAt(zone, instant.milliseconds) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}

/** Weeks begin on Sunday and the first is the one with 1 January, as in the locale of the United States. */
function weekYear(date: DateValue): number {
  return date.addDays(6 - date.weekday).year;
}

function weekOfYear(date: DateValue): number {
  const first = DateValue.of(weekYear(date), 1, 1);
  return Math.floor((date.days - (first.days - first.weekday)) / 7) + 1;
}
