import { coerce } from '../values/coerce.ts';
import { compare, equal, identityOf } from '../values/compare.ts';
import { add, divide } from '../values/numeric.ts';
import type { Numeric } from '../values/numeric.ts';
import { Key, ObjectValue, plain } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import { DataWeaveError } from '../values/failure.ts';
import { RangeValue } from '../values/special.ts';
import type { FunctionValue } from '../values/special.ts';
import { textOf } from '../values/text.ts';
import type { Body } from './declaration.ts';

type Items = readonly unknown[];

/** Whether a criterion holds for an item. */
export function holds(criterion: FunctionValue, ...args: unknown[]): boolean {
  return coerce(criterion.call(...args), 'Boolean') === true;
}

/** Items by what a function says of them, in the order of first mention. */
export function grouped<T>(items: readonly T[], of: (item: T, index: number) => unknown): { key: unknown; items: T[] }[] {
  const groups = new Map<string, { key: unknown; items: T[] }>();
  for (const [index, item] of items.entries()) {
    const key = of(item, index);
    const identity = textOf(key) ?? identityOf(key);
    const group = groups.get(identity) ?? { key, items: [] };
    group.items.push(item);
    groups.set(identity, group);
  }
  return [...groups.values()];
}

function keyOf(value: unknown): Key {
  const content = plain(value);
  return content instanceof Key ? content : new Key(textOf(content) ?? String(coerce(content, 'String')));
}

/** Items in the order of what a function says of them; equals stay as they are. */
export function ordered<T>(items: readonly T[], of: (item: T, index: number) => unknown): T[] {
  return items
    .map((item, index) => ({ item, by: plain(of(item, index)) ?? null }))
    .sort((left, right) => compareNullsLast(left.by, right.by))
    .map(({ item }) => item);
}

function compareNullsLast(left: unknown, right: unknown): number {
  return left === null || right === null ? Number(left === null) - Number(right === null) : compare(left, right);
}

/** The items that differ in what a function says of them. */
export function distinct<T>(items: readonly T[], of: (item: T, index: number) => unknown): T[] {
  const seen = new Set<string>();
  return items.filter((item, index) => {
    const identity = identityOf(of(item, index));
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew;
  });
}

function reduce(items: Items, callback: FunctionValue): unknown {
  const [first, ...rest] = items;
  if (items.length === 0) {
    return callback.hasDefault(1) ? callback.call(null) : null;
  }
  const start = callback.hasDefault(1) ? callback.call(first) : first;
  return rest.reduce((accumulated, item) => callback.call(item, accumulated), start);
}

function extreme(items: Items, sign: 1 | -1, of: (item: unknown) => unknown): unknown {
  return (
    items.reduce<{ item: unknown; by: unknown } | undefined>((best, item) => {
      const by = of(item);
      return best && compare(by, best.by) * sign <= 0 ? best : { item, by };
    }, undefined)?.item ?? null
  );
}

const itself = (item: unknown): unknown => item;

/** The sum of numbers, and of texts that are numbers. */
export function total(items: Items): Numeric {
  return items.reduce<Numeric>((sum, item) => add(sum, coerce(item, 'Number') as Numeric), 0);
}

function flatten(items: Items): unknown[] {
  return items.flatMap((item) => {
    const content = plain(item);
    return Array.isArray(content) ? (content as unknown[]) : [item];
  });
}

function unzip(items: Items): unknown[][] {
  const rows = items.map((item) => plain(item) as unknown[]);
  const length = Math.min(...rows.map((row) => row.length));
  return rows.length === 0 ? [] : Array.from({ length }, (_, index) => rows.map((row) => row[index]));
}

function indexesOf(items: Items, wanted: unknown): number[] {
  return items.flatMap((item, index) => (equal(item, wanted) ? [index] : []));
}

function average(items: Items): Numeric | null {
  return items.length === 0 ? null : divide(total(items), items.length);
}

function joined(items: Items, separator: string): string {
  return items.map((item) => textOf(plain(item)) ?? String(coerce(item, 'String'))).join(separator);
}

function spreadGroups(groups: readonly { key: unknown; items: unknown[] }[]): ObjectValue {
  return new ObjectValue(groups.map(({ key, items }): EntryValue => ({ key: keyOf(key), value: items })));
}

