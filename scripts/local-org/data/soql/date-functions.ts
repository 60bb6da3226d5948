import { decode, encode } from '../store/columns.ts';
import type { SqlFragment } from '../store/columns.ts';
import type { Call, Expression } from './ast.ts';
import type { QueryExpression } from './expression.ts';
import { joined, sql, wrapped } from './fragment.ts';
import { intField, madeUpField } from './made-up-fields.ts';
import type { Planning } from './planning.ts';

/** SQL of each function over a day: `day` is SQL for `YYYY-MM-DD` text, `fiscalStart` the first month of the fiscal year. */
const OF_DAY: Readonly<Record<string, (day: string, fiscalStart: number) => string>> = {
  calendar_year: (day) => part('%Y', day),
  calendar_quarter: (day) => `((${part('%m', day)} + 2) / 3)`,
  calendar_month: (day) => part('%m', day),
  fiscal_year: (day, start) => `(${part('%Y', day)} + (${start} > 1 AND ${part('%m', day)} >= ${start}))`,
  fiscal_quarter: (day, start) => `((${part('%m', day)} + ${12 - start}) % 12 / 3 + 1)`,
  fiscal_month: (day, start) => `((${part('%m', day)} + ${12 - start}) % 12 + 1)`,
  day_in_month: (day) => part('%d', day),
  day_in_week: (day) => `(${part('%w', day)} + 1)`,
  day_in_year: (day) => part('%j', day),
  week_in_month: (day) => `((${part('%d', day)} + 6) / 7)`,
  week_in_year: (day) => `((${part('%j', day)} + 6) / 7)`,
};

/** Whether the lower-case name is a function over a date or a date-time. */
export function isDateFunction(name: string): boolean {
  return name in OF_DAY || name === 'day_only' || name === 'hour_in_day';
}

/**
 * Plans `CALENDAR_YEAR(CloseDate)` and the like. As on the platform, a date-time is taken in UTC, or with `convertTimezone` around it in the
 * running user's time zone.
 */
export function dateFunction(planning: Planning, call: Call, plan: (expression: Expression) => QueryExpression): QueryExpression {
  const argument = argumentOf(planning, call, plan);
  const name = call.name.toLowerCase();
  const { type } = argument.field;
  if (type !== 'date' && type !== 'datetime') {
    throw planning.resolver.error(
      'INVALID_FIELD',
      `${call.name} takes a date or a date-time, which '${argument.field.name}' is not`,
      call.at,
    );
  }
  if (type === 'date' && (name === 'hour_in_day' || name === 'day_only')) {
    throw planning.resolver.error('INVALID_FIELD', `${call.name} takes a date-time, which '${argument.field.name}' is not`, call.at);
  }
  const { text, parameters } = argument.column;
  const field = name === 'day_only' ? madeUpField(call.name, 'date') : intField(call.name);
  const column: SqlFragment = {
    text: expressionOf(name, type, text, planning.run?.context.fiscalYearStartMonth ?? 1),
    parameters: repeat(parameters, name),
  };
  return {
    column,
    selected: column,
    field,
    aggregate: false,
    read: (stored) => decode(field, stored),
    encode: (value) => encode(field, value),
  };
}

function argumentOf(planning: Planning, call: Call, plan: (expression: Expression) => QueryExpression): QueryExpression {
  const [given, ...others] = call.args;
  if (given === undefined || others.length > 0) throw planning.resolver.error('MALFORMED_QUERY', `${call.name} takes one field`, call.at);
  if (given.kind === 'path' || given.name.toLowerCase() !== 'converttimezone') return plan(given);
  const [inner] = given.args;
  const converted = inner && plan(inner);
  if (converted?.field.type !== 'datetime' || given.args.length > 1) {
    throw planning.resolver.error('INVALID_FIELD', 'convertTimezone takes a date-time', given.at);
  }
  const column = joined([wrapped('in_zone(', converted.column, ''), sql('?)', planning.run?.context.timeZone ?? 'UTC')], ', ');
  return { ...converted, column, selected: column };
}

function expressionOf(name: string, type: 'date' | 'datetime', operand: string, fiscalStart: number): string {
  if (name === 'hour_in_day') return `(${operand} / 3600000 % 24)`;
  const day = type === 'date' ? operand : `date(${operand} / 1000, 'unixepoch')`;
  return name === 'day_only' ? day : OF_DAY[name](day, fiscalStart);
}

function repeat(parameters: SqlFragment['parameters'], name: string): SqlFragment['parameters'] {
  return name === 'fiscal_year' ? [...parameters, ...parameters] : parameters;
}

function part(format: string, day: string): string {
  return `CAST(strftime('${format}', ${day}) AS INTEGER)`;
}
