import { SetUpError } from '../errors.ts';
import { logicParts } from '../filter-logic.ts';
import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription, RecordFilter } from '../schema/description.ts';
import { DateValue } from '../values/date.ts';
import { DecimalValue } from '../values/decimal.ts';
import { columnExpression, encode } from './columns.ts';
import type { SqlFragment, SqlValue } from './columns.ts';

const COMPARISONS: Readonly<Record<string, string>> = { greaterThan: '>', greaterOrEqual: '>=', lessThan: '<', lessOrEqual: '<=' };

/**
 * The SQL condition that a row of the object meets the filters.
 * @param logic How they go together, by their numbers: `1 AND (2 OR 3)`; all of them without it.
 * @throws SetUpError when a filter names a field that does not exist, or the logic a filter.
 */
export function filterCondition(filters: readonly RecordFilter[], object: ObjectDescription, alias: string, logic?: string): SqlFragment {
  const conditions = filters.map((filter) => condition(filter, object, alias));
  const parts = logicParts(logic ?? conditions.map((_, index) => index + 1).join(' AND '), conditions.length);
  const used = parts.filter((part) => typeof part === 'number').map((number) => conditions[number - 1]);
  return {
    text: parts.map((part) => (typeof part === 'number' ? `(${conditions[part - 1]?.text})` : part)).join(' ') || '1',
    parameters: used.flatMap(({ parameters }) => parameters),
  };
}

function condition({ field: name, operation, value }: RecordFilter, object: ObjectDescription, alias: string): SqlFragment {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) {
    throw new SetUpError(`A filter on ${object.name} names the field ${name}, which does not exist; mend the filter.`);
  }
  const column = columnExpression(object, field, alias);
  const values = (value === '' ? [''] : value.split(',')).map((text) => literal(field, text.trim()));
  const letters = `folded(ifnull(${column}, ''))`;
  const chosen = `folded(';' || ifnull(${column}, '') || ';')`;
  switch (operation) {
    case 'equals':
      return { text: values.map(() => `${column} IS ?`).join(' OR '), parameters: values };
    case 'notEqual':
      return { text: values.map(() => `${column} IS NOT ?`).join(' AND '), parameters: values };
    case 'contains':
      return { text: values.map(() => `instr(${letters}, folded(?)) > 0`).join(' OR '), parameters: values };
    case 'startsWith':
      return { text: values.map(() => `instr(${letters}, folded(?)) = 1`).join(' OR '), parameters: values };
    case 'notContain':
      return { text: values.map(() => `instr(${letters}, folded(?)) = 0`).join(' AND '), parameters: values };
    case 'includes':
      return { text: values.map(() => `instr(${chosen}, folded(';' || ? || ';')) > 0`).join(' OR '), parameters: values };
    case 'excludes':
      return { text: values.map(() => `instr(${chosen}, folded(';' || ? || ';')) = 0`).join(' AND '), parameters: values };
    default:
      return { text: `${column} ${COMPARISONS[operation] ?? '='} ?`, parameters: values.slice(0, 1) };
  }
}

function literal(field: FieldDescription, text: string): SqlValue {
  return encode(field, literalValue(field.type, text));
}

/** The value that the text of a filter stands for, by the kind of field it is compared with. */
export function literalValue(type: FieldDescription['type'], text: string): Value {
  if (text === '') {
    return null;
  }
  switch (type) {
    case 'boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'date':
      return DateValue.parse(text);
    case 'int':
      return Number(text);
    case 'double':
    case 'currency':
    case 'percent':
      return DecimalValue.parse(text);
    default:
      return text;
  }
}
