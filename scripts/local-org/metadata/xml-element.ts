import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { SetUpError } from './set-up-error.ts';

/** One element of a metadata file. Metadata XML has either children or text, never both. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;

  constructor(name: string, attributes: Record<string, string>, children: XmlElement[], text: string) {
    this.name = name;
    this.attributes = attributes;
    this.children = children;
    this.text = text;
  }

  /** The first child of that name. */
  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** Every child of that name, in order. */
  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The text of the first child of that name; `undefined` when there is none or it is empty. */
  textOf(name: string): string | undefined {
    const text = this.child(name)?.text;
    return text === undefined || text === '' ? undefined : text;
  }

  /** The texts of every child of that name. */
  textsOf(name: string): string[] {
    return this.all(name).map((child) => child.text);
  }

  /** Whether the child of that name says `true`; the default when it is absent. */
  flag(name: string, whenAbsent = false): boolean {
    const text = this.textOf(name);
    return text === undefined ? whenAbsent : text.trim() === 'true';
  }

  /** The number in the child of that name; `undefined` when absent. */
  numberOf(name: string): number | undefined {
    const text = this.textOf(name);
    return text === undefined ? undefined : Number(text);
  }
}

type OrderedNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
});

function toElement(node: OrderedNode): XmlElement {
  const name = Object.keys(node).find((key) => key !== ':@') as string;
  const children: XmlElement[] = [];
  let text = '';
  for (const inner of node[name] as OrderedNode[]) {
    if ('#text' in inner) {
      text += String(inner['#text']);
    } else {
      children.push(toElement(inner));
    }
  }
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  return new XmlElement(name, attributes, children, children.length > 0 ? '' : text);
}

/**
 * Reads the text of an XML file into its root element.
 * @throws SetUpError that names the path, and the line where the XML breaks.
 */
export function parseXml(text: string, path: string): XmlElement {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) {
    throw new SetUpError(`${path}:${verdict.err.line}: this is not well-formed XML (${verdict.err.msg}); mend the file.`);
  }
  const nodes = parser.parse(text) as OrderedNode[];
  const root = nodes.find((node) => !('#text' in node));
  if (root === undefined) {
    throw new SetUpError(`${path}: the file has no XML element in it; mend or remove the file.`);
  }
  return toElement(root);
}
