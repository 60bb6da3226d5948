import type { DateValue } from '../../../data/values/date.ts';
import { isTimeZone, zoneName } from '../../../data/values/time-zone.ts';
import { piecesOf } from './date-pattern.ts';
import type { Piece } from './date-pattern.ts';
import { DataWeaveError } from './failure.ts';
import { NANOS_OF_SECOND, offsetText } from './temporal.ts';
import type { TemporalValue } from './temporal.ts';

/** Formats with a pattern of `java.time.format`, such as `hh:mm:ss a, MMMM dd, uuuu`. */
export function formatTemporal(value: TemporalValue, pattern: string, locale: string): string {
  return formatPieces(value, piecesOf(pattern), locale);
}

function formatPieces(value: TemporalValue, pieces: readonly Piece[], locale: string): string {
  return pieces
    .map((piece) => {
      if ('text' in piece) {
        return piece.text;
      }
      return 'optional' in piece ? formatPieces(value, piece.optional, locale) : formatField(value, piece.letter, piece.width, locale);
    })
    .join('');
}

function formatField(value: TemporalValue, letter: string, width: number, locale: string): string {
  return 'uyMLdDEecQqGw'.includes(letter) ? formatDateField(value, letter, width, locale) : formatTimeField(value, letter, width, locale);
}

function formatDateField(value: TemporalValue, letter: string, width: number, locale: string): string {
  if (value.day === undefined) {
    throw new DataWeaveError(`Unsupported field: a ${value.type} has no date`);
  }
  const { date } = value;
  const quarter = Math.ceil(date.month / 3);
  const weekday = date.weekday === 0 ? 7 : date.weekday;
  switch (letter) {
    case 'u':
    case 'y':
      return width === 2 ? pad(date.year % 100, 2) : pad(date.year, width);
    case 'M':
    case 'L':
      return width >= 3 ? dateName(date, locale, 'month', width) : pad(date.month, width);
    case 'd':
      return pad(date.day, width);
    case 'D':
      return pad(date.dayOfYear, width);
    case 'E':
      return dateName(date, locale, 'weekday', width);
    case 'e':
    case 'c':
      return width >= 3 ? dateName(date, locale, 'weekday', width) : pad((date.weekday % 7) + 1, width);
    case 'Q':
    case 'q':
      return width >= 3 ? `Q${quarter}` : pad(quarter, width);
    case 'G':
      return date.year > 0 ? 'AD' : 'BC';
    default:
      return pad(isoWeek(date, weekday), width);
  }
}

function isoWeek(date: DateValue, weekday: number): number {
  const thursday = date.addDays(4 - weekday);
  return Math.floor((thursday.dayOfYear - 1) / 7) + 1;
}

/** The name of a date's month or weekday, as short as the pattern's width asks for. */
export function dateName(date: DateValue, locale: string, part: 'month' | 'weekday', width: number): string {
  const style = width >= 5 ? 'narrow' : width === 4 ? 'long' : 'short';
  const name = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), { [part]: style, timeZone: 'UTC' }).format(date.days * 86_400_000);
  // Java writes the short names of months in Spanish, French and the like with a point.
  return style === 'short' && part === 'month' && /^(es|ca)/.test(locale) && !name.endsWith('.') ? `${name}.` : name;
}

function formatTimeField(value: TemporalValue, letter: string, width: number, locale: string): string {
  if ('VzOXxZ'.includes(letter)) {
    return formatZone(value, letter, width, locale);
  }
  if (value.nano === undefined) {
    throw new DataWeaveError(`Unsupported field: a ${value.type} has no time`);
  }
  const second = Math.floor(value.nano / NANOS_OF_SECOND);
  const hour = Math.floor(second / 3600);
  switch (letter) {
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, width);
    case 'k':
      return pad(hour === 0 ? 24 : hour, width);
    case 'K':
      return pad(hour % 12, width);
    case 'h':
      return pad(hour % 12 === 0 ? 12 : hour % 12, width);
    case 'm':
      return pad(Math.floor(second / 60) % 60, width);
    case 's':
      return pad(second % 60, width);
    case 'S':
      return pad(value.nanoOfSecond, 9).slice(0, width).padEnd(width, '0');
    case 'n':
      return pad(value.nanoOfSecond, width);
    case 'A':
      return pad(Math.floor(value.nano / 1_000_000), width);
    default:
      return pad(value.nano, width);
  }
}

function formatZone(value: TemporalValue, letter: string, width: number, locale: string): string {
  const { zone, offset } = value;
  if (!zone) {
    throw new DataWeaveError(`Unable to extract a zone from the ${value.type} ${value.toString()}`);
  }
  const short = offsetText(offset).replace('Z', '+00:00');
  switch (letter) {
    case 'V':
      return zone.id;
    case 'z':
      return zone.isRegion && isTimeZone(zone.id) ? zoneName(zone.id, value.milliseconds, width >= 4 ? 'long' : 'short', locale) : zone.id;
    case 'O':
      return offset === 0 ? 'GMT' : `GMT${width >= 4 ? short : short.replace(/^([+-])0?/, '$1').replace(/:00$/, '')}`;
    case 'Z':
      return width >= 5 ? offsetText(offset) : width === 4 ? `GMT${offset === 0 ? '' : short}` : short.replace(':', '');
    default:
      return letter === 'X' && offset === 0
        ? 'Z'
        : width === 1
          ? short.replace(/:00$/, '').replace(':', '')
          : width === 2
            ? short.replace(':', '')
            : short;
  }
}

function pad(value: number, width: number): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, '0')}`;
}
