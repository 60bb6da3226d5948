import { SObjectRecord } from '../../data/record.ts';
import type { Content, Value } from '../../data/record.ts';
import type { ObjectDescription } from '../../data/schema/description.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { toId18 } from '../../data/values/id.ts';
import { TimeValue } from '../../data/values/time.ts';
import { apexTypeOfField } from '../library/field-values.ts';
import { allocate, classInfoOf, findClass, instanceFields } from '../runtime/class-info.ts';
import type { ClassInfo } from '../runtime/class-info.ts';
import { ApexList } from '../runtime/collections/list.ts';
import { ApexMap } from '../runtime/collections/map.ts';
import { ApexSet } from '../runtime/collections/set.ts';
import { currentTransaction } from '../runtime/current.ts';
import { enumConstants } from '../runtime/enum.ts';
import { formatTypeName, parseTypeName } from '../types/type-name.ts';
import type { TypeName } from '../types/type-name.ts';
import { coerce, floating } from './values/coerce.ts';
import { DataWeaveError } from './values/failure.ts';
import { describeValue } from './values/describe.ts';
import { decimalOf, isNumeric, isWhole } from './values/numeric.ts';
import type { Numeric } from './values/numeric.ts';
import { ObjectValue, plain } from './values/object.ts';
import { TemporalValue } from './values/temporal.ts';
import { textOf } from './values/text.ts';

const INTEGER_MAX = 2n ** 31n;
const LONG_MAX = 2n ** 63n;
const NANOS_OF_MILLISECOND = 1_000_000;

/** A value as one of Apex: what `application/apex` gives. @throws DataWeaveError for a class or field that there is not. */
export function toApex(source: unknown): unknown {
  const value = plain(source) ?? null;
  if (Array.isArray(value)) {
    const elements = value.map(toApex);
    return new ApexList(commonType(elements), elements);
  }
  if (value instanceof ObjectValue) {
    const name = value.properties?.['class'];
    return typeof name === 'string' && name !== '' ? toClass(value, name) : toMap(value, 'String', 'Object');
  }
  return simple(value);
}

/** The type that all elements have; `Object` when they differ. */
function commonType(elements: readonly unknown[]): string {
  const types = new Set(elements.map(typeOfElement));
  const [only] = types;
  return types.size === 1 && only !== undefined ? only : 'Object';
}

function typeOfElement(value: unknown): string {
  if (value instanceof SObjectRecord) {
    return value.description.name;
  }
  const byTypeOf: Readonly<Record<string, string>> = { string: 'String', boolean: 'Boolean', number: 'Integer', bigint: 'Long' };
  return classInfoOf(value)?.name ?? byTypeOf[typeof value] ?? (value instanceof DecimalValue ? 'Decimal' : 'Object');
}

function simple(value: unknown): unknown {
  if (isNumeric(value)) {
    return numberOf(value);
  }
  if (value instanceof TemporalValue) {
    return value.day === undefined
      ? timeOf(value)
      : value.nano === undefined
        ? new DateValue(value.day)
        : new DatetimeValue(value.milliseconds);
  }
  if (value instanceof Uint8Array) {
    return new BlobValue(value);
  }
  return value === null || typeof value === 'boolean' ? value : (textOf(value) ?? refuse(value, 'Object'));
}

function numberOf(value: Numeric): unknown {
  if (!isWhole(value)) {
    return decimalOf(value);
  }
  const whole = decimalOf(value).toBigInt();
  const fits = (limit: bigint): boolean => whole >= -limit && whole < limit;
  return fits(INTEGER_MAX) ? Number(whole) : fits(LONG_MAX) ? whole : decimalOf(value);
}

function timeOf(value: TemporalValue): TimeValue {
  return new TimeValue(Math.floor((value.nano ?? 0) / NANOS_OF_MILLISECOND));
}

function refuse(value: unknown, type: string): never {
  throw new DataWeaveError(`Cannot write ${describeValue(value)} as ${type}`, 'WriterException');
}

/** A value for a field, element or member of a declared type. */
function toType(source: unknown, type: TypeName): unknown {
  const value = plain(source) ?? null;
  if (value === null) {
    return null;
  }
  const [first, second] = type.typeArguments.map(formatTypeName);
  switch (type.name.toLowerCase()) {
    case 'object':
      return toApex(value);
    case 'list':
      return new ApexList(first ?? 'Object', itemsFor(value, type));
    case 'set':
      return new ApexSet(first ?? 'Object', itemsFor(value, type));
    case 'map':
      return value instanceof ObjectValue ? toMap(value, first ?? 'String', second ?? 'Object') : refuse(value, formatTypeName(type));
    default:
      return value instanceof ObjectValue ? toClass(value, ownClass(value) ?? type.name) : primitive(value, type.name);
  }
}

