import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexList } from '../../../../scripts/local-org/apex/runtime/collections/list.ts';
import { ApexMap } from '../../../../scripts/local-org/apex/runtime/collections/map.ts';
import { typeLiteral } from '../../../../scripts/local-org/apex/library/system/type.ts';
import { DateValue } from '../../../../scripts/local-org/data/values/date.ts';
import { DatetimeValue } from '../../../../scripts/local-org/data/values/datetime.ts';
import { DecimalValue } from '../../../../scripts/local-org/data/values/decimal.ts';
import { DoubleValue } from '../../../../scripts/local-org/data/values/double.ts';
import { toApexString } from '../../../../scripts/local-org/apex/runtime/text.ts';
import { memberOf } from './native-call.ts';

const json = memberOf('System.JSON');
const parser = memberOf('System.JSONParser');
const generator = memberOf('System.JSONGenerator');
const untyped = (text: string): unknown => json('static Object deserializeUntyped(String text)', text);
const typed = (text: string, type: string): unknown =>
  json('static Object deserialize(String text, System.Type type)', text, typeLiteral(type));

function sample(): ApexMap {
  const map = new ApexMap('String', 'Object');
  map.put('text', 'a "b"\n');
  map.put('numbers', new ApexList('Object', [1, 2n, new DoubleValue(3), DecimalValue.parse('4.50')]));
  map.put('date', DateValue.parse('2026-11-21'));
  map.put('instant', DatetimeValue.parse('2026-11-21T10:00:00Z'));
  map.put('nothing', null);
  return map;
}

test('values are written as the platform writes them', () => {
  assert.equal(
    json('static String serialize(Object value)', sample()),
    '{"text":"a \\"b\\"\\n","numbers":[1,2,3.0,4.50],"date":"2026-11-21","instant":"2026-11-21T10:00:00.000Z","nothing":null}',
  );
  assert.ok(!String(json('static String serialize(Object value, Boolean suppressNulls)', sample(), true)).includes('nothing'));
});

test('the pretty form has a space before the colon and lists in one line', () => {
  const map = new ApexMap('String', 'Object');
  map.put('a', new ApexList('Integer', [1, 2]));
  map.put('b', new ApexMap('String', 'Object'));
  assert.equal(json('static String serializePretty(Object value)', map), '{\n  "a" : [ 1, 2 ],\n  "b" : { }\n}');
});

test('untyped numbers are Integer, Long or Decimal by their size', () => {
  const list = untyped('[1, 3000000000, 1.50, true, null, {"a": "\\u00e9"}]') as ApexList;
  assert.deepEqual(list.elements.slice(0, 2), [1, 3_000_000_000n]);
  assert.ok(list.elements[2] instanceof DecimalValue);
  assert.equal(toApexString(list), '(1, 3000000000, 1.50, true, null, {a=é})');
});

test('typed collections and primitives', () => {
  const map = typed('{"k": ["2026-01-02", null]}', 'Map<String, List<Date>>') as ApexMap;
  assert.ok((map.get('k') as ApexList).get(0) instanceof DateValue);
  assert.ok(typed('5', 'Decimal') instanceof DecimalValue);
  assert.throws(() => typed('"x"', 'Integer'), { typeName: 'System.JSONException', text: 'Illegal value for primitive: x' });
  assert.throws(() => typed('[1]', 'Map<String, String>'), /Malformed JSON/);
});

test('a broken text is refused with line and column', () => {
  assert.throws(() => untyped('{"a": 1,\n x}'), {
    typeName: 'System.JSONException',
    text: "Unexpected character ('x' (code 120)): was expecting double-quote to start field name at [line:2, column:2]",
  });
  assert.throws(() => untyped(''), /Unexpected end-of-input/);
  assert.throws(() => untyped('{"a": [1, 2'), /Unexpected end-of-input: was expecting comma to separate ARRAY entries/);
  assert.throws(() => typed('"}]', 'List<String>'), { text: "Malformed JSON: Expected '[' at the beginning of List/Set" });
});

test('the parser walks tokens and the generator builds a text', () => {
  const walker = json('static JSONParser createParser(String text)', '{"a": [1, {"b": "x"}], "c": 2.5}');
  const names: unknown[] = [];
  while (parser('JSONToken nextToken()', walker) !== null) {
    names.push(parser('String getText()', walker));
  }
  assert.deepEqual(names, ['{', 'a', '[', '1', '{', 'b', 'x', '}', ']', 'c', '2.5', '}']);
  const builder = json('static JSONGenerator createGenerator(Boolean pretty)', false);
  generator('void writeStartObject()', builder);
  generator('void writeStringField(String name, String value)', builder, 'a', 'b');
  generator('void writeFieldName(String name)', builder, 'list');
  generator('void writeStartArray()', builder);
  generator('void writeNumber(Integer value)', builder, 1);
  generator('void writeEndArray()', builder);
  generator('void writeEndObject()', builder);
  assert.equal(generator('String getAsString()', builder), '{"a":"b","list":[1]}');
});
