import { ApexList } from '../../runtime/collections/list.ts';
import { defineEnum } from '../../runtime/enum.ts';
import { raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { parseDocument, printDocument, XmlNodeValue } from './xml-node.ts';
import type { XmlAttribute } from './xml-events.ts';

const NODE_TYPES = ['COMMENT', 'ELEMENT', 'TEXT'];

/** A `Dom.Document`. */
export class DocumentValue {
  root: XmlNodeValue | null = null;

  /** The document as text: the body of a request. */
  toXml(): string {
    return printDocument(this.root);
  }

  static parse(source: string): DocumentValue {
    const document = new DocumentValue();
    document.root = parseDocument(source);
    return document;
  }
}

const given = (text: string | null, place: number): string => text ?? raiseNull(`Argument ${place} cannot be null`);
const nodes = (values: readonly XmlNodeValue[]): ApexList => new ApexList('Dom.XmlNode', [...values]);

function attribute(self: XmlNodeValue, key: string | null, namespace: string | null): string | null {
  return find(self, key, namespace)?.value ?? null;
}

function find(self: XmlNodeValue, key: string | null, namespace: string | null): XmlAttribute | undefined {
  return self.attributes.find((candidate) => candidate.local === key && (candidate.namespace ?? '') === (namespace ?? ''));
}

function setAttribute(self: XmlNodeValue, key: string | null, value: string | null, namespace: string | null = null): void {
  const replaced = find(self, key, namespace);
  const prefix = namespace === null || namespace === '' ? null : (self.prefixFor(namespace) ?? newPrefix(self, namespace));
  const made = { local: given(key, 1), prefix, namespace: prefix === null ? null : namespace, value: value ?? '' };
  self.attributes = replaced ? self.attributes.map((one) => (one === replaced ? made : one)) : [...self.attributes, made];
}

function newPrefix(self: XmlNodeValue, namespace: string): string {
  const prefix = `ns${self.declared.size + 1}`;
  self.declared.set(prefix, namespace);
  return prefix;
}

/** The namespace `Dom`: XML as a tree. */
export const classes: readonly LibraryClass[] = [
  { name: 'Dom.XmlNodeType', kind: 'enum', values: NODE_TYPES, members: {} },
  {
    name: 'Dom.Document',
    isInstance: (value) => value instanceof DocumentValue,
    members: {
      'new()': () => new DocumentValue(),
      'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
        self: DocumentValue,
        name: string | null,
        namespace: string | null,
        prefix: string | null,
      ): XmlNodeValue => {
        self.root = XmlNodeValue.element(given(name, 1), namespace, prefix);
        return self.root;
      },
      'Dom.XmlNode getRootElement()': (self: DocumentValue) => self.root,
      'void load(String xml)': (self: DocumentValue, xml: string | null): void => {
        self.root = parseDocument(given(xml, 1));
      },
      'String toXmlString()': (self: DocumentValue) => self.toXml(),
    },
  },
  {
    name: 'Dom.XmlNode',
    isInstance: (value) => value instanceof XmlNodeValue,
    members: {
      'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
        self: XmlNodeValue,
        name: string | null,
        namespace: string | null,
        prefix: string | null,
      ) => self.add(XmlNodeValue.element(given(name, 1), namespace, prefix)),
      'Dom.XmlNode addCommentNode(String text)': (self: XmlNodeValue, text: string | null) =>
        self.add(new XmlNodeValue('COMMENT', given(text, 1))),
      'Dom.XmlNode addTextNode(String text)': (self: XmlNodeValue, text: string | null) =>
        self.add(new XmlNodeValue('TEXT', given(text, 1))),
      'String getAttribute(String key, String keyNamespace)': attribute,
      'Integer getAttributeCount()': (self: XmlNodeValue) => self.attributes.length,
      'String getAttributeKeyAt(Integer index)': (self: XmlNodeValue, index: number) => self.attributes[index]?.local ?? null,
      'String getAttributeKeyNsAt(Integer index)': (self: XmlNodeValue, index: number) => self.attributes[index]?.namespace ?? null,
      'String getAttributeValue(String key, String keyNamespace)': attribute,
      'String getAttributeValueNs(String key, String keyNamespace)': () => null,
      'Dom.XmlNode getChildElement(String name, String namespace)': (self: XmlNodeValue, name: string | null, namespace: string | null) =>
        self.elements.find((child) => child.local === name && (child.namespace ?? '') === (namespace ?? '')) ?? null,
      'List<Dom.XmlNode> getChildElements()': (self: XmlNodeValue) => nodes(self.elements),
      'List<Dom.XmlNode> getChildren()': (self: XmlNodeValue) => nodes(self.children),
      'String getName()': (self: XmlNodeValue) => self.local,
      'String getNamespace()': (self: XmlNodeValue) => self.namespace,
      'String getNamespaceFor(String prefix)': (self: XmlNodeValue, prefix: string | null) => self.namespaceFor(prefix ?? ''),
      'Dom.XmlNodeType getNodeType()': (self: XmlNodeValue) =>
        defineEnum('Dom.XmlNodeType', NODE_TYPES).find(({ name }) => name === self.kind) ?? null,
      'Dom.XmlNode getParent()': (self: XmlNodeValue) => self.parent,
      'String getPrefixFor(String namespace)': (self: XmlNodeValue, namespace: string | null) => self.prefixFor(given(namespace, 1)),
      'String getText()': (self: XmlNodeValue) => self.content,
      'Dom.XmlNode insertBefore(Dom.XmlNode child, Dom.XmlNode other)': (
        self: XmlNodeValue,
        child: XmlNodeValue | null,
        other: XmlNodeValue | null,
      ) => self.add(child ?? raiseNull('Argument 1 cannot be null'), other),
      'Boolean removeAttribute(String key, String keyNamespace)': (
        self: XmlNodeValue,
        key: string | null,
        namespace: string | null,
      ): boolean => {
        const found = find(self, key, namespace);
        self.attributes = self.attributes.filter((one) => one !== found);
        return found !== undefined;
      },
      'Boolean removeChild(Dom.XmlNode child)': (self: XmlNodeValue, child: XmlNodeValue | null) =>
        self.remove(child ?? raiseNull('Argument 1 cannot be null')),
      'void setAttribute(String key, String value)': (self: XmlNodeValue, key: string | null, value: string | null): void =>
        setAttribute(self, key, value),
      'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
        self: XmlNodeValue,
        key: string | null,
        value: string | null,
        namespace: string | null,
      ): void => setAttribute(self, key, value, namespace),
      'void setNamespace(String prefix, String namespace)': (self: XmlNodeValue, prefix: string | null, namespace: string | null): void => {
        self.declared.set(prefix ?? '', given(namespace, 2));
      },
    },
  },
];
