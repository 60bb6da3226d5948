import type { SObjectRecord, Value } from '../data/record.ts';
import type { FieldDescription, ObjectDescription } from '../data/schema/description.ts';
import type { Access } from '../data/transaction.ts';
import { runUncharged } from '../apex/runtime/cpu.ts';
import { PlatformError } from '../data/errors.ts';
import { FlowFault, recordsFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import type { Interview } from './interview.ts';
import type { RecordFilter } from './metadata/description.ts';
import { operandValue } from './references.ts';
import { asStored, asText, isPlain, toDate, toDatetime } from './values.ts';

/** What to look for. */
export interface RecordQuery {
  readonly object: string;
  readonly filters: readonly RecordFilter[];
  readonly logic: string;
  /** All fields when empty. */
  readonly fields: readonly string[];
  readonly sortField?: string | undefined;
  readonly descending?: boolean;
  readonly limit?: number | undefined;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<=',
  In: 'IN',
  NotIn: 'NOT IN',
  StartsWith: 'LIKE',
  EndsWith: 'LIKE',
  Contains: 'LIKE',
};

/** The object of an element. Throws `FlowFault` when there is none. */
export function objectNamed(context: FlowContext, name: string): ObjectDescription {
  const object = context.org.schema.object(name);
  if (object === undefined) {
    throw new FlowFault(`The org has no object ${name}.`);
  }
  return object;
}

/** The records that an interview looks for. Counts rows, but no query: the element does, once for all its interviews. */
export function findRecords(context: FlowContext, interview: Interview, query: RecordQuery, access: Access): SObjectRecord[] {
  const object = objectNamed(context, query.object);
  const binds = new Map<string, Value | readonly Value[]>();
  const conditions = query.filters.map((filter) => condition(context, interview, object, filter, binds));
  const fields = query.fields.length > 0 ? new Set(['Id', ...query.fields]) : allFields(object);
  const parts = [`SELECT ${[...fields].join(', ')} FROM ${object.name}`];
  if (conditions.length > 0) parts.push(`WHERE ${joined(query.logic, conditions)}`);
  if (query.sortField !== undefined) parts.push(`ORDER BY ${query.sortField} ${query.descending === true ? 'DESC' : 'ASC'}`);
  if (query.limit !== undefined) parts.push(`LIMIT ${query.limit}`);
  const { transaction } = context;
  const restore = transaction.limits.fresh();
  let records: SObjectRecord[];
  try {
    records = runUncharged(() => transaction.query(parts.join(' '), { ...access, binds }).records);
  } catch (error) {
    throw error instanceof PlatformError ? recordsFault('look up', error, error) : error;
  } finally {
    restore();
  }
  transaction.limits.consume('queryRows', records.length);
  return records.map(asStored);
}

/** The names of the fields that can be selected together. */
function allFields(object: ObjectDescription): Set<string> {
  const names = [...object.fields.values()]
    .filter((field) => field.parts === undefined && field.type !== 'base64')
    .map((field) => field.name);
  return new Set(['Id', ...names]);
}

function joined(logic: string, conditions: readonly string[]): string {
  switch (logic.toLowerCase()) {
    case '':
    case 'and':
    case 'no_conditions':
      return conditions.join(' AND ');
    case 'or':
      return conditions.join(' OR ');
    default:
      return logic.replaceAll(/\d+/g, (number) => conditions[Number(number) - 1] ?? 'Id = null');
  }
}

function condition(
  context: FlowContext,
  interview: Interview,
  object: ObjectDescription,
  { field: name, operator, value: operand }: RecordFilter,
  binds: Map<string, Value | readonly Value[]>,
): string {
  const value = operandValue(context, interview, operand);
  if (operator === 'IsNull') {
    return `${name} ${value === false ? '!=' : '='} null`;
  }
  const comparison = COMPARISONS[operator];
  if (comparison === undefined) {
    throw new FlowFault(`The local org does not support the operator ${operator} in a filter on records.`);
  }
  if (value === null && (operator === 'EqualTo' || operator === 'NotEqualTo')) {
    return `${name} ${comparison} null`;
  }
  const bind = `value${binds.size}`;
  const field = object.fields.get(name.toLowerCase());
  binds.set(bind, comparison === 'LIKE' ? pattern(operator, asText(value)) : comparand(context, field, value));
  return `${name} ${comparison} :${bind}`;
}

function pattern(operator: string, text: string): string {
  const escaped = text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
  return `${operator === 'StartsWith' ? '' : '%'}${escaped}${operator === 'EndsWith' ? '' : '%'}`;
}

/** The value as the query compares it with the field: ids of records, text for text, days for dates. */
function comparand(context: FlowContext, field: FieldDescription | undefined, value: unknown): Value | readonly Value[] {
  if (Array.isArray(value)) {
    return value.map((item) => comparand(context, field, item) as Value);
  }
  if (!isPlain(value)) {
    throw new FlowFault(`A record or an Apex value can't be compared with the field ${field?.name ?? ''}.`);
  }
  switch (field?.type) {
    case 'date':
      return toDate(value, context.timeZone) ?? value;
    case 'datetime':
      return toDatetime(value, context.timeZone) ?? value;
    case 'boolean':
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
    case 'time':
    case undefined:
      return value;
    default:
      return value === null ? null : asText(value);
  }
}
