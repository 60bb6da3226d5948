import { wholeNumber } from '../values/coerce.ts';
import { equal, identityOf } from '../values/compare.ts';
import { ObjectValue } from '../values/object.ts';
import type { FunctionValue } from '../values/special.ts';
import { holds, total } from './core-arrays.ts';
import type { FunctionModule } from './declaration.ts';
import { passingNull } from './null-overloads.ts';

type Items = readonly unknown[];

/** How many items at the beginning fulfil a condition. */
function leading(items: Items, condition: FunctionValue): number {
  const end = items.findIndex((item) => !holds(condition, item));
  return end < 0 ? items.length : end;
}

function chunks(items: Items, amount: unknown): unknown[][] {
  const size = wholeNumber(amount);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

const pair = (l: Items, r: Items): ObjectValue => ObjectValue.of({ l, r });

type Criterion = FunctionValue;

/** Pairs of items whose criteria give the same; `left`/`right`: also those that have no counterpart. */
function joined(left: Items, right: Items, leftBy: Criterion, rightBy: Criterion, keep: { left: boolean; right: boolean }): ObjectValue[] {
  const byKey = Map.groupBy(right, (item) => identityOf(rightBy.call(item)));
  const met = new Set<string>();
  const pairs = left.flatMap((item) => {
    const identity = identityOf(leftBy.call(item));
    met.add(identity);
    const counterparts = byKey.get(identity) ?? [];
    return counterparts.length > 0
      ? counterparts.map((other) => ObjectValue.of({ l: item, r: other }))
      : keep.left
        ? [ObjectValue.of({ l: item })]
        : [];
  });
  const alone = keep.right ? [...byKey].filter(([identity]) => !met.has(identity)).flatMap(([, items]) => items) : [];
  return [...pairs, ...alone.map((item) => ObjectValue.of({ r: item }))];
}

function partition(items: Items, condition: FunctionValue): ObjectValue {
  return ObjectValue.of({
    success: items.filter((item) => holds(condition, item)),
    failure: items.filter((item) => !holds(condition, item)),
  });
}

/** The module `dw::core::Arrays`. */
export const arrays: FunctionModule = {
  name: 'dw::core::Arrays',
  functions: {
    ...passingNull({
      'countBy(items: Array, condition: Function)': (items: Items, condition: FunctionValue) =>
        items.filter((item) => holds(condition, item)).length,
      'divideBy(items: Array, amount: Number)': chunks,
      'drop(items: Array, amount: Number)': (items: Items, amount: unknown) => items.slice(Math.max(0, wholeNumber(amount))),
      'dropWhile(items: Array, condition: Function)': (items: Items, condition: FunctionValue) => items.slice(leading(items, condition)),
      'firstWith(items: Array, condition: Function)': (items: Items, condition: FunctionValue) =>
        items.find((item, index) => holds(condition, item, index)) ?? null,
      'indexOf(items: Array, item: Any)': (items: Items, wanted: unknown) => items.findIndex((item) => equal(item, wanted)),
      'indexWhere(items: Array, condition: Function)': (items: Items, condition: FunctionValue) =>
        items.findIndex((item) => holds(condition, item)),
      'partition(items: Array, condition: Function)': partition,
      'slice(items: Array, from: Number, until: Number)': (items: Items, from: unknown, until: unknown) =>
        items.slice(Math.max(0, wholeNumber(from)), Math.max(0, wholeNumber(until))),
      'splitAt(items: Array, amount: Number)': (items: Items, amount: unknown) =>
        pair(items.slice(0, wholeNumber(amount)), items.slice(wholeNumber(amount))),
      'splitWhere(items: Array, condition: Function)': (items: Items, condition: FunctionValue) => {
        const found = items.findIndex((item) => holds(condition, item));
        const end = found < 0 ? items.length : found;
        return pair(items.slice(0, end), items.slice(end));
      },
      'sumBy(items: Array, selector: Function)': (items: Items, selector: FunctionValue) => total(items.map((item) => selector.call(item))),
      'take(items: Array, amount: Number)': (items: Items, amount: unknown) => items.slice(0, Math.max(0, wholeNumber(amount))),
      'takeWhile(items: Array, condition: Function)': (items: Items, condition: FunctionValue) => items.slice(0, leading(items, condition)),
    }),
    'every(items: Array, condition: Function)': (items: Items, condition: FunctionValue) =>
      items.length > 0 && items.every((item) => holds(condition, item)),
    'every(value: Null, condition: Function)': () => true,
    'some(items: Array, condition: Function)': (items: Items, condition: FunctionValue) => items.some((item) => holds(condition, item)),
    'some(value: Null, condition: Function)': () => false,
    'join(left: Array, right: Array, leftBy: Function, rightBy: Function)': (
      left: Items,
      right: Items,
      leftBy: Criterion,
      rightBy: Criterion,
    ) => joined(left, right, leftBy, rightBy, { left: false, right: false }),
    'leftJoin(left: Array, right: Array, leftBy: Function, rightBy: Function)': (
      left: Items,
      right: Items,
      leftBy: Criterion,
      rightBy: Criterion,
    ) => joined(left, right, leftBy, rightBy, { left: true, right: false }),
    'outerJoin(left: Array, right: Array, leftBy: Function, rightBy: Function)': (
      left: Items,
      right: Items,
      leftBy: Criterion,
      rightBy: Criterion,
    ) => joined(left, right, leftBy, rightBy, { left: true, right: true }),
  },
};
