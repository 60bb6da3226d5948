import { SObjectRecord } from '../../../data/record.ts';
import { BlobValue } from '../../../data/values/blob.ts';
import { LocationValue } from '../../../data/values/compound.ts';
import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { DecimalValue } from '../../../data/values/decimal.ts';
import { DoubleValue } from '../../../data/values/double.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { classInfoOf, instanceFields } from '../../runtime/class-info.ts';
import type { ClassInfo } from '../../runtime/class-info.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { EnumConstant } from '../../runtime/enum.ts';
import { ApexException, raise } from '../../runtime/exception.ts';
import { toApexString } from '../../runtime/text.ts';
import { UuidValue } from './encoding.ts';
import { JSON_MEMBERS } from './json-types.ts';
import { declaredName } from './sobject.ts';
import { TypeValue } from './type-value.ts';

const API_VERSION = 'v65.0';
const MAXIMUM_DEPTH = 100;

export interface JsonStyle {
  /** Members of Apex objects that are null are left out. */
  readonly suppressNulls: boolean;
  readonly pretty: boolean;
}

/** A member name with its value, or an element of an array. */
type Part = readonly [name: string | undefined, value: unknown];

/** Writes a value as `JSON.serialize` does. */
export function writeJson(value: unknown, style: JsonStyle): string {
  return new JsonWriter(style).write(value, 0);
}

class JsonWriter {
  private readonly style: JsonStyle;

  constructor(style: JsonStyle) {
    this.style = style;
  }

  write(value: unknown, depth: number): string {
    if (depth > MAXIMUM_DEPTH) {
      raise('System.JSONException', 'Maximum nesting depth of 100 exceeded');
    }
    const scalar = scalarText(value);
    if (scalar !== undefined) {
      return scalar;
    }
    if (value instanceof ApexList || value instanceof ApexSet) {
      return this.array(value.elements, depth);
    }
    return this.object(this.partsOf(value as object), depth);
  }

  private partsOf(value: object): Part[] {
    if (value instanceof ApexMap) {
      return Array.from(value.pairs(), (pair): Part => [keyText(pair.key), pair.value]).filter(([, member]) => this.keeps(member));
    }
    if (value instanceof SObjectRecord) {
      return recordParts(value);
    }
    if (value instanceof Children) {
      return [
        ['totalSize', value.records.length],
        ['done', true],
        ['records', new ApexList('SObject', [...value.records])],
      ];
    }
    if (value instanceof Attributes) {
      return value.parts;
    }
    if (value instanceof LocationValue) {
      return Object.entries(value.toJSON()).filter(([, member]) => this.keeps(member));
    }
    if (JSON_MEMBERS in value) {
      return (value as { [JSON_MEMBERS](): Part[] })[JSON_MEMBERS]();
    }
    const info = classInfoOf(value);
    if (!info || value instanceof ApexException) {
      raise(
        'System.JSONException',
        `Type unsupported in JSON: ${info?.name ?? (value instanceof ApexException ? value.typeName : 'Object')}`,
      );
    }
    return this.memberParts(value as Record<string, unknown>, info);
  }

  private memberParts(value: Record<string, unknown>, info: ClassInfo): Part[] {
    return instanceFields(info)
      .filter((field) => !field.isTransient && field.readable)
      .map((field): Part => [field.name, value[field.key]])
      .filter(([, member]) => this.keeps(member));
  }

  private keeps(member: unknown): boolean {
    return !this.style.suppressNulls || member !== null;
  }

  private array(elements: readonly unknown[], depth: number): string {
    const written = elements.map((element) => this.write(element, depth + 1));
    if (!this.style.pretty) {
      return `[${written.join(',')}]`;
    }
    return written.length === 0 ? '[ ]' : `[ ${written.join(', ')} ]`;
  }

  private object(parts: readonly Part[], depth: number): string {
    // In the pretty form only objects indent; an array stays on the line of its members.
    const written = parts.map(
      ([name, value]) => `${JSON.stringify(name)}${this.style.pretty ? ' : ' : ':'}${this.write(value, depth + 1)}`,
    );
    if (!this.style.pretty) {
      return `{${written.join(',')}}`;
    }
    return written.length === 0 ? '{ }' : `{\n${written.map(indent).join(',\n')}\n}`;
  }
}

/** Lines inside a text are escaped, so every line break of written JSON is one of layout. */
function indent(text: string): string {
  return `  ${text.replaceAll('\n', '\n  ')}`;
}

function scalarText(value: unknown): string | undefined {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value !== 'object' || value instanceof DoubleValue) {
    return String(value);
  }
  if (value instanceof DecimalValue) {
    return value.toPlainString();
  }
  if (value instanceof DateValue || value instanceof DatetimeValue || value instanceof TimeValue || value instanceof EnumConstant) {
    return JSON.stringify(value.toString());
  }
  if (value instanceof BlobValue) {
    return JSON.stringify(value.toBase64());
  }
  if (value instanceof UuidValue) {
    return JSON.stringify(value.text);
  }
  return value instanceof TypeValue ? JSON.stringify(value.name) : undefined;
}

function keyText(key: unknown): string {
  if (key === null) {
    return raise('System.JSONException', 'Map keys must not be null in JSON');
  }
  return typeof key === 'string' ? key : key instanceof DatetimeValue ? key.toString() : toApexString(key);
}

class Attributes {
  readonly parts: Part[];

  constructor(record: SObjectRecord) {
    const { name } = record.description;
    this.parts = [['type', name]];
    if (record.id !== null) {
      this.parts.push(['url', `/services/data/${API_VERSION}/sobjects/${name}/${record.id}`]);
    }
  }
}

class Children {
  readonly records: readonly SObjectRecord[];

  constructor(records: readonly SObjectRecord[]) {
    this.records = records;
  }
}

function recordParts(record: SObjectRecord): Part[] {
  const parts: Part[] = [['attributes', new Attributes(record)]];
  for (const [key, content] of record.contents) {
    if (key === 'id' && content === null) {
      continue;
    }
    parts.push([declaredName(record, key), Array.isArray(content) ? new Children(content as SObjectRecord[]) : content]);
  }
  return parts;
}
