import type { FieldDescription, ObjectDescription } from '../../../data/schema/description.ts';
import { raise } from '../../runtime/exception.ts';
import { objectOfType } from '../../runtime/object-of-type.ts';
import { PRINTED } from '../../runtime/text.ts';

/** A `Schema.SObjectType`: the token of an object. One for each object of the schema. */
export class ObjectToken {
  readonly object: ObjectDescription;
  private readonly fieldTokens = new Map<string, FieldToken>();

  constructor(object: ObjectDescription) {
    this.object = object;
  }

  /** The token of a field, by its name in any case. */
  field(name: string): FieldToken | undefined {
    const key = name.toLowerCase();
    let token = this.fieldTokens.get(key);
    const field = this.object.fields.get(key);
    if (!token && field) {
      token = new FieldToken(this.object, field);
      this.fieldTokens.set(key, token);
    }
    return token;
  }

  [PRINTED](): string {
    return this.object.name;
  }
}

/** A `Schema.SObjectField`: the token of a field. */
export class FieldToken {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;

  constructor(object: ObjectDescription, field: FieldDescription) {
    this.object = object;
    this.field = field;
  }

  [PRINTED](): string {
    return this.field.name;
  }
}

/** `Schema.DescribeSObjectResult`: an object, as the running user may use it. */
export class ObjectDescribe {
  readonly object: ObjectDescription;

  constructor(object: ObjectDescription) {
    this.object = object;
  }

  [PRINTED](): string {
    return `Schema.DescribeSObjectResult[${this.object.name}]`;
  }
}

/** `Schema.DescribeFieldResult`: a field, as the running user may use it. */
export class FieldDescribe {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;

  constructor(object: ObjectDescription, field: FieldDescription) {
    this.object = object;
    this.field = field;
  }

  [PRINTED](): string {
    return `Schema.DescribeFieldResult[${this.field.name}]`;
  }
}

const tokens = new WeakMap<ObjectDescription, ObjectToken>();

/** The token of an object. */
export function tokenOf(object: ObjectDescription): ObjectToken {
  let token = tokens.get(object);
  if (!token) {
    token = new ObjectToken(object);
    tokens.set(object, token);
  }
  return token;
}

/** `Account.SObjectType`. */
export function sobjectTypeToken(objectName: string): ObjectToken {
  return objectTypeNamed(objectName) ?? raise('System.SObjectException', `The object ${objectName} does not exist`);
}

/** `Account.Name`, as a token. */
export function sobjectFieldToken(objectName: string, fieldName: string): FieldToken {
  return sobjectTypeToken(objectName).field(fieldName) ?? raise('System.SObjectException', `Invalid field ${fieldName} for ${objectName}`);
}

/** `Schema.SObjectType.Account`. */
export function describeObject(objectName: string): ObjectDescribe {
  return new ObjectDescribe(sobjectTypeToken(objectName).object);
}

/** `Schema.SObjectType.Account.fields.Name`. */
export function describeField(objectName: string, fieldName: string): FieldDescribe {
  const { object, field } = sobjectFieldToken(objectName, fieldName);
  return new FieldDescribe(object, field);
}

/** The token of an object by its name in any case, or null when there is none. */
export function objectTypeNamed(name: string): ObjectToken | null {
  const object = objectOfType(name);
  return object ? tokenOf(object) : null;
}

/** What `getSObjectType` of a list or map of such elements gives: null for `SObject` and for what is no record. */
export function typeOfRecords(elementType: string): ObjectToken | null {
  return objectTypeNamed(elementType);
}
