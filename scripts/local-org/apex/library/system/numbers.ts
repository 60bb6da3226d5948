import { DecimalValue } from '../../../data/values/decimal.ts';
import { DoubleValue } from '../../../data/values/double.ts';
import type { RoundingMode } from '../../../data/values/rounding.ts';
import { RoundingNecessary, ROUNDING_MODES } from '../../../data/values/rounding.ts';
import { EnumConstant } from '../../runtime/enum.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { typeNameOf } from '../../runtime/instance-of.ts';
import { decimalOf, doubleOf, integerOf, isNumeric, longOf } from '../../runtime/numbers.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';
import { runningUser } from '../running-user.ts';

const INTEGER_MAX = 2n ** 31n;
const LONG_MAX = 2n ** 63n;

const formatters = new Map<string, Intl.NumberFormat>();

/** Groups digits as the running user's locale does. */
function formatted(value: number | bigint | string): string {
  const { locale } = runningUser();
  let formatter = formatters.get(locale);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale.replace(/_/g, '-'), { maximumFractionDigits: 3 });
    formatters.set(locale, formatter);
  }
  return formatter.format(value as number);
}

function parseWhole(text: string, kind: 'integer' | 'long'): bigint {
  const limit = kind === 'integer' ? INTEGER_MAX : LONG_MAX;
  const trimmed = text.trim();
  const value = /^[+-]?\d+$/.test(trimmed) ? BigInt(trimmed.replace('+', '')) : undefined;
  if (value === undefined || value >= limit || value < -limit) {
    return raise('System.TypeException', `Invalid ${kind}: ${text}`);
  }
  return value;
}

function rounded(value: DecimalValue, scale: number, mode: RoundingMode): DecimalValue {
  try {
    return value.setScale(scale, mode);
  } catch (error) {
    if (error instanceof RoundingNecessary) {
      return raise('System.MathException', error.message);
    }
    throw error;
  }
}

function modeOf(mode: unknown): RoundingMode {
  return mode instanceof EnumConstant ? (mode.name as RoundingMode) : raise('System.MathException', 'Invalid rounding mode');
}

/** `System.Integer`. */
export const integerClass: LibraryClass = {
  name: 'System.Integer',
  isInstance: (value) => typeof value === 'number',
  members: {
    'String format()': (self: number) => formatted(self),
    'static Integer valueOf(Object value)': (value: unknown) => {
      if (value === null) {
        return null;
      }
      return isNumeric(value) ? integerOf(value) : Number(parseWhole(String(value), 'integer'));
    },
    'static Integer valueOf(String text)': (text: string | null) =>
      Number(parseWhole(text ?? raiseNull('Argument 1 cannot be null'), 'integer')),
  },
};

/** `System.Long`. */
export const longClass: LibraryClass = {
  name: 'System.Long',
  isInstance: (value) => typeof value === 'bigint' || typeof value === 'number',
  members: refusingNull({
    'String format()': (self: bigint) => formatted(self),
    'Integer intValue()': integerOf,
    'static Long valueOf(String text)': (text: string) => parseWhole(text, 'long'),
  }),
};

/** `System.Double`. */
export const doubleClass: LibraryClass = {
  name: 'System.Double',
  isInstance: (value) => isNumeric(value),
  members: {
    'String format()': (self: DoubleValue) => formatted(self.value),
    'Integer intValue()': integerOf,
    'Long longValue()': longOf,
    'Long round()': (self: DoubleValue) => rounded(decimalOf(self), 0, 'HALF_EVEN').toBigInt(),
    'static Double valueOf(Object value)': (value: unknown) => {
      if (value === null) {
        return null;
      }
      return isNumeric(value) ? doubleOf(value) : parseDouble(String(value));
    },
    'static Double valueOf(String text)': (text: string | null) => parseDouble(text ?? raiseNull('Argument 1 cannot be null')),
  },
};

function parseDouble(text: string): DoubleValue {
  try {
    return DoubleValue.parse(text);
  } catch (error) {
    return error instanceof SyntaxError
      ? raise('System.TypeException', `Invalid double: ${text}`)
      : raise('System.TypeException', String(error));
  }
}

/** `System.Decimal`. */
export const decimalClass: LibraryClass = {
  name: 'System.Decimal',
  isInstance: (value) => isNumeric(value),
  members: refusingNull({
    'Decimal abs()': (self: DecimalValue) => self.abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (self: DecimalValue, divisor: DecimalValue, scale: number) =>
      dividedTo(self, divisor, scale, 'HALF_EVEN'),
    'Decimal divide(Decimal divisor, Integer scale, Object roundingMode)': (
      self: DecimalValue,
      divisor: DecimalValue,
      scale: number,
      mode: unknown,
    ) => dividedTo(self, divisor, scale, modeOf(mode)),
    'Double doubleValue()': doubleOf,
    'String format()': (self: DecimalValue) => formatted(self.toPlainString()),
    'Integer intValue()': integerOf,
    'Long longValue()': longOf,
    'Decimal pow(Integer exponent)': (self: DecimalValue, exponent: number) =>
      exponent < 0 || exponent > 32767 ? raise('System.MathException', 'Invalid exponent') : self.pow(exponent),
    'Integer precision()': (self: DecimalValue) => self.precision,
    'Long round()': (self: DecimalValue) => self.setScale(0, 'HALF_EVEN').toBigInt(),
    'Long round(System.RoundingMode mode)': (self: DecimalValue, mode: unknown) => rounded(self, 0, modeOf(mode)).toBigInt(),
    'Integer scale()': (self: DecimalValue) => self.scale,
    'Decimal setScale(Integer scale)': (self: DecimalValue, scale: number) => self.setScale(scale, 'HALF_EVEN'),
    'Decimal setScale(Integer scale, System.RoundingMode mode)': (self: DecimalValue, scale: number, mode: unknown) =>
      rounded(self, scale, modeOf(mode)),
    'Decimal stripTrailingZeros()': (self: DecimalValue) => self.stripZeros(),
    'String toPlainString()': (self: DecimalValue) => self.toPlainString(),
    'static Decimal valueOf(Double value)': decimalOf,
    'static Decimal valueOf(Long value)': decimalOf,
    'static Decimal valueOf(String text)': (text: string) =>
      DecimalValue.tryParse(text.trim()) ?? raise('System.TypeException', `Invalid decimal: ${text}`),
  }),
};

function dividedTo(value: DecimalValue, divisor: DecimalValue, scale: number, mode: RoundingMode): DecimalValue {
  if (divisor.sign === 0) {
    raise('System.MathException', 'Divide by 0');
  }
  try {
    return value.divideToScale(divisor, scale, mode);
  } catch (error) {
    if (error instanceof RoundingNecessary) {
      return raise('System.MathException', error.message);
    }
    throw error;
  }
}

/** `System.Boolean`. */
export const booleanClass: LibraryClass = {
  name: 'System.Boolean',
  isInstance: (value) => typeof value === 'boolean',
  members: {
    'static Boolean valueOf(Object value)': (value: unknown) => {
      if (typeof value === 'boolean') {
        return value;
      }
      if (typeof value === 'string') {
        return value.toLowerCase() === 'true';
      }
      return value === null
        ? raiseNull('Argument 1 cannot be null')
        : raise('System.TypeException', `Invalid conversion from runtime type ${typeNameOf(value)} to Boolean`);
    },
  },
};

/** `System.RoundingMode`. */
export const roundingModeEnum: LibraryClass = { name: 'System.RoundingMode', kind: 'enum', values: ROUNDING_MODES, members: {} };
