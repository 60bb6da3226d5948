import { SetUpError } from '../errors.ts';
import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription, RecordFilter } from '../schema/description.ts';
import { DateValue } from '../values/date.ts';
import { DecimalValue } from '../values/decimal.ts';
import { columnExpression, encode } from './columns.ts';
import type { SqlFragment, SqlValue } from './columns.ts';

const COMPARISONS: Readonly<Record<string, string>> = { greaterThan: '>', greaterOrEqual: '>=', lessThan: '<', lessOrEqual: '<=' };

/**
 * The SQL condition that a row of the object meets all the filters.
 * @throws SetUpError when a filter names a field that does not exist.
 */
export function filterCondition(filters: readonly RecordFilter[], object: ObjectDescription, alias: string): SqlFragment {
  const conditions = filters.map((filter) => condition(filter, object, alias));
  return {
    text: conditions.map(({ text }) => `(${text})`).join(' AND ') || '1',
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

function condition({ field: name, operation, value }: RecordFilter, object: ObjectDescription, alias: string): SqlFragment {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) {
    throw new SetUpError(`A filter on ${object.name} names the field ${name}, which does not exist; mend the filter.`);
  }
  const column = columnExpression(object, field, alias);
  const values = (value === '' ? [''] : value.split(',')).map((text) => literal(field, text.trim()));
  switch (operation) {
    case 'equals':
      return { text: values.map(() => `${column} IS ?`).join(' OR '), parameters: values };
    case 'notEqual':
      return { text: values.map(() => `${column} IS NOT ?`).join(' AND '), parameters: values };
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
