import { ParseError } from './parse-error.ts';
import type { Literal, Position } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' };
const WRONG_ESCAPE = /\\(?:[^btnfr"'u]|u(?![0-9a-fA-F]{4}))/;

/** The text of a string literal without its quotes, with the escapes resolved. */
export function unescapeString(inside: string): string {
  if (!inside.includes('\\')) return inside;
  return inside.replace(/\\(u([0-9a-fA-F]{4})|.)/g, (whole, single: string, code: string | undefined) =>
    code === undefined ? (ESCAPES[single] ?? whole) : String.fromCharCode(parseInt(code, 16)),
  );
}

/** A number, a text, `true`, `false` or `null`; undefined, and nothing taken, when there is something else. */
export function readLiteral(reader: TokenReader): Literal | undefined {
  const { position } = reader;
  const { kind, key } = reader.current;
  if (kind === 'number') return numberOf(reader.next().text, position);
  if (kind === 'text') return textOf(reader.next().text, position);
  if (key === 'true' || key === 'false') return { kind: 'literal', ...position, type: 'Boolean', value: reader.next().key };
  if (key === 'null') return { kind: 'literal', ...position, type: 'null', value: reader.next().key };
  return undefined;
}

function textOf(text: string, position: Position): Literal {
  const isMultiline = text.startsWith("'''") && text.length > 3;
  const inside = isMultiline ? text.slice(3, -3).replace(/^\r?\n/, '') : text.slice(1, -1);
  const wrong = WRONG_ESCAPE.exec(inside.replaceAll('\\\\', ''));
  if (wrong) {
    const message = `Illegal string literal: Invalid string literal '${inside}'. Illegal character sequence '${wrong[0]}' in string literal.`;
    throw new ParseError(position.line, position.column, message);
  }
  return { kind: 'literal', ...position, type: 'String', value: unescapeString(inside) };
}

/** A number as written: `12`, `12L`, `1.5`, `1.5d`. */
function numberOf(text: string, position: Position): Literal {
  if (/[lL]$/.test(text)) {
    return { kind: 'literal', ...position, type: 'Long', value: text.slice(0, -1) };
  }
  if (/[dD]$/.test(text)) {
    return { kind: 'literal', ...position, type: 'Double', value: text.slice(0, -1) };
  }
  if (text.includes('.')) {
    return { kind: 'literal', ...position, type: 'Decimal', value: text };
  }
  if (BigInt(text) > 2147483647n) {
    throw new ParseError(position.line, position.column, `Illegal integer: ${text} is too large; write ${text}L for a Long.`);
  }
  return { kind: 'literal', ...position, type: 'Integer', value: text };
}
