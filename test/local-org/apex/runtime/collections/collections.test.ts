import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../../../scripts/local-org/apex/runtime/collections/list.ts';
import { ApexMap } from '../../../../../scripts/local-org/apex/runtime/collections/map.ts';
import { ApexSet } from '../../../../../scripts/local-org/apex/runtime/collections/set.ts';
import { toApexString } from '../../../../../scripts/local-org/apex/runtime/operators.ts';
import { equals } from '../../../../../scripts/local-org/apex/runtime/equality.ts';
import { DecimalValue } from '../../../../../scripts/local-org/data/values/decimal.ts';

test('an index out of bounds is refused in the platform words', () => {
  const list = new ApexList('Integer', [1, 2, 3]);
  assert.throws(() => list.get(3), { typeName: 'System.ListException', text: 'List index out of bounds: 3' });
  assert.throws(() => list.set(-1, 0), { text: 'List index out of bounds: -1' });
  assert.throws(() => list.insert(4, 0), { text: 'List index out of bounds: 4' });
  list.insert(3, 4);
  assert.deepEqual(list.elements, [1, 2, 3, 4]);
});

test('a collection that changes while it is walked is refused', () => {
  const list = new ApexList('Integer', [1, 2]);
  const set = new ApexSet('Integer', [1, 2]);
  const message = { text: 'Cannot modify a collection while it is being iterated.' };
  assert.throws(() => {
    for (const element of list) list.add(element);
  }, message);
  assert.throws(() => {
    for (const element of set) set.remove(element);
  }, message);
  list.add(3);
  assert.equal(list.size, 3);
});

test('sets tell text by case and numbers by kind, keep the order of insertion', () => {
  const set = new ApexSet('Object', ['b', 'B', 'a', 1, 1n, new DecimalValue(10n, 1), new DecimalValue(100n, 2), null]);
  assert.equal(toApexString(set), '{b, B, a, 1, 1, 1.0, null}');
  assert.ok(set.contains(null));
});

test('maps give null for a missing key and the value before on put', () => {
  const map = new ApexMap('String', 'Integer');
  assert.equal(map.put('a', 1), null);
  assert.equal(map.put('a', 2), 1);
  assert.equal(map.get('A'), null);
  assert.equal(map.remove('a'), 2);
  assert.equal(map.size, 0);
});

test('collections with equal content are equal, also as keys', () => {
  const map = new ApexMap('List<String>', 'Integer');
  map.put(new ApexList('String', ['a', 'b']), 1);
  assert.equal(map.get(new ApexList('String', ['a', 'b'])), 1);
  assert.ok(equals(new ApexSet('Integer', [1, 2]), new ApexSet('Integer', [2, 1])));
  assert.ok(!equals(new ApexList('Integer', [1, 2]), new ApexList('Integer', [2, 1])));
});

test('lists sort nulls first, text by character code, numbers by value', () => {
  const texts = new ApexList('String', ['b', null, 'a', 'B']);
  texts.sort();
  assert.deepEqual(texts.elements, [null, 'B', 'a', 'b']);
  const numbers = new ApexList('Decimal', [DecimalValue.parse('10'), DecimalValue.parse('9.5')]);
  numbers.sort();
  assert.equal(toApexString(numbers), '(9.5, 10)');
  assert.throws(() => new ApexList('Object', [{}, {}]).sort(), { typeName: 'System.ListException' });
});
