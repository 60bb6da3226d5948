import { DmlFailure, PlatformError } from '../../data/errors.ts';
import { SObjectRecord } from '../../data/record.ts';
import type { Value } from '../../data/record.ts';
import type { ObjectDescription } from '../../data/schema/description.ts';
import { USER } from '../../data/transaction.ts';
import type { DmlError } from '../../data/transaction.ts';
import { UiApiError } from './context.ts';
import type { UiApiContext } from './context.ts';
import { valueOf } from './field-value.ts';

/** All rows or none, with the rights of the user. */
const OPTIONS = { ...USER, allOrNone: true };

/** Creates a record and returns its id. */
export function createRecord(context: UiApiContext, object: ObjectDescription, fields: Readonly<Record<string, unknown>>): string {
  const record = recordOf(context, object, fields);
  return saving(object, 'create', () => context.transaction.insert([record], OPTIONS)[0]?.id ?? '');
}

/** Changes the given fields of a record. */
export function updateRecord(
  context: UiApiContext,
  object: ObjectDescription,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const record = recordOf(context, object, fields);
  record.id = id;
  saving(object, 'update', () => context.transaction.update([record], OPTIONS));
}

/** Deletes a record. */
export function deleteRecord(context: UiApiContext, object: ObjectDescription, id: string): void {
  saving(object, 'delete', () => context.transaction.delete([id], OPTIONS));
}

function recordOf(context: UiApiContext, object: ObjectDescription, fields: Readonly<Record<string, unknown>>): SObjectRecord {
  const contents = new Map<string, Value>();
  for (const [name, value] of Object.entries(fields)) {
    const field = object.fields.get(name.toLowerCase());
    if (!field) throw UiApiError.of(400, 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}'`);
    if (field.name !== 'Id') contents.set(name.toLowerCase(), valueOf(field, value));
  }
  return new SObjectRecord(context.transaction.schema.object(object.name) ?? object, contents);
}

/** A refused save becomes the body that a record form shows: errors of the page, and errors of each field. */
function saving<Result>(object: ObjectDescription, verb: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof DmlFailure)
      throw recordError(
        object,
        verb,
        cause.results.flatMap((result) => result.errors),
      );
    if (cause instanceof PlatformError) {
      throw recordError(object, verb, [{ statusCode: cause.statusCode, message: cause.message, fields: cause.fields }]);
    }
    throw cause;
  }
}

function recordError(object: ObjectDescription, verb: string, errors: readonly DmlError[]): UiApiError {
  const page: object[] = [];
  const byField: Record<string, object[]> = {};
  for (const error of errors) {
    const fields = error.fields.map((name) => object.fields.get(name.toLowerCase())).filter((field) => field !== undefined);
    const common = { constituentField: null, duplicateRecordError: null, errorCode: error.statusCode, message: error.message };
    if (fields.length === 0) page.push({ ...common, field: null, fieldLabel: null });
    for (const field of fields) (byField[field.name] ??= []).push({ ...common, field: field.name, fieldLabel: field.label });
  }
  const message = `An error occurred while trying to ${verb} the record. Please try again.`;
  const body = { enhancedErrorType: 'RecordError', message, output: { errors: page, fieldErrors: byField }, statusCode: 400 };
  return new UiApiError(400, message, body);
}
