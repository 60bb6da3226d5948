import { SObjectRecord } from '../../../data/record.ts';
import type { Content, RecordError } from '../../../data/record.ts';
import type { FieldDescription, ObjectDescription } from '../../../data/schema/description.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import type { ApexException } from '../../runtime/exception.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { hashOf } from '../../runtime/hash.ts';
import { valuesAreSame } from '../../runtime/equality.ts';
import { assertWritable, parentOfParent, readField } from '../../runtime/sobject-access.ts';
import { toApexString } from '../../runtime/text.ts';
import { databaseError } from '../database/results.ts';
import type { LibraryClass } from '../declaration.ts';
import { fieldValueOf } from '../field-values.ts';
import { FieldToken, tokenOf } from '../schema/tokens.ts';
import { cloneRecord, cloneSource } from './sobject-copy.ts';

/** DML options that were put on single records: taken and kept; the local org has no rules they would change. */
const options = new WeakMap<SObjectRecord, object>();

type Self = SObjectRecord;
type Name = string | FieldToken | null;

/** The name under which a field's content is kept, checked to exist. */
function fieldKey(self: Self, name: Name): string {
  const text = name instanceof FieldToken ? name.field.name : (name ?? raiseNull('Argument 1 cannot be null'));
  const key = text.toLowerCase();
  if (!self.description.fields.has(key)) {
    raise('System.SObjectException', `Invalid field ${text} for ${self.description.name}`);
  }
  return key;
}

/** The key of a parent relationship, by its name (`Account`, `Advocate__r`) or its field (`AccountId`). */
function parentKey(self: Self, name: Name): string {
  const text = name instanceof FieldToken ? name.field.name : (name ?? raiseNull('Argument 1 cannot be null'));
  const lower = text.toLowerCase();
  for (const field of self.description.fields.values()) {
    if (field.relationshipName !== undefined && (field.relationshipName.toLowerCase() === lower || field.name.toLowerCase() === lower)) {
      return field.relationshipName.toLowerCase();
    }
  }
  return raise('System.SObjectException', `Invalid relationship ${text} for ${self.description.name}`);
}

function childrenKey(self: Self, name: Name): string {
  const text = name instanceof FieldToken ? name.field.name : (name ?? raiseNull('Argument 1 cannot be null'));
  const relationship = self.description.childRelationships.find(
    (candidate) => candidate.relationshipName?.toLowerCase() === text.toLowerCase(),
  );
  return (
    relationship?.relationshipName?.toLowerCase() ??
    raise('System.SObjectException', `Invalid relationship ${text} for ${self.description.name}`)
  );
}

const STAMPS: ReadonlySet<string> = new Set([
  'CreatedById',
  'CreatedDate',
  'IsDeleted',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
]);

/** What a record has from the platform alone: formulas, roll-ups, auto numbers, stamps. */
function isFilledByPlatform({ kind }: ObjectDescription, { name, formula, summary, autoNumber }: FieldDescription): boolean {
  const isStored = kind === 'standard' || kind === 'custom';
  return isStored && (formula !== undefined || summary !== undefined || autoNumber || STAMPS.has(name));
}

function put(self: Self, name: Name, value: unknown): unknown {
  assertWritable(self);
  const key = fieldKey(self, name);
  const before = self.contents.get(key) ?? null;
  const field = self.description.fields.get(key);
  if (field && isFilledByPlatform(self.description, field)) {
    raise('System.SObjectException', `Field ${field.name} is not editable`);
  }
  self.contents.set(key, field ? fieldValueOf(field, value) : (value as Content));
  return before;
}

function parentOf(self: Self, name: Name): unknown {
  return parentOfParent(self, parentKey(self, name));
}

function putParent(self: Self, name: Name, parent: SObjectRecord | null): unknown {
  assertWritable(self);
  const key = parentKey(self, name);
  const before = self.contents.get(key) ?? null;
  self.contents.set(key, parent);
  return before;
}

function childrenOf(self: Self, name: Name): ApexList | null {
  const key = childrenKey(self, name);
  if (!self.contents.has(key)) {
    return null;
  }
  const children = readField(self, key);
  return children instanceof ApexList && children.size > 0 ? children : null;
}

function addError(self: Self, message: string | null, field?: string): void {
  const error: RecordError = field === undefined ? { message: message ?? 'null' } : { message: message ?? 'null', field };
  self.errors = [...(self.errors ?? []), error];
}

function addFieldError(self: Self, name: Name, message: string | null): void {
  addError(self, message, self.description.fields.get(fieldKey(self, name))?.name);
}

const messageOf = (exception: ApexException | null): string | null => exception?.apexMessage ?? null;

