import { MASTER_RECORD_TYPE, recordTypesOf } from '../../data/setup/record-types.ts';
import type { RecordTypeDescription } from '../../data/setup/record-types.ts';
import { isSearchable } from '../../data/sosl/searchable.ts';
import type { FieldDescription, FieldType, ObjectDescription } from '../../data/schema/description.ts';
import { readableField } from './context.ts';
import type { UiApiContext } from './context.ts';
import { nameFieldOf } from './record-query.ts';

/** The id that stands for "no record type": objects here have only the master one. */
function recordTypeInfo({ id, name, active, master }: RecordTypeDescription) {
  return { available: active, defaultRecordTypeMapping: master, master, name, recordTypeId: id };
}

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  long: 'Long',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  reference: 'Reference',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  base64: 'Base64',
  anytype: 'AnyType',
  address: 'Address',
  location: 'Location',
};

/** What the user may know of an object: its words, its fields and what may be done with it. */
export function objectInfo(context: UiApiContext, object: ObjectDescription): Record<string, unknown> {
  const access = context.org.security.objectAccess(context.userId, object.name);
  const fields = [...object.fields.values()].filter((field) => readableField(context, object, field.name));
  return {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships
      .filter((child) => child.relationshipName && context.org.security.objectAccess(context.userId, child.childObject).read)
      .map((child) => ({ childObjectApiName: child.childObject, fieldName: child.field, relationshipName: child.relationshipName })),
    createable: object.createable && access.create,
    custom: object.custom,
    defaultRecordTypeId: MASTER_RECORD_TYPE.id,
    deletable: object.deletable && access.delete,
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(context, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: [nameFieldOf(object)],
    queryable: object.queryable && access.read,
    recordTypeInfos: Object.fromEntries(recordTypesOf(context.transaction, object.name).map((type) => [type.id, recordTypeInfo(type)])),
    searchable: isSearchable(object),
    updateable: object.updateable && access.edit,
  };
}

function fieldInfo(context: UiApiContext, object: ObjectDescription, field: FieldDescription): Record<string, unknown> {
  const { edit } = context.org.security.fieldAccess(context.userId, object.name, field.name);
  const calculated = field.formula !== undefined || field.summary !== undefined || field.autoNumber;
  return {
    apiName: field.name,
    calculated,
    compound: false,
    createable: field.createable && edit && !calculated,
    custom: field.custom,
    dataType: DATA_TYPES[field.type],
    extraTypeInfo: field.type === 'textarea' ? (field.htmlFormatted ? 'RichTextArea' : 'PlainTextArea') : null,
    filterable: field.filterable,
    htmlFormatted: field.htmlFormatted,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length: field.length,
    nameField: field.nameField,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceToInfos: field.referenceTo.map((target) => ({
      apiName: target,
      nameFields: [nameFieldOf(context.org.schema.object(target) ?? object)],
    })),
    relationshipName: field.relationshipName ?? null,
    required: field.required,
    scale: field.scale,
    searchPrefilterable: false,
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable && edit && !calculated,
  };
}

/** The values of one picklist. */
export function picklistValues(field: FieldDescription): Record<string, unknown> {
  const values = field.picklistValues
    .filter((value) => value.active)
    .map((value) => ({ attributes: null, label: value.label, validFor: [], value: value.value }));
  const standard = field.picklistValues.find((value) => value.isDefault);
  return { controllerValues: {}, defaultValue: standard ? { label: standard.label, value: standard.value } : null, values };
}

/** The values of every picklist of the object that the user may read, by field. */
export function allPicklistValues(context: UiApiContext, object: ObjectDescription): Record<string, unknown> {
  const fields = [...object.fields.values()].filter(
    (field) => field.type.endsWith('picklist') && readableField(context, object, field.name),
  );
  return { picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, picklistValues(field)])) };
}
