import { DataWeaveError } from '../values/failure.ts';
import { describeValue } from '../values/describe.ts';
import { ObjectValue, plain } from '../values/object.ts';
import type { EntryValue, Key } from '../values/object.ts';
import { CDataValue } from '../values/special.ts';
import { textOf } from '../values/text.ts';
import { flag, skipsNull, textOption } from './format.ts';
import type { FormatOptions } from './format.ts';

const NIL = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"';

/** Writes an object of one entry as XML. @throws DataWeaveError for anything else. */
export function writeXml(source: unknown, options: FormatOptions): string {
  const value = plain(source) ?? null;
  if (!(value instanceof ObjectValue)) {
    throw new DataWeaveError(`Cannot write ${describeValue(value)} as XML: an Object with one entry is the root`, 'WriterException');
  }
  if (value.entries.length !== 1) {
    throw new DataWeaveError('Trying to output second root, an XML document has only one', 'WriterException');
  }
  const quote = flag(options, 'doubleQuoteInDeclaration', false) ? '"' : "'";
  const encoding = textOption(options, 'encoding', 'UTF-8');
  const indent = flag(options, 'indent', true);
  const declaration = `<?xml version=${quote}1.0${quote} encoding=${quote}${encoding}${quote}?>${indent ? '\n' : ''}`;
  const body = value.entries.map((entry) => new XmlWriter(options).element(entry, 0, new Map())).join('');
  return flag(options, 'writeDeclaration', true) ? declaration + body : body;
}

class XmlWriter {
  private readonly options: FormatOptions;
  private readonly indents: boolean;

  constructor(options: FormatOptions) {
    this.options = options;
    this.indents = flag(options, 'indent', true);
  }

  /** An element; an array is an element for each item. */
  element({ key, value: source }: EntryValue, level: number, known: ReadonlyMap<string, string>): string {
    const value = plain(source) ?? null;
    if (Array.isArray(value)) {
      return value.map((item) => this.element({ key, value: item }, level, known)).join(this.line(level));
    }
    const [start, namespaces] = this.start(key, known);
    const name = qualified(key);
    if (value === null) {
      const tag = flag(this.options, 'writeNilOnNull', false) ? `${start} ${NIL}` : start;
      return textOption(this.options, 'inlineCloseOn', 'empty') === 'none' ? `<${tag}></${name}>` : `<${tag}/>`;
    }
    if (value instanceof ObjectValue) {
      return this.withElements(start, name, value, level, namespaces);
    }
    const text = value instanceof CDataValue ? `<![CDATA[${value.text}]]>` : this.escape(scalar(value));
    return `<${start}>${text}</${name}>`;
  }

  private withElements(start: string, name: string, value: ObjectValue, level: number, namespaces: ReadonlyMap<string, string>): string {
    const kept = value.entries.filter((entry) => !skipsNull(this.options, 'objects') || (plain(entry.value) ?? null) !== null);
    const written = kept
      .filter((entry) => !isEmptyArray(entry.value))
      .map((entry) => (entry.key.name === '__text' ? this.escape(scalar(plain(entry.value))) : this.element(entry, level + 1, namespaces)));
    if (written.length === 0) {
      return `<${start}/>`;
    }
    return `<${start}>${this.line(level + 1)}${written.join(this.line(level + 1))}${this.line(level)}</${name}>`;
  }

  /** What stands in the opening tag, and the namespaces known inside. */
  private start(key: Key, known: ReadonlyMap<string, string>): [string, ReadonlyMap<string, string>] {
    const attributes = (key.attributes?.entries ?? []).filter(
      ({ value }) => (plain(value) ?? null) !== null || !skipsNull(this.options, 'objects'),
    );
    const used = [key, ...attributes.map((attribute) => attribute.key)].flatMap(({ namespace }) => (namespace ? [namespace] : []));
    const namespaces = new Map(known);
    const declarations: string[] = [];
    for (const { prefix, uri } of used) {
      if (namespaces.get(prefix) !== uri) {
        namespaces.set(prefix, uri);
        declarations.push(` xmlns${prefix === '' ? '' : `:${prefix}`}="${this.escape(uri)}"`);
      }
    }
    const written = attributes.map(
      (attribute) => ` ${qualified(attribute.key)}="${this.escape(scalar(plain(attribute.value))).replaceAll('"', '&quot;')}"`,
    );
    return [`${qualified(key)}${declarations.join('')}${written.join('')}`, namespaces];
  }

  private line(level: number): string {
    return this.indents ? `\n${'  '.repeat(level)}` : '';
  }

  private escape(text: string): string {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const greater = flag(this.options, 'escapeGT', false) ? escaped.replaceAll('>', '&gt;') : escaped;
    return flag(this.options, 'escapeCR', false) ? greater.replaceAll('\r', '&#xD;') : greater;
  }
}

function isEmptyArray(value: unknown): boolean {
  const content = plain(value);
  return Array.isArray(content) && content.length === 0;
}

function qualified({ name, namespace }: Key): string {
  return namespace && namespace.prefix !== '' ? `${namespace.prefix}:${name}` : name;
}

function scalar(value: unknown): string {
  const text = (value ?? null) === null ? '' : textOf(value);
  if (text === undefined) {
    throw new DataWeaveError(`Cannot write ${describeValue(value)} as XML`, 'WriterException');
  }
  return text;
}
