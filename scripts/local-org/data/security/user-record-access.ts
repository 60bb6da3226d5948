import { QueryError } from '../errors.ts';
import type { Value } from '../record.ts';
import type { Bind, Comparison, Condition, Literal, Membership, SoqlQuery } from '../soql/ast.ts';
import type { QueryOptions } from '../transaction.ts';
import { prefixOf, toId18 } from '../values/id.ts';
import type { Schema } from '../schema/description.ts';
import type { RecordAccess, Security } from './security.ts';

/** The object whose rows say what a user may do with a record; they are worked out for each query. */
export const USER_RECORD_ACCESS = 'UserRecordAccess';

/** Most records of one query. */
const MOST_RECORDS = 200;

/** One row of `UserRecordAccess`. */
export interface UserRecordAccessRow {
  readonly userId: string;
  readonly recordId: string;
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly transfer: boolean;
  readonly all: boolean;
  readonly level: 'None' | 'Read' | 'Edit' | 'Delete' | 'Transfer' | 'All';
}

/** The rows that a query of `UserRecordAccess` asks for. Throws `QueryError` when it does not name a user and records, as one must. */
export function userRecordAccess(
  query: SoqlQuery,
  options: QueryOptions,
  { schema, security }: { readonly schema: Schema; readonly security: Security },
): UserRecordAccessRow[] {
  const [userId] = idsOf(query, 'userid', options);
  const recordIds = idsOf(query, 'recordid', options);
  if (userId === undefined || recordIds.length > MOST_RECORDS) {
    throw new QueryError(
      'MALFORMED_QUERY',
      `A query of ${USER_RECORD_ACCESS} needs a filter on UserId and one on RecordId, of at most ${MOST_RECORDS} records`,
    );
  }
  const levels = security.recordAccess(userId, recordIds);
  return recordIds.map((recordId) => {
    const object = schema.objectOfPrefix(prefixOf(recordId));
    const objectAccess = object && security.objectAccess(userId, object.name);
    return rowOf(userId, recordId, levels.get(recordId) ?? 'none', objectAccess);
  });
}

function rowOf(
  userId: string,
  recordId: string,
  level: RecordAccess,
  object: { read: boolean; edit: boolean; delete: boolean } | undefined,
): UserRecordAccessRow {
  const read = level !== 'none' && object?.read === true;
  const edit = read && level !== 'read' && object.edit;
  const remove = read && level === 'all' && object.delete;
  const transfer = edit && level === 'all';
  const all = remove && transfer;
  const highest = all ? 'All' : transfer ? 'Transfer' : remove ? 'Delete' : edit ? 'Edit' : read ? 'Read' : 'None';
  return { userId, recordId, read, edit, delete: remove, transfer, all, level: highest };
}

function idsOf(query: SoqlQuery, field: string, options: QueryOptions): string[] {
  const conditions: readonly Condition[] = query.where?.kind === 'and' ? query.where.conditions : query.where ? [query.where] : [];
  const filter = conditions.find(
    (condition): condition is Comparison | Membership =>
      (condition.kind === 'comparison' || condition.kind === 'membership') &&
      (condition.operator === '=' || condition.operator === 'IN') &&
      condition.left.kind === 'path' &&
      condition.left.parts.at(-1)?.toLowerCase() === field,
  );
  const values = filter === undefined || 'select' in filter.right ? [] : [filter.right].flat().flatMap((item) => valuesOf(item, options));
  return [...new Set(values.map((value) => toId18(String(value))).filter((id) => id !== undefined))];
}

function valuesOf(item: Literal | Bind, { binds }: QueryOptions): readonly Value[] {
  if (item.kind === 'string') return [item.value];
  if (item.kind !== 'bind') return [];
  const value = binds?.get(item.name) ?? null;
  return Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}
