import { ofFloat, plainNumber } from '../values/numeric.ts';
import type { Numeric } from '../values/numeric.ts';
import type { Body, FunctionModule } from './declaration.ts';

const float =
  (operation: (value: number) => number): Body =>
  (value: Numeric) => {
    const result = operation(plainNumber(value));
    return Number.isNaN(result) ? null : ofFloat(result);
  };

/** The module `dw::util::Math`. */
export const math: FunctionModule = {
  name: 'dw::util::Math',
  functions: {
    'acos(number: Number)': float(Math.acos),
    'asin(number: Number)': float(Math.asin),
    'atan(number: Number)': float(Math.atan),
    'cos(number: Number)': float(Math.cos),
    'sin(number: Number)': float(Math.sin),
    'tan(number: Number)': float(Math.tan),
    'log10(number: Number)': float((value) => (value > 0 ? Math.log10(value) : Number.NaN)),
    'logn(number: Number)': float((value) => (value > 0 ? Math.log(value) : Number.NaN)),
    'toDegrees(number: Number)': float((value) => (value * 180) / Math.PI),
    'toRadians(number: Number)': float((value) => (value * Math.PI) / 180),
  },
  constants: { E: ofFloat(Math.E), PI: ofFloat(Math.PI) },
};
