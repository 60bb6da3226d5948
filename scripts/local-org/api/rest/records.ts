import { randomUUID } from 'node:crypto';
import { DmlFailure } from '../../data/errors.ts';
import type { SObjectRecord } from '../../data/record.ts';
import type { ObjectDescription } from '../../data/schema/description.ts';
import { USER } from '../../data/transaction.ts';
import type { DmlResult } from '../../data/transaction.ts';
import { makeId, toId18 } from '../../data/values/id.ts';
import { ApiError } from '../errors.ts';
import { basePath, queryAsUser } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { recordBody } from './record-body.ts';
import { partOfRecord } from './record-parts.ts';
import { isKey, objectBody, objectOf, queryByKey, recordOf, valueOf } from './record-input.ts';

const ALL_OR_NONE = { ...USER, allOrNone: true };

/** POST /sobjects/:object */
export function createRecord(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const record = recordOf(call, object, objectBody(call.body), 'create');
  if (object.kind === 'platformEvent') return published(call, record);
  return { status: 201, body: saved(call.transaction.insert([record], ALL_OR_NONE)[0]) };
}

/** An event has no record: what comes back says that it is on its way. */
function published(call: RestCall, record: SObjectRecord): RestAnswer {
  const [result] = call.context.engine.publishEvents(call.transaction, [record]) as [DmlResult];
  if (!result.success) throw new DmlFailure('Insert', [result], [record.description.name]);
  const errors = [{ statusCode: 'OPERATION_ENQUEUED', message: randomUUID(), fields: [] }];
  return { status: 201, body: { id: makeId('e00', 1), success: true, errors } };
}

/** GET /sobjects/:object/:id, with all fields the user may read or those named by `fields`. */
export function getRecord(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  return { status: 200, body: recordBody(readRecord(call, object, idOf(call, object)), basePath(call)) };
}

/** PATCH /sobjects/:object/:id */
export function updateRecord(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const id = idOf(call, object);
  const body = objectBody(call.body);
  if (Object.keys(body).some((name) => name.toLowerCase() === 'id')) {
    throw new ApiError(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.', ['Id']);
  }
  const record = recordOf(call, object, body, 'update');
  record.id = id;
  readRecord(call, object, id, ['Id']);
  call.transaction.update([record], ALL_OR_NONE);
  return { status: 204 };
}

/** DELETE /sobjects/:object/:id */
export function deleteRecord(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const id = idOf(call, object);
  readRecord(call, object, id, ['Id']);
  call.transaction.delete([id], ALL_OR_NONE);
  return { status: 204 };
}

/** GET /sobjects/:object/:key/:value: a record by an external id; with an id in the place of the key, a part of that record. */
export function getRecordByKey(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const { key, value } = call.parameters;
  const own = object.fields.has(key.toLowerCase()) ? undefined : toId18(key);
  if (own?.startsWith(object.keyPrefix)) return partOfRecord(call, object, own, value);
  const [id] = idsByKey(call, object);
  if (id === undefined) throw ApiError.notFound();
  return { status: 200, body: recordBody(readRecord(call, object, id), basePath(call)) };
}

/** PATCH (or POST) /sobjects/:object/:key/:value: updates the record with this external id, or creates it. */
export function upsertRecord(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const key = keyOf(call, object);
  const [id] = idsByKey(call, object);
  const record = recordOf(call, object, objectBody(call.body), id === undefined ? 'create' : 'update');
  if (id === undefined) {
    if (key.type !== 'id') record.put(key.name, valueOf(key, call.parameters.value));
    return { status: 201, body: { ...saved(call.transaction.insert([record], ALL_OR_NONE)[0]), created: true } };
  }
  record.id = id;
  return { status: 200, body: { ...saved(call.transaction.update([record], ALL_OR_NONE)[0]), created: false } };
}

/** DELETE /sobjects/:object/:key/:value */
export function deleteRecordByKey(call: RestCall): RestAnswer {
  const object = objectOf(call, call.parameters.object);
  const [id] = idsByKey(call, object);
  if (id === undefined) throw ApiError.notFound();
  call.transaction.delete([id], ALL_OR_NONE);
  return { status: 204 };
}

/** The names of the fields of an object that the user may read. */
export function readableFields(call: RestCall, object: ObjectDescription): string[] {
  const { security } = call.context.org;
  return [...object.fields.values()]
    .filter((field) => field.type !== 'base64' && security.fieldAccess(call.userId, object.name, field.name).read)
    .map((field) => field.name);
}

/** One record by its id; 404 when it is not there or not the user's to see. */
export function readRecord(call: RestCall, object: ObjectDescription, id: string, fields?: readonly string[]): SObjectRecord {
  const asked =
    fields ??
    call.query
      .get('fields')
      ?.split(',')
      .map((name) => name.trim());
  const names = asked ?? readableFields(call, object);
  const text = `SELECT ${[...new Set(names)].join(', ')} FROM ${object.name} WHERE Id = :id`;
  const { records } = queryAsUser(call, text, { binds: new Map([['id', id]]) });
  const [record] = records;
  if (record === undefined) throw ApiError.notFound();
  return record;
}

function idOf(call: RestCall, object: ObjectDescription): string {
  const id = toId18(call.parameters.id);
  if (id === undefined || !id.startsWith(object.keyPrefix)) throw ApiError.notFound();
  return id;
}

function keyOf(call: RestCall, object: ObjectDescription): ReturnType<ObjectDescription['fields']['get']> & object {
  const key = object.fields.get(call.parameters.key.toLowerCase());
  if (key !== undefined && isKey(key)) return key;
  throw ApiError.notFound(`Provided external ID field does not exist or is not accessible: ${call.parameters.key}`);
}

function idsByKey(call: RestCall, object: ObjectDescription): string[] {
  const key = keyOf(call, object);
  const ids = queryByKey(call, object, key, call.parameters.value);
  if (ids.length > 1) throw new ApiError(300, 'DUPLICATE_VALUE', `More than one record has ${key.name} ${call.parameters.value}`);
  return ids;
}

function saved(result: DmlResult | undefined): { id: string | null; success: boolean; errors: readonly unknown[] } {
  return { id: result?.id ?? null, success: true, errors: [] };
}
