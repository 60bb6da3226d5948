import { raise } from '../../runtime/exception.ts';

/** A number of a JSON text, as it was written: the reader of a typed value decides what it becomes. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get isWhole(): boolean {
    return /^-?\d+$/.test(this.text);
  }
}

/** An object of a JSON text: members in order; of a name given twice the last one counts. */
export type JsonObject = Map<string, JsonValue>;
export type JsonValue = null | boolean | string | JsonNumber | readonly JsonValue[] | JsonObject;

/** One piece of a JSON text, in the names of `System.JSONToken`. */
export interface JsonToken {
  readonly kind:
    | 'START_OBJECT'
    | 'END_OBJECT'
    | 'START_ARRAY'
    | 'END_ARRAY'
    | 'FIELD_NAME'
    | 'VALUE_STRING'
    | 'VALUE_NUMBER_INT'
    | 'VALUE_NUMBER_FLOAT'
    | 'VALUE_TRUE'
    | 'VALUE_FALSE'
    | 'VALUE_NULL';
  /** What was written; of a text or name its content. */
  readonly text: string;
}

/**
 * Reads a JSON text.
 *
 * @throws ApexException `System.JSONException` with line and column where it is none.
 */
export function readJson(text: string): JsonValue {
  const reader = new JsonReader(text);
  const value = reader.value();
  reader.end();
  return value;
}

/** Splits a JSON text into tokens, for `JSONParser`. Names and values of objects alternate as they stand. */
export function tokenize(value: JsonValue): JsonToken[] {
  const tokens: JsonToken[] = [];
  collect(value, tokens);
  return tokens;
}

function collect(value: JsonValue, tokens: JsonToken[]): void {
  if (value instanceof Map) {
    tokens.push({ kind: 'START_OBJECT', text: '{' });
    for (const [name, member] of value) {
      tokens.push({ kind: 'FIELD_NAME', text: name });
      collect(member, tokens);
    }
    tokens.push({ kind: 'END_OBJECT', text: '}' });
  } else if (Array.isArray(value)) {
    tokens.push({ kind: 'START_ARRAY', text: '[' });
    for (const element of value as readonly JsonValue[]) {
      collect(element, tokens);
    }
    tokens.push({ kind: 'END_ARRAY', text: ']' });
  } else if (value instanceof JsonNumber) {
    tokens.push({ kind: value.isWhole ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', text: value.text });
  } else if (typeof value === 'string') {
    tokens.push({ kind: 'VALUE_STRING', text: value });
  } else {
    tokens.push({ kind: value === null ? 'VALUE_NULL' : value ? 'VALUE_TRUE' : 'VALUE_FALSE', text: String(value) });
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class JsonReader {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(): JsonValue {
    this.skipSpace();
    const character = this.text[this.position];
    if (character === '{') {
      return this.object();
    }
    if (character === '[') {
      return this.array();
    }
    if (character === '"') {
      return this.string();
    }
    return this.scalar();
  }

  end(): void {
    this.skipSpace();
    if (this.position < this.text.length) {
      this.refuse('Unexpected character after the end');
    }
  }

  private object(): JsonObject {
    const members: JsonObject = new Map();
    this.position += 1;
    this.skipSpace();
    if (this.accept('}')) {
      return members;
    }
    do {
      this.skipSpace();
      if (this.text[this.position] !== '"') {
        this.refuse('was expecting double-quote to start field name');
      }
      const name = this.string();
      this.skipSpace();
      if (!this.accept(':')) {
        this.refuse('was expecting a colon to separate field name and value');
      }
      members.set(name, this.value());
      this.skipSpace();
    } while (this.accept(','));
    return this.accept('}') ? members : this.refuse('was expecting comma to separate OBJECT entries');
  }

  private array(): JsonValue[] {
    const elements: JsonValue[] = [];
    this.position += 1;
    this.skipSpace();
    if (this.accept(']')) {
      return elements;
    }
    do {
      elements.push(this.value());
      this.skipSpace();
    } while (this.accept(','));
    return this.accept(']') ? elements : this.refuse('was expecting comma to separate ARRAY entries');
  }

  private string(): string {
    let result = '';
    this.position += 1;
    for (;;) {
      const character = this.text[this.position];
      if (character === undefined) {
        return this.refuse('Unexpected end-of-input: was expecting closing quote for a string value');
      }
      this.position += 1;
      if (character === '"') {
        return result;
      }
      if (character < ' ') {
        this.refuse(`Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash`);
      }
      result += character === '\\' ? this.escape() : character;
    }
  }

  private escape(): string {
    const letter = this.text[this.position] ?? '';
    this.position += 1;
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(this.position, this.position + 4))) {
      this.position += 4;
      return String.fromCharCode(parseInt(this.text.slice(this.position - 4, this.position), 16));
    }
    return ESCAPES[letter] ?? this.refuse(`Unrecognized character escape '${letter}'`);
  }

  private scalar(): JsonValue {
    const match = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
    match.lastIndex = this.position;
    const word = match.exec(this.text)?.[0];
    if (word === undefined) {
      return this.position >= this.text.length ? this.refuse('Unexpected end-of-input') : this.refuse('was expecting a valid value');
    }
    this.position += word.length;
    return word === 'null' ? null : word === 'true' || word === 'false' ? word === 'true' : new JsonNumber(word);
  }

  private accept(character: string): boolean {
    const found = this.text[this.position] === character;
    this.position += found ? 1 : 0;
    return found;
  }

  private skipSpace(): void {
    while (this.position < this.text.length && ' \t\r\n'.includes(this.text[this.position])) {
      this.position += 1;
    }
  }

  private refuse(reason: string): never {
    const before = this.text.slice(0, this.position).split('\n');
    const where = `at [line:${before.length}, column:${before.at(-1)!.length + 1}]`;
    const character = this.text[this.position];
    const found =
      character === undefined ? 'Unexpected end-of-input: ' : `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): `;
    const what = reason.startsWith('U') ? '' : found;
    return raise('System.JSONException', `${what}${reason} ${where}`);
  }
}
