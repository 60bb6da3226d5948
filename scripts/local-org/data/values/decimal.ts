import { divideRounded, type RoundingMode } from './rounding.ts';

/** Significant digits kept by a division without a given scale. */
const DIVISION_PRECISION = 34;

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * An Apex `Decimal`: an exact decimal number, `unscaled * 10^-scale`. Immutable. The scale is part of the value as written
 * (`1.50` prints as `1.50`) but not of its equality (`1.5` equals `1.50`).
 */
export class DecimalValue {
  static readonly ZERO: DecimalValue = new DecimalValue(0n, 0);
  static readonly ONE: DecimalValue = new DecimalValue(1n, 0);

  readonly unscaled: bigint;
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }

  /** A decimal of a whole number, or of the shortest text of a JavaScript number (`0.1` is exactly 0.1). */
  static of(value: number | bigint): DecimalValue {
    if (typeof value === 'bigint') {
      return new DecimalValue(value, 0);
    }
    if (Number.isSafeInteger(value)) {
      return new DecimalValue(BigInt(value), 0);
    }
    return DecimalValue.parse(String(value));
  }

  /**
   * Reads `-12.50` or `1.2E+3`.
   *
   * @throws SyntaxError when the text is not a number.
   */
  static parse(text: string): DecimalValue {
    const parsed = DecimalValue.tryParse(text);
    if (!parsed) {
      throw new SyntaxError(`Invalid decimal: ${text}`);
    }
    return parsed;
  }

  /** Reads a number, or gives undefined when the text is none. */
  static tryParse(text: string): DecimalValue | undefined {
    const match = PATTERN.exec(text);
    if (!match) {
      return undefined;
    }
    const [, sign, whole = '', fraction = '', exponent = '0'] = match;
    if (whole === '' && fraction === '') {
      return undefined;
    }
    const digits = BigInt(whole + fraction);
    return new DecimalValue(sign === '-' ? -digits : digits, fraction.length - Number(exponent));
  }

  get precision(): number {
    return digitCount(this.unscaled);
  }

  /** -1, 0 or 1. */
  get sign(): number {
    return this.unscaled === 0n ? 0 : this.unscaled < 0n ? -1 : 1;
  }

  add(other: DecimalValue): DecimalValue {
    const scale = Math.max(this.scale, other.scale);
    return new DecimalValue(this.unscaledAt(scale) + other.unscaledAt(scale), scale);
  }

  subtract(other: DecimalValue): DecimalValue {
    const scale = Math.max(this.scale, other.scale);
    return new DecimalValue(this.unscaledAt(scale) - other.unscaledAt(scale), scale);
  }

  multiply(other: DecimalValue): DecimalValue {
    return new DecimalValue(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /**
   * The quotient as the `/` operator gives it: exact when it has few enough digits (then with no fewer decimals than the operands
   * ask for), else rounded to 34 significant digits.
   *
   * @throws RangeError when the divisor is zero.
   */
  divide(divisor: DecimalValue): DecimalValue {
    if (divisor.unscaled === 0n) {
      throw new RangeError('Divide by 0');
    }
    const preferred = this.scale - divisor.scale;
    if (this.unscaled === 0n) {
      return new DecimalValue(0n, Math.max(preferred, 0));
    }
    const shift = Math.max(0, DIVISION_PRECISION + 1 + divisor.precision - this.precision);
    const numerator = this.unscaled * 10n ** BigInt(shift);
    const exact = numerator % divisor.unscaled === 0n;
    // A sticky digit keeps the second rounding honest when this first quotient was cut off.
    const quotient = exact
      ? numerator / divisor.unscaled
      : (numerator / divisor.unscaled) * 10n + BigInt(signOf(numerator, divisor.unscaled));
    const full = new DecimalValue(quotient, preferred + shift + (exact ? 0 : 1));
    return full.roundToPrecision(DIVISION_PRECISION, 'HALF_UP').stripZeros(Math.max(preferred, 0));
  }

  /** The quotient with exactly `scale` decimals. */
  divideToScale(divisor: DecimalValue, scale: number, mode: RoundingMode = 'HALF_UP'): DecimalValue {
    if (divisor.unscaled === 0n) {
      throw new RangeError('Divide by 0');
    }
    const shift = scale + divisor.scale - this.scale;
    const numerator = shift > 0 ? this.unscaled * 10n ** BigInt(shift) : this.unscaled;
    const denominator = shift < 0 ? divisor.unscaled * 10n ** BigInt(-shift) : divisor.unscaled;
    return new DecimalValue(divideRounded(numerator, denominator, mode), scale);
  }

  /** The remainder of a division cut off at the point; it has the sign of the dividend. */
  remainder(divisor: DecimalValue): DecimalValue {
    if (divisor.unscaled === 0n) {
      throw new RangeError('Divide by 0');
    }
    const scale = Math.max(this.scale, divisor.scale);
    return new DecimalValue(this.unscaledAt(scale) % divisor.unscaledAt(scale), scale);
  }

  negate(): DecimalValue {
    return new DecimalValue(-this.unscaled, this.scale);
  }

  abs(): DecimalValue {
    return this.unscaled < 0n ? this.negate() : this;
  }

  pow(exponent: number): DecimalValue {
    return new DecimalValue(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  /** The same number with `scale` decimals, rounded where digits are lost. */
  setScale(scale: number, mode: RoundingMode = 'HALF_UP'): DecimalValue {
    if (scale >= this.scale) {
      return scale === this.scale ? this : new DecimalValue(this.unscaledAt(scale), scale);
    }
    return new DecimalValue(divideRounded(this.unscaled, 10n ** BigInt(this.scale - scale), mode), scale);
  }

  /** Drops trailing zeros behind the point, down to `minimumScale`; without it also zeros before the point (`100` becomes `1E+2`). */
  stripZeros(minimumScale = Number.NEGATIVE_INFINITY): DecimalValue {
    if (this.unscaled === 0n) {
      return new DecimalValue(0n, Math.max(0, minimumScale));
    }
    let { unscaled, scale } = this;
    while (scale > minimumScale && unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale -= 1;
    }
    return new DecimalValue(unscaled, scale);
  }

  roundToPrecision(precision: number, mode: RoundingMode): DecimalValue {
    const surplus = this.precision - precision;
    if (surplus <= 0) {
      return this;
    }
    const rounded = this.setScale(this.scale - surplus, mode);
    return rounded.precision > precision ? rounded.setScale(rounded.scale - 1, mode) : rounded;
  }

  /** The whole part, cut off towards zero. */
  toBigInt(): bigint {
    return this.scale <= 0 ? this.unscaledAt(0) : this.unscaled / 10n ** BigInt(this.scale);
  }

  toNumber(): number {
    return Number(this.toString());
  }

  compare(other: DecimalValue): number {
    const scale = Math.max(this.scale, other.scale);
    const left = this.unscaledAt(scale);
    const right = other.unscaledAt(scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: DecimalValue): boolean {
    return this.compare(other) === 0;
  }

  /** As the platform prints it: plain, or `1E-7` when the exponent is beyond -6 or the scale is negative. */
  toString(): string {
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString();
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) {
      return this.toPlainString();
    }
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${this.unscaled < 0n ? '-' : ''}${mantissa}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
  }

  /** Without an exponent, whatever the scale. */
  toPlainString(): string {
    const sign = this.unscaled < 0n ? '-' : '';
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString();
    if (this.scale <= 0) {
      return sign + (this.unscaled === 0n ? '0' : digits + '0'.repeat(-this.scale));
    }
    const padded = digits.padStart(this.scale + 1, '0');
    return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`;
  }

  private unscaledAt(scale: number): bigint {
    return scale === this.scale ? this.unscaled : this.unscaled * 10n ** BigInt(scale - this.scale);
  }
}

function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

function signOf(numerator: bigint, denominator: bigint): number {
  return numerator < 0n === denominator < 0n ? 1 : -1;
}
