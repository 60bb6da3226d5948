import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runScript, valueOf } from './run-script.ts';

/** Expressions with their values, as the language reference has them. */
const EXAMPLES: readonly (readonly [expression: string, value: unknown])[] = [
  ['2 + 3 * 4 - 6 / 4', 12.5],
  ['8.76 * 30', 262.8],
  ['0.92 * 29.99', 27.5908],
  ['1 / 3', 1 / 3],
  ['[1,2,3] - 1 + 4', [2, 3, 4]],
  ["{a:1, b:2, c:3} - 'a'", { b: 2, c: 3 }],
  ['|2021-03-02T10:39:59| - |P1D| + |PT3H|', '2021-03-01T13:39:59'],
  ['["true" == true, "true" ~= true, ["true"] ~= [true], "1" ~= 1]', [false, true, true, true]],
  ['[! true or true, (not true or true)]', [true, false]],
  ['["123" > 12, 123 > "12"]', [true, true]],
  [
    '[1 >> [2], [1] << [2], [1] + 2]',
    [
      [1, 2],
      [1, [2]],
      [1, 2],
    ],
  ],
  ['[(1) if true, (2) if false]', [1]],
  ['{a: "a", ([{b: "b"}, {c: "c"}]), ({e: "e"}), (f: 1) if (1 > 2)}', { a: 'a', b: 'b', c: 'c', e: 'e' }],
  ['if (1 > 2) "a" else if (2 > 1) "b" else "c"', 'b'],
  ['null default "x" ++ "y"', 'xy'],
  ['"1 + 1 = $(1 + 1)"', '1 + 1 = 2'],
  ['["john", "peter"] map upper($)', ['JOHN', 'PETER']],
  ['["a", "b"] map ("Hi " ++ $ ++ $$)', ['Hi a0', 'Hi b1']],
  ['[3, 1, 2] filter $ > 1 orderBy $', [2, 3]],
  ['{a: 1, b: 2} mapObject {(upper($$)): $ * 2}', { A: 2, B: 4 }],
  ['[1, 2, 3] reduce $ + $$', 6],
  ['[1, 2] reduce ((item, sum = 10) -> sum + item)', 13],
  ['"abcdef"[0 to 2]', 'abc'],
  ['[1, 2, 3, 4][-1 to 0]', [4, 3, 2, 1]],
  ['[[1, 2, 3][-1], [1][5]]', [3, null]],
  ['do { var x = 2 fun double(n) = n * x --- double(4) }', 8],
  ['using (x = 2, y = 3) x * y', 6],
  ['{a: 1}.b?', false],
  ['[{a: 1}, {b: 2}, {a: 3}].a', [1, 3]],
  ['[{price: 3}, {price: 5}][?($.price > 4)]', [{ price: 5 }]],
  ['{a: {b: 1, c: {b: 2}}}..b', [1, 2]],
  ['{a: 1, a: 2, b: 3}.*a', [1, 2]],
  ['({a: 1, b: 2}.&a)', { a: 1 }],
  ['{ref: "name", name: "Weave"}[("name")]', 'Weave'],
  ['|2003-10-01T23:57:59.700-03:00|.dayOfWeek', 3],
  ['"12-28-2020" as Date {format: "MM-dd-uuuu"} as String {format: "dd-MMM-yy"}', '28-Dec-20'],
  ['"22" as Number as String {format: ".00"}', '22.00'],
  ['1234567.891 as String {format: "#,##0.00"}', '1,234,567.89'],
  ['"8/30/2020 4:00:13 PM" as LocalDateTime {format: "M/dd/uuuu h:mm:ss a"} as String {format: "HH:mm"}', '16:00'],
  ['(|2010-12-10T12:10:12| - |2010-09-09T10:02:10|) as Number {unit: "hours"}', 2210],
  ['(|2020-07-01T12:00:00Z| >> "America/New_York") as String {format: "uuuu-MM-dd HH:mm xxx"}', '2020-07-01 08:00 -04:00'],
];

for (const [expression, value] of EXAMPLES) {
  it(`gives the value of ${expression}`, () => {
    assert.deepEqual(valueOf(expression), value);
  });
}

it('matches literals, types, expressions, conditions, and takes apart what matches', () => {
  const cases = `fun kind(value) = value match {
    case "a" -> "literal"
    case number is Number -> "number $(number + 1)"
    case matches /(\\w+)@(\\w+)/ -> $[2]
    case text if (text == "b") -> "condition"
    case [] -> "empty"
    case [head ~ tail] -> head + sizeOf(tail)
    case {k: v ~ rest} -> "$(k as String)=$(v)"
    else -> "other \\$"
  }`;
  assert.deepEqual(valueOf('["a", 1, "me@here", "b", [], [1, 2], {x: 1}, true] map kind($)', cases), [
    'literal',
    'number 2',
    'here',
    'condition',
    'empty',
    2,
    'x=1',
    'other $',
  ]);
});

it('updates fields, items and what is not there yet', () => {
  const expression = `{name: "Ken", tags: [{id: 1}, {id: 2}]} update {
    case .name if ($ == "Ken") -> upper($)
    case id at .tags[1].id -> id * 10
    case .age! -> 30
  }`;
  assert.deepEqual(valueOf(expression), { name: 'KEN', tags: [{ id: 1 }, { id: 20 }], age: 30 });
});

it('calls the overload whose types fit, and gives defaults to parameters at either end', () => {
  const header = `fun f(text: String) = "text"
fun f(number: Number) = "number"
fun first(a = 1, b) = [a, b]
fun last(a, b = 2) = [a, b]`;
  assert.deepEqual(valueOf('[f("x"), f(1), first(9), last(9)]', header), ['text', 'number', [1, 9], [9, 2]]);
});

it('knows types of its own, with properties and parameters', () => {
  const header = `type Currency = String {format: "\\$#,###.00"}
type Boxed<T> = {content: T}`;
  assert.deepEqual(valueOf('[1234.5 as Currency, {content: 1} is Boxed<Number>, {content: "x"} is Boxed<Number>]', header), [
    '$1,234.50',
    true,
    false,
  ]);
});

it('works variables out when they are needed only', () => {
  assert.equal(valueOf('if (true) 1 else broken', 'var broken = 1 / 0'), 1);
});

it('says what failed, and where', () => {
  assert.throws(() => runScript('%dw 2.0\noutput application/json\n---\n1/0'), {
    message: 'Division by zero\n\n4| 1/0\n   ^^^\nTrace:\n  at main::main (line: 4, column: 1)',
  });
  assert.throws(() => runScript('output application/json\n---\n"a" ++ null'), {
    message: /^You called the function '\+\+' with these arguments: \n {2}1: String \("a"\)\n {2}2: Null \(null\)\n\nBut it expects one of/,
  });
  assert.throws(() => runScript('output application/json\n---\n"x" as Number'), { message: /^Cannot coerce String \(x\) to Number\n/ });
});
