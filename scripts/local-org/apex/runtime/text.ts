import { SObjectRecord } from '../../data/record.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { classInfoOf, instanceFields } from './class-info.ts';
import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { ApexSet } from './collections/set.ts';
import { ApexException } from './exception.ts';
import { hasMethod, invoke } from './invoke.ts';

/** Library objects that print in a way of their own answer here. */
export const PRINTED = Symbol('printed');

const DEPTH = 5;

/** How a value prints with `String.valueOf`, in the given zone (GMT when absent); null prints as `null`. */
export function toApexString(value: unknown, zone = 'GMT'): string {
  return print(value, zone, 0);
}

/** How a value prints when it is added to text, or by `System.debug`: a date with a time, a date-time in GMT. */
export function concatenationText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return value instanceof DateValue ? `${value.toString()} 00:00:00` : toApexString(value);
}

function print(value: unknown, zone: string, depth: number): string {
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  if (value instanceof DatetimeValue) {
    return value.toZonedString(zone);
  }
  if (depth > DEPTH) {
    return '...';
  }
  const inner = (content: unknown): string =>
    content instanceof DateValue ? `${content.toString()} 00:00:00` : print(content, zone, depth + 1);
  if (value instanceof ApexList) {
    return `(${value.elements.map(inner).join(', ')})`;
  }
  if (value instanceof ApexSet) {
    return `{${value.elements.map(inner).join(', ')}}`;
  }
  if (value instanceof ApexMap) {
    return `{${Array.from(value.pairs(), (pair) => `${inner(pair.key)}=${inner(pair.value)}`).join(', ')}}`;
  }
  if (value instanceof SObjectRecord) {
    return `${value.description.name}:{${printFields(value, inner)}}`;
  }
  return printObject(value, inner);
}

function printFields(record: SObjectRecord, inner: (content: unknown) => string): string {
  return Array.from(record.contents, ([key, content]) => {
    const name = record.description.fields.get(key)?.name ?? key;
    return `${name}=${Array.isArray(content) ? `(${content.map(inner).join(', ')})` : inner(content)}`;
  }).join(', ');
}

function printObject(value: object, inner: (content: unknown) => string): string {
  if (value instanceof BlobValue) {
    return `Blob[${value.size}]`;
  }
  if (PRINTED in value) {
    return (value as { [PRINTED](): string })[PRINTED]();
  }
  if (hasMethod(value, 'toString', 0)) {
    return String(invoke(value, 'toString'));
  }
  const info = classInfoOf(value);
  if (value instanceof ApexException || !info || info.kind === 'enum') {
    return String(value);
  }
  const fields = instanceFields(info).filter((field) => !field.isProperty || field.readable);
  return `${info.name.split('.').at(-1)}:[${fields.map((field) => `${field.name}=${inner((value as Record<string, unknown>)[field.key])}`).join(', ')}]`;
}
