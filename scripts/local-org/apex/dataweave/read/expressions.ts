import { KEYWORDS } from './lexer.ts';
import type { Lexer } from './lexer.ts';
import { readCases } from './patterns.ts';
import { readPostfix } from './postfix.ts';
import { isLambdaNext, readLambda } from './primary.ts';
import type { BinaryOperator, Expression } from './syntax.ts';
import { readType } from './types.ts';
import { readUpdateCases } from './update-cases.ts';

/** Functions that are called between their arguments and have no name of letters. */
const SYMBOL_FUNCTIONS = ['++', '--'] as const;

/**
 * An expression. The loosest operators, all of one strength and read from left to right: functions between their arguments, `default`,
 * `match`, `update`.
 */
export function readExpression(lexer: Lexer): Expression {
  lexer.skip();
  const { position: from } = lexer;
  let left = readOr(lexer);
  for (;;) {
    const next = readLoose(lexer, left, from);
    if (!next) {
      return left;
    }
    left = next;
  }
}

function readLoose(lexer: Lexer, left: Expression, from: number): Expression | undefined {
  const symbol = SYMBOL_FUNCTIONS.find((candidate) => lexer.sees(candidate));
  const word = symbol ?? lexer.nextWord();
  const { position } = lexer;
  if (symbol === '--' && lexer.sees('---')) {
    return undefined;
  }
  if (word === 'default') {
    lexer.name();
    return { kind: 'binary', operator: 'default', left, right: readOr(lexer), from, to: lexer.position };
  }
  if (word === 'match' && opensCases(lexer, word)) {
    lexer.name();
    return { kind: 'match', value: left, cases: readCases(lexer), from, to: lexer.position };
  }
  if (word === 'update' && opensCases(lexer, word)) {
    lexer.name();
    return { kind: 'update', value: left, cases: readUpdateCases(lexer), from, to: lexer.position };
  }
  if (word === undefined || (symbol === undefined && KEYWORDS.has(word) && word !== 'match' && word !== 'update')) {
    return undefined;
  }
  const name = symbol ?? readFunctionName(lexer);
  if (symbol !== undefined) {
    lexer.accepts(symbol);
  }
  const callee: Expression = { kind: 'name', name, from: position, to: position + name.length };
  const right = isLambdaNext(lexer) ? readLambda(lexer) : readOr(lexer);
  return { kind: 'call', callee, args: [left, right], infix: true, from, to: lexer.position };
}

/** Whether cases follow the word: `match` and `update` are names of functions, too. */
function opensCases(lexer: Lexer, word: string): boolean {
  const { position } = lexer;
  lexer.position += word.length;
  const opens = lexer.accepts('{') && (lexer.nextWord() === 'case' || lexer.nextWord() === 'else' || lexer.sees('}'));
  lexer.position = position;
  return opens;
}

/** `map`, `Strings::substringAfter`. */
function readFunctionName(lexer: Lexer): string {
  const parts = [lexer.name()];
  while (lexer.accepts('::')) {
    parts.push(lexer.name());
  }
  return parts.join('::');
}

type Level = (lexer: Lexer) => Expression;

function level(next: Level, operators: readonly BinaryOperator[], seen: (lexer: Lexer, operator: BinaryOperator) => boolean): Level {
  return (lexer) => {
    lexer.skip();
    const { position: from } = lexer;
    let left = next(lexer);
    for (;;) {
      const operator = operators.find((candidate) => seen(lexer, candidate));
      if (operator === undefined) {
        return left;
      }
      lexer.position += operator.length;
      left = { kind: 'binary', operator, left, right: next(lexer), from, to: lexer.position };
    }
  };
}

const seesWord = (lexer: Lexer, operator: string): boolean => lexer.nextWord() === operator;
const seesSign = (lexer: Lexer, operator: string): boolean => lexer.sees(operator);

/** `/` of a comment has been passed over before; `-` is no operator before another one, nor before `>` of an arrow. */
function seesSum(lexer: Lexer, operator: string): boolean {
  return lexer.sees(operator) && !['++', '--', '->'].some((longer) => lexer.sees(longer));
}

const readProduct = level(readCast, ['*', '/'], seesSign);
const readSum = level(readProduct, ['>>', '<<', '+', '-'], seesSum);

function readComparison(lexer: Lexer): Expression {
  lexer.skip();
  const { position: from } = lexer;
  let left = readSum(lexer);
  for (;;) {
    const operator = (['<=', '>=', '<', '>'] as const).find((candidate) => lexer.sees(candidate));
    if (operator !== undefined) {
      lexer.position += operator.length;
      left = { kind: 'binary', operator, left, right: readSum(lexer), from, to: lexer.position };
    } else if (lexer.acceptsWord('is')) {
      left = { kind: 'is', value: left, type: readType(lexer), from, to: lexer.position };
    } else {
      return left;
    }
  }
}

const readEquality = level(readComparison, ['==', '!=', '~='], seesSign);
const readAnd = level(readEquality, ['and'], seesWord);

/** Everything that binds more tightly than functions between their arguments. */
export const readOr: Level = level(readAnd, ['or'], seesWord);

/** A condition before `->`: in parentheses it is no list of parameters. */
export function readCondition(lexer: Lexer): Expression {
  if (!isLambdaNext(lexer)) {
    return readOr(lexer);
  }
  lexer.expect('(');
  const condition = readExpression(lexer);
  lexer.expect(')');
  return condition;
}

function readCast(lexer: Lexer): Expression {
  lexer.skip();
  const { position: from } = lexer;
  let value = readUnary(lexer);
  while (lexer.acceptsWord('as')) {
    value = { kind: 'cast', value, type: readType(lexer), from, to: lexer.position };
  }
  return value;
}

/** `not` reaches as far as `or`; `!` and `-` reach no farther than what directly follows. */
function readUnary(lexer: Lexer): Expression {
  lexer.skip();
  const { position: from } = lexer;
  if (lexer.acceptsWord('not')) {
    return { kind: 'unary', operator: 'not', operand: readOr(lexer), from, to: lexer.position };
  }
  if (lexer.sees('!') && !lexer.sees('!=')) {
    lexer.accepts('!');
    return { kind: 'unary', operator: 'not', operand: readUnary(lexer), from, to: lexer.position };
  }
  if (lexer.sees('-') && !lexer.sees('--') && !lexer.sees('->')) {
    lexer.accepts('-');
    return { kind: 'unary', operator: '-', operand: readUnary(lexer), from, to: lexer.position };
  }
  return readPostfix(lexer);
}
