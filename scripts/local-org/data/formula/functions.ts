import type { Value } from '../record.ts';
import { LocationValue } from '../values/compound.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { RoundingMode } from '../values/rounding.ts';
import { compare, isBlank, toNumber } from './arithmetic.ts';
import { fixed, text, whole } from './formula-function.ts';
import type { FormulaFunction } from './formula-function.ts';
import { TIME_FUNCTIONS } from './time-functions.ts';

function ofNumber(apply: (number: DecimalValue) => DecimalValue): FormulaFunction {
  return fixed(1, ([input]) => {
    const number = toNumber(input ?? null);
    return number === null ? null : apply(number);
  });
}

function ofFloat(apply: (number: number) => number): FormulaFunction {
  return ofNumber((number) => DecimalValue.of(apply(number.toNumber())));
}

function rounding(mode: RoundingMode): FormulaFunction {
  return fixed(2, (inputs) => toNumber(inputs[0] ?? null)?.setScale(whole(inputs, 1), mode) ?? null);
}

function extreme(sign: 1 | -1): FormulaFunction {
  return {
    least: 1,
    apply: (inputs) =>
      inputs.reduce((best, input) => {
        if (best === null || input === null) {
          return null;
        }
        return compare(input, best) * sign > 0 ? input : best;
      }),
  };
}

function padded(atStart: boolean): FormulaFunction {
  return {
    least: 2,
    most: 3,
    apply: (inputs) => {
      const value = text(inputs, 0);
      const length = whole(inputs, 1);
      const filler = inputs.length > 2 ? text(inputs, 2) : ' ';
      return atStart ? value.slice(0, length).padStart(length, filler) : value.slice(0, length).padEnd(length, filler);
    },
  };
}

function degrees(value: Value | undefined): number | null {
  return toNumber(value ?? null)?.toNumber() ?? null;
}

