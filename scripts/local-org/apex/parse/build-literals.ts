import type { LiteralContext } from '@apexdevtools/apex-parser';
import { ParseError } from './parse-error.ts';
import type { Literal, Position } from './syntax.ts';

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' };

/** The text of a string literal without its quotes, with the escapes resolved. */
export function unescapeString(inside: string): string {
  return inside.replace(/\\(u([0-9a-fA-F]{4})|.)/g, (whole, single: string, code: string | undefined) =>
    code === undefined ? (ESCAPES[single] ?? whole) : String.fromCharCode(parseInt(code, 16)),
  );
}

export function buildLiteral(context: LiteralContext, position: Position): Literal {
  const text = context.getText();
  if (context.StringLiteral()) {
    return { kind: 'literal', ...position, type: 'String', value: unescapeString(text.slice(1, -1)) };
  }
  if (context.MultilineStringLiteral()) {
    return { kind: 'literal', ...position, type: 'String', value: unescapeString(text.slice(3, -3).replace(/^\r?\n/, '')) };
  }
  if (context.BooleanLiteral()) {
    return { kind: 'literal', ...position, type: 'Boolean', value: text.toLowerCase() };
  }
  if (context.NULL()) {
    return { kind: 'literal', ...position, type: 'null', value: 'null' };
  }
  return buildNumber(text, position);
}

/** A number as written: `12`, `12L`, `1.5`, `1.5d`. */
export function buildNumber(text: string, position: Position): Literal {
  if (/[lL]$/.test(text)) {
    return { kind: 'literal', ...position, type: 'Long', value: text.slice(0, -1) };
  }
  if (/[dD]$/.test(text)) {
    return { kind: 'literal', ...position, type: 'Double', value: text.slice(0, -1) };
  }
  if (text.includes('.')) {
    return { kind: 'literal', ...position, type: 'Decimal', value: text };
  }
  if (BigInt(text) > 2147483648n) {
    throw new ParseError(position.line, position.column, `Illegal integer: ${text} is too large; write ${text}L for a Long.`);
  }
  return { kind: 'literal', ...position, type: 'Integer', value: text };
}
