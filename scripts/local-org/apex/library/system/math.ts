import { DecimalValue } from '../../../data/values/decimal.ts';
import { DoubleValue } from '../../../data/values/double.ts';
import { raise } from '../../runtime/exception.ts';
import { decimalOf, doubleOf } from '../../runtime/numbers.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';

type Real = (value: number) => number;

const real: Readonly<Record<string, Real>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

const double = (value: number): DoubleValue => new DoubleValue(value);
const decimalOfReal = (value: number): DecimalValue =>
  Number.isFinite(value) ? decimalOf(double(value)) : raise('System.MathException', 'Result is not a number');

function halfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

function realMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const [name, calculate] of Object.entries(real)) {
    members[`static Double ${name}(Double value)`] = (value: DoubleValue) => double(calculate(value.value));
    members[`static Decimal ${name}(Decimal value)`] = (value: DecimalValue) => decimalOfReal(calculate(value.toNumber()));
  }
  return members;
}

function modulo<T extends number | bigint>(dividend: T, divisor: T): T {
  return divisor === 0 || divisor === 0n ? raise('System.MathException', 'Divide by 0') : ((dividend % divisor) as T);
}

const largerDecimal = (a: DecimalValue, b: DecimalValue): DecimalValue => (a.compare(b) >= 0 ? a : b);
const smallerDecimal = (a: DecimalValue, b: DecimalValue): DecimalValue => (a.compare(b) <= 0 ? a : b);

/** `System.Math`. */
export const mathClass: LibraryClass = {
  name: 'System.Math',
  members: {
    'static Double E': () => double(Math.E),
    'static Double PI': () => double(Math.PI),
    ...refusingNull({
      ...realMembers(),
      'static Decimal abs(Decimal value)': (value: DecimalValue) => value.abs(),
      'static Double abs(Double value)': (value: DoubleValue) => double(Math.abs(value.value)),
      'static Integer abs(Integer value)': (value: number) => Math.abs(value) | 0,
      'static Long abs(Long value)': (value: bigint) => BigInt.asIntN(64, value < 0n ? -value : value),
      'static Decimal atan2(Decimal x, Decimal y)': (x: DecimalValue, y: DecimalValue) =>
        decimalOfReal(Math.atan2(x.toNumber(), y.toNumber())),
      'static Double atan2(Double x, Double y)': (x: DoubleValue, y: DoubleValue) => double(Math.atan2(x.value, y.value)),
      'static Decimal ceil(Decimal value)': (value: DecimalValue) => value.setScale(0, 'CEILING'),
      'static Double ceil(Double value)': (value: DoubleValue) => double(Math.ceil(value.value)),
      'static Decimal floor(Decimal value)': (value: DecimalValue) => value.setScale(0, 'FLOOR'),
      'static Double floor(Double value)': (value: DoubleValue) => double(Math.floor(value.value)),
      'static Decimal max(Decimal a, Decimal b)': largerDecimal,
      'static Double max(Double a, Double b)': (a: DoubleValue, b: DoubleValue) => double(Math.max(a.value, b.value)),
      'static Integer max(Integer a, Integer b)': (a: number, b: number) => Math.max(a, b),
      'static Long max(Long a, Long b)': (a: bigint, b: bigint) => (a > b ? a : b),
      'static Decimal min(Decimal a, Decimal b)': smallerDecimal,
      'static Double min(Double a, Double b)': (a: DoubleValue, b: DoubleValue) => double(Math.min(a.value, b.value)),
      'static Integer min(Integer a, Integer b)': (a: number, b: number) => Math.min(a, b),
      'static Long min(Long a, Long b)': (a: bigint, b: bigint) => (a < b ? a : b),
      'static Integer mod(Integer dividend, Integer divisor)': (dividend: number, divisor: number) => modulo(dividend, divisor) | 0,
      'static Long mod(Long dividend, Long divisor)': (dividend: bigint, divisor: bigint) => modulo(dividend, divisor),
      'static Double pow(Double base, Double exponent)': (base: DoubleValue, exponent: DoubleValue) => double(base.value ** exponent.value),
      'static Double random()': () => double(Math.random()),
      'static Decimal rint(Decimal value)': (value: DecimalValue) => value.setScale(0, 'HALF_EVEN'),
      'static Double rint(Double value)': (value: DoubleValue) => double(halfEven(value.value)),
      'static Integer round(Decimal value)': (value: DecimalValue) => Number(BigInt.asIntN(32, value.setScale(0, 'HALF_EVEN').toBigInt())),
      'static Integer round(Double value)': (value: DoubleValue) => halfEven(value.value) | 0,
      'static Long roundToLong(Decimal value)': (value: DecimalValue) => value.setScale(0, 'HALF_EVEN').toBigInt(),
      'static Long roundToLong(Double value)': (value: DoubleValue) => decimalOf(value).setScale(0, 'HALF_EVEN').toBigInt(),
      'static Decimal signum(Decimal value)': (value: DecimalValue) => DecimalValue.of(value.sign),
      'static Double signum(Double value)': (value: DoubleValue) => double(Math.sign(doubleOf(value).value)),
    }),
  },
};
