import assert from 'node:assert/strict';
import { it } from 'node:test';
import { valueOf } from '../run-script.ts';

/** Calls of a module's functions with their results, as its documentation has them. */
type Examples = readonly (readonly [expression: string, value: unknown])[];

const CORE: Examples = [
  ['[3, 2, 1] orderBy $', [1, 2, 3]],
  [
    '[{n: "a", l: "x"}, {n: "b", l: "y"}, {n: "c", l: "x"}] groupBy $.l',
    {
      x: [
        { n: 'a', l: 'x' },
        { n: 'c', l: 'x' },
      ],
      y: [{ n: 'b', l: 'y' }],
    },
  ],
  ['[0, 1, 2, 3, 3, 2, 1, 4] distinctBy $', [0, 1, 2, 3, 4]],
  ['[[1], [2, 3]] flatMap $', [1, 2, 3]],
  ['flatten([["a"], "b", [["c"]]])', ['a', 'b', ['c']]],
  ['{a: true, b: 1} pluck ((value, key, index) -> {(index): {(key): value}})', [{ 0: { a: true } }, { 1: { b: 1 } }]],
  ['{a: 1, b: 2} filterObject ((value) -> value > 1)', { b: 2 }],
  ['[keysOf({a: 1}), valuesOf({a: 1}), namesOf({a: 1})]', [['a'], [1], ['a']]],
  ['[1, 2, 3] -- [2]', [1, 3]],
  ['{a: 1, b: 2} -- ["a"]', { b: 2 }],
  [
    '["a", "b"] zip [1, 2]',
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    'unzip([[0, "a"], [1, "b"]])',
    [
      [0, 1],
      ['a', 'b'],
    ],
  ],
  ['[sum([1, 2.5]), avg([1, 2]), max([1, 3, 2]), min(["b", "a"]), max([])]', [3.5, 1.5, 3, 'a', null]],
  ['[{a: 1}, {a: 3}] maxBy $.a', { a: 3 }],
  ['["a", "b"] joinBy "-"', 'a-b'],
  ['1 to 4', [1, 2, 3, 4]],
  ['["Bond", "James", "Bond"] find "Bond"', [0, 2]],
  [
    '"I heart DataWeave" find /\\w*ea\\w*(\\b)/',
    [
      [2, 7],
      [8, 17],
    ],
  ],
  ['"me@mulesoft.com" match(/([a-z]*)@([a-z]*).com/)', ['me@mulesoft.com', 'me', 'mulesoft']],
  [
    '"anypt@mulesoft.com,max@mulesoft.com" scan /([a-z]*)@([a-z]*)\\.com/',
    [
      ['anypt@mulesoft.com', 'anypt', 'mulesoft'],
      ['max@mulesoft.com', 'max', 'mulesoft'],
    ],
  ],
  ['"a-b-c" splitBy "-"', ['a', 'b', 'c']],
  ['"123-456-7890" replace /.*-/ with ""', '7890'],
  ['"abc" replace "b" with ((groups) -> upper(groups[0]))', 'aBc'],
  ['[round(1.5), floor(-1.5), ceil(1.2), abs(-2), 7 mod 3, 2 pow 10, sqrt(4)]', [2, -2, 2, 2, 1, 1024, 2]],
  ['[isEmpty([]), isEmpty(""), isBlank("  "), isEven(2), isInteger(2.0), isDecimal(1.5)]', [true, true, true, true, true, true]],
  ['[sizeOf("abc"), sizeOf({a: 1}), sizeOf(null)]', [3, 1, 0]],
  ['|2003-10-01| ++ |23:57:59|', '2003-10-01T23:57:59'],
  ['daysBetween("2016-10-01T23:57:59-03:00", "2017-10-01T23:57:59-03:00")', 365],
  ['typeOf("a")', 'String'],
  ['now()', '2026-03-01T12:00:00Z'],
  ['null onNull "x"', 'x'],
  ['read("[1]", "application/json")[0]', 1],
  ['write({a: 1}, "application/json", {indent: false})', '{"a":1}'],
];

