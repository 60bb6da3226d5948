import { raise } from '../../runtime/exception.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { writeJson } from './json-writer.ts';

interface Level {
  readonly close: string;
  readonly parts: string[];
  /** The name that waits for its value; objects only. */
  name: string | undefined;
}

/** A `JSONGenerator`: builds JSON piece by piece. */
export class JsonGenerator {
  closed = false;
  private readonly pretty: boolean;
  private readonly levels: Level[] = [];
  private result = '';

  constructor(pretty: boolean) {
    this.pretty = pretty;
  }

  open(close: ']' | '}'): void {
    this.levels.push({ close, parts: [], name: undefined });
  }

  end(close: ']' | '}'): void {
    const level = this.levels.pop();
    if (level?.close !== close) {
      return raise('System.JSONException', `Current context not ${close === '}' ? 'an object' : 'an array'}`);
    }
    this.write(this.layout(level));
  }

  name(name: string): void {
    const level = this.levels.at(-1);
    if (level?.close !== '}' || level.name !== undefined) {
      return raise('System.JSONException', 'Can not write a field name, expecting a value');
    }
    level.name = name;
  }

  value(value: unknown): void {
    this.write(writeJson(value, { suppressNulls: false, pretty: this.pretty }));
  }

  close(): void {
    while (this.levels.length > 0) {
      this.end(this.levels.at(-1)!.close as ']' | '}');
    }
    this.closed = true;
  }

  text(): string {
    const open = this.levels.map((level) => (level.close === '}' ? '{' : '[') + level.parts.join(',')).join('');
    return this.result + open;
  }

  private write(text: string): void {
    const level = this.levels.at(-1);
    if (!level) {
      this.result += text;
    } else if (level.close === ']') {
      level.parts.push(text);
    } else if (level.name === undefined) {
      raise('System.JSONException', 'Can not write a value, expecting field name');
    } else {
      level.parts.push(`${JSON.stringify(level.name)}${this.pretty ? ' : ' : ':'}${text}`);
      level.name = undefined;
    }
  }

  private layout({ close, parts }: Level): string {
    const open = close === '}' ? '{' : '[';
    if (!this.pretty) {
      return `${open}${parts.join(',')}${close}`;
    }
    if (parts.length === 0 || close === ']') {
      return parts.length === 0 ? `${open} ${close}` : `[ ${parts.join(', ')} ]`;
    }
    return `{\n${parts.map((part) => `  ${part.replaceAll('\n', '\n  ')}`).join(',\n')}\n}`;
  }
}

type Self = JsonGenerator;

const VALUES: readonly (readonly [method: string, type: string])[] = [
  ['Blob', 'Blob'],
  ['Boolean', 'Boolean'],
  ['Date', 'Date'],
  ['DateTime', 'Datetime'],
  ['Id', 'Id'],
  ['Number', 'Decimal'],
  ['Number', 'Double'],
  ['Number', 'Integer'],
  ['Number', 'Long'],
  ['Object', 'Object'],
  ['String', 'String'],
  ['Time', 'Time'],
];

function valueMembers(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const [method, type] of VALUES) {
    members[`void write${method}(${type} value)`] = (self: Self, value: unknown) => self.value(value);
    members[`void write${method}Field(String name, ${type} value)`] = (self: Self, name: string, value: unknown) => {
      self.name(name);
      self.value(value);
    };
  }
  return members;
}

/** `System.JSONGenerator`. */
export const jsonGeneratorClass: LibraryClass = {
  name: 'System.JSONGenerator',
  isInstance: (value) => value instanceof JsonGenerator,
  members: {
    ...valueMembers(),
    'void close()': (self: Self) => self.close(),
    'String getAsString()': (self: Self) => self.text(),
    'Boolean isClosed()': (self: Self) => self.closed,
    'void writeStartArray()': (self: Self) => self.open(']'),
    'void writeEndArray()': (self: Self) => self.end(']'),
    'void writeStartObject()': (self: Self) => self.open('}'),
    'void writeEndObject()': (self: Self) => self.end('}'),
    'void writeFieldName(String name)': (self: Self, name: string) => self.name(name),
    'void writeNull()': (self: Self) => self.value(null),
    'void writeNullField(String name)': (self: Self, name: string) => {
      self.name(name);
      self.value(null);
    },
  },
};
