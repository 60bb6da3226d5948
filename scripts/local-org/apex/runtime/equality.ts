import { SObjectRecord } from '../../data/record.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { isId, toId18 } from '../../data/values/id.ts';
import { keyOf, SAME_ELEMENTS } from './collections/key.ts';
import { hasMethod, invoke } from './invoke.ts';
import { compareNumbers, isNumeric } from './numbers.ts';

/**
 * `==`: text without regard to case, ids of 15 and 18 characters alike, numbers of different kinds by value, records and collections by
 * content, objects by their own `equals` or else by identity.
 */
export function equals(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null) {
    return false;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return textsAreEqual(left, right);
  }
  if (left instanceof DateValue && right instanceof DatetimeValue) {
    return left.days * 86_400_000 === right.milliseconds;
  }
  if (left instanceof DatetimeValue && right instanceof DateValue) {
    return equals(right, left);
  }
  return valuesAreSame(left, right);
}

export function notEquals(left: unknown, right: unknown): boolean {
  return !equals(left, right);
}

/** `===`: the same object; for values without identity, the same value. */
export function exactEquals(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return false;
  }
  return !isReference(left) && !isReference(right) && keyOf(left) === keyOf(right);
}

/** Equality as collections use it: like `==`, but text by case. */
export function valuesAreSame(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null) {
    return false;
  }
  if (isNumeric(left) && isNumeric(right)) {
    return compareNumbers(left, right) === 0;
  }
  if (left instanceof DatetimeValue && right instanceof DatetimeValue) {
    // The platform compares instants for equality by whole seconds (its order is finer).
    return Math.floor(left.milliseconds / 1000) === Math.floor(right.milliseconds / 1000);
  }
  if (typeof left !== 'object' || typeof right !== 'object') {
    return false;
  }
  if (SAME_ELEMENTS in left) {
    return (left as { [SAME_ELEMENTS](other: object): boolean })[SAME_ELEMENTS](right);
  }
  const leftKey = keyOf(left);
  if (leftKey === left && hasMethod(left, 'equals', 1)) {
    return invoke(left, 'equals', [right]) === true;
  }
  return leftKey === keyOf(right);
}

function textsAreEqual(left: string, right: string): boolean {
  if (left.length === right.length) {
    return left.toLowerCase() === right.toLowerCase();
  }
  const lengths = left.length + right.length;
  return lengths === 33 && isId(left) && isId(right) && toId18(left) === toId18(right);
}

/** Whether a value is compared by identity with `===` though its content may be equal. */
function isReference(value: object): boolean {
  return value instanceof SObjectRecord || Symbol.iterator in value || 'keySet' in value;
}
