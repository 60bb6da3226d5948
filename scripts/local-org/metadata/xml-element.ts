import { SetUpError } from './set-up-error.ts';

/** One element of a metadata file. Metadata XML has either children or text, never both. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** The line of the file on which it begins. */
  readonly line: number;

  constructor({ name, attributes, children, text, line }: OpenElement) {
    this.name = name;
    this.attributes = attributes;
    this.children = children;
    this.text = children.length > 0 ? '' : text;
    this.line = line;
  }

  /** The text without the space around it. */
  get word(): string {
    return this.text.trim();
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
  readonly line: number;
}

/**
 * Reads the text of an XML file into its root element.
 * @throws SetUpError that names the path, and the line where the XML breaks.
 */
export function parseXml(source: string, path: string): XmlElement {
  const text = source.replace(LINE_END, '\n');
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '', line: 0 };
  const open: OpenElement[] = [root];
  let current = root;
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  let line = 1;
  const refuse = (reason: string): never => {
    throw new SetUpError(`${path}:${line}: this is not well-formed XML (${reason}); mend the file.`);
  };
  while (at < text.length) {
    PIECE.lastIndex = at;
    const [piece, verbatim, ended, begun, attributes, isEmpty] = PIECE.exec(text) ?? refuse('a tag is broken');
    if (verbatim !== undefined) {
      current.text += verbatim;
    } else if (ended !== undefined) {
      if (ended !== current.name) refuse(`"${current.name}" is ended by "${ended}"`);
      open.pop();
      const element = new XmlElement(current);
      current = open.at(-1) ?? root;
      current.children.push(element);
    } else if (begun !== undefined) {
      if (current === root && root.children.length > 0) refuse(`"${begun}" begins behind the end of the file's element`);
      const element = { name: begun, attributes: attributesOf(attributes ?? '', refuse), children: [], text: '', line };
      if (isEmpty === '') {
        open.push(element);
        current = element;
      } else current.children.push(new XmlElement(element));
    } else if (!piece.startsWith('<')) {
      if (current === root && piece.trim() !== '') refuse('there is text outside of the elements');
      current.text += unescaped(piece, refuse);
    }
    at += piece.length;
    line += lineEndsIn(piece);
  }
  if (current !== root) refuse(`"${current.name}" is not ended`);
  const [element] = root.children;
  if (element === undefined) {
    throw new SetUpError(`${path}: the file has no XML element in it; mend or remove the file.`);
  }
  return element;
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let place = text.indexOf('\n'); place >= 0; place = text.indexOf('\n', place + 1)) count += 1;
  return count;
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
