import { formatTemporal } from './date-format.ts';
import { parseWithPattern } from './date-parse.ts';
import type { ParsingMode } from './date-parse.ts';
import { DataWeaveError } from './failure.ts';
import { describeValue } from './describe.ts';
import { isOfKind, kindOf } from './kinds.ts';
import { formatNumber, parseFormattedNumber } from './number-format.ts';
import { add, decimalOf, isNumeric, isWhole, multiply, parseNumeric, plainNumber, simplify } from './numeric.ts';
import { Key, NamespaceValue, ObjectValue, plain } from './object.ts';
import type { Properties } from './object.ts';
import { PeriodValue } from './period.ts';
import { CDataValue, FunctionValue, RegexValue } from './special.ts';
import { NANOS_OF_SECOND, parseTemporal, TemporalValue, ZoneValue } from './temporal.ts';
import { textOf } from './text.ts';

const NONE: Properties = {};

type Coercion = (value: unknown, properties: Properties) => unknown;

/** How values become of another type; undefined as a result says that this one cannot. */
const COERCIONS: Readonly<Record<string, Coercion>> = {
  String: toText,
  Text: toText,
  Number: toNumber,
  Boolean: toBoolean,
  Array: (value) => (value instanceof ObjectValue ? value.entries.map((entry) => entry.value) : undefined),
  Key: (value) => keyOf(value),
  Name: (value) => keyOf(value),
  Regex: (value) => (typeof value === 'string' ? new RegexValue(value) : undefined),
  Binary: toBinary,
  CData: (value) => wrap(textOf(value), (text) => new CDataValue(text)),
  Uri: toText,
  Period: toPeriod,
  TimeZone: toZone,
  Date: (value, properties) => toTemporal(value, 'Date', properties),
  LocalDate: (value, properties) => toTemporal(value, 'Date', properties),
  Time: (value, properties) => toTemporal(value, 'Time', properties),
  LocalTime: (value, properties) => toTemporal(value, 'LocalTime', properties),
  DateTime: (value, properties) => toTemporal(value, 'DateTime', properties),
  LocalDateTime: (value, properties) => toTemporal(value, 'LocalDateTime', properties),
  Namespace: (value) => (typeof value === 'string' ? new NamespaceValue('', value) : undefined),
  Function: (value) => new FunctionValue('constant', 0, () => value),
  Comparable: (value) => (value instanceof Key ? value.name : undefined),
};

/** The names of types that `as` knows. */
export const COERCIBLE_TYPES: ReadonlySet<string> = new Set([...Object.keys(COERCIONS), 'Any', 'Null', 'Object', 'Enum', 'Iterator']);

/** `value as Type {properties}`. @throws DataWeaveError when the value cannot become of that type. */
export function coerce(source: unknown, type: string, properties: Properties = NONE): unknown {
  const value = plain(source);
  if (type === 'Any' || type === 'Enum' || type === 'Iterator' || (isOfKind(value, type) && Object.keys(properties).length === 0)) {
    return value;
  }
  if (type === 'Object') {
    return value instanceof ObjectValue ? value.with(properties) : cannot(value, type);
  }
  let result: unknown;
  try {
    result = COERCIONS[type]?.(value, properties);
  } catch (error) {
    if (error instanceof DataWeaveError) {
      throw new DataWeaveError(`Cannot coerce ${plainDescription(value)} to ${type}, caused by: ${error.message}`, 'InvalidCoercion', {
        cause: error,
      });
    }
    throw error;
  }
  return result ?? (isOfKind(value, type) ? value : cannot(value, type));
}

function cannot(value: unknown, type: string): never {
  throw new DataWeaveError(`Cannot coerce ${plainDescription(value)} to ${type}`, 'InvalidCoercion');
}

/** As `describeValue`, but a text without quotes. */
function plainDescription(value: unknown): string {
  return typeof value === 'string' ? `String (${value})` : describeValue(value);
}

/** Makes a value of another type where that goes without saying, as for an argument; undefined when it does not. */
export function coercible(source: unknown, type: string): { readonly value: unknown } | undefined {
  const value = plain(source);
  if (value === null || value === undefined || kindOf(value) === 'Function' || (type === 'Array' && value instanceof ObjectValue)) {
    return undefined;
  }
  try {
    const result = COERCIONS[type]?.(value, NONE);
    return result === undefined ? undefined : { value: result };
  } catch (error) {
    if (error instanceof DataWeaveError) {
      return undefined;
    }
    throw error;
  }
}

function wrap<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}

const propertyText = (properties: Properties, name: string): string | undefined => wrap(textOf(properties[name]), (text) => text);

function localeOf(properties: Properties): string {
  return propertyText(properties, 'locale') ?? 'en';
}

function toText(value: unknown, properties: Properties): string | undefined {
  const format = propertyText(properties, 'format');
  if (format !== undefined && isNumeric(value)) {
    return formatNumber(value, format, localeOf(properties));
  }
  if (format !== undefined && value instanceof TemporalValue) {
    return formatTemporal(value, format, localeOf(properties));
  }
  if (value instanceof Uint8Array) {
    return decode(value, propertyText(properties, 'base') ?? '', propertyText(properties, 'encoding') ?? 'UTF-8');
  }
  return textOf(value);
}

function decode(bytes: Uint8Array, base: string, encoding: string): string {
  if (base === '64') {
    return Buffer.from(bytes).toString('base64');
  }
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    throw new DataWeaveError(`Unknown encoding ${encoding}`, 'InvalidCoercion', { cause });
  }
}

