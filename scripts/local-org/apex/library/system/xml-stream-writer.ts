import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { escapeXml } from '../dom/xml-events.ts';

/** A `XmlStreamWriter`: a document that grows at its end. */
class XmlStreamWriterValue {
  private written = '';
  private readonly open: string[] = [];
  private headIsOpen = false;
  private headIsEmpty = false;

  get text(): string {
    this.endHead();
    return this.written;
  }

  /** Writes what stands between tags. */
  content(text: string): void {
    this.endHead();
    this.written += text;
  }

  startElement(prefix: string | null, name: string, isEmpty: boolean): void {
    this.endHead();
    const qualified = withPrefix(prefix, name);
    this.written += `<${qualified}`;
    this.headIsOpen = true;
    this.headIsEmpty = isEmpty;
    if (!isEmpty) {
      this.open.push(qualified);
    }
  }

  /** Writes into the tag that was begun last. */
  attribute(name: string, value: string): void {
    if (!this.headIsOpen) {
      raise('System.XmlException', 'Attribute not associated with any element');
    }
    this.written += ` ${name}="${escapeXml(value, true)}"`;
  }

  endElement(): void {
    this.endHead();
    this.written += `</${this.open.pop() ?? raise('System.XmlException', 'No element was found to write')}>`;
  }

  endDocument(): void {
    while (this.open.length > 0) {
      this.endElement();
    }
    this.endHead();
  }

  private endHead(): void {
    if (this.headIsOpen) {
      this.written += this.headIsEmpty ? '/>' : '>';
      this.headIsOpen = false;
    }
  }
}

type Self = XmlStreamWriterValue;
type Text = string | null;

const given = (text: Text, place: number): string => text ?? raiseNull(`Argument ${place} cannot be null`);
const withPrefix = (prefix: Text, name: string): string => (prefix === null || prefix === '' ? name : `${prefix}:${name}`);

/** `System.XmlStreamWriter`. */
export const xmlStreamWriterClass: LibraryClass = {
  name: 'System.XmlStreamWriter',
  isInstance: (value) => value instanceof XmlStreamWriterValue,
  members: {
    'new()': () => new XmlStreamWriterValue(),
    'void close()': () => undefined,
    'String getXmlString()': (self: Self) => self.text,
    'void setDefaultNamespace(String uri)': () => undefined,
    'void writeAttribute(String prefix, String namespaceUri, String localName, String value)': (
      self: Self,
      prefix: Text,
      _namespace: Text,
      name: Text,
      value: Text,
    ) => self.attribute(withPrefix(prefix, given(name, 3)), given(value, 4)),
    'void writeCData(String data)': (self: Self, data: Text) => self.content(`<![CDATA[${given(data, 1)}]]>`),
    'void writeCharacters(String text)': (self: Self, text: Text) => self.content(escapeXml(given(text, 1))),
    'void writeComment(String comment)': (self: Self, comment: Text) => self.content(`<!--${given(comment, 1)}-->`),
    'void writeDefaultNamespace(String namespaceUri)': (self: Self, uri: Text) => self.attribute('xmlns', given(uri, 1)),
    'void writeEmptyElement(String prefix, String localName, String namespaceUri)': (self: Self, prefix: Text, name: Text) =>
      self.startElement(prefix, given(name, 2), true),
    'void writeEndDocument()': (self: Self) => self.endDocument(),
    'void writeEndElement()': (self: Self) => self.endElement(),
    'void writeNamespace(String prefix, String namespaceUri)': (self: Self, prefix: Text, uri: Text) =>
      self.attribute(prefix === null || prefix === '' ? 'xmlns' : `xmlns:${prefix}`, given(uri, 2)),
    'void writeProcessingInstruction(String target, String data)': (self: Self, target: Text, data: Text) =>
      self.content(`<?${given(target, 1)} ${given(data, 2)}?>`),
    'void writeStartDocument(String encoding, String version)': (self: Self, encoding: Text, version: Text) =>
      self.content(`<?xml version="${version ?? '1.0'}"${encoding === null ? '' : ` encoding="${encoding}"`}?>`),
    'void writeStartElement(String prefix, String localName, String namespaceUri)': (self: Self, prefix: Text, name: Text) =>
      self.startElement(prefix, given(name, 2), false),
  },
};
