import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { DataWeaveError } from '../values/failure.ts';
import { Key, NamespaceValue, ObjectValue } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import { CDataValue } from '../values/special.ts';
import { textOption } from './format.ts';
import type { FormatOptions } from './format.ts';

type OrderedNode = Readonly<Record<string, unknown>>;
type Namespaces = ReadonlyMap<string, string>;

const ATTRIBUTES = ':@';
const CDATA = '#cdata';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: CDATA,
  htmlEntities: false,
});

/** Reads XML. @throws DataWeaveError when it is not well-formed. */
export function readXml(text: string, options: FormatOptions): ObjectValue {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const valid = XMLValidator.validate(trimmed);
  if (valid !== true) {
    throw new DataWeaveError(`${valid.err.msg} at payload@[${valid.err.line}:${valid.err.col}] (line:column)`, 'ReaderException');
  }
  const nodes = parser.parse(trimmed) as OrderedNode[];
  return new ObjectValue(entriesOf(nodes, new Map(), textOption(options, 'nullValueOn', 'blank')));
}

function nameOf(node: OrderedNode): string {
  return Object.keys(node).find((key) => key !== ATTRIBUTES) as string;
}

function entriesOf(nodes: readonly OrderedNode[], namespaces: Namespaces, nullOn: string): EntryValue[] {
  return nodes.filter((node) => !['#text', '#comment', CDATA].includes(nameOf(node))).map((node) => entryOf(node, namespaces, nullOn));
}

function entryOf(node: OrderedNode, outer: Namespaces, nullOn: string): EntryValue {
  const name = nameOf(node);
  const attributes = (node[ATTRIBUTES] ?? {}) as Record<string, string>;
  const namespaces = declared(attributes, outer);
  const own = Object.entries(attributes).filter(([attribute]) => attribute !== 'xmlns' && !attribute.startsWith('xmlns:'));
  const isNil = own.some(([attribute, value]) => /(^|:)nil$/.test(attribute) && value === 'true');
  const attributesValue =
    own.length === 0 ? undefined : new ObjectValue(own.map(([attribute, value]) => ({ key: keyOf(attribute, namespaces, false), value })));
  const key = keyOf(name, namespaces, true, attributesValue);
  return { key, value: isNil ? null : contentOf(node[name] as OrderedNode[], namespaces, nullOn) };
}

function declared(attributes: Readonly<Record<string, string>>, outer: Namespaces): Namespaces {
  const own = Object.entries(attributes).flatMap(([name, uri]): [string, string][] =>
    name === 'xmlns' ? [['', uri]] : name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), uri]] : [],
  );
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

function keyOf(name: string, namespaces: Namespaces, isElement: boolean, attributes?: ObjectValue): Key {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const uri = prefix === '' && !isElement ? undefined : namespaces.get(prefix);
  return new Key(colon < 0 ? name : name.slice(colon + 1), uri === undefined ? undefined : new NamespaceValue(prefix, uri), attributes);
}

/** Elements as an object, text among them under `__text`; text alone as it is. */
function contentOf(nodes: readonly OrderedNode[], namespaces: Namespaces, nullOn: string): unknown {
  const elements = entriesOf(nodes, namespaces, nullOn);
  const texts = nodes.filter((node) => '#text' in node || CDATA in node);
  const text = texts.map(textOfNode).join('');
  if (elements.length === 0) {
    const cdata = texts.length === 1 && CDATA in texts[0];
    return (nullOn === 'empty' ? text === '' : nullOn === 'blank' && text.trim() === '') ? null : cdata ? new CDataValue(text) : text;
  }
  return new ObjectValue(text.trim() === '' ? elements : [...elements, { key: new Key('__text'), value: text }]);
}

function textOfNode(node: OrderedNode): string {
  if ('#text' in node) {
    return String(node['#text']);
  }
  return (node[CDATA] as OrderedNode[]).map((inner) => String(inner['#text'] ?? '')).join('');
}
