import { SObjectRecord } from '../../data/record.ts';
import type { Value } from '../../data/record.ts';
import type { FieldDescription, ObjectDescription } from '../../data/schema/description.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { TimeValue } from '../../data/values/time.ts';
import { ApiError } from '../errors.ts';
import { queryAsUser } from './call.ts';
import type { RestCall } from './call.ts';

/** What a record is about to be: that decides which fields may be given. */
export type Purpose = 'create' | 'update';

/** An object that exists and that the user may know of. */
export function objectOf(call: RestCall, name: string): ObjectDescription {
  const { org } = call.context;
  const object = org.schema.object(name);
  if (object === undefined || !org.security.objectAccess(call.userId, object.name).read) throw ApiError.notFound();
  return object;
}

/** A JSON body that is an object; anything else is refused. */
export function objectBody(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must be a JSON object');
}

/** The record in a JSON body, with the rights of the user to its fields. `attributes` is left out. */
export function recordOf(
  call: RestCall,
  object: ObjectDescription,
  body: Readonly<Record<string, unknown>>,
  purpose: Purpose,
): SObjectRecord {
  const record = new SObjectRecord(object);
  const refused: string[] = [];
  for (const [name, given] of Object.entries(body)) {
    if (name === 'attributes') continue;
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined) {
      const [lookup, id] = referenceByKey(call, object, name, given);
      record.put(lookup.name, id);
      continue;
    }
    if (field.type === 'id') {
      if (purpose === 'update') record.put('Id', String(given));
      else if (given !== null) refused.push(field.name);
      continue;
    }
    if (!mayGive(call, object, field, purpose)) refused.push(field.name);
    else record.put(field.name, valueOf(field, given));
  }
  if (refused.length > 0) {
    throw new ApiError(
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${refused.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      refused,
    );
  }
  return record;
}

function mayGive(call: RestCall, object: ObjectDescription, field: FieldDescription, purpose: Purpose): boolean {
  const access = call.context.org.security.fieldAccess(call.userId, object.name, field.name);
  if (!access.read) throw noField(field.name, object);
  return (purpose === 'create' ? field.createable : field.updateable) && access.edit;
}

/** `"Account": {"Number__c": "A-1"}`: the parent is named by an external id. */
function referenceByKey(call: RestCall, object: ObjectDescription, name: string, given: unknown): [FieldDescription, string] {
  const lookup = [...object.fields.values()].find((field) => field.relationshipName?.toLowerCase() === name.toLowerCase());
  const parent = lookup && call.transaction.schema.object(lookup.referenceTo[0] ?? '');
  if (lookup === undefined || parent === undefined) throw noField(name, object);
  const entries = Object.entries(objectBody(given)).filter(([key]) => key !== 'attributes');
  const [keyName, keyValue] = entries[0] ?? ['', null];
  const key = parent.fields.get(keyName.toLowerCase());
  if (entries.length !== 1 || key === undefined || !isKey(key)) {
    throw new ApiError(400, 'INVALID_FIELD', `${name} takes one external id field of ${parent.name}`, [name]);
  }
  return [lookup, findByKey(call, parent, key, keyValue)];
}

/** The id of the record with this external id; throws when there is none, or more than one. */
export function findByKey(call: RestCall, object: ObjectDescription, key: FieldDescription, value: unknown): string {
  const found = queryByKey(call, object, key, value);
  if (found.length === 1) return found[0];
  if (found.length > 1)
    throw new ApiError(300, 'DUPLICATE_VALUE', `More than one record of ${object.name} has ${key.name} ${String(value)}`);
  throw new ApiError(
    400,
    'INVALID_FIELD',
    `Foreign key external ID: ${String(value)} not found for field ${key.name} in entity ${object.name}`,
  );
}

/** The ids of the records with this external id. */
export function queryByKey(call: RestCall, object: ObjectDescription, key: FieldDescription, value: unknown): string[] {
  const binds = new Map([['key', valueOf(key, value)]]);
  const { records } = queryAsUser(call, `SELECT Id FROM ${object.name} WHERE ${key.name} = :key LIMIT 2`, { binds });
  return records.map((record) => record.id as string);
}

/** Whether records can be named by the field. */
export function isKey(field: FieldDescription): boolean {
  return field.type === 'id' || field.externalId || field.unique;
}

function noField(name: string, object: ObjectDescription): ApiError {
  return new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

/** The value of a field from JSON; throws when the types don't go together. */
export function valueOf(field: FieldDescription, given: unknown): Value {
  if (given === null || given === undefined || given === '') return null;
  const value = parsed(field, given);
  if (value === undefined) {
    throw new ApiError(
      400,
      'JSON_PARSER_ERROR',
      `Cannot deserialize instance of ${field.type} from ${describe(given)} for field ${field.name}`,
    );
  }
  return value;
}

function parsed(field: FieldDescription, given: unknown): Value | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof given === 'boolean' ? given : given === 'true' ? true : given === 'false' ? false : undefined;
    case 'int':
      return Number.isInteger(Number(given)) && isNumeric(given) ? Number(given) : undefined;
    case 'long':
      return isNumeric(given) && Number.isInteger(Number(given)) ? BigInt(String(given)) : undefined;
    case 'double':
    case 'currency':
    case 'percent':
      return isNumeric(given) ? decimalOf(given) : undefined;
    case 'date':
      return typeof given === 'string' && /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(given) ? DateValue.tryParse(given) : undefined;
    case 'datetime':
      return typeof given === 'string' ? DatetimeValue.tryParse(given) : undefined;
    case 'time':
      return typeof given === 'string' ? timeOf(given) : undefined;
    case 'base64':
      return typeof given === 'string' ? BlobValue.parse(given) : undefined;
    default:
      return typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? String(given) : undefined;
  }
}

function isNumeric(given: unknown): given is string | number {
  return (
    (typeof given === 'number' && Number.isFinite(given)) ||
    (typeof given === 'string' && given.trim() !== '' && Number.isFinite(Number(given)))
  );
}

function decimalOf(given: string | number): DecimalValue | undefined {
  return DecimalValue.tryParse(String(given)) ?? DecimalValue.tryParse(Number(given).toFixed(18));
}

function timeOf(text: string): TimeValue | undefined {
  return /^\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z?$/.test(text) ? TimeValue.parse(text) : undefined;
}

function describe(given: unknown): string {
  if (typeof given === 'object') return Array.isArray(given) ? 'START_ARRAY' : 'START_OBJECT';
  return `VALUE_${typeof given === 'number' ? 'NUMBER' : typeof given === 'boolean' ? 'BOOLEAN' : 'STRING'} value ${String(given)}`;
}
