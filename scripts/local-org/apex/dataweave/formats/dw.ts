import { evaluate } from '../evaluate/evaluate.ts';
import { Scope } from '../evaluate/scope.ts';
import { parseScript } from '../read/parse.ts';
import { ScriptError } from '../read/script-error.ts';
import { DataWeaveError } from '../values/failure.ts';
import { isNumeric, numericText } from '../values/numeric.ts';
import { ObjectValue, plain } from '../values/object.ts';
import type { Key, Properties } from '../values/object.ts';
import { PeriodValue } from '../values/period.ts';
import { FunctionValue, RegexValue } from '../values/special.ts';
import { TemporalValue, ZoneValue } from '../values/temporal.ts';
import { textOf } from '../values/text.ts';
import { flag, STREAMING_OPTIONS } from './format.ts';
import type { Format, FormatOptions } from './format.ts';

function write(source: unknown, options: FormatOptions, level: number): string {
  const value = plain(source) ?? null;
  if (Array.isArray(value)) {
    return enclose(
      '[',
      ']',
      value.map((item) => write(item, options, level + 1)),
      options,
      level,
    );
  }
  if (value instanceof ObjectValue) {
    const entries = value.entries.map(({ key, value: content }) => `${writeKey(key)}: ${write(content, options, level + 1)}`);
    return enclose('{', '}', entries, options, level) + writeProperties('Object', value.properties);
  }
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (isNumeric(value)) {
    return numericText(value);
  }
  if (value instanceof TemporalValue) {
    return `|${value.with(undefined).toString()}|${writeProperties(value.type, value.properties)}`;
  }
  if (value instanceof PeriodValue || value instanceof ZoneValue) {
    return `|${textOf(value) ?? ''}|`;
  }
  if (value instanceof Uint8Array) {
    return `"${Buffer.from(value).toString('base64')}" as Binary {base: "64"}`;
  }
  if (value instanceof RegexValue) {
    return `/${value.source}/`;
  }
  return value instanceof FunctionValue ? '(...) -> ???' : JSON.stringify(textOf(value) ?? '').replaceAll('$', '\\$');
}

function writeProperties(type: string, properties: Properties | undefined): string {
  const written = Object.entries(properties ?? {}).map(([name, value]) => `${name}: ${write(value, { indent: false }, 0)}`);
  return written.length === 0 ? '' : ` as ${type} {${written.join(',')}}`;
}

function writeKey({ name, namespace, attributes }: Key): string {
  const prefix = namespace ? `${namespace.prefix}#` : '';
  const own = (attributes?.entries ?? []).map(({ key, value }) => `${writeName(key.name)}: ${write(value, { indent: false }, 0)}`);
  return `${prefix}${writeName(name)}${own.length === 0 ? '' : ` @(${own.join(',')})`}`;
}

function writeName(name: string): string {
  return /^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

function enclose(open: string, close: string, parts: readonly string[], options: FormatOptions, level: number): string {
  if (parts.length === 0 || !flag(options, 'indent', true)) {
    return `${open}${parts.join(', ')}${close}`;
  }
  const inner = `\n${'  '.repeat(level + 1)}`;
  return `${open}${inner}${parts.join(`,${inner}`)}\n${'  '.repeat(level)}${close}`;
}

/** Values only: a text of this format may name nothing. */
function read(text: string): unknown {
  try {
    return evaluate(parseScript(text).body, new Scope());
  } catch (error) {
    if (error instanceof ScriptError) {
      throw new DataWeaveError(error.message, 'ReaderException', { cause: error });
    }
    throw error;
  }
}

/** `application/dw`: values as a script writes them. */
export const dw: Format = {
  readerOptions: STREAMING_OPTIONS,
  writerOptions: [...STREAMING_OPTIONS, 'indent', 'ignoreSchema', 'onlyData'],
  read,
  write: (value, options) => write(value, options, 0),
};
