import { readCondition, readExpression } from './expressions.ts';
import type { Lexer } from './lexer.ts';
import { readSelector } from './postfix.ts';
import type { Selector, UpdateCase } from './syntax.ts';

const CHANGEABLE: ReadonlySet<Selector['kind']> = new Set(['value', 'values', 'index']);

/** `{ case name at .path! if(condition) -> value ... }` behind `update`. */
export function readUpdateCases(lexer: Lexer): UpdateCase[] {
  const cases: UpdateCase[] = [];
  lexer.expect('{');
  while (!lexer.accepts('}')) {
    lexer.expectWord('case');
    cases.push(readUpdateCase(lexer));
    lexer.accepts(',');
  }
  return cases;
}

function readUpdateCase(lexer: Lexer): UpdateCase {
  let name: string | undefined;
  let indexName: string | undefined;
  if (lexer.accepts('(')) {
    name = lexer.name();
    lexer.expect(',');
    indexName = lexer.name();
    lexer.expect(')');
    lexer.expectWord('at');
  } else if (lexer.nextWord() !== undefined) {
    name = lexer.name();
    lexer.expectWord('at');
  }
  const path: Selector[] = [];
  for (let selector = readSelector(lexer); selector; selector = readSelector(lexer)) {
    if (!CHANGEABLE.has(selector.kind)) {
      lexer.fail('Only fields, repeated fields and items can be updated');
    }
    path.push(selector);
  }
  const upsert = lexer.accepts('!');
  const condition = lexer.acceptsWord('if') ? readCondition(lexer) : undefined;
  lexer.expect('->');
  return { name, indexName, path, upsert, condition, body: readExpression(lexer) };
}
