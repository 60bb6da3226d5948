import { recordTypesOf } from '../../data/setup/record-types.ts';
import type { RecordTypeDescription } from '../../data/setup/record-types.ts';
import type { FieldDescription, FieldType, ObjectDescription } from '../../data/schema/description.ts';
import { isSearchable } from '../../data/sosl/searchable.ts';
import { basePath } from './call.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { objectOf } from './record-input.ts';

const LARGEST_BATCH = 200;

/** GET /sobjects: every object that the user may read. */
export function describeGlobal(call: RestCall): RestAnswer {
  const { schema, security } = call.context.org;
  const sobjects = [...schema.objects()]
    .filter((object) => object.queryable && object.keyPrefix !== '' && security.objectAccess(call.userId, object.name).read)
    .map((object) => summaryOf(call, inUsersWords(call, object)))
    .sort((one, other) => one.name.localeCompare(other.name));
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: LARGEST_BATCH, sobjects } };
}

/** GET /sobjects/:object */
export function describeBasic(call: RestCall): RestAnswer {
  return {
    status: 200,
    body: { objectDescribe: summaryOf(call, inUsersWords(call, objectOf(call, call.parameters.object))), recentItems: [] },
  };
}

/** GET /sobjects/:object/describe: the object with the fields that the user may read. */
export function describeObject(call: RestCall): RestAnswer {
  const object = inUsersWords(call, objectOf(call, call.parameters.object));
  const { security } = call.context.org;
  const fields = [...object.fields.values()]
    .map((field) => ({ field, access: security.fieldAccess(call.userId, object.name, field.name) }))
    .filter(({ access }) => access.read)
    .map(({ field, access }) => describeField(field, access.edit));
  const body = {
    ...summaryOf(call, object),
    fields,
    childRelationships: object.childRelationships.map((child) => ({
      cascadeDelete: child.cascadeDelete,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.relationshipName ?? null,
      restrictedDelete: child.restrictedDelete,
    })),
    recordTypeInfos: recordTypesOf(call.transaction, object.name).map(recordTypeInfo),
    actionOverrides: [],
    namedLayoutInfos: [],
    supportedScopes: [
      { label: `All ${object.labelPlural}`, name: 'everything' },
      { label: `My ${object.labelPlural}`, name: 'mine' },
    ],
  };
  return { status: 200, body };
}

function inUsersWords({ transaction }: RestCall, object: ObjectDescription): ObjectDescription {
  return transaction.translations.object(object, transaction.language);
}

function recordTypeInfo({ id, name, developerName, active, master }: RecordTypeDescription) {
  return {
    active,
    available: active,
    defaultRecordTypeMapping: master,
    developerName,
    master,
    name,
    recordTypeId: id,
    urls: {},
  };
}

function summaryOf(call: RestCall, object: ObjectDescription) {
  const access = call.context.org.security.objectAccess(call.userId, object.name);
  const base = `${basePath(call)}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.createable && access.create,
    custom: object.custom,
    customSetting: object.kind === 'customSetting',
    deletable: object.deletable && access.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.kind === 'standard' || object.kind === 'custom',
    mergeable: ['Account', 'Contact', 'Lead', 'Case'].includes(object.name),
    mruEnabled: false,
    name: object.name,
    queryable: object.queryable,
    replicateable: true,
    retrieveable: true,
    searchable: isSearchable(object),
    triggerable: object.triggerable,
    undeletable: object.deletable && access.delete,
    updateable: object.updateable && access.edit,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` },
  };
}

const BYTES_A_CHARACTER = 3;
const ID_LENGTH = 18;

function describeField(field: FieldDescription, editable: boolean) {
  const isNumber = field.type === 'double' || field.type === 'currency' || field.type === 'percent';
  const isText = field.length > 0 && !isNumber && field.type !== 'int';
  const length = field.type === 'id' || field.type === 'reference' ? ID_LENGTH : isText ? field.length : 0;
  return {
    aggregatable: !field.longText,
    aiPredictionField: false,
    autoNumber: field.autoNumber,
    byteLength: length * (field.type === 'id' || field.type === 'reference' ? 1 : BYTES_A_CHARACTER),
    calculated: field.formula !== undefined || field.summary !== undefined,
    calculatedFormula: field.formula ?? null,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: null,
    controllerName: null,
    createable: field.createable && editable,
    custom: field.custom,
    defaultValue: field.type === 'boolean' ? field.defaultValue === 'true' : null,
    defaultValueFormula: field.defaultValue ?? null,
    defaultedOnCreate: field.defaultValue !== undefined || field.type === 'boolean' || field.autoNumber,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: field.longText ? (field.htmlFormatted ? 'richtextarea' : 'plaintextarea') : null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    idLookup: field.type === 'id' || field.externalId || field.nameField,
    inlineHelpText: field.helpText ?? null,
    label: field.label,
    length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    nillable: !field.required && field.type !== 'id' && field.type !== 'boolean',
    permissionable: field.custom && !field.required,
    picklistValues: field.picklistValues.map((value) => ({
      active: value.active,
      defaultValue: value.isDefault,
      label: value.label,
      validFor: null,
      value: value.value,
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: isNumber ? field.precision : 0,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: null,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.restrictedPicklist,
    scale: isNumber ? field.scale : 0,
    searchPrefilterable: false,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: field.sortable,
    type: field.type === 'anytype' ? 'anyType' : field.type,
    unique: field.unique,
    updateable: field.updateable && editable,
    writeRequiresMasterRead: false,
  };
}

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  anytype: 'xsd:anyType',
};
