import type { Value } from '../record.ts';
import { DateValue } from '../values/date.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { DecimalValue } from '../values/decimal.ts';
import { TimeValue } from '../values/time.ts';
import type { BinaryOperator } from './parse.ts';

const MILLISECONDS_A_DAY = DecimalValue.of(86_400_000);

/** Blank is null or the empty text: a formula can't tell the two apart. */
export function isBlank(value: Value): boolean {
  return value === null || value === '';
}

/** A number of any kind as a decimal; null when the value is blank or no number. */
export function toNumber(value: Value): DecimalValue | null {
  if (value instanceof DecimalValue) {
    return value;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return DecimalValue.of(value);
  }
  return value !== null && typeof value === 'object' && 'value' in value ? DecimalValue.of(value.value) : null;
}

/** A value as text, blank as the empty text. */
export function toText(value: Value): string {
  if (value === null) {
    return '';
  }
  return value instanceof DecimalValue ? value.stripZeros(0).toPlainString() : String(value);
}

/** Whether a condition holds; blank doesn't. */
export function isTrue(value: Value): boolean {
  return value === true;
}

/** The result of an operator that looks at both its operands; `||` and `&&` are the caller's. A blank operand of a calculation gives blank. */
export function operate(operator: BinaryOperator, left: Value, right: Value): Value {
  switch (operator) {
    case '&':
      return toText(left) + toText(right);
    case '=':
      return areEqual(left, right);
    case '<>':
      return isMeasure(left) !== isMeasure(right) && isBlank(left) !== isBlank(right) ? null : !areEqual(left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isOrdered(operator, left, right);
    case '+':
      return typeof left === 'string' || typeof right === 'string' ? toText(left) + toText(right) : add(left, right, 1n);
    case '-':
      return add(left, right, -1n);
    default:
      return calculate(operator, toNumber(left), toNumber(right));
  }
}

/** Equality as formulas see it: text to the letter, numbers and moments by what they amount to, blank equal to blank. */
export function areEqual(left: Value, right: Value): boolean {
  if (isBlank(left) || isBlank(right)) {
    return isBlank(left) && isBlank(right);
  }
  if (typeof left === 'string' || typeof right === 'string' || typeof left === 'boolean') {
    return left === right;
  }
  return orderOf(left) !== null && orderOf(right) !== null && compare(left, right) === 0;
}

/** A number or a moment: of a blank one it can't be said that it differs. */
function isMeasure(value: Value): boolean {
  return value !== null && typeof value !== 'string' && typeof value !== 'boolean';
}

/** -1, 0 or 1; text by its characters, everything else by number. Both must be present. */
export function compare(left: Value, right: Value): number {
  if (typeof left === 'string' && typeof right === 'string') {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return (orderOf(left) ?? DecimalValue.ZERO).compare(orderOf(right) ?? DecimalValue.ZERO);
}

function isOrdered(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean {
  if (isBlank(left) || isBlank(right)) {
    return false;
  }
  const order = compare(left, right);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function orderOf(value: Value): DecimalValue | null {
  if (value instanceof DateValue) {
    return DecimalValue.of(value.days);
  }
  if (value instanceof DatetimeValue || value instanceof TimeValue) {
    return DecimalValue.of(value.milliseconds).divide(MILLISECONDS_A_DAY);
  }
  return toNumber(value);
}

function add(left: Value, right: Value, sign: 1n | -1n): Value {
  if (left === null || right === null) {
    return null;
  }
  if (left instanceof TimeValue) {
    return addToTime(left, right, sign);
  }
  const moment = isMoment(left) ? left : sign === 1n && isMoment(right) ? right : undefined;
  if (moment === undefined) {
    return calculate(sign === 1n ? '+' : '-', toNumber(left), toNumber(right));
  }
  if (isMoment(left) && isMoment(right)) {
    return calculate('-', orderOf(left), orderOf(right));
  }
  const days = toNumber(moment === left ? right : left);
  return days === null ? null : shift(moment, days.multiply(new DecimalValue(sign, 0)));
}

/** Of a time of day milliseconds are added or taken, and so its differences are. */
function addToTime(left: TimeValue, right: Value, sign: 1n | -1n): Value {
  if (right instanceof TimeValue) {
    return DecimalValue.of(left.milliseconds - right.milliseconds);
  }
  const milliseconds = toNumber(right);
  return milliseconds === null ? null : new TimeValue(left.milliseconds + Number(sign) * Math.trunc(milliseconds.toNumber()));
}

function isMoment(value: Value): value is DateValue | DatetimeValue {
  return value instanceof DateValue || value instanceof DatetimeValue;
}

function shift(moment: DateValue | DatetimeValue, days: DecimalValue): Value {
  if (moment instanceof DateValue) {
    return moment.addDays(Number(days.setScale(0, 'FLOOR').unscaled));
  }
  return moment.addMilliseconds(Number(days.multiply(MILLISECONDS_A_DAY).setScale(0, 'HALF_UP').unscaled));
}

function calculate(operator: '+' | '-' | '*' | '/' | '^' | BinaryOperator, left: DecimalValue | null, right: DecimalValue | null): Value {
  if (left === null || right === null) {
    return null;
  }
  switch (operator) {
    case '+':
      return left.add(right);
    case '-':
      return left.subtract(right);
    case '*':
      return left.multiply(right);
    case '/':
      return right.sign === 0 ? null : left.divide(right);
    default:
      return right.scale <= 0 && right.sign >= 0 ? left.pow(right.toNumber()) : DecimalValue.of(left.toNumber() ** right.toNumber());
  }
}
