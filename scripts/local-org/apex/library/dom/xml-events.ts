import { raise } from '../../runtime/exception.ts';

/** A name in XML: `soap:Body` has the prefix `soap` and stands in the namespace bound to it. */
export interface XmlName {
  readonly local: string;
  readonly prefix: string | null;
  readonly namespace: string | null;
}

export interface XmlAttribute extends XmlName {
  readonly value: string;
}

/** What a document is made of, in the order in which it is read. */
export type XmlEvent =
  | { readonly kind: 'startDocument'; readonly version: string | null }
  | {
      readonly kind: 'startElement';
      readonly name: XmlName;
      readonly attributes: readonly XmlAttribute[];
      /** Declared on this element, by prefix; the default namespace has the prefix ''. */
      readonly declared: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'endElement'; readonly name: XmlName; readonly declared: ReadonlyMap<string, string> }
  | { readonly kind: 'characters' | 'cdata' | 'comment'; readonly text: string }
  | { readonly kind: 'processingInstruction'; readonly target: string; readonly data: string }
  | { readonly kind: 'documentType'; readonly text: string }
  | { readonly kind: 'endDocument' };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const TAG = /^<([^\s/>=<]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface OpenElement {
  readonly source: string;
  readonly name: XmlName;
  readonly declared: ReadonlyMap<string, string>;
}

/** Reads a document. @throws System.XmlException where it is not well-formed. */
export function readXml(source: string): XmlEvent[] {
  return new XmlReader(source).read();
}

class XmlReader {
  private readonly source: string;
  private readonly events: XmlEvent[] = [];
  private readonly open: OpenElement[] = [];
  private position = 0;
  private hasRoot = false;

  constructor(source: string) {
    this.source = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  }

  read(): XmlEvent[] {
    const declaration = /^<\?xml\s([^?]*)\?>/.exec(this.source);
    this.position = declaration?.[0].length ?? 0;
    this.events.push({ kind: 'startDocument', version: /version\s*=\s*["']([^"']*)/.exec(declaration?.[1] ?? '')?.[1] ?? null });
    while (this.position < this.source.length) {
      this.readNext();
    }
    if (this.open.length > 0 || !this.hasRoot) {
      this.refuse('XML document structures must start and end within the same entity.');
    }
    this.events.push({ kind: 'endDocument' });
    return this.events;
  }

  private readNext(): void {
    if (this.source[this.position] !== '<') {
      this.readText();
    } else if (this.source.startsWith('<!--', this.position)) {
      this.events.push({ kind: 'comment', text: this.between('<!--', '-->') });
    } else if (this.source.startsWith('<![CDATA[', this.position)) {
      this.events.push({ kind: 'cdata', text: this.between('<![CDATA[', ']]>') });
    } else if (this.source.startsWith('<?', this.position)) {
      const [target, data] = splitAtSpace(this.between('<?', '?>'));
      this.events.push({ kind: 'processingInstruction', target, data });
    } else if (this.source.startsWith('<!DOCTYPE', this.position)) {
      this.events.push({ kind: 'documentType', text: this.between('<!DOCTYPE', '>').trim() });
    } else if (this.source.startsWith('</', this.position)) {
      this.readEnd();
    } else {
      this.readStart();
    }
  }

  private readText(): void {
    const end = this.source.indexOf('<', this.position);
    const raw = this.source.slice(this.position, end < 0 ? undefined : end);
    if (this.open.length > 0) {
      this.events.push({ kind: 'characters', text: this.unescaped(raw) });
    } else if (raw.trim() !== '') {
      this.refuse(this.hasRoot ? 'Content is not allowed in trailing section.' : 'Content is not allowed in prolog.');
    }
    this.position += raw.length;
  }

  private readStart(): void {
    const match = TAG.exec(this.source.slice(this.position));
    if (!match) {
      return this.refuse('The markup must be well-formed.');
    }
    if (this.hasRoot && this.open.length === 0) {
      this.refuse('The markup in the document following the root element must be well-formed.');
    }
    const [text, source, attributes, closed] = match;
    const written = [...attributes.matchAll(ATTRIBUTE)].map(([, name, double, single]) => ({
      name,
      value: this.unescaped(double ?? single),
    }));
    const declared = new Map(
      written.filter(({ name }) => /^xmlns(:|$)/.test(name)).map(({ name, value }) => [name.replace(/^xmlns:?/, ''), value]),
    );
    const element: OpenElement = { source, declared, name: this.nameOf(source, declared, true) };
    this.events.push({
      kind: 'startElement',
      name: element.name,
      declared,
      attributes: written
        .filter(({ name }) => !/^xmlns(:|$)/.test(name))
        .map(({ name, value }) => ({ ...this.nameOf(name, declared, false), value })),
    });
    this.hasRoot = true;
    this.position += text.length;
    if (closed === '/') {
      this.events.push({ kind: 'endElement', name: element.name, declared });
    } else {
      this.open.push(element);
    }
  }

  private readEnd(): void {
    const name = this.between('</', '>').trim();
    const element = this.open.pop();
    if (element?.source !== name) {
      return this.refuse(
        element
          ? `The element type "${element.source}" must be terminated by the matching end-tag "</${element.source}>".`
          : 'The markup in the document following the root element must be well-formed.',
      );
    }
    this.events.push({ kind: 'endElement', name: element.name, declared: element.declared });
  }

  /** An element without a prefix is in the default namespace; an attribute without one is in none. */
  private nameOf(source: string, declared: ReadonlyMap<string, string>, isElement: boolean): XmlName {
    const colon = source.indexOf(':');
    const prefix = colon < 0 ? null : source.slice(0, colon);
    if (prefix === null && !isElement) {
      return { local: source, prefix, namespace: null };
    }
    const key = prefix ?? '';
    const scopes = [declared, ...this.open.map((element) => element.declared).reverse()];
    const namespace = key === 'xml' ? XML_NAMESPACE : scopes.find((scope) => scope.has(key))?.get(key);
    if (namespace === undefined && prefix !== null) {
      this.refuse(`The prefix "${prefix}" for "${source}" is not bound.`);
    }
    return { local: source.slice(colon + 1), prefix, namespace: namespace === undefined || namespace === '' ? null : namespace };
  }

  private between(start: string, end: string): string {
    const from = this.position + start.length;
    const to = this.source.indexOf(end, from);
    if (to < 0) {
      return this.refuse(`"${start}" must be ended by "${end}".`);
    }
    this.position = to + end.length;
    return this.source.slice(from, to);
  }

  private unescaped(text: string): string {
    return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([^;\s]*));?/gi, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
      if (hexadecimal ?? decimal) {
        return String.fromCodePoint(hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal));
      }
      return ENTITIES[name ?? ''] ?? this.refuse(`The entity "${whole}" was referenced, but not declared.`);
    });
  }

  private refuse(reason: string): never {
    const before = this.source.slice(0, this.position).split('\n');
    const place = `ParseError at [row,col]:[${before.length},${(before.at(-1) as string).length + 1}]`;
    return raise('System.XmlException', `${place}\nMessage: ${reason}`);
  }
}

function splitAtSpace(text: string): [string, string] {
  const [, target, data] = /^(\S*)\s*([\s\S]*)$/.exec(text) as unknown as [string, string, string];
  return [target, data];
}

/** Text as it stands in a document, or between the quotes of an attribute. */
export function escapeXml(text: string, inAttribute = false): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return inAttribute ? escaped.replaceAll('"', '&quot;') : escaped;
}
