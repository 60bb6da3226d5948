import type { Bind } from './ast.ts';
import { malformed } from './tokens.ts';
import type { TokenReader } from './tokens.ts';

const PLAIN_PATH = /^[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*$/;
const BINARY_OPERATORS = new Set(['+', '-', '*', '/', '%', '&&', '||', '??', '==']);

/**
 * Reads the Apex expression behind a colon and leaves the reader after its last character. It follows Apex just far enough to
 * find the end: prefixes, `new`, casts and parentheses, then members, calls and indexes, then perhaps an operator and more.
 */
export function readBind(reader: TokenReader, at: number): Bind {
  const first = reader.next();
  reader.moveTo(first.at);
  const textAt = first.at;
  const end = operand(reader, at);
  const text = reader.text.slice(textAt, end);
  reader.moveTo(end);
  const name = PLAIN_PATH.test(text) ? text.replace(/\s+/g, '').toLowerCase() : `#${textAt}`;
  return { kind: 'bind', at, text, textAt, name };
}

function operand(reader: TokenReader, at: number): number {
  let token = reader.next();
  while (token.text === '-' || token.text === '!' || token.text === '+') token = reader.next();
  if (token.kind === 'name' && token.text.toLowerCase() === 'new') {
    skipTypeName(reader);
    token = reader.next();
    if (token.text === '{' || token.text === '(' || token.text === '[') skipBalanced(reader, token.text, at);
    else throw malformed('A bind expression is not complete', reader.text, at);
  } else if (token.text === '(') {
    skipBalanced(reader, '(', at);
    const after = reader.position;
    const following = reader.next();
    reader.moveTo(after);
    const isCast = following.kind === 'name' && !isKeywordAfterBind(following.text);
    if (isCast || following.kind === 'string') return operand(reader, at);
  } else if (token.text === '[') {
    skipBalanced(reader, '[', at);
  } else if (token.kind !== 'name' && token.kind !== 'string' && token.kind !== 'number') {
    throw malformed(`unexpected token: '${token.text === '' ? '<EOF>' : token.text}'`, reader.text, token.at);
  }
  return continuation(reader, at);
}

function continuation(reader: TokenReader, at: number): number {
  for (;;) {
    const end = reader.position;
    let token = reader.next();
    let operator = token.text;
    if (token.text === '?' || token.text === '&' || token.text === '|' || token.text === '=') {
      const second = reader.next();
      operator = second.at === token.end ? token.text + second.text : token.text;
      if (operator === token.text) reader.moveTo(token.end);
      token = second;
    }
    if (operator === '.' || operator === '?.') {
      const member = reader.next();
      if (member.kind !== 'name') throw malformed('A bind expression is not complete', reader.text, at);
    } else if (operator === '(' || operator === '[') {
      skipBalanced(reader, operator, at);
    } else if (BINARY_OPERATORS.has(operator)) {
      return operand(reader, at);
    } else if (operator === '?') {
      operand(reader, at);
      const colon = reader.next();
      if (colon.text !== ':') throw malformed("expecting ':'", reader.text, colon.at);
      return operand(reader, at);
    } else if (token.kind === 'number' && /^[+-]/.test(token.text)) {
      // `:count -1` reads as one signed number here: it is a subtraction.
    } else {
      reader.moveTo(end);
      return end;
    }
  }
}

function skipTypeName(reader: TokenReader): void {
  for (;;) {
    reader.next();
    const after = reader.position;
    const token = reader.next();
    if (token.text === '.') continue;
    if (token.text === '<') {
      for (let depth = 1; depth > 0;) {
        const inner = reader.next();
        if (inner.kind === 'end') return;
        if (inner.text === '<') depth++;
        if (inner.text === '>') depth--;
      }
      return;
    }
    reader.moveTo(after);
    return;
  }
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function skipBalanced(reader: TokenReader, open: string, at: number): void {
  const closing = [CLOSING[open]];
  while (closing.length > 0) {
    const token = reader.next();
    if (token.kind === 'end') throw malformed('A bind expression is not closed', reader.text, at);
    if (token.kind !== 'symbol') continue;
    const opened = CLOSING[token.text];
    if (opened !== undefined) closing.push(opened);
    else if (token.text === closing.at(-1)) closing.pop();
  }
}

const KEYWORDS = new Set(['and', 'or', 'with', 'group', 'having', 'order', 'limit', 'offset', 'for', 'all', 'update', 'not']);

function isKeywordAfterBind(text: string): boolean {
  return KEYWORDS.has(text.toLowerCase());
}
