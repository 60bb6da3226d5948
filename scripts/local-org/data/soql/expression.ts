import { decode, encode, isScaled } from '../store/columns.ts';
import type { SqlFragment, SqlValue } from '../store/columns.ts';
import type { FieldDescription } from '../schema/description.ts';
import type { Value } from '../record.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { Call, Expression } from './ast.ts';
import { dateFunction, isDateFunction } from './date-functions.ts';
import { planDistance } from './distance.ts';
import { wrapped } from './fragment.ts';
import { intField } from './made-up-fields.ts';
import type { Planning } from './planning.ts';
import type { QuerySource, SourceField } from './source.ts';
import { formatted, labelled } from './text-functions.ts';

/** A field or function of the query as SQL, with what is needed to compare it and to read what comes back. */
export interface QueryExpression {
  readonly column: SqlFragment;
  readonly selected: SqlFragment;
  /** What the values are like: the field itself, or one made up for a function's result. */
  readonly field: FieldDescription;
  readonly aggregate: boolean;
  /** The field that a path led to, absent for a function. */
  readonly source?: SourceField;
  /** Takes what SQLite gave for `selected`. */
  read(stored: SqlValue): Value;
  /** The other side of a comparison with `column`. */
  encode(value: Value): SqlValue;
}

const AGGREGATES = new Set(['count', 'count_distinct', 'sum', 'avg', 'min', 'max']);

export function isAggregate(expression: Expression): boolean {
  return expression.kind === 'call' && AGGREGATES.has(expression.name.toLowerCase());
}

/** Plans a field or a function. */
export function planExpression(planning: Planning, source: QuerySource, expression: Expression): QueryExpression {
  if (expression.kind === 'path') return plainField(source.field(expression));
  const name = expression.name.toLowerCase();
  if (expression.place !== undefined) return planDistance(planning, source, expression, expression.place);
  if (AGGREGATES.has(name)) return aggregate(planning, source, expression, name);
  if (isDateFunction(name)) return dateFunction(planning, expression, (inner) => planExpression(planning, source, inner));
  if (name === 'converttimezone') {
    throw planning.resolver.error('MALFORMED_QUERY', 'convertTimezone stands inside a date function only', expression.at);
  }
  if (name === 'tolabel') return labelled(planning, plainField(onlyField(planning, source, expression)));
  if (name === 'format') return formatted(planning, planExpression(planning, source, onlyArgument(planning, expression)));
  throw planning.resolver.error('MALFORMED_QUERY', `The function ${expression.name} is not supported`, expression.at);
}

function plainField(source: SourceField): QueryExpression {
  const { field } = source;
  return {
    column: source.column,
    selected: source.selected,
    field,
    aggregate: false,
    source,
    read: (stored) => decode(field, stored),
    encode: (value) => encodeComparand(field, value),
  };
}

function aggregate(planning: Planning, source: QuerySource, call: Call, name: string): QueryExpression {
  if (name === 'count' && call.args.length === 0) {
    throw planning.resolver.error('MALFORMED_QUERY', 'COUNT() must stand alone in the SELECT list: name a field to count', call.at);
  }
  const argument = planExpression(planning, source, onlyArgument(planning, call));
  const { field } = argument;
  if (argument.aggregate) throw planning.resolver.error('MALFORMED_QUERY', 'An aggregate of an aggregate is not allowed', call.at);
  if (name === 'count' || name === 'count_distinct') {
    const before = name === 'count' ? 'COUNT(' : 'COUNT(DISTINCT ';
    const column = wrapped(before, argument.column, ')');
    return {
      column,
      selected: column,
      field: intField(call.name),
      aggregate: true,
      read: Number,
      encode: (value) => encodeComparand(intField(call.name), value),
    };
  }
  if (!supports(name, field)) {
    throw planning.resolver.error(
      'MALFORMED_QUERY',
      `field ${field.name} does not support aggregate operator ${name.toUpperCase()}`,
      call.at,
      [field.name],
    );
  }
  const column = wrapped(`${name.toUpperCase()}(`, argument.column, ')');
  if (name === 'avg') return average(column, argument);
  return {
    column,
    selected: isScaled(field) ? wrapped('CAST(', column, ' AS TEXT)') : column,
    field,
    aggregate: true,
    read: (stored) => decode(field, stored),
    encode: (value) => encodeComparand(field, value),
  };
}

/** Digits kept behind the point of an average. */
const AVERAGE_SCALE = 14;

function average(column: SqlFragment, argument: QueryExpression): QueryExpression {
  const { field } = argument;
  const sumAndCount = {
    text: `CAST(SUM(${argument.column.text}) AS TEXT) || '/' || COUNT(${argument.column.text})`,
    parameters: [...argument.column.parameters, ...argument.column.parameters],
  };
  return {
    column,
    selected: sumAndCount,
    field,
    aggregate: true,
    read: (stored) => {
      if (stored === null) return null;
      const [sum, count] = String(stored).split('/').map(BigInt) as [bigint, bigint];
      const scale = isScaled(field) ? field.scale : 0;
      return new DecimalValue(sum, scale).divideToScale(new DecimalValue(count, 0), AVERAGE_SCALE).stripZeros(0);
    },
    encode: (value) => encodeComparand(field, value),
  };
}

function supports(aggregateName: string, field: FieldDescription): boolean {
  const isNumber = isScaled(field) || field.type === 'int' || field.type === 'long';
  if (aggregateName === 'sum' || aggregateName === 'avg') return isNumber;
  return field.type !== 'boolean' && field.type !== 'multipicklist' && field.type !== 'base64' && !field.longText;
}

function onlyArgument(planning: Planning, call: Call): Expression {
  const [argument] = call.args;
  if (argument === undefined || call.args.length > 1) {
    throw planning.resolver.error('MALFORMED_QUERY', `${call.name} takes one field`, call.at);
  }
  return argument;
}

function onlyField(planning: Planning, source: QuerySource, call: Call): SourceField {
  const argument = onlyArgument(planning, call);
  if (argument.kind !== 'path') throw planning.resolver.error('MALFORMED_QUERY', `${call.name} takes a field`, call.at);
  return source.field(argument);
}

/** A number with more digits than its column keeps must not be rounded to a neighbour before it is compared. */
function encodeComparand(field: FieldDescription, value: Value): SqlValue {
  const scale = isScaled(field) ? field.scale : field.type === 'int' || field.type === 'long' ? 0 : undefined;
  if (scale === undefined || value === null || typeof value === 'boolean') return encode(field, value);
  const exact = DecimalValue.parse(String(value));
  const kept = exact.setScale(scale, 'DOWN');
  return kept.compare(exact) === 0 ? kept.unscaled : Number(exact.toPlainString()) * 10 ** scale;
}