function populatedFields(self: Self): ApexMap {
  const map = new ApexMap('String', 'Object');
  for (const key of self.contents.keys()) {
    map.put(declaredName(self, key), readField(self, key));
  }
  return map;
}

/** The name of a field or relationship in the case of its declaration. */
export function declaredName(self: Self, key: string): string {
  const { fields, childRelationships } = self.description;
  const field = fields.get(key);
  if (field) {
    return field.name;
  }
  for (const candidate of fields.values()) {
    if (candidate.relationshipName?.toLowerCase() === key) {
      return candidate.relationshipName;
    }
  }
  return childRelationships.find((relationship) => relationship.relationshipName?.toLowerCase() === key)?.relationshipName ?? key;
}

function clone(
  self: Self,
  id: boolean | null = false,
  deep: boolean | null = false,
  stamps: boolean | null = false,
  autonumber: boolean | null = false,
): Self {
  return cloneRecord(self, { id: id === true, deep: deep === true, stamps: stamps === true, autonumber: autonumber === true });
}

/** `System.SObject`: the members of every record. */
export const sobjectClass: LibraryClass = {
  name: 'System.SObject',
  isInstance: (value) => value instanceof SObjectRecord,
  members: {
    'void addError(Exception exception)': (self: Self, exception: ApexException | null) => addError(self, messageOf(exception)),
    'void addError(Exception exception, Boolean escape)': (self: Self, exception: ApexException | null) =>
      addError(self, messageOf(exception)),
    'void addError(String message)': (self: Self, message: string | null) => addError(self, message),
    'void addError(String message, Boolean escape)': (self: Self, message: string | null) => addError(self, message),
    'void addError(String field, String message)': addFieldError,
    'void addError(String field, String message, Boolean escape)': addFieldError,
    'void addError(Schema.SObjectField field, String message)': addFieldError,
    'void addError(Schema.SObjectField field, String message, Boolean escape)': addFieldError,
    'void clear()': (self: Self) => {
      assertWritable(self);
      self.contents.clear();
    },
    'SObject clone()': clone,
    'SObject clone(Boolean preserveId)': clone,
    'SObject clone(Boolean preserveId, Boolean deep)': clone,
    'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveTimestamps)': clone,
    'SObject clone(Boolean preserveId, Boolean deep, Boolean preserveTimestamps, Boolean preserveAutonumber)': clone,
    'Id Id': {
      get: (self: Self) => readField(self, 'id'),
      set: (self: Self, id: string | null) => put(self, 'Id', id),
    },
    'Boolean equals(Object other)': valuesAreSame,
    'Object get(Schema.SObjectField field)': (self: Self, name: Name) => readField(self, fieldKey(self, name)),
    'Object get(String field)': (self: Self, name: Name) => readField(self, fieldKey(self, name)),
    'Id getCloneSourceId()': (self: Self) => cloneSource(self)?.id ?? null,
    'List<Database.Error> getErrors()': (self: Self) =>
      new ApexList(
        'Database.Error',
        (self.errors ?? []).map(({ message, field }) =>
          databaseError({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: field === undefined ? [] : [field] }),
        ),
      ),
    'Map<String, Object> getPopulatedFieldsAsMap()': populatedFields,
    'SObject getSObject(Schema.SObjectField field)': parentOf,
    'SObject getSObject(String field)': parentOf,
    'Schema.SObjectType getSObjectType()': (self: Self) => tokenOf(self.description),
    'List<SObject> getSObjects(Schema.SObjectField field)': childrenOf,
    'List<SObject> getSObjects(String relationship)': childrenOf,
    'Boolean hasErrors()': (self: Self) => (self.errors?.length ?? 0) > 0,
    'Integer hashCode()': hashOf,
    'Boolean isClone()': (self: Self) => cloneSource(self) !== undefined,
    'Boolean isSet(Schema.SObjectField field)': (self: Self, name: Name) => self.contents.has(fieldKey(self, name)),
    'Boolean isSet(String field)': (self: Self, name: Name) => self.contents.has(fieldKey(self, name)),
    'Object put(Schema.SObjectField field, Object value)': put,
    'Object put(String field, Object value)': put,
    'Database.DMLOptions getOptions()': (self: Self) => options.get(self) ?? null,
    'void setOptions(Object options)': (self: Self, value: object | null): void => {
      options.set(self, value ?? raiseNull('Argument 1 cannot be null'));
    },
    'SObject putSObject(Schema.SObjectField field, SObject record)': putParent,
    'SObject putSObject(String field, SObject record)': putParent,
    'String toString()': (self: Self) => toApexString(self),
  },
};
