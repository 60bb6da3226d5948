import { DataWeaveError } from '../values/failure.ts';
import { describeValue } from '../values/describe.ts';
import { isNumeric, numericText, parseNumeric } from '../values/numeric.ts';
import { Key, ObjectValue, plain } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import { textOf } from '../values/text.ts';
import { flag, skipsNull, STREAMING_OPTIONS } from './format.ts';
import type { Format, FormatOptions } from './format.ts';

/** Reads JSON; names that come twice stay, and numbers keep their digits. */
export function readJson(text: string): unknown {
  const reader = new JsonText(text.replace(/^\uFEFF/, ''));
  const value = reader.value();
  reader.end();
  return value;
}

const TOKEN = /\s*(?:([{}[\],:])|("(?:[^"\\]|\\[\s\S])*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;

class JsonText {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): unknown {
    const token = this.next();
    if (token === '{') {
      return this.object();
    }
    if (token === '[') {
      return this.array();
    }
    if (token.startsWith('"')) {
      return this.string(token);
    }
    const constant = ({ true: true, false: false, null: null } as Record<string, unknown>)[token];
    return constant === undefined ? (parseNumeric(token) ?? this.fail(token)) : constant;
  }

  end(): void {
    if (this.text.slice(this.position).trim() !== '') {
      this.fail(this.text.slice(this.position).trim()[0] ?? '');
    }
  }

  private object(): ObjectValue {
    const entries: EntryValue[] = [];
    if (this.peek() === '}') {
      this.next();
      return new ObjectValue(entries);
    }
    for (;;) {
      const name = this.next();
      if (!name.startsWith('"')) {
        this.fail(name);
      }
      this.expect(':');
      entries.push({ key: new Key(this.string(name)), value: this.value() });
      const separator = this.next();
      if (separator === '}') {
        return new ObjectValue(entries);
      }
      if (separator !== ',') {
        this.fail(separator);
      }
    }
  }

  private array(): unknown[] {
    const items: unknown[] = [];
    if (this.peek() === ']') {
      this.next();
      return items;
    }
    for (;;) {
      items.push(this.value());
      const separator = this.next();
      if (separator === ']') {
        return items;
      }
      if (separator !== ',') {
        this.fail(separator);
      }
    }
  }

  private string(token: string): string {
    try {
      // Line breaks in texts are no JSON, but the engine takes them.
      return JSON.parse(token.replaceAll(/[\n\r\t]/g, (character) => JSON.stringify(character).slice(1, -1))) as string;
    } catch {
      return this.fail(token);
    }
  }

  private expect(sign: string): void {
    const token = this.next();
    if (token !== sign) {
      this.fail(token);
    }
  }

  private peek(): string | undefined {
    const { position } = this;
    const token = this.match();
    this.position = position;
    return token;
  }

  private next(): string {
    return this.match() ?? this.fail(this.text.slice(this.position).trim()[0] ?? 'end-of-input');
  }

  private match(): string | undefined {
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    if (!match) {
      return undefined;
    }
    this.position = TOKEN.lastIndex;
    return match[0].trimStart();
  }

  private fail(found: string): never {
    const read = this.text.slice(0, this.position);
    const line = read.split('\n').length;
    throw new DataWeaveError(
      `Unexpected character '${found}' at payload@[${line}:${this.position - read.lastIndexOf('\n')}] (line:column), expected JSON`,
      'ReaderException',
    );
  }
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
