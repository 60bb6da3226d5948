import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { ApexSet } from './collections/set.ts';
import { raise, raiseNull } from './exception.ts';
import { hasMethod, invoke } from './invoke.ts';

/** The value itself; throws when it is null. */
export function nonNull<T>(value: T | null): T {
  return value === null ? raiseNull() : value;
}

/** `list[index]`. */
export function element(list: ApexList | null, index: number | null): unknown {
  return nonNull(list).get(index);
}

/** `list[index] = value`; gives the value back. */
export function setElement(list: ApexList | null, index: number | null, value: unknown): unknown {
  nonNull(list).set(index, value);
  return value;
}

/** What a for-each loop runs through: a collection, or an Apex object with an iterator. */
export function each(source: unknown): Iterable<unknown> {
  const present = nonNull(source);
  if (present instanceof ApexList || present instanceof ApexSet) {
    return present;
  }
  return iterated(hasMethod(present, 'iterator', 0) ? invoke(present, 'iterator') : present);
}

function* iterated(iterator: unknown): Iterable<unknown> {
  const call = (name: string): unknown =>
    hasMethod(iterator, name, 0) ? invoke(iterator, name) : (iterator as Record<string, () => unknown>)[name]?.();
  while (call('hasNext') === true) {
    yield call('next');
  }
}

/** As `each`, every element converted on the way. */
export function* eachConverted(source: unknown, convert: (value: unknown) => unknown): Iterable<unknown> {
  for (const value of each(source)) {
    yield convert(value);
  }
}

/** `new List<X>{...}`. */
export function newList(elementType: string, elements: unknown[]): ApexList {
  return new ApexList(elementType, elements);
}

/** `new X[size]`. */
export function newArray(elementType: string, size: number | null): ApexList {
  return ApexList.ofSize(elementType, nonNull(size));
}

/** `new Set<X>{...}`. */
export function newSet(elementType: string, elements: unknown[]): ApexSet {
  return new ApexSet(elementType, elements);
}

/** `new Map<K, V>{...}`, keys and values alternating. */
export function newMap(keyType: string, valueType: string, pairs: readonly unknown[]): ApexMap {
  const map = new ApexMap(keyType, valueType);
  for (let index = 0; index < pairs.length; index += 2) {
    map.put(pairs[index], pairs[index + 1]);
  }
  return map;
}

/** `/` of Integers that are not null. */
export function divideIntegers(left: number, right: number): number {
  return right === 0 ? raise('System.MathException', 'Divide by 0') : (left / right) | 0;
}
