import { readCreation } from './read-creation.ts';
import { readLiteral } from './read-literals.ts';
import { isQuery, readQuery } from './read-queries.ts';
import { endOfType, readType } from './read-types.ts';
import type { Expression, Position } from './syntax.ts';
import { isName, readList } from './token-reader.ts';
import type { TokenReader } from './token-reader.ts';

const ASSIGNMENTS: ReadonlySet<string> = new Set(['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<=', '>>=', '>>>=']);
const PREFIXES: ReadonlySet<string> = new Set(['!', '~', '+', '-', '++', '--']);

/** Operators between two operands, from those that bind least. */
const LEVELS: readonly (readonly string[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!=', '===', '!==', '<>'],
  ['instanceof'],
  ['<', '>', '<=', '>='],
  ['<<', '>>', '>>>'],
  ['+', '-'],
  ['*', '/'],
];
const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  LEVELS.flatMap((operators, level) => operators.map((operator) => [operator, level])),
);

/** Numbers may have a sign behind their cast, `(Decimal) -1`; behind other names in parentheses it is an operator: `(a) - 1`. */
const NUMERIC: ReadonlySet<string> = new Set(['integer', 'long', 'double', 'decimal']);
/** Reserved words that begin an operand. */
const OPERAND_WORDS: ReadonlySet<string> = new Set(['this', 'super', 'new', 'null', 'true', 'false', 'list', 'map', 'trigger']);
/** Words that are names elsewhere and begin a clause in a query: `:(ids) ORDER BY`. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set(['all', 'group', 'offset', 'order', 'with']);

export function readExpression(reader: TokenReader): Expression {
  const { position } = reader;
  const target = readConditional(reader);
  if (!ASSIGNMENTS.has(reader.current.key)) return target;
  const operator = reader.next().key;
  return { kind: 'assignment', ...position, operator, target, value: readExpression(reader) };
}

/** Expressions in parentheses, such as the arguments of a call; often none. */
export function readArguments(reader: TokenReader): Expression[] {
  reader.expect('(');
  const values = reader.at(')') ? [] : readList(reader, readExpression);
  reader.expect(')');
  return values;
}

/** The condition of a statement. */
export function readCondition(reader: TokenReader): Expression {
  reader.expect('(');
  const condition = readExpression(reader);
  reader.expect(')');
  return condition;
}

function readConditional(reader: TokenReader): Expression {
  const { position } = reader;
  const condition = readBinary(reader, 0);
  if (!reader.accept('?')) return condition;
  const then = readExpression(reader);
  reader.expect(':');
  return { kind: 'conditional', ...position, condition, then, otherwise: readConditional(reader) };
}

/** Operands joined by operators of a level or of one that binds more. */
function readBinary(reader: TokenReader, lowest: number): Expression {
  const { position } = reader;
  let left = readUnary(reader);
  for (;;) {
    const operator = operatorAt(reader);
    const level = PRECEDENCE.get(operator);
    if (level === undefined || level < lowest) return left;
    for (let taken = ''; taken !== operator;) taken += reader.next().key;
    left =
      operator === 'instanceof'
        ? { kind: 'instanceOf', ...position, value: left, type: readType(reader) }
        : { kind: 'binary', ...position, operator, left, right: readBinary(reader, level + 1) };
  }
}

/** `>` and `<` are tokens of their own, as they may belong to a type: `>>` is two of them, and `>=` may be written `> =`. */
function operatorAt(reader: TokenReader): string {
  const { key } = reader.current;
  if (key !== '<' && key !== '>') return key;
  const { key: second } = reader.peek(1);
  if (second === '=') return `${key}=`;
  if (key !== '>' || second !== '>') return key;
  return reader.peek(2).key === '>' ? '>>>' : '>>';
}

function readUnary(reader: TokenReader): Expression {
  const { position } = reader;
  if (PREFIXES.has(reader.current.key)) {
    const operator = reader.next().key as '!' | '~' | '+' | '-' | '++' | '--';
    const operand = readUnary(reader);
    return operator === '-' ? negative(operand, position) : { kind: 'unary', ...position, operator, postfix: false, operand };
  }
  if (reader.at('(') && isCast(reader)) {
    reader.next();
    const type = readType(reader);
    reader.expect(')');
    return { kind: 'cast', ...position, type, value: readUnary(reader) };
  }
  return readMembers(reader, position, readPrimary(reader));
}

