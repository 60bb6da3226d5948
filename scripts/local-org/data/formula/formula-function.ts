import type { Value } from '../record.ts';
import { toNumber, toText } from './arithmetic.ts';

/** A function whose inputs are all evaluated before it runs. `most` is absent where any number of inputs is taken. */
export interface FormulaFunction {
  readonly least: number;
  readonly most?: number;
  readonly apply: (inputs: readonly Value[]) => Value;
}

/** An input as text; blank is the empty text. */
export const text = (inputs: readonly Value[], index: number): string => toText(inputs[index] ?? null);
/** An input as a whole number; blank is 0. */
export const whole = (inputs: readonly Value[], index: number): number => Math.trunc(toNumber(inputs[index] ?? null)?.toNumber() ?? 0);

/** A function of exactly so many inputs. */
export function fixed(count: number, apply: FormulaFunction['apply']): FormulaFunction {
  return { least: count, most: count, apply };
}
