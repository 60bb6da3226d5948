import { wholeNumber } from '../values/coerce.ts';
import { DataWeaveError } from '../values/failure.ts';
import { decimalOf, simplify } from '../values/numeric.ts';
import type { Numeric } from '../values/numeric.ts';
import { DecimalValue } from '../../../data/values/decimal.ts';
import type { FunctionModule } from './declaration.ts';
import { passingNull } from './null-overloads.ts';

function read(text: string, radix: number): Numeric {
  const negative = text.startsWith('-');
  const value = [...(negative ? text.slice(1) : text)].reduce((sum, digit) => {
    const number = Number.parseInt(digit, radix);
    if (Number.isNaN(number)) {
      throw new DataWeaveError(`The text "${text}" is no number of radix ${radix}`);
    }
    return sum * BigInt(radix) + BigInt(number);
  }, 0n);
  return simplify(new DecimalValue(negative ? -value : value, 0));
}

function write(value: Numeric, radix: number): string {
  return decimalOf(value).toBigInt().toString(radix);
}

/** The module `dw::core::Numbers`. */
export const numbers: FunctionModule = {
  name: 'dw::core::Numbers',
  functions: passingNull({
    'fromBinary(text: String)': (text: string) => read(text, 2),
    'fromHex(text: String)': (text: string) => read(text, 16),
    'fromRadixNumber(text: String, radix: Number)': (text: string, radix: unknown) => read(text, wholeNumber(radix)),
    'toBinary(number: Number)': (number: Numeric) => write(number, 2),
    'toHex(number: Number)': (number: Numeric) => write(number, 16),
    'toRadixNumber(number: Number, radix: Number)': (number: Numeric, radix: unknown) => write(number, wholeNumber(radix)),
  }),
};