/** A number with its sign is one literal: the least Integer has no positive counterpart. */
function negative(operand: Expression, position: Position): Expression {
  const isNumber = operand.kind === 'literal' && !['String', 'Boolean', 'null'].includes(operand.type) && !operand.value.startsWith('-');
  return isNumber
    ? { ...operand, ...position, value: `-${operand.value}` }
    : { kind: 'unary', ...position, operator: '-', postfix: false, operand };
}

/** Whether a parenthesis holds a type to cast to, and not an expression: what follows it tells. */
function isCast(reader: TokenReader): boolean {
  const end = endOfType(reader, 1);
  if (end === -1 || reader.peek(end).key !== ')') return false;
  const after = reader.peek(end + 1);
  if (after.key === '+' || after.key === '-') return end === 2 && NUMERIC.has(reader.peek(1).key);
  if (after.key === '++' || after.key === '--') return beginsOperand(reader, end + 2);
  return beginsOperand(reader, end + 1);
}

function beginsOperand(reader: TokenReader, offset: number): boolean {
  const token = reader.peek(offset);
  const { kind, key } = token;
  if (kind === 'number' || kind === 'text' || key === '(' || key === '!' || key === '~' || isQuery(reader, offset)) return true;
  return OPERAND_WORDS.has(key) || (isName(token) && !(reader.insideQuery && CLAUSE_WORDS.has(key)));
}

/** What follows an operand: members, calls, indexes, `++`. */
function readMembers(reader: TokenReader, position: Position, operand: Expression): Expression {
  let target = operand;
  for (;;) {
    const { key } = reader.current;
    if (key === '.' || key === '?.') {
      reader.next();
      target = readMember(reader, position, target, key === '?.');
    } else if (key === '[' && !isQuery(reader, 0)) {
      reader.next();
      target = { kind: 'index', ...position, target, index: readExpression(reader) };
      reader.expect(']');
    } else if (key === '++' || key === '--') {
      reader.next();
      target = { kind: 'unary', ...position, operator: key, postfix: true, operand: target };
    } else {
      return target;
    }
  }
}

function readMember(reader: TokenReader, position: Position, target: Expression, safe: boolean): Expression {
  if (reader.at('class')) throw reader.unexpected();
  const name = reader.word();
  return reader.at('(')
    ? { kind: 'call', ...position, target, name, arguments: readArguments(reader), safe }
    : { kind: 'member', ...position, target, name, safe };
}

function readPrimary(reader: TokenReader): Expression {
  const { position } = reader;
  const { key } = reader.current;
  if (key === '(') return readCondition(reader);
  if (key === 'new') return readCreation(reader);
  if (key === '[' && isQuery(reader, 0)) return readQuery(reader);
  if (key === 'void') return readVoidLiteral(reader, position);
  if (key === 'this' || key === 'super') return readSelf(reader, position, key);
  const literal = readLiteral(reader) ?? readTypeLiteral(reader, position);
  if (literal) return literal;
  const name = reader.peek(1).key === '.' ? reader.word() : reader.name();
  return reader.at('(')
    ? { kind: 'call', ...position, name, arguments: readArguments(reader), safe: false }
    : { kind: 'name', ...position, name };
}

/** `this`, `this(...)`, `super(...)`; `super` is no value of its own. */
function readSelf(reader: TokenReader, position: Position, kind: 'this' | 'super'): Expression {
  reader.next();
  if (reader.at('(')) return { kind: 'constructorCall', ...position, which: kind, arguments: readArguments(reader) };
  if (kind === 'super' && !reader.at('.')) throw reader.unexpected();
  return { kind, ...position };
}

function readVoidLiteral(reader: TokenReader, position: Position): Expression {
  reader.next();
  reader.expect('.');
  reader.expect('class');
  return { kind: 'classLiteral', ...position };
}

/** `Account.class`, `Account[].class`, `Database.Batchable<SObject>.class`; undefined, and nothing taken, when there is something else. */
function readTypeLiteral(reader: TokenReader, position: Position): Expression | undefined {
  const { key } = reader.peek(1);
  if (key !== '.' && key !== '<' && key !== '[') return undefined;
  const end = endOfType(reader, 0);
  if (end === -1 || reader.peek(end).key !== '.' || reader.peek(end + 1).key !== 'class') return undefined;
  const type = readType(reader);
  reader.next();
  reader.next();
  return { kind: 'classLiteral', ...position, type };
}
