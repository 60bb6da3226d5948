import { DmlFailure, PlatformError } from '../../data/errors.ts';
import type { SObjectRecord } from '../../data/record.ts';
import { USER } from '../../data/transaction.ts';
import type { DmlError, DmlResult } from '../../data/transaction.ts';
import { toId18 } from '../../data/values/id.ts';
import { ApiError } from '../errors.ts';
import { basePath, queryAsUser } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { recordBody } from './record-body.ts';
import { objectBody, objectOf, queryByKey, recordOf } from './record-input.ts';

const MOST_RECORDS = 200;
const MOST_READ = 2000;
const PARTIAL = { ...USER, allOrNone: false };

/** One row of a collection, ready to be saved, or the reason why it can't be. */
type Row = { readonly record: SObjectRecord; readonly verb: 'insert' | 'update' } | { readonly error: DmlError };

/** POST /composite/sobjects */
export function createCollection(call: RestCall): RestAnswer {
  return save(call, (body) => ({ record: recordOf(call, typeOf(call, body), body, 'create'), verb: 'insert' }));
}

/** PATCH /composite/sobjects */
export function updateCollection(call: RestCall): RestAnswer {
  return save(call, (body) => {
    const record = recordOf(call, typeOf(call, body), body, 'update');
    const id = toId18(record.id ?? '');
    if (id === undefined) throw new PlatformError('MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
    record.id = id;
    return { record, verb: 'update' };
  });
}

/** PATCH /composite/sobjects/:object/:key */
export function upsertCollection(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const key = object.fields.get(call.parameters.key.toLowerCase());
  if (key === undefined) throw ApiError.notFound(`Provided external ID field does not exist or is not accessible: ${call.parameters.key}`);
  return save(
    call,
    (body) => {
      const given = Object.entries(body).find(([name]) => name.toLowerCase() === key.name.toLowerCase())?.[1] ?? null;
      const [id, another] = given === null ? [] : queryByKey(call, object, key, given);
      if (another !== undefined)
        throw new PlatformError('DUPLICATE_VALUE', `More than one record has ${key.name} ${String(given)}`, [key.name]);
      const record = recordOf(call, object, body, id === undefined ? 'create' : 'update');
      if (id !== undefined) record.id = id;
      return { record, verb: id === undefined ? 'insert' : 'update' };
    },
    true,
  );
}

/** DELETE /composite/sobjects?ids=a,b */
export function deleteCollection(call: RestCall): RestAnswer {
  const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  limitTo(ids.length, MOST_RECORDS);
  const allOrNone = call.query.get('allOrNone') === 'true';
  return atomic(call, allOrNone, () =>
    call.transaction.delete(
      ids.map((id) => toId18(id) ?? id),
      PARTIAL,
    ),
  );
}

/** GET or POST /composite/sobjects/:object with `ids` and `fields`: the records in the order of the ids, null for those not found. */
export function readCollection(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const body =
    call.method === 'POST'
      ? objectBody(call.body)
      : { ids: call.query.get('ids')?.split(','), fields: call.query.get('fields')?.split(',') };
  const { ids, fields } = body as { ids?: string[]; fields?: string[] };
  if (!Array.isArray(ids) || !Array.isArray(fields)) throw new ApiError(400, 'MISSING_ARGUMENT', 'ids and fields must be given');
  limitTo(ids.length, MOST_READ);
  const wanted = ids.map((id) => toId18(id));
  const names = ['Id', ...fields.filter((name) => name.toLowerCase() !== 'id')];
  const binds = new Map([['ids', wanted.filter((id) => id !== undefined)]]);
  const { records } = queryAsUser(call, `SELECT ${names.join(', ')} FROM ${object.name} WHERE Id IN :ids`, { binds });
  const found = new Map(records.map((record) => [record.id, recordBody(record, basePath(call))]));
  return { status: 200, body: wanted.map((id) => found.get(id ?? null) ?? null) };
}

function save(call: RestCall, prepare: (body: Record<string, unknown>) => Row, withCreated = false): RestAnswer {
  const body = objectBody(call.body);
  if (!Array.isArray(body.records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must hold a list called records');
  limitTo(body.records.length, MOST_RECORDS);
  const rows = body.records.map((record: unknown): Row => {
    try {
      return prepare(objectBody(record));
    } catch (error) {
      return { error: rowError(error) };
    }
  });
  return atomic(call, body.allOrNone === true, () => saveRows(call, rows), withCreated ? rows : undefined);
}

/** Saves runs of rows of one object together, in order, so that triggers see them in bulk. */
function saveRows(call: RestCall, rows: readonly Row[]): DmlResult[] {
  const results: DmlResult[] = [];
  for (let start = 0; start < rows.length;) {
    const first = rows[start];
    if ('error' in first) {
      results.push({ id: null, success: false, errors: [first.error] });
      start++;
      continue;
    }
    let end = start + 1;
    while (end < rows.length && belongTogether(first, rows[end])) end++;
    const records = rows.slice(start, end).map((row) => (row as Extract<Row, { record: SObjectRecord }>).record);
    results.push(...(first.verb === 'insert' ? call.transaction.insert(records, PARTIAL) : call.transaction.update(records, PARTIAL)));
    start = end;
  }
  return results;
}

function belongTogether(first: Row, other: Row): boolean {
  return 'record' in first && 'record' in other && first.verb === other.verb && first.record.description === other.record.description;
}

const ROLLED_BACK: DmlError = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

/** Runs the work; with allOrNone one failing row takes back all of them, and the answer says so for each. */
function atomic(call: RestCall, allOrNone: boolean, work: () => DmlResult[], rows?: readonly Row[]): RestAnswer {
  const savepoint = call.transaction.savepoint();
  let results: DmlResult[];
  try {
    results = work();
  } catch (error) {
    call.transaction.rollback(savepoint);
    throw error;
  }
  const failed = allOrNone && results.some((result) => !result.success);
  if (failed) call.transaction.rollback(savepoint);
  else call.transaction.release(savepoint);
  const outcomes = failed
    ? results.map((result) => (result.success ? { ...result, id: null, success: false, errors: [ROLLED_BACK] } : result))
    : results;
  return { status: 200, body: outcomes.map((result, index) => rowBody(result, rows?.[index])) };
}

function rowBody(result: DmlResult, row?: Row): Record<string, unknown> {
  if (!result.success)
    return { success: false, errors: result.errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields })) };
  const created = row === undefined ? {} : { created: 'verb' in row && row.verb === 'insert' };
  return { id: result.id, success: true, errors: [], ...created };
}

function rowError(error: unknown): DmlError {
  if (error instanceof ApiError) {
    const [first] = error.errors;
    return { statusCode: first?.errorCode ?? 'UNKNOWN_EXCEPTION', message: error.message, fields: first?.fields ?? [] };
  }
  if (error instanceof DmlFailure) return error.results.flatMap((result) => result.errors)[0];
  if (error instanceof PlatformError) return { statusCode: error.statusCode, message: error.message, fields: error.fields };
  throw error;
}

function typeOf(call: RestCall, body: Readonly<Record<string, unknown>>): ReturnType<typeof objectOf> {
  const { type } = objectBody(body.attributes ?? {}) as { type?: unknown };
  if (typeof type !== 'string') throw new PlatformError('INVALID_TYPE', 'Each record needs its type: "attributes": {"type": "Account"}');
  const object = call.context.org.schema.object(type);
  if (object === undefined) throw new PlatformError('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  return objectOf(call, type);
}

function limitTo(count: number, most: number): void {
  if (count > most)
    throw new ApiError(400, 'EXCEEDED_MAX_SIZE_REQUEST', `A request may hold at most ${most} records, this one holds ${count}`);
}
