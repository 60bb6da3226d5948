import { DecimalValue } from '../../../data/values/decimal.ts';
import { defineEnum } from '../../runtime/enum.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { bindTyped } from './json-binding.ts';
import { JsonNumber, tokenize } from './json-reader.ts';
import type { JsonToken, JsonValue } from './json-reader.ts';
import type { TypeValue } from './type-value.ts';

const TOKENS: readonly string[] = (
  'END_ARRAY END_OBJECT FIELD_NAME NOT_AVAILABLE START_ARRAY START_OBJECT VALUE_EMBEDDED_OBJECT VALUE_FALSE VALUE_NULL VALUE_NUMBER_FLOAT ' +
  'VALUE_NUMBER_INT VALUE_STRING VALUE_TRUE'
).split(' ');

/** A `JSONParser`: a cursor over the tokens of a JSON text. */
export class JsonTokenParser {
  private readonly tokens: readonly JsonToken[];
  private position = -1;
  private lastCleared: JsonToken | undefined;
  private cleared = false;

  constructor(value: JsonValue) {
    this.tokens = tokenize(value);
  }

  get current(): JsonToken | undefined {
    return this.cleared ? undefined : this.tokens[this.position];
  }

  get cleanedToken(): JsonToken | undefined {
    return this.lastCleared;
  }

  next(): JsonToken | undefined {
    this.position = Math.min(this.position + 1, this.tokens.length);
    this.cleared = false;
    return this.current;
  }

  nextValue(): JsonToken | undefined {
    let token = this.next();
    while (token?.kind === 'FIELD_NAME') {
      token = this.next();
    }
    return token;
  }

  clear(): void {
    this.lastCleared = this.current;
    this.cleared = true;
  }

  /** The name of the member that the cursor is at or in the value of. */
  name(): string | null {
    const token = this.current;
    if (token?.kind === 'FIELD_NAME') {
      return token.text;
    }
    let depth = 0;
    for (let index = this.position - 1; index >= 0; index--) {
      const { kind, text } = this.tokens[index];
      depth += kind.startsWith('END_') ? 1 : kind.startsWith('START_') ? -1 : 0;
      if (depth < 0) {
        return null;
      }
      if (kind === 'FIELD_NAME' && depth === 0) {
        return text;
      }
    }
    return null;
  }

  skipChildren(): void {
    if (this.current?.kind.startsWith('START_')) {
      this.position = this.endOfValue();
    }
  }

  /** Reads the value the cursor is at; the cursor ends on its last token. */
  read(): JsonValue {
    if (this.current === undefined || this.current.kind === 'FIELD_NAME') {
      this.next();
    }
    const start = this.position;
    const end = this.endOfValue();
    this.position = end;
    return rebuild(this.tokens.slice(start, end + 1));
  }

  private endOfValue(): number {
    let depth = 0;
    for (let index = this.position; index < this.tokens.length; index++) {
      const { kind } = this.tokens[index];
      depth += kind.startsWith('START_') ? 1 : kind.startsWith('END_') ? -1 : 0;
      if (depth === 0) {
        return index;
      }
    }
    return raise('System.JSONException', 'No content to map to Object due to end of input');
  }
}

function rebuild(tokens: readonly JsonToken[]): JsonValue {
  let position = 0;
  const value = (): JsonValue => {
    const { kind, text } = tokens[position];
    position += 1;
    switch (kind) {
      case 'START_OBJECT': {
        const members = new Map<string, JsonValue>();
        while (tokens[position].kind !== 'END_OBJECT') {
          const name = tokens[position].text;
          position += 1;
          members.set(name, value());
        }
        position += 1;
        return members;
      }
      case 'START_ARRAY': {
        const elements: JsonValue[] = [];
        while (tokens[position].kind !== 'END_ARRAY') {
          elements.push(value());
        }
        position += 1;
        return elements;
      }
      case 'VALUE_STRING':
        return text;
      case 'VALUE_NULL':
        return null;
      case 'VALUE_TRUE':
      case 'VALUE_FALSE':
        return kind === 'VALUE_TRUE';
      default:
        return new JsonNumber(text);
    }
  };
  return value();
}

type Self = JsonTokenParser;

function tokenConstant(token: JsonToken | undefined): unknown {
  return token === undefined ? null : defineEnum('JSONToken', TOKENS)[TOKENS.indexOf(token.kind)];
}

/** The token the cursor is at, as a value of a type. */
function scalar(type: string): Native {
  return (self: Self) => {
    const token = self.current;
    if (!token || !token.kind.startsWith('VALUE_')) {
      return raise('System.JSONException', `Illegal value for primitive: ${token?.text ?? 'nothing'}`);
    }
    // A number with decimals read as a whole one is cut off, as the platform's reader does.
    const text =
      (type === 'Integer' || type === 'Long') && token.kind === 'VALUE_NUMBER_FLOAT'
        ? DecimalValue.parse(token.text).toBigInt().toString()
        : token.text;
    return token.kind === 'VALUE_NULL' ? null : bindTyped(token.kind === 'VALUE_STRING' ? text : new JsonNumber(text), type, false);
  };
}

/** `System.JSONParser`. */
export const jsonParserClass: LibraryClass = {
  name: 'System.JSONParser',
  isInstance: (value) => value instanceof JsonTokenParser,
  members: {
    'void clearCurrentToken()': (self: Self) => self.clear(),
    'Blob getBlobValue()': scalar('Blob'),
    'Boolean getBooleanValue()': (self: Self) => self.current?.kind === 'VALUE_TRUE',
    'String getCurrentName()': (self: Self) => self.name(),
    'JSONToken getCurrentToken()': (self: Self) => tokenConstant(self.current),
    'Datetime getDateTimeValue()': scalar('Datetime'),
    'Date getDateValue()': scalar('Date'),
    'Decimal getDecimalValue()': scalar('Decimal'),
    'Double getDoubleValue()': scalar('Double'),
    'Id getIdValue()': scalar('Id'),
    'Integer getIntegerValue()': scalar('Integer'),
    'JSONToken getLastClearedToken()': (self: Self) => tokenConstant(self.cleanedToken),
    'Long getLongValue()': scalar('Long'),
    'String getText()': (self: Self) => self.current?.text ?? null,
    'Time getTimeValue()': scalar('Time'),
    'Boolean hasCurrentToken()': (self: Self) => self.current !== undefined,
    'JSONToken nextToken()': (self: Self) => tokenConstant(self.next()),
    'JSONToken nextValue()': (self: Self) => tokenConstant(self.nextValue()),
    'Object readValueAs(System.Type type)': (self: Self, type: TypeValue) => bindTyped(self.read(), type.name, false),
    'Object readValueAsStrict(System.Type type)': (self: Self, type: TypeValue) => bindTyped(self.read(), type.name, true),
    'void skipChildren()': (self: Self) => self.skipChildren(),
  },
};

/** `System.JSONToken`. */
export const jsonTokenEnum: LibraryClass = { name: 'System.JSONToken', kind: 'enum', values: TOKENS, members: {} };
