import type { FieldDescription, FieldType, ObjectDescription } from '../../data/schema/description.ts';
import { madeUpField } from '../../data/soql/made-up-fields.ts';
import type { ApexType } from './symbols.ts';
import type { TypeTable } from './type-table.ts';

const TYPE_OF_FIELD: Readonly<Record<FieldType, string>> = {
  id: 'Id',
  string: 'String',
  textarea: 'String',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  picklist: 'String',
  multipicklist: 'String',
  reference: 'Id',
  email: 'String',
  phone: 'String',
  url: 'String',
  base64: 'Blob',
  address: 'Address',
  location: 'Location',
  anytype: 'Object',
};

/** What a name after a record's dot stands for. */
export type RecordMember =
  | { readonly kind: 'field'; readonly field: FieldDescription; readonly type: ApexType }
  | { readonly kind: 'parent'; readonly field: FieldDescription; readonly type: ApexType }
  | { readonly kind: 'children'; readonly type: ApexType };

/** The Apex type of a field's value. */
export function typeOfField(table: TypeTable, field: FieldDescription): ApexType {
  if (field.apexType !== undefined) {
    return table.resolve({ name: field.apexType, typeArguments: [] }) ?? table.object;
  }
  return table.primitive(isMetadataReference(field) ? 'String' : TYPE_OF_FIELD[field.type]);
}

/** Objects whose records stand for the schema. */
const METADATA_OBJECTS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/** A reference to an object or field of the schema is given by its name. */
export function isMetadataReference({ type, referenceTo }: FieldDescription): boolean {
  return type === 'reference' && METADATA_OBJECTS.has(referenceTo[0] ?? '');
}

/** Finds a field, a parent relationship or a child relationship of an object by its name in any case. A record of no known object has its id. */
export function recordMember(table: TypeTable, object: ObjectDescription | undefined, name: string): RecordMember | undefined {
  const key = name.toLowerCase();
  if (!object) {
    return key === 'id' ? { kind: 'field', field: madeUpField('Id', 'id'), type: table.primitive('Id') } : undefined;
  }
  const field = object.fields.get(key);
  if (field) {
    return { kind: 'field', field, type: typeOfField(table, field) };
  }
  if (object.name === 'User' && key === 'type') {
    // An owner may be a group too: lookups to both are seen as a user, and tell which of them it is.
    return { kind: 'field', field: madeUpField('Type', 'string'), type: table.primitive('String') };
  }
  for (const candidate of object.fields.values()) {
    if (candidate.relationshipName?.toLowerCase() === key) {
      return { kind: 'parent', field: candidate, type: parentType(table, candidate) };
    }
  }
  const children = object.childRelationships.find((relationship) => relationship.relationshipName?.toLowerCase() === key);
  const child = children && table.schema.object(children.childObject);
  return child && { kind: 'children', type: table.list(table.sObjectType(child)) };
}

/** The record type behind a lookup. One that may point at several objects is seen as a User where that is among them, else as a `Name`. */
function parentType(table: TypeTable, field: FieldDescription): ApexType {
  const name = field.referenceTo.includes('User') ? 'User' : field.referenceTo.length === 1 ? field.referenceTo[0] : undefined;
  const object = name === undefined ? NAME_OBJECT : table.schema.object(name);
  return object ? table.sObjectType(object) : table.sObject;
}

/** What is known of a record that may be of several objects: the fields that the platform calls those of `Name`. */
const NAME_OBJECT: ObjectDescription = {
  name: 'Name',
  label: 'Name',
  labelPlural: 'Names',
  keyPrefix: '',
  custom: false,
  kind: 'standard',
  fields: new Map(
    ['Name', 'FirstName', 'LastName', 'Email', 'Phone', 'Title', 'Alias', 'Username', 'Type']
      .map((name) => [name.toLowerCase(), madeUpField(name, 'string')] as const)
      .concat([['id', madeUpField('Id', 'id')]]),
  ),
  childRelationships: [],
  validationRules: [],
  sharingModel: 'Private',
  triggerable: false,
  createable: false,
  updateable: false,
  deletable: false,
  queryable: false,
};
