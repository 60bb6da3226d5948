import { SObjectRecord } from '../../../data/record.ts';
import type { Content, Value } from '../../../data/record.ts';
import type { ObjectDescription } from '../../../data/schema/description.ts';
import { BlobValue } from '../../../data/values/blob.ts';
import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { DecimalValue } from '../../../data/values/decimal.ts';
import { DoubleValue } from '../../../data/values/double.ts';
import { toId18 } from '../../../data/values/id.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { allocate, findClass, instanceFields } from '../../runtime/class-info.ts';
import type { ClassInfo } from '../../runtime/class-info.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { enumConstants } from '../../runtime/enum.ts';
import { raise } from '../../runtime/exception.ts';
import { objectOfType } from '../../runtime/object-of-type.ts';
import { formatTypeName, parseTypeName } from '../../types/type-name.ts';
import type { TypeName } from '../../types/type-name.ts';
import { apexTypeOfField } from '../field-values.ts';
import { JsonNumber } from './json-reader.ts';
import { jsonFormOf } from './json-types.ts';
import type { JsonValue } from './json-reader.ts';

const INTEGER_MAX = 2n ** 31n;
const LONG_MAX = 2n ** 63n;

/** What `deserializeUntyped` gives: maps, lists, text, Integer, Long, Decimal, Boolean, null. */
export function bindUntyped(value: JsonValue): unknown {
  if (value instanceof JsonNumber) {
    return numberOf(value);
  }
  if (value instanceof Map) {
    const map = new ApexMap('String', 'Object');
    for (const [name, member] of value) {
      map.put(name, bindUntyped(member));
    }
    return map;
  }
  return Array.isArray(value) ? new ApexList('Object', (value as readonly JsonValue[]).map(bindUntyped)) : value;
}

function numberOf(number: JsonNumber): unknown {
  if (!number.isWhole) {
    return DecimalValue.parse(number.text);
  }
  const whole = BigInt(number.text);
  if (whole >= -INTEGER_MAX && whole < INTEGER_MAX) {
    return Number(whole);
  }
  return whole >= -LONG_MAX && whole < LONG_MAX ? whole : DecimalValue.parse(number.text);
}

/** Makes a value of an Apex type from JSON. `strict`: members that the class does not have are refused. */
export function bindTyped(value: JsonValue, typeName: string, strict: boolean): unknown {
  return new Binder(strict).bind(value, parseTypeName(typeName));
}

class Binder {
  private readonly strict: boolean;

  constructor(strict: boolean) {
    this.strict = strict;
  }

  bind(value: JsonValue, type: TypeName): unknown {
    if (value === null) {
      return null;
    }
    switch (type.name.toLowerCase()) {
      case 'object':
        return bindUntyped(value);
      case 'list':
      case 'iterable':
        return this.list(value, type);
      case 'set':
        return new ApexSet(formatTypeName(type.typeArguments[0]), this.list(value, type).elements);
      case 'map':
        return this.map(value, type);
      default:
        return bindPrimitive(value, type.name) ?? this.named(value, type.name);
    }
  }

  private list(value: JsonValue, type: TypeName): ApexList {
    const element = type.typeArguments[0] ?? raise('System.JSONException', `Apex Type unsupported in JSON: ${type.name}`);
    const elements = Array.isArray(value) ? (value as readonly JsonValue[]) : malformed(value, formatTypeName(type), 'an array');
    return new ApexList(
      formatTypeName(element),
      elements.map((item) => this.bind(item, element)),
    );
  }

  private map(value: JsonValue, type: TypeName): ApexMap {
    const [keyType, valueType] = type.typeArguments as [TypeName, TypeName];
    const members = value instanceof Map ? value : malformed(value, formatTypeName(type), 'an object');
    const map = new ApexMap(formatTypeName(keyType), formatTypeName(valueType));
    for (const [name, member] of members) {
      map.put(this.bind(keyOf(name, keyType.name), keyType), this.bind(member, valueType));
    }
    return map;
  }

  private named(value: JsonValue, name: string): unknown {
    const info = findClass(name);
    if (info) {
      return info.kind === 'enum' ? enumConstant(value, info.name) : this.instance(value, info);
    }
    const form = jsonFormOf(name);
    if (form) {
      const members = value instanceof Map ? value : malformed(value, name, 'an object');
      return form.read(members, (member, typeName) => this.bind(member, parseTypeName(typeName)));
    }
    const generic = name.toLowerCase() === 'sobject';
    const object = objectOfType(generic ? typeOfAttributes(value) : name);
    if (object) {
      return this.record(value, object, generic && !this.strict);
    }
    return enumConstants(name) ? enumConstant(value, name) : raise('System.JSONException', `Apex Type unsupported in JSON: ${name}`);
  }

  private instance(value: JsonValue, info: ClassInfo): unknown {
    if (info.kind === 'interface' || info.isAbstract) {
      raise('System.JSONException', `Apex Type unsupported in JSON: ${info.name}`);
    }
    const members = value instanceof Map ? value : malformed(value, info.name, 'an object');
    const instance = allocate(info);
    const fields = new Map(instanceFields(info).map((field) => [field.name.toLowerCase(), field]));
    for (const [name, member] of members) {
      const field = fields.get(name.toLowerCase());
      if (field?.writable || (field && !field.isProperty)) {
        instance[field.key] = this.bind(member, parseTypeName(field.type));
      } else if (this.strict && !field) {
        raise('System.JSONException', `Unrecognized field "${name}" in ${info.name}`);
      }
    }
    return instance;
  }

