import type { FieldDescription, FieldType, PicklistValue } from '../../../data/schema/description.ts';
import type { FieldAccess } from '../../../data/security/security.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import type { LibraryClass } from '../declaration.ts';
import { inUsersWords } from '../users-words.ts';
import { describeMembers } from './describe-members.ts';
import { constant, DISPLAY_TYPES, displayType } from './display-type.ts';
import { FieldDescribe, FieldToken, sobjectTypeToken, tokenOf } from './tokens.ts';

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'ID',
  reference: 'ID',
  boolean: 'BOOLEAN',
  int: 'INTEGER',
  long: 'LONG',
  double: 'DOUBLE',
  currency: 'DOUBLE',
  percent: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  base64: 'BASE64BINARY',
  anytype: 'ANYTYPE',
};

const SOAP_TYPE_NAMES = [
  'ANYTYPE',
  'BASE64BINARY',
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DECIMAL',
  'DOUBLE',
  'ID',
  'INTEGER',
  'LONG',
  'STRING',
  'TIME',
];

type Self = FieldDescribe;

function access(self: Self): FieldAccess {
  const transaction = currentTransaction();
  return transaction.security.fieldAccess(transaction.userId, self.object.name, self.field.name);
}

/** The field with its words in the running user's language. */
function shown({ object, field }: Self): FieldDescription {
  return inUsersWords(object).fields.get(field.name.toLowerCase()) ?? field;
}

const textual = (self: Self): boolean => self.field.length > 0;

/** Whether sets and profiles grant the field by itself: what every record must have, and what the platform keeps, goes with the object. */
function isPermissionable({ object, field }: Self): boolean {
  if (field.custom) return !field.required && !field.masterDetail;
  return (
    !object.custom && !field.required && !field.nameField && (field.createable || field.updateable) && !GRANTED_WITH_OBJECT.has(field.name)
  );
}

const GRANTED_WITH_OBJECT: ReadonlySet<string> = new Set([
  'OwnerId',
  'RecordTypeId',
  'FirstName',
  'LastName',
  'Salutation',
  'MiddleName',
  'Suffix',
]);

/** The address, location or name that the field is a part of. */
function compoundFieldName({ object, field }: Self): string | null {
  const whole = [...object.fields.values()].find(({ parts }) => parts !== undefined && Object.values(parts).includes(field.name));
  const ofName = /^(?:FirstName|LastName|MiddleName|Salutation|Suffix)$/.test(field.name) && object.fields.has('lastname');
  return whole?.name ?? (ofName ? 'Name' : null);
}

