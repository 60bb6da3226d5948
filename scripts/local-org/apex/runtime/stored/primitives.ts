import { BlobValue } from '../../../data/values/blob.ts';
import { AddressValue, LocationValue } from '../../../data/values/compound.ts';
import { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { DecimalValue } from '../../../data/values/decimal.ts';
import { DoubleValue } from '../../../data/values/double.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { EnumConstant, enumConstants } from '../enum.ts';
import { LostObject } from './lost-object.ts';

/** A value as JSON has it: a plain one as it is, any other as a list that begins with what it is. */
export type Stored = null | boolean | number | string | readonly [what: string, ...values: (string | number | null)[]];

/** Writes a value that has no identity of its own; undefined for an object. */
export function storePrimitive(value: unknown): Stored | undefined {
  switch (typeof value) {
    case 'boolean':
    case 'number':
    case 'string':
      return value;
    case 'bigint':
      return ['long', String(value)];
    case 'undefined':
      return null;
    default:
      return value === null ? null : storeImmutable(value as object);
  }
}

function storeImmutable(value: object): Stored | undefined {
  if (value instanceof DecimalValue) return ['decimal', String(value.unscaled), value.scale];
  if (value instanceof DoubleValue) return ['double', String(value.value)];
  if (value instanceof DateValue) return ['date', value.days];
  if (value instanceof DatetimeValue) return ['datetime', value.milliseconds];
  if (value instanceof TimeValue) return ['time', value.milliseconds];
  if (value instanceof BlobValue) return ['blob', value.toBase64()];
  if (value instanceof AddressValue) return ['address', JSON.stringify(value)];
  if (value instanceof LocationValue) return ['location', value.latitude, value.longitude];
  if (value instanceof EnumConstant) return ['enum', value.type, value.name];
  return undefined;
}

/** Reads such a value. Throws `LostObject` when the program has no such value any more. */
export function restorePrimitive(stored: Stored): unknown {
  if (!Array.isArray(stored)) return stored;
  const [what, first, second] = stored as unknown as readonly [string, unknown, unknown];
  const text = String(first);
  const number = Number(first);
  switch (what) {
    case 'long':
      return BigInt(text);
    case 'decimal':
      return new DecimalValue(BigInt(text), second as number);
    case 'double':
      return new DoubleValue(number);
    case 'date':
      return new DateValue(number);
    case 'datetime':
      return new DatetimeValue(number);
    case 'time':
      return new TimeValue(number);
    case 'blob':
      return BlobValue.parse(text);
    case 'address':
      return new AddressValue(JSON.parse(text) as Record<string, string | number | null>);
    case 'location':
      return new LocationValue(first as number | null, second as number | null);
    case 'enum':
      return enumConstants(text)?.find(({ name }) => name === second) ?? lost(`the constant ${text}.${String(second)}`);
    default:
      return lost(`values of the kind ${what}`);
  }
}

function lost(what: string): never {
  throw new LostObject(`The org has no longer ${what}`);
}
