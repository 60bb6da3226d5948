import { SetUpError } from './set-up-error.ts';

/** One element of a metadata file. Metadata XML has either children or text, never both. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;

  constructor(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlElement[], text: string) {
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

/** Comment, CDATA, instruction or document type, end tag, start tag with its attributes and the slash of an empty element, text. */
const PIECE =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>=<!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Every line end is a line feed to whoever reads XML. */
const LINE_END = /\r\n?/g;
const BYTE_ORDER_MARK = '\uFEFF';

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads the text of an XML file into its root element.
 * @throws SetUpError that names the path, and the line where the XML breaks.
 */
export function parseXml(source: string, path: string): XmlElement {
  const text = source.replace(LINE_END, '\n');
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenElement[] = [root];
  let current = root;
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const refuse = (reason: string): never => {
    const line = text.slice(0, at).split('\n').length;
    throw new SetUpError(`${path}:${line}: this is not well-formed XML (${reason}); mend the file.`);
  };
  while (at < text.length) {
    PIECE.lastIndex = at;
    const [piece, verbatim, ended, begun, attributes, isEmpty] = PIECE.exec(text) ?? refuse('a tag is broken');
    if (verbatim !== undefined) {
      current.text += verbatim;
    } else if (ended !== undefined) {
      if (ended !== current.name) refuse(`"${current.name}" is ended by "${ended}"`);
      const { name, children } = current;
      open.pop();
      const element = new XmlElement(name, current.attributes, children, children.length > 0 ? '' : current.text);
      current = open.at(-1) ?? root;
      current.children.push(element);
    } else if (begun !== undefined) {
      if (current === root && root.children.length > 0) refuse(`"${begun}" begins behind the end of the file's element`);
      current = { name: begun, attributes: attributesOf(attributes ?? '', refuse), children: [], text: '' };
      if (isEmpty === '') open.push(current);
      else {
        const element = new XmlElement(begun, current.attributes, [], '');
        current = open.at(-1) ?? root;
        current.children.push(element);
      }
    } else if (!piece.startsWith('<')) {
      if (current === root && piece.trim() !== '') refuse('there is text outside of the elements');
      current.text += unescaped(piece, refuse);
    }
    at += piece.length;
  }
  if (current !== root) refuse(`"${current.name}" is not ended`);
  const [element] = root.children;
  if (element === undefined) {
    throw new SetUpError(`${path}: the file has no XML element in it; mend or remove the file.`);
  }
  return element;
}

function attributesOf(text: string, refuse: (reason: string) => never): Record<string, string> {
  if (text === '') return {};
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name, unescaped(double ?? single ?? '', refuse)]),
  );
}

function unescaped(text: string, refuse: (reason: string) => never): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));|&/gi, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (hexadecimal !== undefined) return String.fromCodePoint(parseInt(hexadecimal, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ''] ?? refuse(`"${whole}" stands for no character`);
  });
}
