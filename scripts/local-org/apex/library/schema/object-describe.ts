import { randomUUID } from 'node:crypto';
import { compileFormula } from '../../../data/formula/compile.ts';
import { SObjectRecord } from '../../../data/record.ts';
import type { Value } from '../../../data/record.ts';
import type { ChildRelationship, FieldDescription } from '../../../data/schema/description.ts';
import { isSearchable } from '../../../data/sosl/searchable.ts';
import type { ObjectAccess } from '../../../data/security/security.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { CONTENT_KEY } from '../../runtime/collections/key.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';
import { fieldValueOf } from '../field-values.ts';
import { evaluateOn } from '../formula-eval/evaluation.ts';
import { inUsersWords } from '../users-words.ts';
import { describeMembers } from './describe-members.ts';
import { FieldSetCollection } from './field-sets.ts';
import { NamedMap } from './named-map.ts';
import { recordTypeMembers } from './record-type-info.ts';
import type { FieldToken } from './tokens.ts';
import { describeObject, ObjectDescribe, ObjectToken, sobjectFieldToken, sobjectTypeToken, tokenOf } from './tokens.ts';

type Self = ObjectDescribe;

function access(self: Self): ObjectAccess {
  const transaction = currentTransaction();
  return transaction.security.objectAccess(transaction.userId, self.object.name);
}

/** All fields of an object, by name. */
export class FieldCollection {
  readonly token: ObjectToken;

  constructor(token: ObjectToken) {
    this.token = token;
  }
}

/** `Schema.DescribeSObjectResult`. */
export const describeObjectClass: LibraryClass = {
  name: 'Schema.DescribeSObjectResult',
  isInstance: (value) => value instanceof ObjectDescribe,
  members: {
    'Schema.SObjectTypeFields fields': (self: Self) => new FieldCollection(tokenOf(self.object)),
    'Schema.SObjectTypeFieldSets fieldSets': (self: Self) => new FieldSetCollection(self.object),
    'Schema.SObjectType getSObjectType()': (self: Self) => tokenOf(self.object),
    'Schema.SObjectType sObjectType': (self: Self) => tokenOf(self.object),
    ...describeMembers({
      'List<Schema.ChildRelationship> getChildRelationships': (self: Self) =>
        new ApexList(
          'Schema.ChildRelationship',
          self.object.childRelationships.map((relationship) => new ChildRelationshipValue(relationship)),
        ),
      'String getKeyPrefix': (self: Self) => (self.object.keyPrefix === '' ? null : self.object.keyPrefix),
      'String getLabel': (self: Self) => inUsersWords(self.object).label,
      'String getLabelPlural': (self: Self) => inUsersWords(self.object).labelPlural,
      'String getLocalName': (self: Self) => self.object.name,
      'String getName': (self: Self) => self.object.name,
      'Boolean isAccessible': (self: Self) => access(self).read,
      'Boolean isCreateable': (self: Self) => self.object.createable && access(self).create,
      'Boolean isCustom': (self: Self) => self.object.custom,
      'Boolean isCustomSetting': (self: Self) => self.object.kind === 'customSetting',
      'Boolean isDeletable': (self: Self) => self.object.deletable && access(self).delete,
      'Boolean isDeprecatedAndHidden': () => false,
      'Boolean isFeedEnabled': () => false,
      'Boolean isMergeable': (self: Self) => ['Account', 'Contact', 'Lead', 'Case'].includes(self.object.name),
      'Boolean isMruEnabled': (self: Self) => self.object.kind === 'standard' || self.object.kind === 'custom',
      'Boolean isQueryable': (self: Self) => self.object.queryable,
      'Boolean isSearchable': (self: Self) => isSearchable(self.object),
      'Boolean isUndeletable': (self: Self) => self.object.deletable && access(self).delete,
      'Boolean isUpdateable': (self: Self) => self.object.updateable && access(self).edit,
      ...recordTypeMembers,
    }),
  },
};

/** `Schema.SObjectTypeFields`: `describe.fields`. */
export const fieldCollectionClass: LibraryClass = {
  name: 'Schema.SObjectTypeFields',
  isInstance: (value) => value instanceof FieldCollection,
  members: {
    'Map<String, Schema.SObjectField> getMap()': (self: FieldCollection) => {
      const map = new NamedMap('Schema.SObjectField');
      for (const [key] of self.token.object.fields) {
        map.put(key, self.token.field(key));
      }
      return map;
    },
  },
};

