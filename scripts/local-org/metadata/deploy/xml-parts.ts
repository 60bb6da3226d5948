import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

const SHARED = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false } as const;
const parser = new XMLParser({ ...SHARED, parseTagValue: false, trimValues: false, commentPropName: '#comment' });
const builder = new XMLBuilder({ ...SHARED, format: false, suppressEmptyNode: false, commentPropName: '#comment' });

/** An element as the parser gives it: its name as a key, its children under it, its attributes under `:@`. Texts stay as written. */
export type XmlNode = Readonly<Record<string, unknown>>;

/** The root element of a metadata file and what is in it. */
export interface XmlDocument {
  readonly name: string;
  readonly children: readonly XmlNode[];
}

/** A file that is not XML. */
export class BadXml extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'BadXml';
    this.line = line;
  }
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Reads a metadata file. Throws `BadXml`. */
export function readDocument(text: string): XmlDocument {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new BadXml(verdict.err.line, verdict.err.msg);
  const root = (parser.parse(text) as XmlNode[]).find((node) => isElement(node) && !nameOf(node).startsWith('?'));
  if (root === undefined) throw new BadXml(1, 'The file has no XML element in it.');
  return { name: nameOf(root), children: childrenOf(root) };
}

/** Writes a metadata file. */
export function documentText({ name, children }: XmlDocument): string {
  const root = { [name]: [...children], ':@': { xmlns: NAMESPACE } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build([root]))}\n`;
}

/** Writes one element. */
export function elementText(name: string, children: readonly XmlNode[], attributes: Readonly<Record<string, string>>): string {
  return String(builder.build([{ [name]: [...children], ':@': attributes }]));
}

/** The name of an element. */
export function nameOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

/** Whether it is an element, not a text or comment between. */
export function isElement(node: XmlNode): boolean {
  return !nameOf(node).startsWith('#');
}

/** What is in an element. */
export function childrenOf(node: XmlNode): readonly XmlNode[] {
  return node[nameOf(node)] as readonly XmlNode[];
}

/** The text of the first child with this name. */
export function textOf(node: XmlNode, childName: string): string | undefined {
  const child = childrenOf(node).find((candidate) => nameOf(candidate) === childName);
  const [text] = child === undefined ? [] : childrenOf(child);
  return text === undefined ? undefined : String(text['#text'] ?? '').trim();
}
