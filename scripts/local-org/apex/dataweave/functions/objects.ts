import { wholeNumber } from '../values/coerce.ts';
import { ObjectValue } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import type { FunctionValue } from '../values/special.ts';
import { holds } from './core-arrays.ts';
import { entryObject } from './core-objects.ts';
import type { FunctionModule } from './declaration.ts';

const fulfils =
  (condition: FunctionValue) =>
  ({ key, value }: EntryValue): boolean =>
    holds(condition, value, key);

function chunks({ entries }: ObjectValue, amount: unknown): ObjectValue[] {
  const size = wholeNumber(amount);
  return Array.from(
    { length: Math.ceil(entries.length / size) },
    (_, index) => new ObjectValue(entries.slice(index * size, (index + 1) * size)),
  );
}

function takeWhile({ entries }: ObjectValue, condition: FunctionValue): ObjectValue {
  const end = entries.findIndex((entry) => !fulfils(condition)(entry));
  return new ObjectValue(end < 0 ? entries : entries.slice(0, end));
}

function merged(source: ObjectValue, target: ObjectValue): ObjectValue {
  const names = new Set(target.entries.map(({ key }) => key.name));
  return new ObjectValue([...source.entries.filter(({ key }) => !names.has(key.name)), ...target.entries]);
}

/** The module `dw::core::Objects`. */
export const objects: FunctionModule = {
  name: 'dw::core::Objects',
  functions: {
    'divideBy(object: Object, amount: Number)': chunks,
    'entrySet(object: Object)': ({ entries }: ObjectValue) => entries.map(entryObject),
    'everyEntry(object: Object, condition: Function)': ({ entries }: ObjectValue, condition: FunctionValue) =>
      entries.every(fulfils(condition)),
    'everyEntry(value: Null, condition: Function)': () => true,
    'someEntry(object: Object, condition: Function)': ({ entries }: ObjectValue, condition: FunctionValue) =>
      entries.some(fulfils(condition)),
    'someEntry(value: Null, condition: Function)': () => false,
    'keySet(object: Object)': ({ entries }: ObjectValue) => entries.map(({ key }) => key),
    'nameSet(object: Object)': ({ entries }: ObjectValue) => entries.map(({ key }) => key.name),
    'valueSet(object: Object)': ({ entries }: ObjectValue) => entries.map(({ value }) => value),
    'mergeWith(source: Object, target: Object)': merged,
    'mergeWith(source: Null, target: Object)': (_source: null, target: ObjectValue) => target,
    'mergeWith(source: Object, target: Null)': (source: ObjectValue) => source,
    'takeWhile(object: Object, condition: Function)': takeWhile,
  },
};
