import { SObjectRecord } from '../../data/record.ts';
import type { Content } from '../../data/record.ts';
import { ApexList } from './collections/list.ts';
import { currentTransaction } from './current.ts';
import { raise, raiseNull } from './exception.ts';

const readOnly = new WeakSet<SObjectRecord>();
let readOnlyRecords = 0;

/** Makes records refuse changes (those of an after trigger) until the returned function is called. */
export function markReadOnly(records: readonly SObjectRecord[]): () => void {
  const marked = records.filter((record) => !readOnly.has(record));
  for (const record of marked) {
    readOnly.add(record);
  }
  readOnlyRecords += marked.length;
  return () => {
    for (const record of marked) {
      readOnly.delete(record);
    }
    readOnlyRecords -= marked.length;
  };
}

/** Throws when the record may not be changed now. */
export function assertWritable(record: SObjectRecord): void {
  if (readOnlyRecords > 0 && readOnly.has(record)) {
    raise('System.FinalException', 'Record is read-only');
  }
}

/** A field of a record. Throws for null and for a field that the query did not select. */
export function field(record: SObjectRecord | null, name: string): unknown {
  return readField(record ?? raiseNull(), name);
}

/** A field, parent or child list by its lower-case name. */
export function readField(record: SObjectRecord, name: string): unknown {
  const content = record.contents.get(name);
  if (content !== undefined) {
    return Array.isArray(content) ? childList(content, undefined) : content;
  }
  if (record.queried) {
    return missing(record, name);
  }
  return record.description.fields.get(name)?.type === 'boolean' ? false : null;
}

function missing(record: SObjectRecord, name: string): unknown {
  const declared = record.description.fields.get(name);
  const parentRecord = declared?.relationshipName === undefined ? undefined : record.contents.get(declared.relationshipName.toLowerCase());
  if (parentRecord !== undefined) {
    // Selecting a parent's field makes the lookup readable, as on the platform.
    return parentRecord instanceof SObjectRecord ? parentRecord.id : null;
  }
  if (declared) {
    raise(
      'System.SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${record.description.name}.${declared.name}`,
    );
  }
  return null;
}

/** A field of a record reached through a relationship: null when there is no such parent. */
export function fieldOfParent(record: SObjectRecord | null, name: string): unknown {
  return record === null ? null : readField(record, name);
}

/** The parent record behind a relationship. */
export function parent(record: SObjectRecord | null, name: string): unknown {
  return parentOfParent(record ?? raiseNull(), name);
}

export function parentOfParent(record: SObjectRecord | null, name: string): unknown {
  if (record === null) {
    return null;
  }
  const content = record.contents.get(name);
  if (content === undefined && record.queried) {
    const lookup = [...record.description.fields.values()].find((candidate) => candidate.relationshipName?.toLowerCase() === name);
    if (lookup && record.contents.get(lookup.name.toLowerCase()) !== null) {
      raise(
        'System.SObjectException',
        `SObject row was retrieved via SOQL without querying the requested field: ${record.description.name}.${lookup.relationshipName}`,
      );
    }
  }
  return content ?? null;
}

/** The child records of a sub-query, as a list. */
export function children(record: SObjectRecord | null, name: string, elementType: string): unknown {
  const present = record ?? raiseNull();
  const content = present.contents.get(name);
  if (Array.isArray(content)) {
    return childList(content, elementType);
  }
  if (content === undefined && present.queried) {
    raise(
      'System.SObjectException',
      `SObject row was retrieved via SOQL without querying the requested field: ${present.description.name}.${name}`,
    );
  }
  return new ApexList(elementType);
}

const childLists = new WeakMap<readonly unknown[], ApexList>();

/** One list object for each array of children, so that it is the same list whenever it is read. */
function childList(content: readonly SObjectRecord[], elementType: string | undefined): ApexList {
  let list = childLists.get(content);
  if (!list) {
    list = new ApexList(elementType ?? content[0]?.description.name ?? 'SObject', content as unknown[]);
    childLists.set(content, list);
  }
  return list;
}

/** Stores a field or a parent, and gives the value back. */
export function setField(record: SObjectRecord | null, name: string, value: unknown): unknown {
  const present = record ?? raiseNull();
  assertWritable(present);
  present.contents.set(name, value as Content);
  return value;
}

/** `new Account(Name = 'x')`: a record with the given contents, names and values alternating. */
export function newRecord(objectName: string, contents: readonly unknown[] = []): SObjectRecord {
  const description = currentTransaction().schema.object(objectName);
  if (!description) {
    throw new Error(`The schema has no object ${objectName}.`);
  }
  const record = new SObjectRecord(description);
  for (let index = 0; index < contents.length; index += 2) {
    record.contents.set(contents[index] as string, contents[index + 1] as Content);
  }
  return record;
}
