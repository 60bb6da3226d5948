import { readExpression } from './expressions.ts';
import type { Lexer } from './lexer.ts';
import { readString } from './strings.ts';
import { readPrimary } from './primary.ts';
import type { Expression, KeyNode, Selector } from './syntax.ts';
import { readType } from './types.ts';

/** A value with the selectors and calls behind it: `payload.users[0].name?`, `upper(name)`. */
export function readPostfix(lexer: Lexer): Expression {
  lexer.skip();
  const { position: from } = lexer;
  let value = readPrimary(lexer);
  for (;;) {
    const next = readCall(lexer, value, from) ?? readSelection(lexer, value, from);
    if (!next) {
      return value;
    }
    value = next;
  }
}

function readCall(lexer: Lexer, callee: Expression, from: number): Expression | undefined {
  const callable = callee.kind === 'name' || callee.kind === 'call' || callee.kind === 'lambda' || callee.kind === 'selection';
  if (callee.kind === 'name') {
    skipTypeArguments(lexer);
  }
  // On a line of its own a parenthesis begins something else.
  const open = /^[ \t]*\(/.exec(lexer.text.slice(lexer.position));
  if (!callable || !open || (callee.kind !== 'name' && open[0] !== '(')) {
    return undefined;
  }
  lexer.expect('(');
  const args: Expression[] = [];
  while (!lexer.accepts(')')) {
    args.push(readExpression(lexer));
    if (!lexer.accepts(',')) {
      lexer.expect(')');
      break;
    }
  }
  return { kind: 'call', callee, args, infix: false, from, to: lexer.position };
}

/** `<Number>` between a function's name and its arguments says nothing that the arguments don't. */
function skipTypeArguments(lexer: Lexer): void {
  const { position } = lexer;
  if (!/^<[A-Z][\w:<>, |]*>\(/.test(lexer.text.slice(position))) {
    return;
  }
  lexer.accepts('<');
  do {
    readType(lexer);
  } while (lexer.accepts(','));
  lexer.expect('>');
}

function readSelection(lexer: Lexer, value: Expression, from: number): Expression | undefined {
  if (lexer.sees('..')) {
    lexer.accepts('..');
    const descendants: Expression = {
      kind: 'selection',
      value,
      selector: { kind: 'descendants' },
      presence: undefined,
      from,
      to: lexer.position,
    };
    // What follows selects from all the descendants, without a point of its own.
    return /^[\w"'*@&]/.test(lexer.text.slice(lexer.position)) ? selection(lexer, descendants, readNamed(lexer), from) : descendants;
  }
  const selector = readSelector(lexer);
  return selector && selection(lexer, value, selector, from);
}

function selection(lexer: Lexer, value: Expression, selector: Selector, from: number): Expression {
  const presence = readPresence(lexer);
  return { kind: 'selection', value, selector, presence, from, to: lexer.position };
}

function readPresence(lexer: Lexer): 'test' | 'assert' | undefined {
  const rest = lexer.text.slice(lexer.position, lexer.position + 2);
  if (rest.startsWith('?')) {
    lexer.position += 1;
    return 'test';
  }
  if (rest.startsWith('!') && rest !== '!=') {
    lexer.position += 1;
    return 'assert';
  }
  return undefined;
}

/** The selector that comes next, with its point or bracket. */
export function readSelector(lexer: Lexer): Selector | undefined {
  if (lexer.accepts('.')) {
    return readNamed(lexer);
  }
  // A bracket on a line of its own begins an array.
  if (/^[ \t]*\[/.test(lexer.text.slice(lexer.position))) {
    lexer.expect('[');
    const selector = readBracket(lexer);
    lexer.expect(']');
    return selector;
  }
  return undefined;
}

function readNamed(lexer: Lexer): Selector {
  if (lexer.accepts('*@') || lexer.accepts('@*')) {
    return { kind: 'attributes', name: readSelectedKey(lexer) };
  }
  if (lexer.accepts('@')) {
    return /^["'\w]/.test(lexer.text.slice(lexer.position))
      ? { kind: 'attribute', name: readSelectedKey(lexer) }
      : { kind: 'allAttributes' };
  }
  if (lexer.accepts('*')) {
    return { kind: 'values', name: readSelectedKey(lexer) };
  }
  if (lexer.accepts('&')) {
    return { kind: 'pair', name: readSelectedKey(lexer) };
  }
  if (lexer.accepts('^')) {
    return { kind: 'metadata', name: readSelectedKey(lexer) };
  }
  if (lexer.accepts('#')) {
    return { kind: 'namespace' };
  }
  return { kind: 'value', name: readSelectedKey(lexer) };
}

/** `name`, `"name"`, `ns0#name`. */
export function readSelectedKey(lexer: Lexer): KeyNode {
  lexer.skip();
  const { position: from } = lexer;
  const first = readNameOrText(lexer);
  if (typeof first === 'string' && lexer.text[lexer.position] === '#') {
    lexer.position += 1;
    return { namespace: first, name: readNameOrText(lexer), attributes: undefined, from, to: lexer.position };
  }
  return { namespace: undefined, name: first, attributes: undefined, from, to: lexer.position };
}

function readNameOrText(lexer: Lexer): string | Expression {
  const text = readString(lexer);
  if (text) {
    return text.kind === 'constant' ? String(text.value) : text;
  }
  return lexer.name();
}

function readBracket(lexer: Lexer): Selector {
  if (lexer.accepts('?')) {
    return { kind: 'filter', argument: readExpression(lexer) };
  }
  if (lexer.accepts('*')) {
    return { kind: 'dynamicValues', argument: readExpression(lexer) };
  }
  if (lexer.accepts('@')) {
    return { kind: 'dynamicAttribute', argument: readExpression(lexer) };
  }
  if (lexer.accepts('&')) {
    return { kind: 'dynamicPair', argument: readExpression(lexer) };
  }
  return { kind: 'index', argument: readExpression(lexer) };
}
