import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAnonymous, parseClass, parseTrigger } from '../../../../scripts/local-org/apex/parse/parse.ts';
import type { Expression, Statement } from '../../../../scripts/local-org/apex/parse/syntax.ts';

/** The value of `x = ...;`. */
function valueOf(expression: string): Expression {
  const [statement] = parseAnonymous(`x = ${expression};`).body.statements;
  assert.ok(statement?.kind === 'expression' && statement.expression.kind === 'assignment');
  return statement.expression.value;
}

/** An expression with all of its parentheses. */
function shown(value: Expression): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'literal':
      return value.value;
    case 'binary':
      return `(${shown(value.left)} ${value.operator} ${shown(value.right)})`;
    case 'unary':
      return value.postfix ? `(${shown(value.operand)}${value.operator})` : `(${value.operator}${shown(value.operand)})`;
    case 'conditional':
      return `(${shown(value.condition)} ? ${shown(value.then)} : ${shown(value.otherwise)})`;
    case 'assignment':
      return `(${shown(value.target)} ${value.operator} ${shown(value.value)})`;
    case 'instanceOf':
      return `(${shown(value.value)} instanceof ${value.type.type.name})`;
    case 'cast':
      return `((${value.type.type.name}) ${shown(value.value)})`;
    case 'member':
      return `${shown(value.target)}${value.safe ? '?.' : '.'}${value.name}`;
    case 'call':
      return `${value.target ? `${shown(value.target)}.` : ''}${value.name}(${value.arguments.map(shown).join(', ')})`;
    case 'index':
      return `${shown(value.target)}[${shown(value.index)}]`;
    default:
      return value.kind;
  }
}

const SHAPES: readonly (readonly [string, string])[] = [
  ['a + b * c - d', '((a + (b * c)) - d)'],
  ['a ?? b || c && d == e', '(a ?? (b || (c && (d == e))))'],
  ['a < b instanceof C != d', '(((a < b) instanceof C) != d)'],
  ['a >> b >>> c > d', '(((a >> b) >>> c) > d)'],
  ['a > = b', '(a >= b)'],
  ['a | b ^ c & d', '(a | (b ^ (c & d)))'],
  ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
  ['b = c += d', '(b = (c += d))'],
  ['-a.b++ + !c', '((-(a.b++)) + (!c))'],
  ['a - -1', '(a - -1)'],
  ['(A) b.c()', '((A) b.c())'],
  ['(a) - b', '(a - b)'],
  ['(Decimal) -b', '((Decimal) (-b))'],
  ['(A) [SELECT Id FROM Account]', '((A) query)'],
  ['(a)[b]', 'a[b]'],
  ['((A) b).c', '((A) b).c'],
  ['a?.b[0].c(d, e)', 'a?.b[0].c(d, e)'],
  ['Trigger.new.size()', 'Trigger.new.size()'],
];

test('operators bind as on the platform', () => {
  for (const [source, expected] of SHAPES) assert.equal(shown(valueOf(source)), expected, source);
});

test('what has a position has that of its first token', () => {
  const type = parseClass('/* a */ public class A {\n  @Test\n  static void b() {\n    c\n      .d();\n  }\n}');
  assert.deepEqual([type.line, type.column], [1, 9]);
  const [method] = type.members;
  assert.deepEqual([method?.line, method?.column], [2, 3]);
  assert.ok(method?.kind === 'method' && method.body);
  assert.deepEqual([method.body.statements[0]?.line, method.body.statements[0]?.column, method.body.endLine], [4, 5, 6]);
});

test('a query keeps its text and its lines; binds and comments are replaced', () => {
  const query = valueOf(
    "[ SELECT Id // all\n FROM Account WHERE A__c = :a.b[0] AND B__c = LAST_N_DAYS:3 AND C__c > 2026-01-31T10:00:00Z AND D__c = ':e' LIMIT :n ]",
  );
  assert.ok(query.kind === 'query');
  assert.equal(
    query.text,
    "SELECT Id       \n FROM Account WHERE A__c = :bind0 AND B__c = LAST_N_DAYS:3 AND C__c > 2026-01-31T10:00:00Z AND D__c = ':e' LIMIT :bind1",
  );
  assert.deepEqual(
    query.binds.map(({ name, expression }) => [name, shown(expression)]),
    [
      ['bind0', 'a.b[0]'],
      ['bind1', 'n'],
    ],
  );
});

