import { DateValue } from '../../../data/values/date.ts';
import { dateName } from './date-format.ts';
import { piecesOf } from './date-pattern.ts';
import type { Piece } from './date-pattern.ts';
import { DataWeaveError } from './failure.ts';
import { NANOS_OF_SECOND, TemporalValue, ZoneValue } from './temporal.ts';

/** What has been read of a date so far. */
interface Fields {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  half?: number;
  halfHour?: number;
  minute?: number;
  second?: number;
  nano?: number;
  zone?: ZoneValue;
}

export type ParsingMode = 'SMART' | 'STRICT' | 'LENIENT';

/** Reads a text by a pattern. @throws DataWeaveError that says what could not be read. */
export function parseWithPattern(text: string, pattern: string, locale: string, mode: ParsingMode = 'SMART'): TemporalValue {
  const fields: Fields = {};
  const end = parsePieces(text, 0, piecesOf(pattern), fields, locale);
  if (end === undefined || end < text.length) {
    throw new DataWeaveError(`Text '${text}' could not be parsed at index ${end ?? 0}`);
  }
  return valueOf(fields, text, mode);
}

function parsePieces(text: string, from: number, pieces: readonly Piece[], fields: Fields, locale: string): number | undefined {
  let position = from;
  for (const [index, piece] of pieces.entries()) {
    let next: number | undefined;
    if ('text' in piece) {
      next = text.startsWith(piece.text, position) ? position + piece.text.length : undefined;
    } else if ('optional' in piece) {
      next = parsePieces(text, position, piece.optional, fields, locale) ?? position;
    } else {
      // Digits that directly follow are another field's: then the width is fixed.
      const follower = pieces[index + 1];
      const adjacent = follower !== undefined && 'letter' in follower && !'azVOXxZE'.includes(follower.letter);
      next = parseField(text, position, piece.letter, piece.width, adjacent, fields, locale);
    }
    if (next === undefined) {
      throw new DataWeaveError(`Text '${text}' could not be parsed at index ${position}`);
    }
    position = next;
  }
  return position;
}

function parseField(
  text: string,
  from: number,
  letter: string,
  width: number,
  adjacent: boolean,
  fields: Fields,
  locale: string,
): number | undefined {
  if ('ML'.includes(letter) && width >= 3) {
    return parseMonthName(text, from, width, fields, locale);
  }
  if (letter === 'a') {
    const half = /^[AP]M/i.exec(text.slice(from))?.[0];
    fields.half = half?.toUpperCase() === 'PM' ? 1 : 0;
    return half === undefined ? undefined : from + 2;
  }
  if (letter === 'E') {
    const name = /^\p{L}+\.?/u.exec(text.slice(from))?.[0];
    return name === undefined ? undefined : from + name.length;
  }
  if ('VzOXxZ'.includes(letter)) {
    return parseZone(text, from, fields);
  }
  const [minimum, maximum] =
    adjacent || (width > 1 && !'uyS'.includes(letter)) || letter === 'S' ? [width, width] : [width === 2 ? 2 : 1, width === 2 ? 2 : 19];
  const digits = new RegExp(
    `^${'uy'.includes(letter) ? '[+-]?' : ''}\\d{${'uy'.includes(letter) && width >= 3 ? width : minimum},${maximum}}`,
  ).exec(text.slice(from))?.[0];
  if (digits === undefined) {
    return undefined;
  }
  setField(fields, letter, width, digits);
  return from + digits.length;
}

function parseMonthName(text: string, from: number, width: number, fields: Fields, locale: string): number | undefined {
  for (let month = 1; month <= 12; month += 1) {
    const name = dateName(DateValue.of(2000, month, 1), locale, 'month', width);
    if (text.slice(from, from + name.length).toLowerCase() === name.toLowerCase()) {
      fields.month = month;
      return from + name.length;
    }
  }
  return undefined;
}

function parseZone(text: string, from: number, fields: Fields): number | undefined {
  const found = /^(?:Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z_]+(?:\/[A-Za-z_+-]+)*)/.exec(text.slice(from))?.[0];
  const zone = found === undefined ? undefined : ZoneValue.parse(found);
  if (found === undefined || !zone) {
    return undefined;
  }
  fields.zone = zone;
  return from + found.length;
}

function setField(fields: Fields, letter: string, width: number, digits: string): void {
  const value = Number(digits);
  switch (letter) {
    case 'u':
    case 'y':
      fields.year = width === 2 ? 2000 + value : value;
      break;
    case 'M':
    case 'L':
      fields.month = value;
      break;
    case 'd':
      fields.day = value;
      break;
    case 'D':
      fields.dayOfYear = value;
      break;
    case 'H':
    case 'k':
      fields.hour = letter === 'k' ? value % 24 : value;
      break;
    case 'h':
    case 'K':
      fields.halfHour = value % 12;
      break;
    case 'm':
      fields.minute = value;
      break;
    case 's':
      fields.second = value;
      break;
    case 'S':
      fields.nano = Number(digits.padEnd(9, '0'));
      break;
    case 'n':
      fields.nano = value;
      break;
    default:
      throw new DataWeaveError(`Dates with the pattern letter ${letter} cannot be read`);
  }
}

function valueOf(fields: Fields, text: string, mode: ParsingMode): TemporalValue {
  const day = dayOf(fields, text, mode);
  const hour = fields.hour ?? (fields.halfHour === undefined ? undefined : fields.halfHour + 12 * (fields.half ?? 0));
  if (hour !== undefined && (hour > 23 || (fields.minute ?? 0) > 59 || (fields.second ?? 0) > 59)) {
    throw new DataWeaveError(`Text '${text}' could not be parsed: Invalid time`);
  }
  const nano =
    hour === undefined
      ? undefined
      : ((hour * 60 + (fields.minute ?? 0)) * 60 + (fields.second ?? 0)) * NANOS_OF_SECOND + (fields.nano ?? 0);
  if (day === undefined && nano === undefined) {
    throw new DataWeaveError(`Text '${text}' could not be parsed: neither a date nor a time`);
  }
  return new TemporalValue(day, nano, fields.zone);
}

function dayOf({ year, month, day, dayOfYear }: Fields, text: string, mode: ParsingMode): number | undefined {
  if (year === undefined) {
    return undefined;
  }
  if (dayOfYear !== undefined) {
    return DateValue.of(year, 1, 1).days + dayOfYear - 1;
  }
  if (month === undefined || day === undefined) {
    return undefined;
  }
  const first = DateValue.of(year, 1, 1).addMonths(mode === 'LENIENT' ? month - 1 : Math.min(month, 12) - 1);
  const inMonth = first.addMonths(1).days - first.days;
  if (mode !== 'LENIENT' && (month > 12 || month < 1 || day < 1 || day > (mode === 'STRICT' ? inMonth : 31))) {
    throw new DataWeaveError(`Text '${text}' could not be parsed: Invalid date`);
  }
  return first.days + (mode === 'LENIENT' ? day : Math.min(day, inMonth)) - 1;
}
