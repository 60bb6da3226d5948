import { JsonNumber, readJson as readApexJson } from '../../library/system/json-reader.ts';
import type { JsonValue } from '../../library/system/json-reader.ts';
import { ApexException } from '../../runtime/exception.ts';
import { DataWeaveError } from '../values/failure.ts';
import { describeValue } from '../values/describe.ts';
import { isNumeric, numericText, parseNumeric } from '../values/numeric.ts';
import { Key, ObjectValue, plain } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import { textOf } from '../values/text.ts';
import { flag, skipsNull, STREAMING_OPTIONS } from './format.ts';
import type { Format, FormatOptions } from './format.ts';

/** Reads JSON; numbers keep their digits. @throws DataWeaveError that says where the text is none. */
export function readJson(text: string): unknown {
  try {
    return ofJson(readApexJson(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof ApexException) {
      throw new DataWeaveError(`Unable to read the text as JSON: ${error.apexMessage}`, 'ReaderException', { cause: error });
    }
    throw error;
  }
}

function ofJson(value: JsonValue): unknown {
  if (value instanceof JsonNumber) {
    return parseNumeric(value.text);
  }
  if (value instanceof Map) {
    return new ObjectValue(Array.from(value, ([name, member]) => ({ key: new Key(name), value: ofJson(member) })));
  }
  return Array.isArray(value) ? (value as readonly JsonValue[]).map(ofJson) : value;
}

/** Writes JSON as the engine does: two spaces a level, and an empty line in what is empty. */
export function writeJson(source: unknown, options: FormatOptions, level = 0): string {
  const value = plain(source) ?? null;
  if (Array.isArray(value)) {
    const items = value.filter((item) => !skipsNull(options, 'arrays') || (plain(item) ?? null) !== null);
    return enclose(
      '[',
      ']',
      items.map((item) => writeJson(item, options, level + 1)),
      options,
      level,
    );
  }
  if (value instanceof ObjectValue) {
    return enclose('{', '}', members(value, options, level), options, level);
  }
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (isNumeric(value)) {
    return numericText(value);
  }
  const text = textOf(value);
  if (text === undefined) {
    throw new DataWeaveError(`Cannot write ${describeValue(value)} as JSON`, 'WriterException');
  }
  return quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

function members(object: ObjectValue, options: FormatOptions, level: number): string[] {
  const kept = object.entries.filter(({ value }) => !skipsNull(options, 'objects') || (plain(value) ?? null) !== null);
  const written = flag(options, 'duplicateKeyAsArray', false) ? gathered(kept) : kept;
  const colon = flag(options, 'indent', true) ? ': ' : ':';
  return written.map(
    ({ key, value }) =>
      `${quoted(key.name)}${colon}${writeJson(flag(options, 'writeAttributes', false) ? withAttributes(key, value) : value, options, level + 1)}`,
  );
}

/** Entries of one name become one, with an array of their values. */
function gathered(entries: readonly EntryValue[]): EntryValue[] {
  return [...Map.groupBy(entries, ({ key }) => key.name).values()].map((same) => {
    const [first] = same as [EntryValue];
    return same.length === 1 ? first : { key: first.key, value: same.map(({ value }) => value) };
  });
}

/** Attributes of a key as entries of its value, their names after an `@`. */
function withAttributes({ attributes }: Key, source: unknown): unknown {
  if (!attributes) {
    return source;
  }
  const value = plain(source);
  const own = attributes.entries.map((entry) => ({ key: new Key(`@${entry.key.name}`), value: entry.value }));
  return new ObjectValue([...own, ...(value instanceof ObjectValue ? value.entries : [{ key: new Key('__text'), value }])]);
}

function enclose(open: string, close: string, parts: readonly string[], options: FormatOptions, level: number): string {
  if (!flag(options, 'indent', true)) {
    return `${open}${parts.join(',')}${close}`;
  }
  const inner = `\n${'  '.repeat(level + 1)}`;
  return `${open}${inner}${parts.join(`,${inner}`)}\n${'  '.repeat(level)}${close}`;
}

/** `application/json`. */
export const json: Format = {
  readerOptions: STREAMING_OPTIONS,
  writerOptions: [...STREAMING_OPTIONS, 'indent', 'skipNullOn', 'writeAttributes', 'duplicateKeyAsArray'],
  read: readJson,
  write: (value, options) => writeJson(value, options),
};