test('clauses follow a bind in parentheses, where elsewhere a name would follow a cast', () => {
  const query = valueOf('[SELECT Id FROM Account WHERE Id IN :(ids) ORDER BY Name]');
  assert.ok(query.kind === 'query');
  assert.match(query.text, /:bind0 ORDER BY Name$/);
  assert.equal(shown(valueOf('(Integer) order')), '((Integer) order)');
});

test('a search loses its brackets', () => {
  const search = valueOf("[FIND 'a\\-b' RETURNING Account(Id WHERE Name = :c)]");
  assert.ok(search.kind === 'search');
  assert.equal(search.text, "FIND 'a\\-b' RETURNING Account(Id WHERE Name = :bind0)");
});

test('literals have their types, texts their escapes', () => {
  const literal = (source: string): unknown[] => {
    const value = valueOf(source);
    return value.kind === 'literal' ? [value.type, value.value] : [];
  };
  assert.deepEqual(literal('12'), ['Integer', '12']);
  assert.deepEqual(literal('12L'), ['Long', '12']);
  assert.deepEqual(literal('.5'), ['Decimal', '.5']);
  assert.deepEqual(literal('1.5d'), ['Double', '1.5']);
  assert.deepEqual(literal('TRUE'), ['Boolean', 'true']);
  assert.deepEqual(literal("'a\\n\\u0041\\''"), ['String', "a\nA'"]);
  assert.deepEqual(literal("'''\na\n'b'\n'''"), ['String', "a\n'b'\n"]);
});

test('types are read with their arguments, arrays as lists', () => {
  const [field] = parseClass('public class A { Map<Id, List<B.C[]>> d; }').members;
  assert.ok(field?.kind === 'field');
  const array = { name: 'List', typeArguments: [{ name: 'B.C', typeArguments: [] }] };
  const id = { name: 'Id', typeArguments: [] };
  assert.deepEqual(field.type.type, { name: 'Map', typeArguments: [id, { name: 'List', typeArguments: [array] }] });
});

test('a trigger and a script may declare methods and types between their statements', () => {
  const trigger = parseTrigger(
    'trigger A on B__c (before insert, after undelete) { final Integer c = 1; Integer d() { return c; } enum E { F } d(); }',
  );
  const kinds = (statements: readonly Statement[]): string[] => statements.map(({ kind }) => kind);
  assert.deepEqual(trigger.events, ['before insert', 'after undelete']);
  assert.deepEqual(kinds(trigger.body.statements), ['local', 'expression']);
  assert.deepEqual(
    trigger.members.map(({ kind }) => kind),
    ['method', 'inner'],
  );
  const script = parseAnonymous('public Integer a = 1;\nvoid b() { }\nInteger c { get; }\nb();');
  assert.deepEqual(kinds(script.body.statements), ['local', 'expression']);
  assert.deepEqual(
    script.members.map(({ kind }) => kind),
    ['method', 'property'],
  );
});

const MISTAKES: readonly (readonly [string, string])[] = [
  ['a = 1', "1:6 Missing ';' at '<EOF>'"],
  ['a(;', "1:3 Unexpected token ';'."],
  ['if (a < b { c(); }', "1:11 Missing ')' at '{'"],
  ['a = 1 # 2;', '1:7 The character # has no meaning here: remove it.'],
  ["a = 'b;\nc();", '1:5 This text has no closing quote: end it on the same line.'],
  ["a =\n 'b\\d';", "2:2 Illegal string literal: Invalid string literal 'b\\d'. Illegal character sequence '\\d' in string literal."],
  ['a = 3000000000;', '1:5 Illegal integer: 3000000000 is too large; write 3000000000L for a Long.'],
  ['a = b; /* c', '1:8 This comment has no end: close it with */.'],
];

test('a mistake is told with its place', () => {
  for (const [source, expected] of MISTAKES) {
    assert.throws(
      () => parseAnonymous(source),
      (error: Error & { line: number; column: number }) => `${error.line}:${error.column} ${error.message}` === expected,
      source,
    );
  }
});
