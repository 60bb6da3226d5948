import type { FieldDescription } from '../schema/description.ts';
import type { Value } from '../record.ts';
import { toId18 } from '../values/id.ts';
import { BlobValue } from '../values/blob.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import { DoubleValue } from '../values/double.ts';
import { TimeValue } from '../values/time.ts';
import type { Bind, Literal, NamedDateLiteral } from './ast.ts';
import { rangeOfNamedDate } from './date-literals.ts';
import type { DateRange } from './date-literals.ts';
import type { Planning } from './planning.ts';

/** The other side of a comparison: a value of the field's type, or the days of a date literal. */
export type Comparand = { readonly value: Value } | { readonly days: DateRange };

/** The value of a literal for a comparison with the field; throws the platform's error when their types don't go together. */
export function comparandOf(planning: Planning, field: FieldDescription, literal: Literal): Comparand {
  if (literal.kind === 'namedDate') return { days: daysOf(planning, field, literal) };
  return { value: valueOf(planning, field, literal) };
}

/** The values of a bind; more than one for a list or a set. Undefined while the query is only checked. */
export function boundValues(planning: Planning, bind: Bind): { readonly values: readonly Value[]; readonly many: boolean } | undefined {
  if (planning.run === undefined) return undefined;
  const value = planning.run.binds?.get(bind.name);
  if (value === undefined) {
    throw planning.resolver.error('MALFORMED_QUERY', `Variable does not exist: ${bind.text}`, bind.at);
  }
  return Array.isArray(value) ? { values: value as readonly Value[], many: true } : { values: [value as Value], many: false };
}

/** A bound value in the field's type; throws when their types don't go together. */
export function convertBound(planning: Planning, field: FieldDescription, value: Value, at: number): Value {
  if (value === null) return null;
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || value instanceof DecimalValue || value instanceof DoubleValue;
  switch (kindOf(field)) {
    case 'id':
      if (typeof value === 'string') return idOf(planning, value, at);
      break;
    case 'text':
      if (typeof value === 'string') return value;
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'number':
      if (isNumber) return value;
      break;
    case 'date':
      if (value instanceof DateValue) return value;
      if (value instanceof DatetimeValue) return value.date();
      break;
    case 'datetime':
      if (value instanceof DatetimeValue) return value;
      if (value instanceof DateValue) return new DatetimeValue(value.days * DAY);
      break;
    case 'time':
      if (value instanceof TimeValue) return value;
      break;
    case 'none':
      if (value instanceof BlobValue) break;
  }
  throw typeMismatch(planning, field, at, typeof value === 'string');
}

const DAY = 86_400_000;

type Kind = 'id' | 'text' | 'boolean' | 'number' | 'date' | 'datetime' | 'time' | 'none';

function kindOf(field: FieldDescription): Kind {
  switch (field.type) {
    case 'id':
    case 'reference':
      return 'id';
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'time':
      return field.type;
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return 'number';
    case 'base64':
      return 'none';
    default:
      return 'text';
  }
}

function valueOf(planning: Planning, field: FieldDescription, literal: Exclude<Literal, NamedDateLiteral>): Value {
  if (literal.kind === 'null') return null;
  switch (kindOf(field)) {
    case 'id':
      if (literal.kind === 'string') return literal.value === '' ? null : idOf(planning, literal.value, literal.at);
      break;
    case 'text':
      if (literal.kind === 'string') return literal.value;
      break;
    case 'boolean':
      if (literal.kind === 'boolean') return literal.value;
      break;
    case 'number':
      if (literal.kind === 'number') return numberOf(literal.text);
      break;
    case 'date':
      if (literal.kind === 'date') return calendarDate(planning, literal.text, literal.at);
      break;
    case 'datetime':
      if (literal.kind === 'datetime') return instant(planning, literal.text, literal.at);
      break;
    case 'time':
    case 'none':
      throw planning.resolver.error('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`, literal.at, [field.name]);
  }
  throw typeMismatch(planning, field, literal.at, literal.kind === 'string');
}

function numberOf(text: string): Value {
  return /[eE]/.test(text) ? DecimalValue.parse(String(Number(text))) : DecimalValue.parse(text);
}

function idOf(planning: Planning, text: string, at: number): string {
  const id = toId18(text);
  if (id === undefined) throw planning.resolver.error('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`, at);
  return id;
}

function calendarDate(planning: Planning, text: string, at: number): DateValue {
  const date = DateValue.tryParse(text);
  if (date === undefined) throw planning.resolver.error('MALFORMED_QUERY', `Invalid date: ${text}`, at);
  return date;
}

function instant(planning: Planning, text: string, at: number): DatetimeValue {
  const parsed = DatetimeValue.tryParse(text);
  if (parsed === undefined) throw planning.resolver.error('MALFORMED_QUERY', `Invalid dateTime: ${text}`, at);
  return parsed;
}

function daysOf(planning: Planning, field: FieldDescription, literal: NamedDateLiteral): DateRange {
  if (field.type !== 'date' && field.type !== 'datetime') throw typeMismatch(planning, field, literal.at, false);
  const context = planning.run?.context;
  const today = new DatetimeValue(context?.now() ?? 0).date(context?.timeZone);
  return rangeOfNamedDate(literal.name, literal.count, today, context?.fiscalYearStartMonth ?? 1);
}

const TYPE_NAMES: Readonly<Partial<Record<FieldDescription['type'], string>>> = {
  datetime: 'dateTime',
  reference: 'ID',
  id: 'ID',
  textarea: 'string',
};

function typeMismatch(planning: Planning, field: FieldDescription, at: number, quoted: boolean): Error {
  const kind = kindOf(field);
  const rule =
    kind === 'text' || kind === 'id' ? ' and should be enclosed in quotes' : quoted ? ' and should not be enclosed in quotes' : '';
  const type = TYPE_NAMES[field.type] ?? (kind === 'text' ? 'string' : field.type);
  return planning.resolver.error(
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${type}${rule}`,
    at,
    [field.name],
  );
}
