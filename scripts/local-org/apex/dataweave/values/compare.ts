import { coercible } from './coerce.ts';
import { DataWeaveError } from './failure.ts';
import { describeValue } from './describe.ts';
import { kindOf } from './kinds.ts';
import { compareNumerics, isNumeric, numericText, simplify } from './numeric.ts';
import { Key, ObjectValue, plain } from './object.ts';
import { TemporalValue } from './temporal.ts';
import { textOf } from './text.ts';
import { DecimalValue } from '../../../data/values/decimal.ts';

/** `==`: the same type and the same content. A key equals its name. */
export function equal(one: unknown, other: unknown): boolean {
  const [left, right] = [named(plain(one)), named(plain(other))];
  if (left === right) {
    return true;
  }
  if (isNumeric(left) && isNumeric(right)) {
    return compareNumerics(left, right) === 0;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equal(item, right[index]));
  }
  if (left instanceof ObjectValue && right instanceof ObjectValue) {
    return sameEntries(left, right);
  }
  if (left instanceof TemporalValue && right instanceof TemporalValue) {
    return left.type === right.type && left.compare(right) === 0;
  }
  const kind = kindOf(left);
  return kind !== 'Function' && kind === kindOf(right) && kind !== 'Null' && kind !== 'Object' && textOf(left) === textOf(right);
}

function named(value: unknown): unknown {
  return value instanceof Key ? value.name : (value ?? null);
}

function sameEntries(left: ObjectValue, right: ObjectValue): boolean {
  return (
    left.entries.length === right.entries.length &&
    left.entries.every((entry, index) => {
      const other = right.entries[index];
      return other?.key.name === entry.key.name && equal(entry.value, other.value);
    })
  );
}

/** `~=`: the same content once one side has the type of the other. */
export function similar(left: unknown, right: unknown): boolean {
  if (equal(left, right)) {
    return true;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => similar(item, right[index]));
  }
  return [
    [left, right],
    [right, left],
  ].some(([from, to]) => {
    const coerced = coercible(from, kindOf(to));
    return coerced !== undefined && equal(coerced.value, to);
  });
}

/** -1, 0 or 1; the right side is made the type of the left one when they differ. */
export function compare(one: unknown, other: unknown): number {
  const left = named(plain(one));
  const right = named(plain(other));
  if (isNumeric(left) && isNumeric(right)) {
    return compareNumerics(left, right);
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (left instanceof TemporalValue && right instanceof TemporalValue && left.type === right.type) {
    return left.compare(right);
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return Number(left) - Number(right);
  }
  const coerced = kindOf(left) === kindOf(right) ? undefined : coercible(right, kindOf(left));
  if (left === null || coerced === undefined) {
    throw new DataWeaveError(`Unable to compare ${describeValue(left)} with ${describeValue(right)}`);
  }
  return compare(left, coerced.value);
}

/** A text that is the same for equal values only: what values are grouped and told apart by. */
export function identityOf(value: unknown): string {
  const content = named(plain(value));
  if (Array.isArray(content)) {
    return `[${content.map(identityOf).join(',')}]`;
  }
  if (content instanceof ObjectValue) {
    return `{${content.entries.map((entry) => `${JSON.stringify(entry.key.name)}:${identityOf(entry.value)}`).join(',')}}`;
  }
  if (isNumeric(content)) {
    return numericText(content instanceof DecimalValue ? simplify(content) : content);
  }
  return typeof content === 'string' ? JSON.stringify(content) : `${kindOf(content)} ${textOf(content) ?? ''}`;
}
