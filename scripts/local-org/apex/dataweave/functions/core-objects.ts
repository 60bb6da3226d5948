import { DataWeaveError } from '../values/failure.ts';
import { equal } from '../values/compare.ts';
import { Key, KeyedValue, ObjectValue, plain } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import type { FunctionValue } from '../values/special.ts';
import { describeValue } from '../values/describe.ts';
import { textOf } from '../values/text.ts';
import { holds } from './core-arrays.ts';
import type { Body } from './declaration.ts';

function entriesOfResult(value: unknown): readonly EntryValue[] {
  const content = plain(value) ?? null;
  if (content === null) {
    return [];
  }
  if (content instanceof ObjectValue) {
    return content.entries;
  }
  throw new DataWeaveError(`Expected an Object but found ${describeValue(content)}`);
}

/** An entry as an object: `entriesOf`. */
export function entryObject({ key, value }: EntryValue): ObjectValue {
  return ObjectValue.of({ key, value, attributes: key.attributes ?? new ObjectValue([]) });
}

function without(object: ObjectValue, names: ReadonlySet<string | undefined>): ObjectValue {
  return new ObjectValue(
    object.entries.filter(({ key }) => !names.has(key.name)),
    object.properties,
  );
}

/** What `dw::Core` does with objects. */
export const coreObjects: Readonly<Record<string, Body>> = {
  'mapObject(object: Object, mapper: Function)': ({ entries }: ObjectValue, mapper: FunctionValue) =>
    new ObjectValue(entries.flatMap((entry, index) => entriesOfResult(mapper.call(KeyedValue.of(entry), entry.key, index)))),
  'mapObject(value: Null, mapper: Function)': () => null,
  'filterObject(object: Object, criterion: Function)': ({ entries, properties }: ObjectValue, criterion: FunctionValue) =>
    new ObjectValue(
      entries.filter((entry, index) => holds(criterion, KeyedValue.of(entry), entry.key, index)),
      properties,
    ),
  'filterObject(value: Null, criterion: Function)': () => null,
  'pluck(object: Object, mapper: Function)': ({ entries }: ObjectValue, mapper: FunctionValue) =>
    entries.map((entry, index) => mapper.call(KeyedValue.of(entry), entry.key, index)),
  'pluck(value: Null, mapper: Function)': () => null,
  'keysOf(object: Object)': ({ entries }: ObjectValue) => entries.map(({ key }) => key),
  'keysOf(value: Null)': () => null,
  'namesOf(object: Object)': ({ entries }: ObjectValue) => entries.map(({ key }) => new Key(key.name)),
  'namesOf(value: Null)': () => null,
  'valuesOf(object: Object)': ({ entries }: ObjectValue) => entries.map(({ value }) => value),
  'valuesOf(value: Null)': () => null,
  'entriesOf(object: Object)': ({ entries }: ObjectValue) => entries.map(entryObject),
  'entriesOf(value: Null)': () => null,
  '--(items: Array, others: Array)': (items: readonly unknown[], others: readonly unknown[]) =>
    items.filter((item) => !others.some((other) => equal(item, other))),
  '--(object: Object, others: Object)': (object: ObjectValue, others: ObjectValue) =>
    new ObjectValue(
      object.entries.filter(
        (entry) => !others.entries.some((other) => other.key.name === entry.key.name && equal(other.value, entry.value)),
      ),
      object.properties,
    ),
  '--(object: Object, names: Array)': (object: ObjectValue, names: readonly unknown[]) => without(object, new Set(names.map(textOf))),
  '--(value: Null, other: Any)': () => null,
};
