import type { Content } from '../../data/record.ts';
import { SObjectRecord } from '../../data/record.ts';
import type { Expression, SelectItem, SoqlQuery } from '../../data/soql/ast.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { TimeValue } from '../../data/values/time.ts';
import type { Value } from '../../data/record.ts';

/** A value in JSON. */
export function jsonValue(value: Value): unknown {
  if (value instanceof DecimalValue) return value.toNumber();
  if (value instanceof DoubleValue) return value.value;
  if (value instanceof DatetimeValue) return value.toApiString();
  if (value instanceof DateValue || value instanceof TimeValue) return value.toString();
  if (value instanceof BlobValue) return value.toBase64();
  return typeof value === 'bigint' ? Number(value) : value;
}

/** The `attributes` of a record: its type and, when it has an id, its address. */
function attributesOf(record: SObjectRecord, base: string): Record<string, string> {
  const type = record.description.name;
  return record.id === null ? { type } : { type, url: `${base}/sobjects/${type}/${record.id}` };
}

/** A record with all its fields, named as the schema spells them; what the query did not ask for is left out. */
export function recordBody(record: SObjectRecord, base: string, asked: Asked = ALL): Record<string, unknown> {
  const body: Record<string, unknown> = { attributes: attributesOf(record, base) };
  for (const [key, content] of record.contents) {
    if (key === 'id' && !asked.id) continue;
    body[asked.nameOf(key) ?? nameOf(record, key)] = contentBody(content, base, asked.below(key));
  }
  return body;
}

/** A row of an aggregate query. */
export function aggregateBody(record: SObjectRecord, names: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = { attributes: { type: 'AggregateResult' } };
  for (const name of names) body[name] = jsonValue(record.get(name) as Value);
  return body;
}

function contentBody(content: Content, base: string, asked: Asked): unknown {
  if (content instanceof SObjectRecord) return recordBody(content, base, asked);
  if (!Array.isArray(content)) return jsonValue(content as Value);
  const records = content as readonly SObjectRecord[];
  if (records.length === 0) return null;
  return { totalSize: records.length, done: true, records: records.map((record) => recordBody(record, base, asked)) };
}

function nameOf(record: SObjectRecord, key: string): string {
  const { description } = record;
  const field = description.fields.get(key);
  if (field) return field.name;
  for (const candidate of description.fields.values()) {
    if (candidate.relationshipName?.toLowerCase() === key) return candidate.relationshipName;
  }
  return description.childRelationships.find((child) => child.relationshipName?.toLowerCase() === key)?.relationshipName ?? key;
}

/** What a query asked for of a record: rows always know their id, but it is sent only when it was selected. */
export interface Asked {
  readonly id: boolean;
  /** The spelling of an alias. */
  nameOf(key: string): string | undefined;
  /** What was asked for of a parent, or of the children of a sub-query. */
  below(key: string): Asked;
}

const ALL: Asked = { id: true, nameOf: () => undefined, below: () => ALL };

/** What a query's SELECT list asks for. */
export function askedBy(query: SoqlQuery): Asked {
  return askedByPaths(
    query.select.flatMap((item) => pathsOf(item, query)),
    query.select,
  );
}

function askedByPaths(paths: readonly (readonly string[])[], items: readonly SelectItem[]): Asked {
  return {
    id: paths.some((path) => path.length === 1 && (path[0] === 'id' || path[0] === '*')),
    nameOf: (key) => {
      const aliased = items.find((item) => item.kind === 'expression' && item.alias?.toLowerCase() === key);
      return aliased?.kind === 'expression' ? aliased.alias : undefined;
    },
    below: (key) => {
      const child = items.find((item) => item.kind === 'query' && item.query.from.text.toLowerCase() === key);
      if (child?.kind === 'query') return askedBy(child.query);
      return askedByPaths(
        paths.filter((path) => path[0] === key).map((path) => path.slice(1)),
        [],
      );
    },
  };
}

function pathsOf(item: SelectItem, query: SoqlQuery): string[][] {
  switch (item.kind) {
    case 'expression':
      return [pathOf(item.expression, query)];
    case 'fields':
      return [['*']];
    case 'typeof': {
      const relationship = item.relationship.text.toLowerCase();
      const fields = [...item.branches.flatMap((branch) => branch.fields), ...item.otherwise];
      return fields.map((field) => [relationship, ...field.parts.map((part) => part.toLowerCase())]);
    }
    case 'query':
      return [];
  }
}

function pathOf(expression: Expression, query: SoqlQuery): string[] {
  if (expression.kind === 'call') return expression.args[0] ? pathOf(expression.args[0], query) : [];
  const parts = expression.parts.map((part) => part.toLowerCase());
  const first = parts[0];
  const isPrefix = parts.length > 1 && (first === query.fromAlias?.toLowerCase() || first === query.from.text.toLowerCase());
  return isPrefix ? parts.slice(1) : parts;
}
