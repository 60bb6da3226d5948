import { toNumber, toText } from '../data/formula/arithmetic.ts';
import { SObjectRecord } from '../data/record.ts';
import type { Content, Value } from '../data/record.ts';
import { DateValue } from '../data/values/date.ts';
import { DatetimeValue } from '../data/values/datetime.ts';
import { DecimalValue } from '../data/values/decimal.ts';
import { TimeValue } from '../data/values/time.ts';
import { FlowFault } from './fault.ts';
import type { ValueType } from './metadata/description.ts';

/**
 * A flow's values: those of record fields, with every number a `DecimalValue`; records; instances of Apex classes; and arrays of these.
 * A record or collection is copied when it is assigned, as two variables never share one.
 */

/** Fields as the database had them, of records that came from there: an update writes what differs. */
const stored = new WeakMap<SObjectRecord, ReadonlyMap<string, Content>>();

/** A record as the database has it now. */
export function asStored(record: SObjectRecord): SObjectRecord {
  stored.set(record, new Map(record.contents));
  return record;
}

/** The fields that were changed since the record came from the database; undefined for one that never was there. */
export function storedFieldsOf(record: SObjectRecord): ReadonlyMap<string, Content> | undefined {
  return stored.get(record);
}

/** A value of its own: what is done to it does not show in the one it comes from. */
export function copied(value: unknown): unknown {
  if (value instanceof SObjectRecord) {
    const copy = value.copy();
    copy.queried = false;
    const before = stored.get(value);
    if (before) {
      stored.set(copy, before);
    }
    return copy;
  }
  return Array.isArray(value) ? value.map(copied) : value;
}

/** The value as a variable of a type keeps it. Throws `FlowFault` when it can't be one. */
export function valueOfType(value: unknown, type: ValueType, what: string, timeZone: string): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  if (type.collection) {
    const items = Array.isArray(value) ? value : [value];
    return items.map((item) => valueOfType(item, { ...type, collection: false }, what, timeZone));
  }
  const converted = Array.isArray(value) ? undefined : convert(value, type, timeZone);
  if (converted === undefined) {
    throw new FlowFault(`The flow failed to assign a value to ${what}: it does not fit the data type ${type.dataType}.`);
  }
  return converted;
}

function convert(value: unknown, { dataType, object, scale }: ValueType, timeZone: string): unknown {
  switch (dataType) {
    case 'String':
    case 'Picklist':
    case 'Multipicklist':
      return isPlain(value) ? toText(value) : undefined;
    case 'Number':
    case 'Currency': {
      const number = typeof value === 'string' ? DecimalValue.tryParse(value.trim()) : isPlain(value) ? toNumber(value) : null;
      return number === null || number === undefined || scale === undefined ? (number ?? undefined) : number.setScale(scale, 'HALF_UP');
    }
    case 'Boolean':
      return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined;
    case 'Date':
      return toDate(value, timeZone);
    case 'DateTime':
      return toDatetime(value, timeZone);
    case 'Time':
      return value instanceof TimeValue ? value : undefined;
    case 'SObject':
      return value instanceof SObjectRecord && fits(value, object) ? copied(value) : undefined;
    default:
      return value;
  }
}

function fits(record: SObjectRecord, object: string | undefined): boolean {
  return object === undefined || object === 'SObject' || record.description.name.toLowerCase() === object.toLowerCase();
}

/** Whether a value is no record, no collection and no instance of a class. */
export function isPlain(value: unknown): value is Value {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return value instanceof DecimalValue || value instanceof DateValue || value instanceof DatetimeValue || value instanceof TimeValue;
}

export function toDate(value: unknown, timeZone: string): DateValue | undefined {
  if (value instanceof DatetimeValue) {
    return value.date(timeZone);
  }
  return value instanceof DateValue ? value : typeof value === 'string' ? DateValue.tryParse(value) : undefined;
}

export function toDatetime(value: unknown, timeZone: string): DatetimeValue | undefined {
  if (value instanceof DateValue) {
    return DatetimeValue.ofWallClock(value, new TimeValue(0), timeZone);
  }
  return value instanceof DatetimeValue ? value : typeof value === 'string' ? DatetimeValue.tryParse(value) : undefined;
}

/** A value as text in a template; a collection as its items in brackets. */
export function asText(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(asText).join(', ')}]`;
  }
  if (value instanceof SObjectRecord) {
    const fields = [...value.contents].filter(([, content]) => !(content instanceof SObjectRecord) && !Array.isArray(content));
    return `{!${fields.map(([name, content]) => `${value.description.fields.get(name)?.name ?? name} (${asText(content)})`).join(', ')}}`;
  }
  return isPlain(value ?? null) ? toText((value ?? null) as Value) : String(value);
}
