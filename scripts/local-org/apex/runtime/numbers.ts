import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { raise } from './exception.ts';

/** A number of Apex: Integer, Long, Double, Decimal. */
export type ApexNumber = number | bigint | DoubleValue | DecimalValue;

const INTEGER_MAX = 2_147_483_647;

export function isNumeric(value: unknown): value is ApexNumber {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof DecimalValue || value instanceof DoubleValue;
}

/** -1, 0 or 1, whatever the kinds: the smaller kind is widened. */
export function compareNumbers(left: ApexNumber, right: ApexNumber): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (left instanceof DecimalValue || right instanceof DecimalValue) {
    return decimalOf(left).compare(decimalOf(right));
  }
  const [a, b] = [plainOf(left), plainOf(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Widens (or, from Double, converts) to Decimal. */
export function decimalOf(value: ApexNumber): DecimalValue {
  if (value instanceof DecimalValue) {
    return value;
  }
  return value instanceof DoubleValue ? decimalOfDouble(value) : DecimalValue.of(value);
}

/** A Double as Decimal keeps the digits it prints with: `1.0` has one decimal. */
function decimalOfDouble(double: DoubleValue): DecimalValue {
  if (!Number.isFinite(double.value)) {
    raise('System.MathException', 'Infinite or NaN');
  }
  return DecimalValue.parse(double.toString());
}

export function doubleOf(value: ApexNumber): DoubleValue {
  if (value instanceof DoubleValue) {
    return value;
  }
  return new DoubleValue(value instanceof DecimalValue ? value.toNumber() : Number(value));
}

/** Cut off towards zero, wrapped to 64 bits. */
export function longOf(value: ApexNumber): bigint {
  if (typeof value === 'bigint') {
    return value;
  }
  if (value instanceof DecimalValue) {
    return BigInt.asIntN(64, value.toBigInt());
  }
  const plain = value instanceof DoubleValue ? value.value : value;
  if (Number.isNaN(plain)) {
    return 0n;
  }
  const bounded = Math.min(Math.max(Math.trunc(plain), -(2 ** 63)), 2 ** 63);
  const whole = BigInt(bounded);
  return whole > 0x7fff_ffff_ffff_ffffn ? 0x7fff_ffff_ffff_ffffn : whole;
}

/** Cut off towards zero; a Long or Decimal wraps to 32 bits, a Double stops at the largest or smallest Integer. */
export function integerOf(value: ApexNumber): number {
  if (typeof value === 'number') {
    return value;
  }
  if (value instanceof DoubleValue) {
    const whole = Math.trunc(value.value) || 0;
    return Math.min(Math.max(whole, -INTEGER_MAX - 1), INTEGER_MAX);
  }
  return Number(BigInt.asIntN(32, longOf(value)));
}

function plainOf(value: Exclude<ApexNumber, DecimalValue>): number | bigint {
  return value instanceof DoubleValue ? value.value : value;
}
