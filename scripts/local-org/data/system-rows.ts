import type { DmlContext } from './dml/dml-context.ts';
import { stampNew } from './dml/stamps.ts';
import { PlatformError } from './errors.ts';
import { SObjectRecord } from './record.ts';
import type { Value } from './record.ts';
import { USER_RECORD_ACCESS, userRecordAccess } from './security/user-record-access.ts';
import type { SoqlQuery } from './soql/ast.ts';
import type { QueryOptions } from './transaction.ts';
import { DatetimeValue } from './values/datetime.ts';

/** Writes a row that the org keeps of itself: no triggers, nobody's rights, no limits. Gives its id. */
export function insertSystemRow(context: DmlContext, objectName: string, contents: Readonly<Record<string, Value>>): string {
  const object = context.schema.object(objectName);
  if (object === undefined) {
    throw new PlatformError('INVALID_TYPE', `The org has no object ${objectName}.`);
  }
  const record = new SObjectRecord(object);
  for (const [name, value] of Object.entries(contents)) {
    record.put(name, value);
  }
  stampNew(context, object, [{ index: 0, given: record, record, old: undefined, errors: [] }]);
  context.records.insert(record);
  context.changed(object);
  return record.id as string;
}

/** Changes fields of such a row, if it is still there. */
export function updateSystemRow(context: DmlContext, row: SObjectRecord, contents: Readonly<Record<string, Value>>): void {
  const { description } = row;
  const id = row.id as string;
  if (!context.records.existing(description, [id]).has(id)) {
    return;
  }
  for (const [name, value] of Object.entries(contents)) {
    const field = description.fields.get(name.toLowerCase());
    if (field === undefined) {
      throw new PlatformError('INVALID_FIELD', `${description.name} has no field ${name}.`);
    }
    context.records.set(description, id, field, value);
  }
  context.changed(description);
}

/** Takes such a row out for good, if it is still there. */
export function deleteSystemRow(context: DmlContext, row: SObjectRecord): void {
  context.records.erase(row.description, row.id as string);
  context.changed(row.description);
}

/** Gives a stored record another creation time. */
export function setCreatedDate({ records }: DmlContext, row: SObjectRecord, milliseconds: number): void {
  const { description } = row;
  const id = row.id as string;
  const field = description.fields.get('createddate');
  if (field === undefined || !records.existing(description, [id]).has(id)) {
    throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', `There is no record ${id} with a creation date.`);
  }
  records.set(description, id, field, new DatetimeValue(milliseconds));
}

/** Notes that records were looked at. The dates are the record's here, whoever looked at it; on the platform each user has their own. */
export function noteViewed(context: DmlContext, viewed: readonly SObjectRecord[], how: 'view' | 'reference'): void {
  const now = new DatetimeValue(Math.floor(context.transaction.now() / 1000) * 1000);
  const names = how === 'view' ? ['LastViewedDate', 'LastReferencedDate'] : ['LastReferencedDate'];
  for (const { id, description } of viewed) {
    const fields = names.map((name) => description.fields.get(name.toLowerCase())).filter((field) => field !== undefined);
    for (const field of fields) context.records.set(description, id as string, field, now);
  }
}

/** Fills the object that says what a user may do with records with the rows that a query asks for. */
export function fillUserRecordAccess({ schema, store, records, security }: DmlContext, query: SoqlQuery, options: QueryOptions): void {
  const object = schema.object(USER_RECORD_ACCESS);
  if (object === undefined) {
    throw new PlatformError('INVALID_TYPE', `The org has no object ${USER_RECORD_ACCESS}.`);
  }
  store.run(`DELETE FROM "${USER_RECORD_ACCESS}"`);
  for (const [index, row] of userRecordAccess(query, options, { schema, security }).entries()) {
    const contents: Record<string, Value> = {
      id: row.recordId.slice(0, 3) + String(index).padStart(15, '0'),
      userid: row.userId,
      recordid: row.recordId,
      hasreadaccess: row.read,
      haseditaccess: row.edit,
      hasdeleteaccess: row.delete,
      hastransferaccess: row.transfer,
      hasallaccess: row.all,
      maxaccesslevel: row.level,
    };
    records.insert(new SObjectRecord(object, new Map(Object.entries(contents))));
  }
}
