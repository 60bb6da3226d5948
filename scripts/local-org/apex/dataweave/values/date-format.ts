import { isTimeZone, zoneName } from '../../../data/values/time-zone.ts';
import { DateValue } from '../../../data/values/date.ts';
import { DataWeaveError } from './failure.ts';
import { NANOS_OF_SECOND, offsetText, TemporalValue, ZoneValue } from './temporal.ts';

/** A piece of a pattern of `java.time.format.DateTimeFormatter`: a field, or text as it stands. */
type Piece = { readonly letter: string; readonly width: number } | { readonly text: string } | { readonly optional: readonly Piece[] };

const FIELDS = 'uyMLdDEecaHhKkmsSnANVzOXxZQqGw';

function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  const nested: Piece[][] = [pieces];
  for (const [token, quoted, letter] of pattern.matchAll(/''|'((?:[^']|'')*)'|([a-zA-Z])\2*|[\s\S]/g)) {
    const into = nested.at(-1) as Piece[];
    if (letter !== undefined) {
      if (!FIELDS.includes(letter)) {
        throw new DataWeaveError(`Unknown pattern letter: ${letter}`);
      }
      into.push({ letter, width: token.length });
    } else if (token === '[') {
      const optional: Piece[] = [];
      into.push({ optional });
      nested.push(optional);
    } else if (token === ']') {
      nested.pop();
    } else {
      into.push({ text: quoted === undefined ? token.replace("''", "'") : quoted.replaceAll("''", "'") });
    }
  }
  return pieces;
}

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

function dateName(date: DateValue, locale: string, part: 'month' | 'weekday', width: number): string {
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