/** What `dw::Core` does with arrays. */
export const coreArrays: Readonly<Record<string, Body>> = {
  'map(items: Array, mapper: Function)': (items: Items, mapper: FunctionValue) => items.map((item, index) => mapper.call(item, index)),
  'map(value: Null, mapper: Function)': () => null,
  'flatMap(items: Array, mapper: Function)': (items: Items, mapper: FunctionValue) =>
    flatten(items.map((item, index) => mapper.call(item, index))),
  'flatMap(value: Null, mapper: Function)': () => null,
  'filter(items: Array, criterion: Function)': (items: Items, criterion: FunctionValue) =>
    items.filter((item, index) => holds(criterion, item, index)),
  'filter(text: String, criterion: Function)': (text: string, criterion: FunctionValue) =>
    [...text].filter((character, index) => holds(criterion, character, index)).join(''),
  'filter(value: Null, criterion: Function)': () => null,
  'reduce(items: Array, callback: Function)': reduce,
  'reduce(text: String, callback: Function)': (text: string, callback: FunctionValue) => reduce([...text], callback),
  'reduce(value: Null, callback: Function)': () => null,
  'orderBy(items: Array, criterion: Function)': (items: Items, criterion: FunctionValue) =>
    ordered(items, (item, index) => criterion.call(item, index)),
  'orderBy(object: Object, criterion: Function)': ({ entries }: ObjectValue, criterion: FunctionValue) =>
    new ObjectValue(ordered(entries, ({ key, value }) => criterion.call(value, key))),
  'orderBy(value: Null, criterion: Function)': () => null,
  'groupBy(items: Array, criterion: Function)': (items: Items, criterion: FunctionValue) =>
    spreadGroups(grouped(items, (item, index) => criterion.call(item, index))),
  'groupBy(text: String, criterion: Function)': (text: string, criterion: FunctionValue) =>
    new ObjectValue(
      grouped([...text], (character, index) => criterion.call(character, index)).map(({ key, items }) => ({
        key: keyOf(key),
        value: items.join(''),
      })),
    ),
  'groupBy(object: Object, criterion: Function)': ({ entries }: ObjectValue, criterion: FunctionValue) =>
    new ObjectValue(
      grouped(entries, ({ key, value }) => criterion.call(value, key)).map(({ key, items }) => ({
        key: keyOf(key),
        value: new ObjectValue(items),
      })),
    ),
  'groupBy(value: Null, criterion: Function)': () => null,
  'distinctBy(items: Array, criterion: Function)': (items: Items, criterion: FunctionValue) =>
    distinct(items, (item, index) => criterion.call(item, index)),
  'distinctBy(object: Object, criterion: Function)': ({ entries }: ObjectValue, criterion: FunctionValue) =>
    new ObjectValue(distinct(entries, ({ key, value }) => criterion.call(value, key))),
  'distinctBy(value: Null, criterion: Function)': () => null,
  'flatten(items: Array)': flatten,
  'flatten(value: Null)': () => null,
  'zip(left: Array, right: Array)': (left: Items, right: Items) => left.slice(0, right.length).map((item, index) => [item, right[index]]),
  'unzip(items: Array)': unzip,
  'sum(items: Array)': total,
  'avg(items: Array)': average,
  'max(items: Array)': (items: Items) => extreme(items, 1, itself),
  'min(items: Array)': (items: Items) => extreme(items, -1, itself),
  'maxBy(items: Array, criterion: Function)': (items: Items, criterion: FunctionValue) => extreme(items, 1, (item) => criterion.call(item)),
  'minBy(items: Array, criterion: Function)': (items: Items, criterion: FunctionValue) =>
    extreme(items, -1, (item) => criterion.call(item)),
  'joinBy(items: Array, separator: String)': joined,
  'joinBy(value: Null, separator: String)': () => null,
  'to(from: Number, to: Number)': (from: number, to: number) => {
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) {
      throw new DataWeaveError('A range goes from one whole number to another');
    }
    return RangeValue.between(from, to);
  },
  'find(items: Array, wanted: Any)': indexesOf,
  'find(value: Null, wanted: Any)': () => [],
  'indexOf(items: Array, wanted: Any)': (items: Items, wanted: unknown) => indexesOf(items, wanted)[0] ?? -1,
  'lastIndexOf(items: Array, wanted: Any)': (items: Items, wanted: unknown) => indexesOf(items, wanted).at(-1) ?? -1,
};
