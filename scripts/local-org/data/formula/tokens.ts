/** A piece of a formula's text. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  /** The piece itself; for a text literal what stands between the quotes, with escapes resolved. */
  readonly text: string;
  readonly at: number;
}

const SPACE_OR_COMMENT = /(?:\s|\/\*[\s\S]*?\*\/)+/y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
/** Steps of a path; a lookup to several objects says which it means: `Owner:User.Email`. */
const NAME = /\$?[A-Za-z_][\w$]*(?::[A-Za-z]\w*)?(?:\s*\.\s*\$?[A-Za-z_]\w*(?::[A-Za-z]\w*)?)*/y;
const TEXT = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/y;
const OPERATOR = /<>|!=|<=|>=|==|&&|\|\||[-+*/^&=<>!(),]/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Cuts a formula into tokens; the last one is of kind `end`.
 *
 * @throws SyntaxError at the first character that begins nothing known.
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  while (at < formula.length) {
    const space = take(SPACE_OR_COMMENT);
    if (space) {
      at += space[0].length;
      continue;
    }
    const text = take(TEXT);
    if (text) {
      tokens.push({ kind: 'text', text: unescape(text[1] ?? text[2] ?? ''), at });
      at += text[0].length;
      continue;
    }
    const other = firstOf(take, [
      ['number', NUMBER],
      ['name', NAME],
      ['operator', OPERATOR],
    ]);
    if (!other) {
      throw new SyntaxError(`unexpected character ${JSON.stringify(formula[at])} at position ${at + 1}`);
    }
    tokens.push({ kind: other.kind, text: other.text.replaceAll(/\s/g, ''), at });
    at += other.text.length;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
}

function firstOf(
  take: (pattern: RegExp) => RegExpExecArray | null,
  kinds: readonly (readonly [Token['kind'], RegExp])[],
): { kind: Token['kind']; text: string } | undefined {
  for (const [kind, pattern] of kinds) {
    const match = take(pattern);
    if (match) {
      return { kind, text: match[0] };
    }
  }
  return undefined;
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);
}