/** `Schema.SObjectType`. */
export const objectTypeClass: LibraryClass = {
  name: 'Schema.SObjectType',
  isInstance: (value) => value instanceof ObjectToken,
  members: {
    'Schema.DescribeSObjectResult getDescribe()': (self: ObjectToken) => new ObjectDescribe(self.object),
    'Schema.DescribeSObjectResult getDescribe(Object options)': (self: ObjectToken) => new ObjectDescribe(self.object),
    'SObject newSObject()': (self: ObjectToken) => new SObjectRecord(self.object),
    'SObject newSObject(Id id)': (self: ObjectToken, id: string | null) => {
      if (id !== null && !id.startsWith(self.object.keyPrefix)) {
        raise('System.TypeException', `Invalid id value for this SObject type: ${id}`);
      }
      return new SObjectRecord(self.object, new Map([['id', id]]));
    },
    'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
      self: ObjectToken,
      recordTypeId: string | null,
      loadDefaults: boolean | null,
    ) => newWithDefaults(self, recordTypeId, loadDefaults === true),
  },
};

/** The default of a field in a new record: a formula's, a pick list's, false for a checkbox. */
function defaultOf(record: SObjectRecord, field: FieldDescription): Value | undefined {
  if (field.type === 'boolean' && field.createable) {
    return field.defaultValue === 'true';
  }
  if (field.defaultValue !== undefined && field.defaultValue !== '' && field.createable) {
    const { description } = record;
    const name = `${description.name}.${field.name}`;
    return fieldValueOf(field, evaluateOn(compileFormula(field.defaultValue, currentTransaction().schema, description, name), record));
  }
  return field.picklistValues.find((entry) => entry.isDefault && entry.active)?.value;
}

/** `SObjectType.newSObject`: a record with the default values of its fields, if they are wanted. */
export function newWithDefaults(self: ObjectToken, recordTypeId: string | null, loadDefaults: boolean): SObjectRecord {
  const record = new SObjectRecord(self.object);
  if (recordTypeId !== null && self.object.fields.has('recordtypeid')) {
    record.put('RecordTypeId', recordTypeId);
  }
  if (loadDefaults && self.object.kind === 'platformEvent' && self.object.fields.has('eventuuid')) {
    record.put('EventUuid', randomUUID());
  }
  for (const field of loadDefaults ? self.object.fields.values() : []) {
    const value = defaultOf(record, field);
    if (value !== undefined) {
      record.put(field.name, value);
    }
  }
  return record;
}

/** `Schema.ChildRelationship`: equal when it is of the same field. */
class ChildRelationshipValue {
  readonly relationship: ChildRelationship;

  constructor(relationship: ChildRelationship) {
    this.relationship = relationship;
  }

  [CONTENT_KEY](): string {
    return `\u0000child relationship ${this.relationship.childObject}.${this.relationship.field}`;
  }

  [PRINTED](): string {
    return `Schema.ChildRelationship[${this.relationship.relationshipName ?? this.relationship.childObject}]`;
  }
}

type Child = ChildRelationshipValue;

/** `Schema.ChildRelationship`. */
export const childRelationshipClass: LibraryClass = {
  name: 'Schema.ChildRelationship',
  isInstance: (value) => value instanceof ChildRelationshipValue,
  members: describeMembers({
    'Schema.SObjectType getChildSObject': ({ relationship }: Child) => sobjectTypeToken(relationship.childObject),
    'Schema.SObjectField getField': ({ relationship }: Child): FieldToken =>
      sobjectFieldToken(relationship.childObject, relationship.field),
    'String getRelationshipName': ({ relationship }: Child) => relationship.relationshipName ?? null,
    'Boolean isCascadeDelete': ({ relationship }: Child) => relationship.cascadeDelete,
    'Boolean isDeprecatedAndHidden': () => false,
    'Boolean isRestrictedDelete': ({ relationship }: Child) => relationship.restrictedDelete,
  }),
};

/** The static members of `System.Schema`. */
export const schemaClass: LibraryClass = {
  name: 'System.Schema',
  members: {
    'static Map<String, Schema.SObjectType> getGlobalDescribe()': () => {
      const map = new NamedMap('Schema.SObjectType');
      for (const object of currentTransaction().schema.objects()) {
        map.put(object.name.toLowerCase(), tokenOf(object));
      }
      return map;
    },
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': describeAll,
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Object options)': describeAll,
  },
};

function describeAll(names: ApexList): ApexList {
  return new ApexList(
    'Schema.DescribeSObjectResult',
    (names.elements as string[]).map((name) =>
      currentTransaction().schema.object(name)
        ? describeObject(name)
        : raise('System.InvalidParameterValueException', `INVALID_TYPE: ${name}`),
    ),
  );
}
