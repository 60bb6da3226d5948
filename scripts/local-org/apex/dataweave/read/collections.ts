import { readExpression, readOr } from './expressions.ts';
import type { Lexer } from './lexer.ts';
import { readSelectedKey } from './postfix.ts';
import type { Entry, Expression, KeyNode, Spread } from './syntax.ts';

const SINGLE_ENTRY = /(?:(?:[a-zA-Z_]\w*#)?(?:[a-zA-Z_]\w*|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'))\s*(?:@\(|:(?!:))/y;

/** Whether `name: value` comes next: an object of one entry needs no braces. */
export function isSingleEntryNext(lexer: Lexer): boolean {
  lexer.skip();
  SINGLE_ENTRY.lastIndex = lexer.position;
  return SINGLE_ENTRY.test(lexer.text);
}

/** `name @(attributes): value`. */
export function readEntry(lexer: Lexer): Entry {
  lexer.skip();
  const { position: from } = lexer;
  const key = readSelectedKey(lexer);
  return entryOf(lexer, key.namespace, key.name, from);
}

function entryOf(lexer: Lexer, namespace: string | undefined, name: string | Expression, from: number): Entry {
  const attributes = lexer.accepts('@(') ? readAttributes(lexer) : undefined;
  const key: KeyNode = { namespace, name, attributes, from, to: lexer.position };
  lexer.expect(':');
  return { kind: 'entry', key, value: readExpression(lexer), from, to: lexer.position };
}

/** `{ ... }`. */
export function readEntries(lexer: Lexer): (Entry | Spread)[] {
  lexer.expect('{');
  const entries = readUntil(lexer, '}', ['~']);
  if (lexer.accepts('~')) {
    const { position: from } = lexer;
    entries.push({ kind: 'spread', value: readExpression(lexer), condition: undefined, from, to: lexer.position });
    lexer.expect('}');
  }
  return entries;
}

function readAttributes(lexer: Lexer): (Entry | Spread)[] {
  return readUntil(lexer, ')', []);
}

function readUntil(lexer: Lexer, close: string, otherEnds: readonly string[]): (Entry | Spread)[] {
  const entries: (Entry | Spread)[] = [];
  while (!lexer.accepts(close)) {
    entries.push(lexer.sees('(') ? readSpreadOrDynamic(lexer) : readEntry(lexer));
    if (otherEnds.some((end) => lexer.sees(end))) {
      return entries;
    }
    if (!lexer.accepts(',')) {
      lexer.expect(close);
      return entries;
    }
  }
  return entries;
}

/** `(expression)`, `(key: value) if condition`, `(name): value`. */
function readSpreadOrDynamic(lexer: Lexer): Entry | Spread {
  const { position: from } = lexer;
  const value = readInParentheses(lexer);
  if (isColonNext(lexer) || lexer.sees('@(')) {
    return entryOf(lexer, undefined, value, from);
  }
  const condition = lexer.acceptsWord('if') ? readOr(lexer) : undefined;
  return { kind: 'spread', value, condition, from, to: lexer.position };
}

function isColonNext(lexer: Lexer): boolean {
  return lexer.sees(':') && !lexer.sees('::');
}

function readInParentheses(lexer: Lexer): Expression {
  lexer.expect('(');
  const value = readExpression(lexer);
  lexer.expect(')');
  return value;
}

/** `(expression)`, or `(name): value` as an object of one entry. */
export function readParenthesizedEntry(lexer: Lexer): Expression {
  const { position: from } = lexer;
  const value = readInParentheses(lexer);
  if (!isColonNext(lexer) && !lexer.sees('@(')) {
    return value;
  }
  return { kind: 'object', entries: [entryOf(lexer, undefined, value, from)], from, to: lexer.position };
}

/** `[a, (b) if condition]`, `[head ~ tail]`. */
export function readArray(lexer: Lexer): Expression {
  const { position: from } = lexer;
  const items: { value: Expression; condition: Expression | undefined }[] = [];
  let tail: Expression | undefined;
  lexer.expect('[');
  while (!lexer.accepts(']')) {
    const value = readExpression(lexer);
    items.push({ value, condition: lexer.acceptsWord('if') ? readOr(lexer) : undefined });
    if (lexer.accepts('~')) {
      tail = readExpression(lexer);
    }
    if (!lexer.accepts(',')) {
      lexer.expect(']');
      break;
    }
  }
  return { kind: 'array', items, tail, from, to: lexer.position };
}
