import type { Bind, ComparisonOperator, Condition, Expression, Literal, Membership } from './ast.ts';
import type { SoqlParser } from './parse.ts';
import { isNamedDate, takesCount } from './date-literals.ts';
import { unescapeString } from './tokens.ts';

const COMPARISONS = new Map<string, ComparisonOperator>([
  ['=', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

/** Deeper than anybody writes, and far from what would exhaust the stack. */
const DEEPEST = 500;

/** Reads the conditions behind WHERE or HAVING. AND and OR side by side need parentheses, as on the platform. */
export function parseCondition(parser: SoqlParser, depth = 0): Condition {
  const first = simple(parser, depth);
  for (const kind of ['and', 'or'] as const) {
    if (!parser.isWord(kind)) continue;
    const conditions = [first];
    while (parser.takeWord(kind)) conditions.push(simple(parser, depth));
    if (parser.isWord('and') || parser.isWord('or')) parser.fail('AND and OR side by side need parentheses');
    return { kind, at: first.at, conditions };
  }
  return first;
}

function simple(parser: SoqlParser, depth: number): Condition {
  const at = parser.token.at;
  if (depth > DEEPEST) parser.fail(`Conditions may be nested at most ${DEEPEST} deep`);
  if (parser.takeWord('not')) return { kind: 'not', at, condition: simple(parser, depth + 1) };
  if (parser.takeSymbol('(')) {
    const condition = parseCondition(parser, depth + 1);
    parser.expectSymbol(')');
    return condition;
  }
  return comparison(parser, parser.expression());
}

function comparison(parser: SoqlParser, left: Expression): Condition {
  const at = left.at;
  if (parser.takeWord('like')) return { kind: 'comparison', at, left, operator: 'LIKE', right: value(parser) };
  if (parser.takeWord('in')) return membership(parser, left, 'IN');
  if (parser.takeWord('includes')) return membership(parser, left, 'INCLUDES');
  if (parser.takeWord('excludes')) return membership(parser, left, 'EXCLUDES');
  if (parser.takeWord('not')) {
    parser.expectWord('in');
    return membership(parser, left, 'NOT IN');
  }
  const operator = parser.token.kind === 'symbol' ? COMPARISONS.get(parser.token.text) : undefined;
  if (operator === undefined) return parser.fail();
  parser.take();
  return { kind: 'comparison', at, left, operator, right: value(parser) };
}

function membership(parser: SoqlParser, left: Expression, operator: Membership['operator']): Membership {
  const at = left.at;
  if (parser.isSymbol(':')) return { kind: 'membership', at, left, operator, right: parser.bind() };
  parser.expectSymbol('(');
  if (parser.isWord('select')) {
    if (operator === 'INCLUDES' || operator === 'EXCLUDES') parser.fail(`${operator} takes a list of values`);
    const right = parser.query(true);
    parser.expectSymbol(')');
    return { kind: 'membership', at, left, operator, right };
  }
  const right = [value(parser)];
  while (parser.takeSymbol(',')) right.push(value(parser));
  parser.expectSymbol(')');
  return { kind: 'membership', at, left, operator, right };
}

function value(parser: SoqlParser): Literal | Bind {
  if (parser.isSymbol(':')) return parser.bind();
  const token = parser.token;
  const at = token.at;
  switch (token.kind) {
    case 'string':
      parser.take();
      return { kind: 'string', at, value: unescapeString(token.text, parser.reader.text, at) };
    case 'number':
      parser.take();
      return { kind: 'number', at, text: token.text };
    case 'date':
      parser.take();
      return { kind: 'date', at, text: token.text };
    case 'datetime':
      parser.take();
      return { kind: 'datetime', at, text: token.text };
    case 'name':
      return word(parser);
    default:
      return parser.fail();
  }
}

function word(parser: SoqlParser): Literal {
  const { at, text } = parser.token;
  const name = text.toUpperCase();
  if (name === 'NULL') {
    parser.take();
    return { kind: 'null', at };
  }
  if (name === 'TRUE' || name === 'FALSE') {
    parser.take();
    return { kind: 'boolean', at, value: name === 'TRUE' };
  }
  if (!isNamedDate(name)) return parser.fail();
  parser.take();
  if (!takesCount(name)) return { kind: 'namedDate', at, name };
  parser.expectSymbol(':');
  if (parser.token.kind !== 'number' || !/^\d+$/.test(parser.token.text)) parser.fail('expecting a whole number');
  return { kind: 'namedDate', at, name, count: Number(parser.take().text) };
}