function ownClass({ properties }: ObjectValue): string | undefined {
  const name = properties?.['class'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function itemsFor(value: unknown, type: TypeName): unknown[] {
  const [element] = type.typeArguments;
  return Array.isArray(value) && element ? value.map((item) => toType(item, element)) : refuse(value, formatTypeName(type));
}

function toMap({ entries }: ObjectValue, keyType: string, valueType: string): ApexMap {
  const map = new ApexMap(keyType, valueType);
  for (const { key, value } of entries) {
    map.put(primitive(key.name, keyType), toType(value, parseTypeName(valueType)));
  }
  return map;
}

function primitive(value: unknown, type: string): unknown {
  const enumeration = enumConstants(type);
  if (enumeration) {
    const name = textOf(value)?.toLowerCase();
    return enumeration.find((constant) => constant.name.toLowerCase() === name) ?? refuse(value, type);
  }
  switch (type.toLowerCase()) {
    case 'string':
      return coerce(value, 'String');
    case 'boolean':
      return coerce(value, 'Boolean');
    case 'integer':
      return Number(BigInt.asIntN(32, decimalOf(coerce(value, 'Number') as Numeric).toBigInt()));
    case 'long':
      return BigInt.asIntN(64, decimalOf(coerce(value, 'Number') as Numeric).toBigInt());
    case 'decimal':
      return decimalOf(coerce(value, 'Number') as Numeric);
    case 'double':
      return new DoubleValue(floating(value));
    case 'date':
      return new DateValue((coerce(value, 'Date') as TemporalValue).day as number);
    case 'datetime':
      return new DatetimeValue((coerce(value, 'DateTime') as TemporalValue).milliseconds);
    case 'time':
      return timeOf(coerce(value, 'LocalTime') as TemporalValue);
    case 'id':
      return toId18(String(coerce(value, 'String'))) ?? refuse(value, type);
    case 'blob':
      return new BlobValue(coerce(value, 'Binary') as Uint8Array);
    default:
      return refuse(value, type);
  }
}

/** A record or an instance of a class, its fields filled. */
function toClass(value: ObjectValue, name: string): unknown {
  const info = findClass(name);
  if (info) {
    return toInstance(value, info);
  }
  const object = currentTransaction().schema.object(name.replace(/^Schema\./i, ''));
  if (object) {
    return toRecord(value, object);
  }
  throw new DataWeaveError(`Invalid class: "${name}"`, 'WriterException');
}

function toInstance({ entries }: ObjectValue, info: ClassInfo): Record<string, unknown> {
  if (info.kind !== 'class' || info.isAbstract) {
    throw new DataWeaveError(`Class "${info.name}" cannot be constructed`, 'WriterException');
  }
  const instance = allocate(info);
  const fields = new Map(instanceFields(info).map((field) => [field.name.toLowerCase(), field]));
  for (const { key, value } of entries) {
    const field = fields.get(key.name.toLowerCase());
    if (!field?.writable && (!field || field.isProperty)) {
      throw invalidField(key.name, info.name);
    }
    instance[field.key] = written(key.name, () => toType(value, parseTypeName(field.type)));
  }
  return instance;
}

function toRecord({ entries }: ObjectValue, object: ObjectDescription): SObjectRecord {
  const record = new SObjectRecord(object);
  for (const { key, value } of entries) {
    const content = written(key.name, () => contentOf(value, object, key.name));
    if (content === undefined) {
      throw invalidField(key.name, object.name);
    }
    record.put(key.name, content);
  }
  return record;
}

/** Undefined when the object has no such field or relationship. */
function contentOf(source: unknown, object: ObjectDescription, name: string): Content | undefined {
  const value = plain(source) ?? null;
  const lower = name.toLowerCase();
  const field = object.fields.get(lower);
  if (field) {
    return toType(value, { name: apexTypeOfField(field), typeArguments: [] }) as Value;
  }
  const { schema } = currentTransaction();
  const lookup = [...object.fields.values()].find((candidate) => candidate.relationshipName?.toLowerCase() === lower);
  if (lookup) {
    const parent = schema.object((value instanceof ObjectValue ? ownClass(value) : undefined) ?? lookup.referenceTo[0] ?? '');
    return value === null ? null : value instanceof ObjectValue && parent ? toRecord(value, parent) : refuse(value, name);
  }
  const children = object.childRelationships.find((relationship) => relationship.relationshipName?.toLowerCase() === lower);
  const child = children && schema.object(children.childObject);
  if (!child) {
    return undefined;
  }
  return Array.isArray(value) ? value.map((row) => toRecord(plain(row) as ObjectValue, child)) : value === null ? [] : refuse(value, name);
}

function invalidField(name: string, type: string): DataWeaveError {
  return new DataWeaveError(`Error writing ${name}: Invalid field "${name}" for type "${type}"`, 'WriterException');
}

/** Names the field in what goes wrong with its value. */
function written<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DataWeaveError && !error.message.startsWith('Error writing')) {
      throw new DataWeaveError(`Error writing ${name}: ${error.message}`, 'WriterException', { cause: error });
    }
    throw error;
  }
}
