import { DecimalValue } from '../../../data/values/decimal.ts';
import { DataWeaveError } from './failure.ts';

/** A Number: whole ones that JavaScript holds exactly are plain, all others exact decimals. */
export type Numeric = number | DecimalValue;

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || value instanceof DecimalValue;
}

/** Reads a number as it is written in a script or in JSON; undefined when the text is none. */
export function parseNumeric(text: string): Numeric | undefined {
  const trimmed = text.trim();
  if (/^-?\d{1,15}$/.test(trimmed)) {
    return Number(trimmed) || 0;
  }
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? DecimalValue.tryParse(trimmed.replace(/^\+/, '')) : undefined;
}

export function decimalOf(value: Numeric): DecimalValue {
  return typeof value === 'number' ? DecimalValue.of(value) : value;
}

/** Without zeros behind the point that say nothing; plain when JavaScript holds it exactly. */
export function simplify(value: DecimalValue): Numeric {
  const short = value.stripZeros(0);
  const plain = short.scale === 0 ? short.toNumber() : Number.NaN;
  return Number.isSafeInteger(plain) ? plain : short;
}

/** A floating-point result, such as of a sine, by its shortest digits. */
export function ofFloat(value: number): Numeric {
  if (Number.isSafeInteger(value)) {
    return value;
  }
  if (!Number.isFinite(value)) {
    throw new DataWeaveError(`The number ${value} cannot be represented`);
  }
  return DecimalValue.parse(String(value));
}

export function add(left: Numeric, right: Numeric): Numeric {
  return quick(left, right, (a, b) => a + b) ?? simplify(decimalOf(left).add(decimalOf(right)));
}

export function subtract(left: Numeric, right: Numeric): Numeric {
  return quick(left, right, (a, b) => a - b) ?? simplify(decimalOf(left).subtract(decimalOf(right)));
}

export function multiply(left: Numeric, right: Numeric): Numeric {
  return quick(left, right, (a, b) => a * b) ?? simplify(decimalOf(left).multiply(decimalOf(right)));
}

/** Throws when the divisor is zero. */
export function divide(left: Numeric, right: Numeric): Numeric {
  return quick(left, nonZero(right), (a, b) => a / b) ?? simplify(decimalOf(left).divide(decimalOf(right)));
}

/** The remainder, with the sign of the divisor. */
export function modulo(left: Numeric, right: Numeric): Numeric {
  const remainder = decimalOf(left).remainder(decimalOf(nonZero(right)));
  const negative = remainder.sign !== 0 && remainder.sign !== decimalOf(right).sign;
  return simplify(negative ? remainder.add(decimalOf(right)) : remainder);
}

function nonZero(value: Numeric): Numeric {
  if (decimalOf(value).sign === 0) {
    throw new DataWeaveError('Division by zero');
  }
  return value;
}

export function negate(value: Numeric): Numeric {
  return typeof value === 'number' ? 0 - value : value.negate();
}

/** -1, 0 or 1. */
export function compareNumerics(left: Numeric, right: Numeric): number {
  return typeof left === 'number' && typeof right === 'number' ? Math.sign(left - right) : decimalOf(left).compare(decimalOf(right));
}

export function plainNumber(value: Numeric): number {
  return typeof value === 'number' ? value : value.toNumber();
}

/** Whether it has nothing behind the point, `2.0` included. */
export function isWhole(value: Numeric): boolean {
  return typeof value === 'number' || value.stripZeros(0).scale === 0;
}

export function numericText(value: Numeric): string {
  return typeof value === 'number' ? String(value) : value.toPlainString();
}

function quick(left: Numeric, right: Numeric, operation: (left: number, right: number) => number): number | undefined {
  if (typeof left !== 'number' || typeof right !== 'number') {
    return undefined;
  }
  const result = operation(left, right);
  return Number.isSafeInteger(result) ? result : undefined;
}
