import { defineEnum } from '../../runtime/enum.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { readXml } from '../dom/xml-events.ts';
import type { XmlAttribute, XmlEvent, XmlName } from '../dom/xml-events.ts';

/** In the order of the numbers that `next()` gives, from 1. */
const TAGS = [
  'START_ELEMENT',
  'END_ELEMENT',
  'PROCESSING_INSTRUCTION',
  'CHARACTERS',
  'COMMENT',
  'SPACE',
  'START_DOCUMENT',
  'END_DOCUMENT',
  'ENTITY_REFERENCE',
  'ATTRIBUTE',
  'DTD',
  'CDATA',
  'NAMESPACE',
  'NOTATION_DECLARATION',
  'ENTITY_DECLARATION',
];

const TAG_OF: Readonly<Record<XmlEvent['kind'], string>> = {
  startDocument: 'START_DOCUMENT',
  startElement: 'START_ELEMENT',
  endElement: 'END_ELEMENT',
  characters: 'CHARACTERS',
  cdata: 'CDATA',
  comment: 'COMMENT',
  processingInstruction: 'PROCESSING_INSTRUCTION',
  documentType: 'DTD',
  endDocument: 'END_DOCUMENT',
};

/** A `XmlStreamReader`: a place in a document that moves forward. */
export class XmlStreamReaderValue {
  private events: readonly XmlEvent[];
  private position = 0;

  constructor(source: string) {
    this.events = readXml(source);
  }

  get event(): XmlEvent {
    return this.events[this.position];
  }

  get tag(): string {
    return TAG_OF[this.event.kind];
  }

  get hasNext(): boolean {
    return this.position < this.events.length - 1;
  }

  get name(): XmlName | undefined {
    return this.event.kind === 'startElement' || this.event.kind === 'endElement' ? this.event.name : undefined;
  }

  get attributes(): readonly XmlAttribute[] {
    return this.event.kind === 'startElement' ? this.event.attributes : [];
  }

  get namespaces(): readonly (readonly [string, string])[] {
    return this.event.kind === 'startElement' || this.event.kind === 'endElement' ? [...this.event.declared] : [];
  }

  get text(): string | undefined {
    return 'text' in this.event ? this.event.text : undefined;
  }

  next(): number {
    if (!this.hasNext) {
      raise('System.NoSuchElementException', 'The end of the document has been reached.');
    }
    this.position += 1;
    return TAGS.indexOf(this.tag) + 1;
  }

  nextTag(): number {
    let code = this.next();
    while (this.name === undefined) {
      if (!['COMMENT', 'PROCESSING_INSTRUCTION'].includes(this.tag) && this.text?.trim() !== '') {
        raise('System.XmlException', `found: ${this.tag}, expected START_ELEMENT or END_ELEMENT`);
      }
      code = this.next();
    }
    return code;
  }

  /** Makes texts that follow each other into one. */
  coalesce(): void {
    const done = this.events.slice(0, this.position + 1);
    const joined: XmlEvent[] = [];
    for (const event of this.events.slice(this.position + 1)) {
      const before = joined.at(-1);
      if ((event.kind === 'characters' || event.kind === 'cdata') && before?.kind === 'characters') {
        joined[joined.length - 1] = { kind: 'characters', text: before.text + event.text };
      } else {
        joined.push(event.kind === 'cdata' ? { ...event, kind: 'characters' } : event);
      }
    }
    this.events = [...done, ...joined];
  }
}

type Self = XmlStreamReaderValue;

const isText = (self: Self): boolean => self.event.kind === 'characters' || self.event.kind === 'cdata';
const needAttribute = (self: Self, index: number): XmlAttribute =>
  self.attributes[index] ?? raise('System.XmlException', `There is no attribute ${index}`);

/** `System.XmlStreamReader` and `System.XmlTag`. */
export const xmlStreamReaderClasses: readonly LibraryClass[] = [
  { name: 'System.XmlTag', kind: 'enum', values: TAGS, members: {} },
  {
    name: 'System.XmlStreamReader',
    isInstance: (value) => value instanceof XmlStreamReaderValue,
    members: {
      'new(String xml)': (xml: string | null) => new XmlStreamReaderValue(xml ?? raiseNull('Argument 1 cannot be null')),
      'Integer getAttributeCount()': (self: Self) => self.attributes.length,
      'String getAttributeLocalName(Integer index)': (self: Self, index: number) => needAttribute(self, index).local,
      'String getAttributeNamespace(Integer index)': (self: Self, index: number) => needAttribute(self, index).namespace,
      'String getAttributePrefix(Integer index)': (self: Self, index: number) => needAttribute(self, index).prefix,
      'String getAttributeType(Integer index)': () => 'CDATA',
      'String getAttributeValue(String namespaceUri, String localName)': (self: Self, namespace: string | null, local: string | null) =>
        self.attributes.find((one) => one.local === local && (namespace === null || (one.namespace ?? '') === namespace))?.value ?? null,
      'String getAttributeValueAt(Integer index)': (self: Self, index: number) => needAttribute(self, index).value,
      'XmlTag getEventType()': (self: Self) => defineEnum('XmlTag', TAGS).find(({ name }) => name === self.tag) ?? null,
      'String getLocalName()': (self: Self) => self.name?.local ?? null,
      'String getNamespace()': (self: Self) => self.name?.namespace ?? null,
      'Integer getNamespaceCount()': (self: Self) => self.namespaces.length,
      'String getNamespacePrefix(Integer index)': (self: Self, index: number): string | null => {
        const prefix = self.namespaces[index]?.[0];
        return prefix === undefined || prefix === '' ? null : prefix;
      },
      'String getNamespaceURIAt(Integer index)': (self: Self, index: number) => self.namespaces[index]?.[1] ?? null,
      'String getPIData()': (self: Self) => (self.event.kind === 'processingInstruction' ? self.event.data : null),
      'String getPITarget()': (self: Self) => (self.event.kind === 'processingInstruction' ? self.event.target : null),
      'String getPrefix()': (self: Self) => self.name?.prefix ?? null,
      'String getText()': (self: Self) => self.text ?? null,
      'String getVersion()': (self: Self) => (self.event.kind === 'startDocument' ? self.event.version : null),
      'Boolean hasName()': (self: Self) => self.name !== undefined,
      'Boolean hasNext()': (self: Self) => self.hasNext,
      'Boolean hasText()': (self: Self) => self.text !== undefined,
      'Boolean isCharacters()': isText,
      'Boolean isEndElement()': (self: Self) => self.event.kind === 'endElement',
      'Boolean isStartElement()': (self: Self) => self.event.kind === 'startElement',
      'Boolean isWhiteSpace()': (self: Self) => isText(self) && self.text?.trim() === '',
      'Integer next()': (self: Self) => self.next(),
      'Integer nextTag()': (self: Self) => self.nextTag(),
      'void setCoalescing(Boolean joins)': (self: Self, joins: boolean | null): void => {
        if (joins === true) {
          self.coalesce();
        }
      },
      'void setNamespaceAware(Boolean aware)': (_: Self, aware: boolean | null): void => {
        if (aware !== true) {
          raise('System.UnsupportedOperationException', 'XmlStreamReader without namespaces is not supported by the local org');
        }
      },
    },
  },
];
