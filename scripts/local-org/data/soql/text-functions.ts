import type { FieldDescription } from '../schema/description.ts';
import type { Value } from '../record.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import type { QueryExpression } from './expression.ts';
import type { Planning } from './planning.ts';

/** `toLabel(Status__c)`: the label of a picklist's value, in the running user's language; anything else stays as it is. */
export function labelled(planning: Planning, expression: QueryExpression): QueryExpression {
  const { field, source } = expression;
  const shown = source && planning.run?.context.inUsersWords(source.object).fields.get(field.name.toLowerCase());
  return { ...expression, read: (stored) => labelOf(shown ?? field, expression.read(stored)) };
}

function labelOf(field: FieldDescription, value: Value): Value {
  if (typeof value !== 'string' || field.picklistValues.length === 0) return value;
  return value
    .split(';')
    .map((part) => field.picklistValues.find((candidate) => candidate.value === part)?.label ?? part)
    .join(';');
}

const LOCALE = 'en-US';

/** `FORMAT(Amount)`: the value as text, the way a person in the United States reads it. */
export function formatted(planning: Planning, expression: QueryExpression): QueryExpression {
  const timeZone = planning.run?.context.timeZone ?? 'UTC';
  return { ...expression, read: (stored) => formatOf(expression.field, expression.read(stored), timeZone) };
}

function formatOf(field: FieldDescription, value: Value, timeZone: string): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof DatetimeValue) {
    return new Intl.DateTimeFormat(LOCALE, { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(value.milliseconds);
  }
  if (value instanceof DateValue) return `${value.month}/${value.day}/${value.year}`;
  const number = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale });
  const text = number.format(String(value) as Intl.StringNumericLiteral);
  return field.type === 'percent' ? `${text}%` : text;
}
