/**
 * An Apex `Double`: a 64-bit floating point number. It has a class of its own because an Apex `Integer` is a plain JavaScript number,
 * and the two print and divide differently. Immutable.
 */
export class DoubleValue {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  static of(value: number): DoubleValue {
    return new DoubleValue(value);
  }

  /**
   * Reads `1.5` or `-2e10`.
   *
   * @throws SyntaxError when the text is not a number.
   */
  static parse(text: string): DoubleValue {
    const trimmed = text.trim();
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) {
      throw new SyntaxError(`Invalid double: ${text}`);
    }
    return new DoubleValue(Number(trimmed));
  }

  compare(other: DoubleValue): number {
    return this.value < other.value ? -1 : this.value > other.value ? 1 : 0;
  }

  equals(other: DoubleValue): boolean {
    return this.value === other.value;
  }

  /** As the platform prints it: at least one decimal, `1.0E7` from ten million up and below a thousandth. */
  toString(): string {
    const { value } = this;
    if (!Number.isFinite(value)) {
      return String(value);
    }
    if (value === 0) {
      return Object.is(value, -0) ? '-0.0' : '0.0';
    }
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e7) {
      return Number.isInteger(value) ? `${value}.0` : String(value);
    }
    const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
}