function toNumber(value: unknown, properties: Properties): unknown {
  const format = propertyText(properties, 'format');
  const unit = propertyText(properties, 'unit');
  if (value instanceof TemporalValue && value.type !== 'Date' && value.day !== undefined) {
    return unit === 'milliseconds' ? value.milliseconds : value.epochSecond;
  }
  if (value instanceof PeriodValue) {
    return periodAs(value, unit);
  }
  const text = textOf(value);
  if (isNumeric(value) || text === undefined || kindOf(value) === 'Boolean') {
    return isNumeric(value) ? value : undefined;
  }
  return format === undefined ? parseNumeric(text) : parseFormattedNumber(text, format, localeOf(properties));
}

const UNITS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

function periodAs(period: PeriodValue, unit: string | undefined): unknown {
  if (unit === 'years' || unit === 'months' || (unit === undefined && period.months !== 0)) {
    return unit === 'years' ? Math.trunc(period.months / 12) : period.months;
  }
  if (unit === 'nanos') {
    return add(multiply(period.totalSeconds, NANOS_OF_SECOND), period.nanos);
  }
  if (unit === 'milliseconds' || unit === 'millis') {
    return period.totalSeconds * 1000 + Math.floor(period.nanos / 1_000_000);
  }
  return Math.trunc(period.totalSeconds / (UNITS[unit ?? 'seconds'] ?? 1));
}

function toBoolean(value: unknown): boolean | undefined {
  const text = textOf(value)?.toLowerCase();
  return kindOf(value) === 'Number' ? undefined : text === 'true' ? true : text === 'false' ? false : undefined;
}

function keyOf(value: unknown): Key | undefined {
  return wrap(textOf(value), (text) => new Key(text));
}

function toBinary(value: unknown, properties: Properties): Uint8Array | undefined {
  if (isNumeric(value)) {
    return numberBytes(BigInt(decimalOf(value).toBigInt()));
  }
  const text = textOf(value);
  if (text === undefined) {
    return undefined;
  }
  const base = propertyText(properties, 'base');
  return new Uint8Array(base === '64' ? Buffer.from(text, 'base64') : Buffer.from(text, encodingOf(properties)));
}

function encodingOf(properties: Properties): BufferEncoding {
  const encoding = (propertyText(properties, 'encoding') ?? 'utf-8').toLowerCase();
  return encoding === 'iso-8859-1' || encoding === 'us-ascii' ? 'latin1' : Buffer.isEncoding(encoding) ? encoding : 'utf-8';
}

function numberBytes(number: bigint): Uint8Array {
  const digits = number.toString(16);
  return new Uint8Array(Buffer.from(digits.length % 2 === 1 ? `0${digits}` : digits, 'hex'));
}

function toPeriod(value: unknown, properties: Properties): PeriodValue | undefined {
  if (isNumeric(value)) {
    const unit = propertyText(properties, 'unit');
    return new PeriodValue(0, 0, plainNumber(value) * (UNITS[unit ?? 'seconds'] ?? 1));
  }
  return typeof value === 'string' ? PeriodValue.parse(value) : undefined;
}

function toZone(value: unknown): ZoneValue | undefined {
  return value instanceof TemporalValue ? value.zone : wrap(textOf(value), (text) => ZoneValue.parse(text));
}

function toTemporal(value: unknown, type: string, properties: Properties): TemporalValue | undefined {
  const source = isNumeric(value) && propertyText(properties, 'format') !== undefined ? textOf(value) : value;
  if (isNumeric(source)) {
    return type === 'DateTime' ? instantOf(plainNumber(source), propertyText(properties, 'unit')) : undefined;
  }
  const format = propertyText(properties, 'format');
  const mode = (propertyText(properties, 'mode') ?? 'SMART') as ParsingMode;
  const text = textOf(source);
  const read =
    source instanceof TemporalValue
      ? source
      : text === undefined
        ? undefined
        : format === undefined
          ? parseTemporal(text)
          : parseWithPattern(text, format, localeOf(properties), mode);
  const shaped = read && shape(read, type, source instanceof TemporalValue);
  return Object.keys(properties).length === 0 ? shaped : shaped?.with(properties);
}

function instantOf(value: number, unit: string | undefined): TemporalValue {
  return TemporalValue.ofMilliseconds(unit === 'milliseconds' ? value : value * 1000, new ZoneValue('Z'));
}

/** Leaves out of a value what its new type does not have. What a text lacks is not made up; what a DateTime lacks is a zone. */
function shape(value: TemporalValue, type: string, isTemporal: boolean): TemporalValue | undefined {
  const utc = new ZoneValue('Z');
  switch (type) {
    case 'Date':
      return value.day === undefined ? undefined : new TemporalValue(value.day, undefined);
    case 'LocalTime':
      return value.nano === undefined ? undefined : new TemporalValue(undefined, value.nano);
    case 'Time':
      return value.nano === undefined || (!value.zone && !isTemporal)
        ? undefined
        : new TemporalValue(undefined, value.nano, value.zone ?? utc);
    case 'LocalDateTime':
      return value.day === undefined || value.nano === undefined ? undefined : new TemporalValue(value.day, value.nano);
    default:
      return value.day === undefined || value.nano === undefined || (!value.zone && !isTemporal)
        ? undefined
        : new TemporalValue(value.day, value.nano, value.zone ?? utc);
  }
}

/** A whole number for an index or a count. @throws DataWeaveError when it is none. */
export function wholeNumber(value: unknown): number {
  const number = coerce(value, 'Number');
  if (!isNumeric(number) || !isWhole(number)) {
    throw new DataWeaveError(`Expected a whole number but found ${describeValue(value)}`);
  }
  return plainNumber(typeof number === 'number' ? number : simplify(number));
}

/** The plain number of a value, for functions of floating point. */
export function floating(value: unknown): number {
  const number = coerce(value, 'Number');
  return isNumeric(number) ? plainNumber(number) : Number.NaN;
}
