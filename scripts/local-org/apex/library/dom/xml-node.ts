import { raise } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import { escapeXml, readXml } from './xml-events.ts';
import type { XmlAttribute } from './xml-events.ts';

/** A `Dom.XmlNode`: an element, a text or a comment. */
export class XmlNodeValue {
  readonly kind: 'ELEMENT' | 'TEXT' | 'COMMENT';
  /** Of an element. */
  readonly local: string | null;
  readonly namespace: string | null;
  readonly prefix: string | null;
  /** Of a text or comment. */
  readonly text: string;
  parent: XmlNodeValue | null = null;
  readonly children: XmlNodeValue[] = [];
  attributes: XmlAttribute[] = [];
  /** Namespaces declared here, by prefix; the default one has the prefix ''. */
  readonly declared = new Map<string, string>();

  constructor(
    kind: XmlNodeValue['kind'],
    text: string,
    local: string | null = null,
    namespace: string | null = null,
    prefix: string | null = null,
  ) {
    this.kind = kind;
    this.text = text;
    this.local = local;
    this.namespace = namespace;
    this.prefix = prefix;
  }

  static element(local: string, namespace: string | null, prefix: string | null): XmlNodeValue {
    return new XmlNodeValue('ELEMENT', '', local, namespace === '' ? null : namespace, prefix === '' ? null : prefix);
  }

  /** Adds a node at the end, or before another; gives it back. */
  add(node: XmlNodeValue, before: XmlNodeValue | null = null): XmlNodeValue {
    node.parent?.remove(node);
    const at = before === null ? -1 : this.children.indexOf(before);
    this.children.splice(at < 0 ? this.children.length : at, 0, node);
    node.parent = this;
    return node;
  }

  remove(node: XmlNodeValue): boolean {
    const at = this.children.indexOf(node);
    if (at < 0) {
      return false;
    }
    this.children.splice(at, 1);
    node.parent = null;
    return true;
  }

  get elements(): XmlNodeValue[] {
    return this.children.filter(({ kind }) => kind === 'ELEMENT');
  }

  /** Of an element what its own texts say together. */
  get content(): string {
    const texts = this.children.filter(({ kind }) => kind === 'TEXT').map(({ text }) => text);
    return this.kind === 'ELEMENT' ? texts.join('') : this.text;
  }

  /** The node and those it stands in, from the inside out. */
  private get outwards(): XmlNodeValue[] {
    return [this, ...(this.parent?.outwards ?? [])];
  }

  /** The namespace that a prefix stands for here. */
  namespaceFor(prefix: string): string | null {
    for (const node of this.outwards) {
      const own = node.declared.get(prefix) ?? ((node.prefix ?? '') === prefix ? node.namespace : null);
      if (own !== null) {
        return own;
      }
    }
    return null;
  }

  prefixFor(namespace: string): string | null {
    for (const node of this.outwards) {
      const declared = [...node.declared].find(([, uri]) => uri === namespace);
      const prefix = declared?.[0] ?? (node.namespace === namespace ? node.prefix : null);
      if (prefix !== null && prefix !== '') {
        return prefix;
      }
    }
    return null;
  }

  [PRINTED](): string {
    return this.kind === 'ELEMENT' ? `XMLNode[ELEMENT,${this.local},${this.namespace},${this.children.length}]` : `XMLNode[${this.kind}]`;
  }
}

/** Reads a document into nodes; gives its root. @throws System.XmlException */
export function parseDocument(source: string): XmlNodeValue {
  let root = null as XmlNodeValue | null;
  let open = null as XmlNodeValue | null;
  for (const event of readXml(source)) {
    if (event.kind === 'startElement') {
      const { local, namespace, prefix } = event.name;
      const node = XmlNodeValue.element(local, namespace, prefix);
      event.declared.forEach((uri, declared) => node.declared.set(declared, uri));
      node.attributes = [...event.attributes];
      open?.add(node);
      root ??= node;
      open = node;
    } else if (event.kind === 'endElement') {
      open = open?.parent ?? null;
    } else if (event.kind === 'characters' || event.kind === 'cdata') {
      open?.add(new XmlNodeValue('TEXT', event.text));
    } else if (event.kind === 'comment') {
      open?.add(new XmlNodeValue('COMMENT', event.text));
    }
  }
  return root ?? raise('System.XmlException', 'The document has no root element.');
}

/** A document as text. */
export function printDocument(root: XmlNodeValue | null): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${root ? print(root, new Map()) : ''}`;
}

/** `scope`: what the prefixes mean where the node stands. */
function print(node: XmlNodeValue, scope: ReadonlyMap<string, string>): string {
  if (node.kind !== 'ELEMENT') {
    return node.kind === 'TEXT' ? escapeXml(node.text) : `<!--${node.text}-->`;
  }
  const inner = new Map(scope);
  const declarations = new Map(node.declared);
  const named = [{ prefix: node.prefix, namespace: node.namespace }, ...node.attributes.filter(({ prefix }) => prefix !== null)];
  for (const { prefix, namespace } of named) {
    const key = prefix ?? '';
    const known = declarations.get(key) ?? scope.get(key);
    if (key !== 'xml' && (known ?? '') !== (namespace ?? '')) {
      declarations.set(key, namespace ?? '');
    }
  }
  declarations.forEach((uri, prefix) => inner.set(prefix, uri));
  const name = qualified(node.prefix, node.local as string);
  const head = [
    name,
    ...Array.from(declarations, ([prefix, uri]) => `${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeXml(uri, true)}"`),
    ...node.attributes.map(({ prefix, local, value }) => `${qualified(prefix, local)}="${escapeXml(value, true)}"`),
  ].join(' ');
  const content = node.children.map((child) => print(child, inner)).join('');
  return node.children.length === 0 ? `<${head} />` : `<${head}>${content}</${name}>`;
}

function qualified(prefix: string | null, local: string): string {
  return prefix === null ? local : `${prefix}:${local}`;
}
