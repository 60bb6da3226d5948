import { readExpression } from './expressions.ts';
import type { Lexer } from './lexer.ts';
import type { Expression } from './syntax.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** A text between quotes or backticks, with the expressions in it; undefined when none comes next. */
export function readString(lexer: Lexer): Expression | undefined {
  lexer.skip();
  const quote = lexer.text[lexer.position];
  if (quote !== '"' && quote !== "'" && quote !== '`') {
    return undefined;
  }
  const from = lexer.position;
  lexer.position += 1;
  const parts = readParts(lexer, quote, from);
  const place = { from, to: lexer.position };
  return parts.every((part) => typeof part === 'string')
    ? { kind: 'constant', value: parts.join(''), ...place }
    : { kind: 'interpolation', parts, ...place };
}

function readParts(lexer: Lexer, quote: string, from: number): (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  for (;;) {
    const character = lexer.text[lexer.position];
    if (character === undefined) {
      return lexer.fail('This text is not closed', from);
    }
    lexer.position += 1;
    if (character === quote) {
      return parts;
    }
    parts.push(character === '\\' ? readEscape(lexer) : character === '$' ? readInterpolated(lexer) : character);
  }
}

function readEscape(lexer: Lexer): string {
  const character = lexer.text[lexer.position] ?? '';
  lexer.position += 1;
  if (character !== 'u') {
    return ESCAPES[character] ?? character;
  }
  const code = /^[0-9a-fA-F]{4}/.exec(lexer.text.slice(lexer.position))?.[0] ?? lexer.fail('\\u takes four hexadecimal digits');
  lexer.position += 4;
  return String.fromCharCode(Number.parseInt(code, 16));
}

/** Behind a `$` in a text: `$name`, `$(expression)`, or `$` itself. */
function readInterpolated(lexer: Lexer): Expression {
  const from = lexer.position - 1;
  const next = lexer.text[lexer.position] ?? '';
  if (next === '(') {
    lexer.position += 1;
    const expression = readExpression(lexer);
    lexer.expect(')');
    return expression;
  }
  if (/[a-zA-Z_]/.test(next)) {
    const name = lexer.name();
    return { kind: 'name', name, from, to: lexer.position };
  }
  lexer.position = from;
  const name = lexer.dollars() as string;
  return { kind: 'name', name, from, to: lexer.position };
}