/** An input as it stands in an attribute of HTML. */
function attribute(inputs: readonly Value[], index: number): string {
  return text(inputs, index).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** The functions of the formula language by name, but for those that need the record or leave inputs unevaluated (see `compile.ts`). */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  ISBLANK: fixed(1, ([input]) => isBlank(input ?? null)),
  ISNULL: fixed(1, ([input]) => isBlank(input ?? null)),
  BLANKVALUE: fixed(2, ([input, substitute]) => (isBlank(input ?? null) ? (substitute ?? null) : (input ?? null))),
  NULLVALUE: fixed(2, ([input, substitute]) => (isBlank(input ?? null) ? (substitute ?? null) : (input ?? null))),
  ISPICKVAL: fixed(2, (inputs) => text(inputs, 0) === text(inputs, 1)),
  INCLUDES: fixed(2, (inputs) => text(inputs, 0).split(';').includes(text(inputs, 1))),
  ISNUMBER: fixed(1, (inputs) => DecimalValue.tryParse(text(inputs, 0).trim()) !== undefined),

  TEXT: fixed(1, (inputs) => text(inputs, 0)),
  VALUE: fixed(1, (inputs) => DecimalValue.tryParse(text(inputs, 0).trim()) ?? null),
  LEN: fixed(1, (inputs) => DecimalValue.of(text(inputs, 0).length)),
  LEFT: fixed(2, (inputs) => text(inputs, 0).slice(0, Math.max(whole(inputs, 1), 0))),
  RIGHT: fixed(2, (inputs) => (whole(inputs, 1) > 0 ? text(inputs, 0).slice(-whole(inputs, 1)) : '')),
  MID: fixed(3, (inputs) => text(inputs, 0).slice(Math.max(whole(inputs, 1), 1) - 1, Math.max(whole(inputs, 1), 1) - 1 + whole(inputs, 2))),
  LOWER: { least: 1, most: 2, apply: (inputs) => text(inputs, 0).toLowerCase() },
  UPPER: { least: 1, most: 2, apply: (inputs) => text(inputs, 0).toUpperCase() },
  INITCAP: fixed(1, (inputs) =>
    text(inputs, 0)
      .toLowerCase()
      .replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  REVERSE: fixed(1, (inputs) => Array.from(text(inputs, 0)).reverse().join('')),
  ASCII: fixed(1, (inputs) => (text(inputs, 0) === '' ? null : DecimalValue.of(text(inputs, 0).charCodeAt(0)))),
  CHR: fixed(1, (inputs) => String.fromCharCode(whole(inputs, 0))),
  TRIM: fixed(1, (inputs) => text(inputs, 0).trim()),
  CONTAINS: fixed(2, (inputs) => text(inputs, 0).includes(text(inputs, 1))),
  BEGINS: fixed(2, (inputs) => text(inputs, 0).startsWith(text(inputs, 1))),
  FIND: {
    least: 2,
    most: 3,
    apply: (inputs) => DecimalValue.of(text(inputs, 1).indexOf(text(inputs, 0), Math.max(whole(inputs, 2), 1) - 1) + 1),
  },
  SUBSTITUTE: fixed(3, (inputs) => text(inputs, 0).replaceAll(text(inputs, 1), text(inputs, 2))),
  REGEX: fixed(2, (inputs) => new RegExp(`^(?:${text(inputs, 1)})$`, 'u').test(text(inputs, 0))),
  LPAD: padded(true),
  RPAD: padded(false),
  BR: fixed(0, () => '\n'),
  HYPERLINK: {
    least: 2,
    most: 3,
    apply: (inputs) =>
      `<a href="${attribute(inputs, 0)}" target="${inputs.length > 2 ? attribute(inputs, 2) : '_blank'}">${text(inputs, 1)}</a>`,
  },
  IMAGE: {
    least: 2,
    most: 4,
    apply: (inputs) => {
      const size = inputs.length > 3 ? ` style="height:${whole(inputs, 2)}px; width:${whole(inputs, 3)}px;"` : '';
      return `<img src="${attribute(inputs, 0)}" alt="${attribute(inputs, 1)}"${size} border="0"/>`;
    },
  },

  ABS: ofNumber((number) => number.abs()),
  ROUND: rounding('HALF_UP'),
  FLOOR: ofNumber((number) => number.setScale(0, number.sign < 0 ? 'UP' : 'DOWN')),
  CEILING: ofNumber((number) => number.setScale(0, number.sign < 0 ? 'DOWN' : 'UP')),
  MFLOOR: ofNumber((number) => number.setScale(0, 'FLOOR')),
  MCEILING: ofNumber((number) => number.setScale(0, 'CEILING')),
  TRUNC: {
    least: 1,
    most: 2,
    apply: (inputs) => toNumber(inputs[0] ?? null)?.setScale(whole(inputs, 1), 'DOWN') ?? null,
  },
  GEOLOCATION: fixed(2, ([latitude, longitude]) => new LocationValue(degrees(latitude), degrees(longitude))),
  DISTANCE: fixed(3, (inputs) => {
    const [from, to] = inputs;
    const distance = from instanceof LocationValue && to instanceof LocationValue ? from.distanceTo(to, text(inputs, 2)) : null;
    return distance === null ? null : DecimalValue.of(distance);
  }),
  PI: fixed(0, () => DecimalValue.of(Math.PI)),
  SIN: ofFloat(Math.sin),
  COS: ofFloat(Math.cos),
  TAN: ofFloat(Math.tan),
  ASIN: ofFloat(Math.asin),
  ACOS: ofFloat(Math.acos),
  ATAN: ofFloat(Math.atan),
  SQRT: ofFloat(Math.sqrt),
  EXP: ofFloat(Math.exp),
  LN: ofFloat(Math.log),
  LOG: ofFloat(Math.log10),
  MIN: extreme(-1),
  MAX: extreme(1),
  MOD: fixed(2, ([dividend, divisor]) => {
    const [left, right] = [toNumber(dividend ?? null), toNumber(divisor ?? null)];
    if (left === null || right === null || right.sign === 0) {
      return null;
    }
    const remainder = left.remainder(right);
    return remainder.sign !== 0 && remainder.sign !== right.sign ? remainder.add(right) : remainder;
  }),
  CASESAFEID: fixed(1, (inputs) => text(inputs, 0)),
  // Records are read without a session here, as asynchronous code reads them on the platform: there it is blank, too.
  GETSESSIONID: fixed(0, () => null),
  ...TIME_FUNCTIONS,
};
