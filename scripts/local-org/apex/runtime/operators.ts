import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { TimeValue } from '../../data/values/time.ts';
import { toId18 } from '../../data/values/id.ts';
import { raise, raiseNull } from './exception.ts';
import { compareNumbers, decimalOf, doubleOf, integerOf, isNumeric, longOf } from './numbers.ts';
import type { ApexNumber } from './numbers.ts';
import { concatenationText } from './text.ts';

export { equals, exactEquals, notEquals } from './equality.ts';
export { toApexString } from './text.ts';

const DAY = 86_400_000;

/** `<`; false when one side is null. */
export function less(left: unknown, right: unknown): boolean {
  return left !== null && right !== null && order(left, right) < 0;
}

/** `<=`; false when one side is null. */
export function lessOrEqual(left: unknown, right: unknown): boolean {
  return left !== null && right !== null && order(left, right) <= 0;
}

/** `>`; false when one side is null. */
export function greater(left: unknown, right: unknown): boolean {
  return left !== null && right !== null && order(left, right) > 0;
}

/** `>=`; false when one side is null. */
export function greaterOrEqual(left: unknown, right: unknown): boolean {
  return left !== null && right !== null && order(left, right) >= 0;
}

/** `+` of numbers of any kinds, or of a date or date-time and a number of days. For text use `concatenate`. */
export function add(left: unknown, right: unknown): unknown {
  if (left instanceof DateValue || left instanceof DatetimeValue || left instanceof TimeValue) {
    return shiftDate(left, right, 1);
  }
  return arithmetic(left, right, {
    integer: (a, b) => (a + b) | 0,
    long: (a, b) => a + b,
    double: (a, b) => a + b,
    decimal: (a, b) => a.add(b),
  });
}

/** `-`. */
export function subtract(left: unknown, right: unknown): unknown {
  if (left instanceof DateValue || left instanceof DatetimeValue || left instanceof TimeValue) {
    return shiftDate(left, right, -1);
  }
  return arithmetic(left, right, {
    integer: (a, b) => (a - b) | 0,
    long: (a, b) => a - b,
    double: (a, b) => a - b,
    decimal: (a, b) => a.subtract(b),
  });
}

/** `*`. */
export function multiply(left: unknown, right: unknown): unknown {
  return arithmetic(left, right, {
    integer: Math.imul,
    long: (a, b) => a * b,
    double: (a, b) => a * b,
    decimal: (a, b) => a.multiply(b),
  });
}

/** `/`: whole numbers are cut off towards zero; a zero divisor raises `Divide by 0` whatever the kind. */
export function divide(left: unknown, right: unknown): unknown {
  if (isNumeric(left) && isNumeric(right) && compareNumbers(right, 0) === 0) {
    raise('System.MathException', 'Divide by 0');
  }
  return arithmetic(left, right, {
    integer: (a, b) => (a / b) | 0,
    long: (a, b) => a / b,
    double: (a, b) => a / b,
    decimal: (a, b) => a.divide(b),
  });
}

/** Unary `-`. */
export function negate(value: unknown): unknown {
  if (value instanceof DecimalValue) {
    return value.negate();
  }
  if (value instanceof DoubleValue) {
    return new DoubleValue(-value.value);
  }
  return subtract(typeof value === 'bigint' ? 0n : 0, value);
}

/** `&` of Integers, Longs or Booleans. */
export function bitAnd(left: unknown, right: unknown): unknown {
  return bits(
    left,
    right,
    (a, b) => a & b,
    (a, b) => a & b,
  );
}

/** `|` of Integers, Longs or Booleans. */
export function bitOr(left: unknown, right: unknown): unknown {
  return bits(
    left,
    right,
    (a, b) => a | b,
    (a, b) => a | b,
  );
}

/** `^` of Integers, Longs or Booleans. */
export function bitXor(left: unknown, right: unknown): unknown {
  return bits(
    left,
    right,
    (a, b) => a ^ b,
    (a, b) => a ^ b,
  );
}

/** `~`. */
export function bitNot(value: unknown): unknown {
  return typeof value === 'bigint' ? ~value : ~(value as number);
}

/** `<<`. */
export function shiftLeft(left: unknown, right: unknown): unknown {
  const count = Number(right ?? raiseNull());
  return typeof left === 'bigint' ? BigInt.asIntN(64, left << BigInt(count & 63)) : (left as number) << count;
}

