import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../../scripts/local-org/apex/runtime/collections/list.ts';
import { ApexSet } from '../../../../scripts/local-org/apex/runtime/collections/set.ts';
import { DatetimeValue } from '../../../../scripts/local-org/data/values/datetime.ts';
import { DoubleValue } from '../../../../scripts/local-org/data/values/double.ts';
import { asUser, memberOf } from './native-call.ts';

const string = memberOf('System.String');
const parts = (list: unknown): unknown[] => (list as ApexList).elements;

test('split follows Java: a regular expression, empty parts at the end dropped', () => {
  assert.deepEqual(parts(string('List<String> split(String expression)', 'a.b..', '\\.')), ['a', 'b']);
  assert.deepEqual(parts(string('List<String> split(String expression)', 'abc', '')), ['a', 'b', 'c']);
  assert.deepEqual(parts(string('List<String> split(String expression, Integer limit)', 'a,b,c', ',', 2)), ['a', 'b,c']);
  assert.deepEqual(parts(string('List<String> split(String expression, Integer limit)', 'a,,', ',', -1)), ['a', '', '']);
});

test('substring out of bounds is refused in the platform words', () => {
  assert.equal(string('String substring(Integer start, Integer end)', 'hamburger', 4, 8), 'urge');
  assert.throws(() => string('String substring(Integer start)', 'ab', 3), { text: 'Starting position out of bounds: 3' });
  assert.throws(() => string('String substring(Integer start, Integer end)', 'ab', 0, 5), {
    typeName: 'System.StringException',
    text: 'Ending position out of bounds: 5',
  });
});

test('a null argument is refused, not taken for text', () => {
  assert.throws(() => string('Boolean contains(String substring)', 'null', null), { typeName: 'System.NullPointerException' });
  assert.equal(string('static Boolean isBlank(String text)', null), true);
  assert.equal(string('static Boolean isNotBlank(String text)', ' \t'), false);
});

test('format fills placeholders and unfolds quotes', () => {
  const format = 'static String format(String pattern, List<Object> arguments)';
  assert.equal(string(format, "It''s {0} of {1}, {2}", new ApexList('Object', [1, 'two'])), "It's 1 of two, {2}");
  assert.equal(string(format, "'{0}' {0}", new ApexList('Object', ['x'])), '{0} x');
});

test('join takes lists and sets, null as nothing', () => {
  const join = 'static String join(Object items, String separator)';
  assert.equal(string(join, new ApexList('String', ['a', null, 'b']), '; '), 'a; ; b');
  assert.equal(string(join, new ApexSet('Integer', [3, 1]), ','), '3,1');
});

test('valueOf prints doubles with a decimal and date-times in the user zone', () => {
  assert.equal(string('static String valueOf(Double value)', new DoubleValue(1)), '1.0');
  const instant = DatetimeValue.parse('2026-01-05T12:00:00Z');
  asUser(() => assert.equal(string('static String valueOf(Datetime value)', instant), '2026-01-05 13:00:00'), {
    timeZone: 'Europe/Berlin',
  });
  assert.equal(string('static String valueOf(Object value)', null), null);
});

test('escapes and their way back', () => {
  assert.equal(string('String escapeHtml4()', '<b>"ä" & more</b>'), '&lt;b&gt;&quot;&auml;&quot; &amp; more&lt;/b&gt;');
  assert.equal(string('String unescapeHtml4()', '&lt;&#65;&eacute;&gt;'), '<Aé>');
  assert.equal(string('String escapeCsv()', 'say "hi", you'), '"say ""hi"", you"');
  assert.equal(string('static String escapeSingleQuotes(String text)', "O'Neil"), "O\\'Neil");
});

test('the commons members behave as documented', () => {
  assert.equal(string('String abbreviate(Integer maxWidth)', 'Hello Maximillian', 8), 'Hello...');
  assert.equal(string('String capitalize()', 'hello world'), 'Hello world');
  assert.equal(string('String center(Integer size, String padding)', 'hi', 7, '-'), '--hi---');
  assert.equal(string('String difference(String other)', 'this is a', 'this is b'), 'b');
  assert.equal(string('Integer getLevenshteinDistance(String other)', 'kitten', 'sitting'), 3);
  assert.equal(string('String substringBetween(String open, String close)', 'a[b]c', '[', ']'), 'b');
  assert.equal(string('Integer hashCode()', 'hello'), 99162322);
  assert.equal(string('Integer compareTo(String other)', 'abc', 'abd'), -1);
  assert.equal(string('Boolean equals(Object other)', 'a', 'A'), false);
});
