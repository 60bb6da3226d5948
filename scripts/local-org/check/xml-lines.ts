/** An element of an XML file, with the line it begins on. */
export interface XmlNode {
  readonly name: string;
  readonly line: number;
  /** The text inside, trimmed; empty for an element with children. */
  readonly text: string;
  readonly children: readonly XmlNode[];
}

interface OpenNode {
  readonly name: string;
  readonly line: number;
  text: string;
  readonly children: XmlNode[];
}

const PIECE = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/[^>]*>|<([\w.:-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|[^<]+/g;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The root element of a well-formed XML file; undefined when there is none. */
export function parseXmlLines(text: string): XmlNode | undefined {
  const root: OpenNode = { name: '', line: 0, text: '', children: [] };
  const open: OpenNode[] = [root];
  let line = 1;
  for (const match of text.matchAll(PIECE)) {
    const [piece, cdata, name, , selfClosing] = match;
    const current = open.at(-1) ?? root;
    if (cdata !== undefined) current.text += cdata;
    else if (name !== undefined) {
      const node: OpenNode = { name, line, text: '', children: [] };
      if (selfClosing === '/') current.children.push(node);
      else open.push(node);
    } else if (piece.startsWith('</')) {
      open.pop();
      (open.at(-1) ?? root).children.push({ ...current, text: current.children.length > 0 ? '' : current.text.trim() });
    } else if (!piece.startsWith('<')) current.text += piece.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
    line += piece.split('\n').length - 1;
  }
  return root.children[0];
}

/** The first child of a name. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}
