import type { SObjectRecord, Value } from '../../data/record.ts';
import type { FieldDescription, ObjectDescription } from '../../data/schema/description.ts';
import { USER } from '../../data/transaction.ts';
import { prefixOf } from '../../data/values/id.ts';
import { readableField, UiApiError } from './context.ts';
import type { UiApiContext } from './context.ts';
import { fieldContent } from './field-value.ts';
import type { FieldContent } from './field-value.ts';

/** A record as the user interface API gives it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly fields: Readonly<Record<string, FieldContent>>;
  readonly id: string;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: unknown;
  readonly recordTypeId: null;
  readonly recordTypeInfo: null;
  readonly systemModstamp: unknown;
}

/** The fields to read of an object: its own, and those of its parents by relationship. */
interface Selection {
  readonly object: ObjectDescription;
  readonly fields: Map<string, FieldDescription>;
  readonly parents: Map<string, { readonly reference: FieldDescription; readonly selection: Selection }>;
}

/** The rest of a query after the object's name, with the values it binds. */
export interface QueryRest {
  readonly text: string;
  readonly binds?: ReadonlyMap<string, Value | readonly Value[]>;
}

const SYSTEM_FIELDS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

/**
 * Reads records in user mode.
 * @param fields names without the object: `Name`, `Account__r.Name`. A lookup brings the name of the record it points at along.
 * @throws UiApiError 400 for a field that does not exist or that the user may not read.
 */
export function queryRecords(
  context: UiApiContext,
  object: ObjectDescription,
  fields: readonly string[],
  rest: QueryRest,
): RecordRepresentation[] {
  const selection = emptySelection(object);
  for (const name of SYSTEM_FIELDS) if (object.fields.has(name.toLowerCase())) select(context, selection, name);
  for (const name of fields) select(context, selection, name);
  const columns = columnsOf(selection, '');
  const soql = `SELECT ${columns.join(', ')} FROM ${object.name} ${rest.text}`;
  const outcome = context.transaction.query(soql, { ...USER, ...(rest.binds ? { binds: rest.binds } : {}) });
  return outcome.records.map((record) => represent(context, selection, record));
}

/** The text that names a record of the object: what a lookup shows. */
export function nameFieldOf(object: ObjectDescription): string {
  return object.nameField ?? 'Id';
}

function emptySelection(object: ObjectDescription): Selection {
  return { object, fields: new Map(), parents: new Map() };
}

function select(context: UiApiContext, selection: Selection, path: string): void {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length > 0) {
    const parent = parentOf(context, selection, first);
    if (!parent) throw invalidField(selection.object, first);
    select(context, parent, rest.join('.'));
    return;
  }
  const field = readableField(context, selection.object, first);
  if (!field) throw invalidField(selection.object, first);
  selection.fields.set(field.name, field);
  if (field.type !== 'reference' || !field.relationshipName) return;
  const parent = parentOf(context, selection, field.relationshipName);
  const name = parent && readableField(context, parent.object, nameFieldOf(parent.object));
  if (parent && name) parent.fields.set(name.name, name);
}

function parentOf(context: UiApiContext, selection: Selection, relationship: string): Selection | undefined {
  const reference = [...selection.object.fields.values()].find(
    (field) => field.relationshipName?.toLowerCase() === relationship.toLowerCase(),
  );
  if (!reference?.relationshipName || !readableField(context, selection.object, reference.name)) return undefined;
  const known = selection.parents.get(reference.relationshipName);
  if (known) return known.selection;
  const target = reference.referenceTo
    .map((name) => context.org.schema.object(name))
    .find((object) => object && isReadable(context, object));
  if (!target) return undefined;
  const parent = emptySelection(target);
  selection.fields.set(reference.name, reference);
  selection.parents.set(reference.relationshipName, { reference, selection: parent });
  return parent;
}

function isReadable(context: UiApiContext, object: ObjectDescription): boolean {
  return object.name === 'User' || object.name === 'Group' || context.org.security.objectAccess(context.userId, object.name).read;
}

function invalidField(object: ObjectDescription, name: string): UiApiError {
  return UiApiError.of(400, 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}', or you have no access to it`);
}

function columnsOf(selection: Selection, prefix: string): string[] {
  const own = [...selection.fields.keys()].map((name) => prefix + name);
  const parents = [...selection.parents].flatMap(([name, parent]) => columnsOf(parent.selection, `${prefix}${name}.`));
  return [...own, ...parents];
}

function represent(context: UiApiContext, selection: Selection, record: SObjectRecord): RecordRepresentation {
  const { language } = context;
  const fields: Record<string, FieldContent> = {};
  for (const field of selection.fields.values()) fields[field.name] = fieldContent(field, record.get(field.name), language);
  for (const [name, parent] of selection.parents) {
    const content = record.get(name) as SObjectRecord | null;
    const id = record.get(parent.reference.name) as string | null;
    fields[name] = content ? parentContent(context, parent.selection, content, id) : { displayValue: null, value: null };
  }
  const value = (name: string): unknown => fields[name]?.value ?? null;
  return {
    apiName: selection.object.name,
    childRelationships: {},
    fields,
    id: record.id ?? '',
    lastModifiedById: value('LastModifiedById') as string | null,
    lastModifiedDate: value('LastModifiedDate'),
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: value('SystemModstamp'),
  };
}

/** A lookup that may point at several objects says by the id which one it is. */
function parentContent(context: UiApiContext, selection: Selection, record: SObjectRecord, id: string | null): FieldContent {
  const value = represent(context, selection, record);
  const name = value.fields[nameFieldOf(selection.object)]?.value ?? null;
  const object = id === null ? undefined : context.org.schema.objectOfPrefix(prefixOf(id));
  return { displayValue: typeof name === 'string' ? name : null, value: object ? { ...value, apiName: object.name, id } : value };
}
