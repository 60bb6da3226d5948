import { randomUUID } from 'node:crypto';
import { currentExecution } from '../evaluate/execution.ts';
import { formatOf } from '../formats/table.ts';
import { wholeNumber } from '../values/coerce.ts';
import { kindOf } from '../values/kinds.ts';
import { compareNumerics, decimalOf, isWhole, modulo, negate, ofFloat, plainNumber, simplify } from '../values/numeric.ts';
import type { Numeric } from '../values/numeric.ts';
import { ObjectValue, plain } from '../values/object.ts';
import { TypeValue } from '../values/special.ts';
import type { FunctionValue } from '../values/special.ts';
import { TemporalValue, ZoneValue } from '../values/temporal.ts';
import { textOf } from '../values/text.ts';
import type { Body } from './declaration.ts';

function rounded(value: Numeric, mode: 'HALF_UP' | 'FLOOR' | 'CEILING'): Numeric {
  return simplify(decimalOf(value).setScale(0, mode));
}

function power(base: Numeric, exponent: Numeric): Numeric {
  return typeof exponent === 'number' && exponent >= 0 && exponent < 1000
    ? simplify(decimalOf(base).pow(exponent))
    : ofFloat(plainNumber(base) ** plainNumber(exponent));
}

function typeOf(value: unknown): TypeValue | null {
  const name = kindOf(value);
  return new TypeValue({ kind: 'named', name, typeArguments: [], schema: [], from: 0, to: 0 }, name);
}

function size(value: unknown): number {
  return value instanceof ObjectValue ? value.entries.length : Array.isArray(value) ? value.length : String(value).length;
}

function log(prefix: string | undefined, value: unknown): unknown {
  const text = formatOf('application/dw').write(value, {});
  currentExecution().log(prefix === undefined || prefix === '' ? text : `${prefix} - ${text}`);
  return value;
}

function optionsOf(options: ObjectValue | undefined): Record<string, unknown> {
  return Object.fromEntries((options?.entries ?? []).map(({ key, value }) => [key.name, plain(value)]));
}

function days(from: TemporalValue, to: TemporalValue): number {
  return from.zone && to.zone ? Math.trunc((to.epochSecond - from.epochSecond) / 86_400) : (to.day ?? 0) - (from.day ?? 0);
}

const isLeap = ({ date }: TemporalValue): boolean => date.isLeapYear;

/** What `dw::Core` does with numbers, dates and everything. */
export const coreValues: Readonly<Record<string, Body>> = {
  'abs(number: Number)': (number: Numeric) => (compareNumerics(number, 0) < 0 ? negate(number) : number),
  'ceil(number: Number)': (number: Numeric) => rounded(number, 'CEILING'),
  'floor(number: Number)': (number: Numeric) => rounded(number, 'FLOOR'),
  'round(number: Number)': (number: Numeric) => rounded(number, 'HALF_UP'),
  'mod(dividend: Number, divisor: Number)': modulo,
  'pow(base: Number, exponent: Number)': power,
  'sqrt(number: Number)': (number: Numeric) => ofFloat(Math.sqrt(plainNumber(number))),
  'isDecimal(number: Number)': (number: Numeric) => !isWhole(number),
  'isInteger(number: Number)': isWhole,
  'isEven(number: Number)': (number: Numeric) => compareNumerics(modulo(number, 2), 0) === 0,
  'isOdd(number: Number)': (number: Numeric) => compareNumerics(modulo(number, 2), 0) !== 0,
  'random()': () => ofFloat(Math.random()),
  'randomInt(limit: Number)': (limit: unknown) => Math.floor(Math.random() * wholeNumber(limit)),
  'uuid()': () => randomUUID(),
  'now()': () => TemporalValue.ofMilliseconds(currentExecution().now(), new ZoneValue('Z')),
  'daysBetween(from: Date, to: Date)': days,
  'daysBetween(from: DateTime, to: DateTime)': days,
  'daysBetween(from: LocalDateTime, to: LocalDateTime)': days,
  'isLeapYear(date: Date)': isLeap,
  'isLeapYear(dateTime: DateTime)': isLeap,
  'isLeapYear(dateTime: LocalDateTime)': isLeap,
  'sizeOf(items: Array)': size,
  'sizeOf(object: Object)': size,
  'sizeOf(binary: Binary)': (binary: Uint8Array) => binary.length,
  'sizeOf(text: String)': size,
  'sizeOf(value: Null)': () => 0,
  'isEmpty(items: Array)': (items: unknown) => size(items) === 0,
  'isEmpty(object: Object)': (object: unknown) => size(object) === 0,
  'isEmpty(text: String)': (text: string) => text === '',
  'isEmpty(value: Null)': () => true,
  'isBlank(text: String)': (text: string) => text.trim() === '',
  'isBlank(value: Null)': () => true,
  'typeOf(value: Any)': typeOf,
  'log(value: Any)': (value: unknown) => log(undefined, value),
  'log(prefix: String, value: Any)': log,
  'onNull(value: Null, callback: Function)': (_value: null, callback: FunctionValue) => callback.call(),
  'onNull(value: Any, callback: Function)': (value: unknown) => value,
  'then(value: Null, callback: Function)': () => null,
  'then(value: Any, callback: Function)': (value: unknown, callback: FunctionValue) => callback.call(value),
  'read(text: Any, format?: String, options?: Object)': (text: unknown, format: string = 'application/dw', options?: ObjectValue) =>
    formatOf(format).read(textOf(text) ?? '', optionsOf(options)),
  'write(value: Any, format?: String, options?: Object)': (value: unknown, format: string = 'application/dw', options?: ObjectValue) =>
    formatOf(format).write(value, optionsOf(options)),
};