const STRINGS: Examples = [
  ['camelize("customer_first_name")', 'customerFirstName'],
  ['capitalize("customer-first-name")', 'Customer First Name'],
  ['dasherize("customerName")', 'customer-name'],
  ['underscore("customer NAME")', 'customer_name'],
  [
    '["box", "cat", "deer", "die", "person", "datum", "city"] map pluralize($)',
    ['boxes', 'cats', 'deer', 'dice', 'people', 'data', 'cities'],
  ],
  ['singularize("boxes")', 'box'],
  ['[1, 2, 3, 11, 22] map ordinalize($)', ['1st', '2nd', '3rd', '11th', '22nd']],
  ['[leftPad("bat", 5), rightPad("bat", 5, "z")]', ['  bat', 'batzz']],
  ['[substringAfter("abcba", "b"), substringBeforeLast("abcba", "b")]', ['cba', 'abc']],
  ['[appendIfMissing("abc", "xyz"), prependIfMissing("abc", "a"), wrapIfMissing("/a", "/")]', ['abcxyz', 'abc', '/a/']],
  ['[isAlpha("sdfvxer"), isNumeric("1.2"), isUpperCase("ABC")]', [true, false, true]],
  ['[repeat("e", 3), reverse("abc"), collapse("abbc")]', ['eee', 'cba', ['a', 'bb', 'c']]],
  ['levenshteinDistance("kitten", "sitting")', 7 - 4],
  ['upper(null default "") ++ (capitalize(null) default "none")', 'none'],
];

const ARRAYS: Examples = [
  ['[1, 2, 3, 4] countBy (($ mod 2) == 0)', 2],
  ['[1, 2, 3, 4, 5] divideBy 2', [[1, 2], [3, 4], [5]]],
  ['[1, 2, 3] partition (($ mod 2) == 0)', { success: [2], failure: [1, 3] }],
  ['[{a: 2}, {a: 3}] sumBy $.a', 5],
  ['[[1, 2, 3] take 2, [1, 2, 3] drop 2, slice([0, 1, 2, 3], 1, 3)]', [[1, 2], [3], [1, 2]]],
  ['[[1, 2] some ($ > 1), [1, 2] every ($ > 1)]', [true, false]],
  ['leftJoin([{id: 1}, {id: 2}], [{ownerId: 1}], (l) -> l.id, (r) -> r.ownerId)', [{ l: { id: 1 }, r: { ownerId: 1 } }, { l: { id: 2 } }]],
];

const OTHERS: Examples = [
  ['dw::core::Objects::mergeWith({a: true, b: 1}, {a: false})', { b: 1, a: false }],
  ['dw::core::Objects::divideBy({a: 1, b: 2, c: 3}, 2)', [{ a: 1, b: 2 }, { c: 3 }]],
  ['[dw::core::Numbers::toHex(1100), dw::core::Numbers::fromBinary("101")]', ['44c', 5]],
  ['dw::core::Dates::atBeginningOfMonth(|2020-10-06T18:23:20-03:00|)', '2020-10-01T00:00:00-03:00'],
  ['[dw::core::Dates::today(), dw::core::Dates::date({year: 2012, month: 10, day: 11})]', ['2026-03-01', '2012-10-11']],
  ['dw::core::Periods::between(|2020-02-29|, |2020-03-30|)', 'P-1M-1D'],
  ['|2020-10-05T20:22:34.385Z| + dw::core::Periods::days(1)', '2020-10-06T20:22:34.385Z'],
  ['dw::util::Coercions::toDate("10-01-2003", "MM-dd-uuuu") + |P1D|', '2003-10-02'],
  ['dw::core::URL::encodeURIComponent("a b/c")', 'a%20b%2Fc'],
  ['dw::Crypto::MD5("asd" as Binary)', '7815696ecbf1c96e6894b779456d330e'],
  ['dw::util::Math::sin(0)', 0],
];

const ATTEMPTS: Examples = [
  ['try(() -> 1 / 0) orElse "fallback"', 'fallback'],
  ['try(() -> 1) orElse "fallback"', 1],
  ['try(() -> fail("broken")).error.message', 'broken'],
  ['try(() -> "x" as Date).success', false],
];

function examples(header: string, table: Examples): void {
  for (const [expression, value] of table) {
    it(`gives the value of ${expression}`, () => {
      assert.deepEqual(valueOf(expression, header), value);
    });
  }
}

examples('', CORE);
examples('import * from dw::core::Strings', STRINGS);
examples('import * from dw::core::Arrays', ARRAYS);
examples('', OTHERS);
examples('import try, fail, orElse from dw::Runtime', ATTEMPTS);