  /** `lenient`: members that the object does not have are passed over, as they are where only the text names the object. */
  private record(value: JsonValue, object: ObjectDescription, lenient = false): SObjectRecord {
    const members = value instanceof Map ? value : malformed(value, object.name, 'an object');
    const record = new SObjectRecord(object);
    for (const [name, member] of members) {
      const content = name === 'attributes' ? undefined : this.content(member, object, name);
      if (content !== undefined) {
        record.put(name, content);
      } else if (name !== 'attributes' && !lenient) {
        raise('System.JSONException', `No such column '${name}' on sobject of type ${object.name}`);
      }
    }
    return record;
  }

  /** Undefined when the object has no such field or relationship. */
  private content(value: JsonValue, object: ObjectDescription, name: string): Content | undefined {
    const field = object.fields.get(name.toLowerCase());
    if (field) {
      return value === null ? null : (this.bind(value, { name: apexTypeOfField(field), typeArguments: [] }) as Value);
    }
    const { schema } = currentTransaction();
    for (const candidate of object.fields.values()) {
      if (candidate.relationshipName?.toLowerCase() === name.toLowerCase()) {
        const parent = schema.object(typeOfAttributes(value, candidate.referenceTo[0]));
        return value === null || !parent ? null : this.record(value, parent);
      }
    }
    const children = object.childRelationships.find((relationship) => relationship.relationshipName?.toLowerCase() === name.toLowerCase());
    const child = children && schema.object(children.childObject);
    if (!child) {
      return undefined;
    }
    const records = value instanceof Map ? value.get('records') : value;
    return Array.isArray(records) ? (records as readonly JsonValue[]).map((row) => this.record(row, child)) : [];
  }
}

function typeOfAttributes(value: JsonValue, otherwise = ''): string {
  const attributes = value instanceof Map ? value.get('attributes') : undefined;
  const type = attributes instanceof Map ? attributes.get('type') : undefined;
  return typeof type === 'string' ? type : otherwise;
}

/** Keys of a JSON object are text: numbers among them are read as numbers. */
function keyOf(name: string, type: string): JsonValue {
  return ['integer', 'long', 'decimal', 'double'].includes(type.toLowerCase()) ? new JsonNumber(name) : name;
}

function enumConstant(value: JsonValue, type: string): unknown {
  const constant = enumConstants(type)?.find((candidate) => candidate.name.toLowerCase() === String(value).toLowerCase());
  return constant ?? raise('System.JSONException', `Illegal value for enum ${type}: ${textOf(value)}`);
}

function textOf(value: JsonValue): string {
  return value instanceof JsonNumber ? value.text : String(value);
}

function malformed(value: JsonValue, type: string, expected: string): never {
  const found = value instanceof Map ? 'an object' : Array.isArray(value) ? 'an array' : textOf(value);
  return raise('System.JSONException', `Malformed JSON: Expected ${expected} for ${type}, found ${found}`);
}

/** Undefined when the type is no primitive. */
function bindPrimitive(value: JsonValue, type: string): unknown {
  const text = value instanceof Map || Array.isArray(value) ? undefined : textOf(value);
  const bound = primitive(type, text, value);
  return bound === INVALID ? raise('System.JSONException', `Illegal value for primitive: ${text ?? 'object'}`) : bound;
}

const INVALID = Symbol('invalid');

function primitive(type: string, text: string | undefined, value: JsonValue): unknown {
  const numeric = text !== undefined && DecimalValue.tryParse(text) !== undefined ? text : undefined;
  switch (type.toLowerCase()) {
    case 'string':
      return text ?? INVALID;
    case 'boolean':
      return typeof value === 'boolean' ? value : text === 'true' || text === 'false' ? text === 'true' : INVALID;
    case 'integer':
      return numeric !== undefined && fits(numeric, INTEGER_MAX) ? Number(numeric) : INVALID;
    case 'long':
      return numeric !== undefined && fits(numeric, LONG_MAX) ? BigInt(numeric) : INVALID;
    case 'decimal':
      return numeric === undefined ? INVALID : DecimalValue.parse(numeric);
    case 'double':
      return numeric === undefined ? INVALID : new DoubleValue(Number(numeric));
    case 'id':
      return text === undefined ? INVALID : (toId18(text) ?? (text === '' ? null : INVALID));
    case 'blob':
      return text === undefined ? INVALID : BlobValue.parse(text);
    case 'date':
      return (text !== undefined && (DateValue.tryParse(text) ?? DatetimeValue.tryParse(text)?.date())) || INVALID;
    case 'datetime':
      return (text !== undefined && DatetimeValue.tryParse(text)) || INVALID;
    case 'time':
      return text === undefined ? INVALID : TimeValue.parse(text);
    default:
      return undefined;
  }
}

function fits(text: string, limit: bigint): boolean {
  return /^-?\d+$/.test(text) && BigInt(text) < limit && BigInt(text) >= -limit;
}
