import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberOf } from './native-call.ts';

const pattern = memberOf('System.Pattern');
const matcher = memberOf('System.Matcher');
const string = memberOf('System.String');

const matches = (expression: string, text: string): unknown =>
  pattern('static Boolean matches(String expression, String text)', expression, text);
const replaceAll = (text: string, expression: string, replacement: string): unknown =>
  string('String replaceAll(String expression, String replacement)', text, expression, replacement);

test('Java character classes, quantifiers, flags and quotations are understood', () => {
  assert.equal(matches('[a-zA-Z0-9._%+-]+@[a-z.]+', 'a.b-c@example.com'), true);
  assert.equal(matches('(?i)hello\\s+WORLD', 'Hello  world'), true);
  assert.equal(matches('a(?i)b', 'aB'), true);
  assert.equal(matches('a(?i)b', 'AB'), false);
  assert.equal(matches('\\Qa.b\\E+', 'a.bbb'), true);
  assert.equal(matches('\\p{Alpha}+\\p{Punct}', 'abc!'), true);
  assert.equal(matches('[a-z&&[^aeiou]]+', 'xyz'), true);
  assert.equal(matches('[a-z&&[^aeiou]]+', 'xyza'), false);
  assert.equal(matches('[\\w\\-. ]+', 'a-b. c_1'), true);
  assert.equal(matches('[-a]+', '-a'), true);
  assert.equal(matches('\\d{3}-?\\d{4}', '555-1234'), true);
  assert.equal(matches('.*[^0-9a-zA-Z/].*', 'a/b'), false);
});

test('replacements use groups and escapes', () => {
  assert.equal(replaceAll('John Smith', '(\\w+) (\\w+)', '$2, $1'), 'Smith, John');
  assert.equal(replaceAll('5', '5', '\\$5'), '$5');
  assert.equal(replaceAll('aXbX', '(?<letter>X)', '${letter}${letter}'), 'aXXbXX');
});

test('a matcher walks through a text with groups and places', () => {
  const walker = pattern('Matcher matcher(String text)', pattern('static Pattern compile(String expression)', '(a)(x)?b'), 'ab aab');
  assert.equal(matcher('Boolean find()', walker), true);
  assert.equal(matcher('Integer start()', walker), 0);
  assert.equal(matcher('String group(Integer group)', walker, 2), null);
  assert.equal(matcher('Integer groupCount()', walker), 2);
  assert.equal(matcher('Boolean find()', walker), true);
  assert.equal(matcher('Integer start()', walker), 4);
  assert.equal(matcher('Integer end()', walker), 6);
  assert.equal(matcher('Boolean find()', walker), false);
  assert.throws(() => matcher('String group()', walker), { typeName: 'System.StringException', text: 'No match found' });
});

test('what JavaScript cannot do is refused by name, and so is a broken expression', () => {
  assert.throws(() => matches('a++b', 'aab'), /Possessive quantifiers are not supported/);
  assert.throws(() => matches('(?>a)b', 'ab'), /Atomic groups are not supported/);
  assert.throws(() => matches('(a', 'a'), /Unclosed group/);
  assert.throws(() => matches('[a', 'a'), /Unclosed character class/);
});

test('a quantifier after nothing is refused in the words of Java', () => {
  for (const [expression, character, place] of [
    ['*', '*', 0],
    ['a|+', '+', 2],
    ['(?:?)', '?', 3],
  ] as const) {
    assert.throws(
      () => matches(expression, 'a'),
      new RegExp(`Invalid regex: Dangling meta character '\\${character}' near index ${place}`),
    );
  }
  assert.equal(matches('\\|+a\\(?', '||a'), true);
});
