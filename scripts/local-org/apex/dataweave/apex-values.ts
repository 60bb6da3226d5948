import { SObjectRecord } from '../../data/record.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { TimeValue } from '../../data/values/time.ts';
import { declaredName } from '../library/system/sobject.ts';
import { classInfoOf, instanceFields } from '../runtime/class-info.ts';
import type { ClassInfo } from '../runtime/class-info.ts';
import { ApexList } from '../runtime/collections/list.ts';
import { ApexMap } from '../runtime/collections/map.ts';
import { ApexSet } from '../runtime/collections/set.ts';
import { toApexString } from '../runtime/text.ts';
import { ofFloat, simplify } from './values/numeric.ts';
import { Key, ObjectValue } from './values/object.ts';
import type { EntryValue } from './values/object.ts';
import { TemporalValue, ZoneValue } from './values/temporal.ts';

const NANOS_OF_MILLISECOND = 1_000_000;

/** A value of Apex as one of DataWeave: records and instances become objects that know their class. */
export function fromApex(value: unknown): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  if (value instanceof ApexList || value instanceof ApexSet) {
    return Array.from(value.elements, fromApex);
  }
  if (value instanceof ApexMap) {
    return new ObjectValue(Array.from(value.pairs(), ({ key, value: member }) => entry(toApexString(key), member)));
  }
  if (value instanceof SObjectRecord) {
    return ofRecord(value);
  }
  const info = classInfoOf(value);
  return info ? ofInstance(value as Record<string, unknown>, info) : ofSimple(value);
}

function entry(name: string, value: unknown): EntryValue {
  return { key: new Key(name), value: fromApex(value) };
}

function ofRecord(record: SObjectRecord): ObjectValue {
  const entries = Array.from(record.contents, ([key, content]): EntryValue => {
    const value = Array.isArray(content) ? content.map(fromApex) : fromApex(content);
    return { key: new Key(declaredName(record, key)), value };
  });
  return new ObjectValue(entries, { class: record.description.name });
}

function ofInstance(instance: Record<string, unknown>, info: ClassInfo): ObjectValue {
  const fields = instanceFields(info).filter((field) => field.readable && !field.isTransient);
  return new ObjectValue(
    fields.map((field) => entry(field.name, instance[field.key])),
    { class: info.name },
  );
}

function ofSimple(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return simplify(new DecimalValue(value, 0));
  }
  if (value instanceof DoubleValue) {
    return ofFloat(value.value);
  }
  if (value instanceof DateValue) {
    return new TemporalValue(value.days, undefined);
  }
  if (value instanceof DatetimeValue) {
    return TemporalValue.ofMilliseconds(value.milliseconds, new ZoneValue('Z'));
  }
  if (value instanceof TimeValue) {
    return new TemporalValue(undefined, value.milliseconds * NANOS_OF_MILLISECOND);
  }
  if (value instanceof BlobValue) {
    return value.bytes;
  }
  const isPlain = typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' || value instanceof DecimalValue;
  return isPlain ? value : toApexString(value);
}
