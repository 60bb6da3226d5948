import type { Content, Value } from '../../data/record.ts';
import type { FieldDescription } from '../../data/schema/description.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { TimeValue } from '../../data/values/time.ts';
import { UiApiError } from './context.ts';
import type { UserLanguage } from './context.ts';

/** A field as the user interface API gives it: the value, and its text where the value alone isn't what a person reads. */
export interface FieldContent {
  readonly displayValue: string | null;
  readonly value: unknown;
}

const NUMERIC = new Set(['int', 'long', 'double', 'currency', 'percent']);

/** Writes a stored value for the client. */
export function fieldContent(field: FieldDescription, content: Content, language: UserLanguage): FieldContent {
  const value = jsonOf(content as Value);
  return { displayValue: value === null ? null : displayOf(field, content as Value, value, language), value };
}

function jsonOf(value: Value): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DecimalValue) return value.toNumber();
  if (value instanceof DoubleValue) return value.value;
  if (value instanceof DatetimeValue) return new Date(value.milliseconds).toISOString();
  if (value instanceof BlobValue) return value.toBase64();
  return value.toString();
}

function displayOf(field: FieldDescription, value: Value, json: unknown, language: UserLanguage): string | null {
  const { locale, timeZone, currency } = language;
  switch (field.type) {
    case 'currency':
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale,
      }).format(json as number);
    case 'percent':
      return `${new Intl.NumberFormat(locale, { maximumFractionDigits: field.scale }).format(json as number)}%`;
    case 'int':
    case 'long':
    case 'double':
      return new Intl.NumberFormat(locale, { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale }).format(
        json as number,
      );
    case 'date':
      return new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).format(new Date(`${String(json)}T00:00:00Z`));
    case 'datetime':
      return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
        (value as DatetimeValue).milliseconds,
      );
    case 'picklist':
      return labelOf(field, String(json));
    case 'multipicklist':
      return String(json)
        .split(';')
        .map((part) => labelOf(field, part))
        .join('; ');
    default:
      return null;
  }
}

function labelOf(field: FieldDescription, value: string): string {
  return field.picklistValues.find((candidate) => candidate.value === value)?.label ?? value;
}

/**
 * Reads what a client sent for a field.
 * @throws UiApiError 400 with the field's label when the value is not of the field's type.
 */
export function valueOf(field: FieldDescription, json: unknown): Value {
  if (json === null || json === undefined || json === '') return field.type === 'boolean' ? false : null;
  try {
    const value = parse(field, json);
    if (value !== undefined) return value;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw UiApiError.of(400, 'INVALID_FIELD', `${field.label}: ${JSON.stringify(json)} is not a value of type ${field.type}.`);
}

function parse(field: FieldDescription, json: unknown): Value | undefined {
  if (field.type === 'boolean') return typeof json === 'boolean' ? json : undefined;
  if (typeof json !== 'string' && typeof json !== 'number') return undefined;
  const text = String(json);
  if (field.type === 'int') return Number.isInteger(Number(text)) ? Number(text) : undefined;
  if (field.type === 'long') return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
  if (NUMERIC.has(field.type)) return DecimalValue.parse(text);
  if (field.type === 'date') return DateValue.parse(text);
  if (field.type === 'datetime') return DatetimeValue.parse(text);
  if (field.type === 'time') return TimeValue.parse(text);
  if (field.type === 'base64') return BlobValue.parse(text);
  return text;
}