/** `>>`, keeping the sign. */
export function shiftRight(left: unknown, right: unknown): unknown {
  const count = Number(right ?? raiseNull());
  return typeof left === 'bigint' ? left >> BigInt(count & 63) : (left as number) >> count;
}

/** `>>>`, filling with zeros. */
export function shiftRightUnsigned(left: unknown, right: unknown): unknown {
  const count = Number(right ?? raiseNull());
  if (typeof left === 'bigint') {
    return BigInt.asIntN(64, BigInt.asUintN(64, left) >> BigInt(count & 63));
  }
  return ((left as number) >>> count) | 0;
}

/** `+` where one side is text: null becomes `null`, a date gets a time, a date-time is printed in GMT. */
export function concatenate(left: unknown, right: unknown): string {
  return concatenationText(left) + concatenationText(right);
}

/** Conversion to Integer; null stays null. */
export function toInteger(value: unknown): number | null {
  return value === null ? null : integerOf(value as ApexNumber);
}

/** Conversion to Long; null stays null. */
export function toLong(value: unknown): bigint | null {
  return value === null ? null : longOf(value as ApexNumber);
}

/** Conversion to Double; null stays null. */
export function toDouble(value: unknown): DoubleValue | null {
  return value === null ? null : doubleOf(value as ApexNumber);
}

/** Conversion to Decimal; null stays null. */
export function toDecimal(value: unknown): DecimalValue | null {
  return value === null ? null : decimalOf(value as ApexNumber);
}

/** Conversion of text to Id: 18 characters; null stays null. */
export function toId(value: unknown): string | null {
  if (value === null) {
    return null;
  }
  const id = toId18((value as string).trim());
  return id ?? raise('System.StringException', `Invalid id: ${String(value)}`);
}

/** Conversion of Date to Datetime (midnight, GMT); null stays null. */
export function toDatetime(value: unknown): DatetimeValue | null {
  return value instanceof DateValue ? new DatetimeValue(value.days * DAY) : (value as DatetimeValue | null);
}

/** The order of two values that are not null: text by letters regardless of case, dates, numbers. */
function order(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (isNumeric(left) && isNumeric(right)) {
    return compareNumbers(left, right);
  }
  if (left instanceof TimeValue && right instanceof TimeValue) {
    return left.compare(right);
  }
  return instantOf(left) - instantOf(right);
}

function instantOf(value: unknown): number {
  if (value instanceof DatetimeValue) {
    return value.milliseconds;
  }
  if (value instanceof DateValue) {
    return value.days * DAY;
  }
  return Number(value);
}

interface Arithmetic {
  integer(a: number, b: number): number;
  long(a: bigint, b: bigint): bigint;
  double(a: number, b: number): number;
  decimal(a: DecimalValue, b: DecimalValue): DecimalValue;
}

function arithmetic(left: unknown, right: unknown, operation: Arithmetic): unknown {
  if (typeof left === 'number' && typeof right === 'number') {
    return operation.integer(left, right);
  }
  if (left === null || right === null) {
    return raiseNull();
  }
  const [a, b] = [left as ApexNumber, right as ApexNumber];
  if (a instanceof DecimalValue || b instanceof DecimalValue) {
    return operation.decimal(decimalOf(a), decimalOf(b));
  }
  if (a instanceof DoubleValue || b instanceof DoubleValue) {
    return new DoubleValue(operation.double(doubleOf(a).value, doubleOf(b).value));
  }
  return BigInt.asIntN(64, operation.long(longOf(a), longOf(b)));
}

function shiftDate(date: DateValue | DatetimeValue | TimeValue, days: unknown, sign: number): unknown {
  if (days === null) {
    return raiseNull();
  }
  const count = sign * doubleOf(days as ApexNumber).value;
  if (date instanceof DateValue) {
    return date.addDays(Math.trunc(count));
  }
  if (date instanceof TimeValue) {
    return new TimeValue(date.milliseconds + Math.round(count));
  }
  return date.addMilliseconds(Math.round(count * DAY));
}

function bits(left: unknown, right: unknown, narrow: (a: number, b: number) => number, wide: (a: bigint, b: bigint) => bigint): unknown {
  if (left === null || right === null) {
    return raiseNull();
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return narrow(Number(left), Number(right)) !== 0;
  }
  if (typeof left === 'number' && typeof right === 'number') {
    return narrow(left, right);
  }
  return wide(longOf(left as ApexNumber), longOf(right as ApexNumber));
}
