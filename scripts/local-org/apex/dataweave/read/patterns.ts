import { readCondition, readExpression, readOr } from './expressions.ts';
import type { Lexer } from './lexer.ts';
import { readPostfix } from './postfix.ts';
import type { Expression, Match, Pattern } from './syntax.ts';
import { readType } from './types.ts';

/** `{ case pattern -> value ... else -> value }` behind `match`. */
export function readCases(lexer: Lexer): Match['cases'] {
  const cases: { pattern: Pattern; body: Expression }[] = [];
  lexer.expect('{');
  while (!lexer.accepts('}')) {
    const pattern = readPattern(lexer);
    lexer.expect('->');
    cases.push({ pattern, body: readExpression(lexer) });
    lexer.accepts(',');
  }
  return cases;
}

function readPattern(lexer: Lexer): Pattern {
  if (lexer.acceptsWord('else')) {
    return { kind: 'else', name: lexer.nextWord() === undefined ? undefined : lexer.name() };
  }
  lexer.expectWord('case');
  if (lexer.accepts('[')) {
    return readArrayPattern(lexer);
  }
  if (lexer.sees('{')) {
    return readObjectPattern(lexer);
  }
  const named = /^\s*([a-zA-Z_]\w*)\s*(?::(?!:)|(?:is|matches|if)\b)/.exec(lexer.text.slice(lexer.position))?.[1];
  const name = named === undefined || named === 'is' || named === 'matches' ? undefined : lexer.name();
  lexer.accepts(':');
  return readTest(lexer, name);
}

function readTest(lexer: Lexer, name: string | undefined): Pattern {
  if (lexer.acceptsWord('is')) {
    return { kind: 'type', name, type: readType(lexer) };
  }
  if (lexer.acceptsWord('matches')) {
    return { kind: 'regex', name, value: readPostfix(lexer) };
  }
  if (name !== undefined && lexer.acceptsWord('if')) {
    return { kind: 'condition', name, condition: readCondition(lexer) };
  }
  return { kind: 'literal', name, value: readOr(lexer) };
}

function readArrayPattern(lexer: Lexer): Pattern {
  if (lexer.accepts(']')) {
    return { kind: 'emptyArray' };
  }
  const head = lexer.name();
  lexer.expect('~');
  const tail = lexer.name();
  lexer.expect(']');
  return { kind: 'headTail', head, tail };
}

function readObjectPattern(lexer: Lexer): Pattern {
  lexer.expect('{');
  if (lexer.accepts('}')) {
    return { kind: 'emptyObject' };
  }
  const key = lexer.name();
  lexer.expect(':');
  const value = lexer.name();
  lexer.expect('~');
  const tail = lexer.name();
  lexer.expect('}');
  return { kind: 'keyValueTail', key, value, tail };
}