/** `Schema.DescribeFieldResult`. */
export const describeFieldClass: LibraryClass = {
  name: 'Schema.DescribeFieldResult',
  isInstance: (value) => value instanceof FieldDescribe,
  members: {
    'Schema.SObjectType getSObjectType()': (self: Self) => tokenOf(self.object),
    ...describeMembers({
      'Integer getByteLength': (self: Self) => (textual(self) ? self.field.length * 3 : 0),
      'String getCalculatedFormula': (self: Self) => self.field.formula ?? null,
      'Object getDefaultValue': (self: Self) => (self.field.type === 'boolean' ? self.field.defaultValue === 'true' : null),
      'String getDefaultValueFormula': (self: Self) => self.field.defaultValue ?? null,
      'String getCompoundFieldName': compoundFieldName,
      'Schema.SObjectField getController': ({ object, field }: Self) =>
        field.controllingField === undefined ? null : tokenOf(object).field(field.controllingField),
      'Integer getDigits': (self: Self) => (self.field.type === 'int' ? self.field.precision : 0),
      'String getInlineHelpText': (self: Self) => shown(self).helpText ?? null,
      'String getLabel': (self: Self) => shown(self).label,
      'Integer getLength': (self: Self) => self.field.length,
      'String getLocalName': (self: Self) => self.field.name,
      'String getName': (self: Self) => self.field.name,
      'List<Schema.PicklistEntry> getPicklistValues': (self: Self) => new ApexList('Schema.PicklistEntry', [...shown(self).picklistValues]),
      'Integer getPrecision': (self: Self) => self.field.precision,
      'List<Schema.SObjectType> getReferenceTo': (self: Self) =>
        new ApexList(
          'Schema.SObjectType',
          self.field.referenceTo.filter((name) => currentTransaction().schema.object(name)).map((name) => sobjectTypeToken(name)),
        ),
      'String getRelationshipName': (self: Self) => self.field.relationshipName ?? null,
      'Integer getRelationshipOrder': (self: Self) => self.field.relationshipOrder ?? null,
      'Integer getScale': (self: Self) => self.field.scale,
      'Schema.SoapType getSoapType': (self: Self) => constant('Schema.SoapType', SOAP_TYPE_NAMES, SOAP_TYPES[self.field.type] ?? 'STRING'),
      'Schema.SObjectField getSobjectField': (self: Self) => tokenOf(self.object).field(self.field.name),
      'Schema.DisplayType getType': (self: Self) => displayType(self.field.type),
      'Boolean isAccessible': (self: Self) => access(self).read,
      'Boolean isAggregatable': (self: Self) => !self.field.longText && self.field.type !== 'multipicklist',
      'Boolean isAutoNumber': (self: Self) => self.field.autoNumber,
      'Boolean isCalculated': (self: Self) => self.field.formula !== undefined || self.field.summary !== undefined,
      'Boolean isCascadeDelete': (self: Self) => self.field.masterDetail || self.field.deleteConstraint === 'Cascade',
      'Boolean isCaseSensitive': (self: Self) => self.field.caseSensitive,
      'Boolean isCreateable': (self: Self) => self.field.createable && access(self).edit,
      'Boolean isCustom': (self: Self) => self.field.custom,
      'Boolean isDefaultedOnCreate': (self: Self) => self.field.type === 'boolean' || self.field.defaultValue !== undefined,
      'Boolean isDependentPicklist': (self: Self) => self.field.controllingField !== undefined,
      'Boolean isDeprecatedAndHidden': () => false,
      'Boolean isEncrypted': () => false,
      'Boolean isExternalId': (self: Self) => self.field.externalId,
      'Boolean isFilterable': (self: Self) => self.field.filterable,
      'Boolean isGroupable': (self: Self) => self.field.groupable,
      'Boolean isHtmlFormatted': (self: Self) => self.field.htmlFormatted,
      'Boolean isIdLookup': (self: Self) => self.field.type === 'id' || self.field.externalId,
      'Boolean isNameField': (self: Self) => self.field.nameField,
      'Boolean isNamePointing': (self: Self) => self.field.referenceTo.length > 1,
      'Boolean isNillable': (self: Self) => !self.field.required && self.field.type !== 'boolean',
      'Boolean isPermissionable': isPermissionable,
      'Boolean isRestrictedDelete': (self: Self) => self.field.deleteConstraint === 'Restrict',
      'Boolean isRestrictedPicklist': (self: Self) => self.field.restrictedPicklist,
      'Boolean isSortable': (self: Self) => self.field.sortable,
      'Boolean isUnique': (self: Self) => self.field.unique,
      'Boolean isUpdateable': (self: Self) => self.field.updateable && access(self).edit,
      'Boolean isWriteRequiresMasterRead': () => false,
    }),
  },
};

/** `Schema.SObjectField`. */
export const fieldTokenClass: LibraryClass = {
  name: 'Schema.SObjectField',
  isInstance: (value) => value instanceof FieldToken,
  members: {
    'Schema.DescribeFieldResult getDescribe()': (self: FieldToken) => new FieldDescribe(self.object, self.field),
    'Schema.DescribeFieldResult getDescribe(Object options)': (self: FieldToken) => new FieldDescribe(self.object, self.field),
  },
};

/** `Schema.PicklistEntry`. */
export const picklistEntryClass: LibraryClass = {
  name: 'Schema.PicklistEntry',
  members: describeMembers({
    'String getLabel': (self: PicklistValue) => self.label,
    'String getValue': (self: PicklistValue) => self.value,
    'Boolean isActive': (self: PicklistValue) => self.active,
    'Boolean isDefaultValue': (self: PicklistValue) => self.isDefault,
  }),
};

/** `Schema.DisplayType`. */
export const displayTypeEnum: LibraryClass = { name: 'Schema.DisplayType', kind: 'enum', values: DISPLAY_TYPES, members: {} };

/** `Schema.SoapType`, as far as fields have it. */
export const soapTypeEnum: LibraryClass = { name: 'Schema.SoapType', kind: 'enum', values: SOAP_TYPE_NAMES, members: {} };

/** `Schema.SObjectDescribeOptions`. */
export const describeOptionsEnum: LibraryClass = {
  name: 'Schema.SObjectDescribeOptions',
  kind: 'enum',
  values: ['DEFAULT', 'DEFERRED', 'FULL'],
  members: {},
};
