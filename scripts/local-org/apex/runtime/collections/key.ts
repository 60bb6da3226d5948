import { SObjectRecord } from '../../../data/record.ts';
import { BlobValue } from '../../../data/values/blob.ts';
import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { DecimalValue } from '../../../data/values/decimal.ts';
import { DoubleValue } from '../../../data/values/double.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { EnumConstant } from '../enum.ts';

/** Library objects that are equal by content (a `Type`, a token of the schema) answer here with a text that equal ones share. */
export const CONTENT_KEY = Symbol('content key');

/** Collections answer here whether another has equal elements, asking elements that have an `equals` of their own. */
export const SAME_ELEMENTS = Symbol('same elements');

/** Collections answer here with a text that equal ones share. */
export interface HasContentKey {
  [CONTENT_KEY](): string;
}

const MARK = '\u0000';
const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/**
 * A JavaScript value by which a `Map` finds an Apex value: two Apex values that are equal as keys (strings by case, decimals by number,
 * records and collections by content) have the same one. Objects without content equality are their own.
 */
export function keyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return contentKey(value) ?? value;
}

/** The key as text, for use inside the key of a collection. */
export function keyText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `"${value.length}:${value}`;
    case 'bigint':
      return `${value}n`;
    case 'object':
      return value === null ? 'null' : (contentKey(value) ?? `#${identityOf(value)}`);
    default:
      return String(value);
  }
}

/** A number that is one object's own. */
export function identityOf(object: object): number {
  let identity = identities.get(object);
  if (identity === undefined) {
    lastIdentity += 1;
    identity = lastIdentity;
    identities.set(object, identity);
  }
  return identity;
}

function contentKey(value: object): string | undefined {
  if (value instanceof EnumConstant) {
    return `${MARK}enum ${value.type}.${value.name}`;
  }
  if (value instanceof DecimalValue) {
    return `${MARK}decimal ${value.stripZeros().toString()}`;
  }
  if (value instanceof DoubleValue) {
    return `${MARK}double ${value.value}`;
  }
  if (value instanceof DateValue) {
    return `${MARK}date ${value.days}`;
  }
  if (value instanceof DatetimeValue) {
    return `${MARK}datetime ${value.milliseconds}`;
  }
  if (value instanceof TimeValue) {
    return `${MARK}time ${value.milliseconds}`;
  }
  if (value instanceof BlobValue) {
    return `${MARK}blob ${value.toBase64()}`;
  }
  if (value instanceof SObjectRecord) {
    return recordKey(value);
  }
  return CONTENT_KEY in value ? (value as HasContentKey)[CONTENT_KEY]() : undefined;
}

function recordKey(record: SObjectRecord): string {
  const parts: string[] = [];
  for (const name of [...record.contents.keys()].sort()) {
    const content = record.contents.get(name);
    if (content !== null && content !== undefined) {
      parts.push(`${name}=${Array.isArray(content) ? content.map(keyText).join(',') : keyText(content)}`);
    }
  }
  return `${MARK}record ${record.description.name}{${parts.join(';')}}`;
}
