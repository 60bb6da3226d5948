import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as operators from '../../../../scripts/local-org/apex/runtime/operators.ts';
import { DateValue } from '../../../../scripts/local-org/data/values/date.ts';
import { DatetimeValue } from '../../../../scripts/local-org/data/values/datetime.ts';
import { DecimalValue } from '../../../../scripts/local-org/data/values/decimal.ts';
import { DoubleValue } from '../../../../scripts/local-org/data/values/double.ts';

const { add, concatenate, divide, equals, exactEquals, greater, less, multiply, subtract, toId, toInteger, toLong } = operators;

test('text is equal regardless of case, ids of 15 and 18 characters alike', () => {
  assert.ok(equals('Acme', 'ACME'));
  assert.ok(!exactEquals('Acme', 'ACME'));
  assert.ok(equals('001Lo0000000001', toId('001Lo0000000001')));
  assert.ok(!equals('001Lo000000000a', '001Lo000000000A'.concat('AAA')));
});

test('numbers of different kinds are equal by value', () => {
  assert.ok(equals(1, new DecimalValue(100n, 2)));
  assert.ok(equals(2n, new DoubleValue(2)));
  assert.ok(!equals(null, 0));
});

test('instants of the same second are equal', () => {
  assert.ok(equals(new DatetimeValue(1000), new DatetimeValue(1999)));
  assert.ok(!equals(new DatetimeValue(999), new DatetimeValue(1000)));
});

test('a comparison with null is false', () => {
  assert.ok(!less(null, 1));
  assert.ok(!greater(null, 1));
  assert.ok(less('apple', 'Banana'));
});

test('Integer wraps at 32 bits and Long at 64', () => {
  assert.equal(add(2_147_483_647, 1), -2_147_483_648);
  assert.equal(multiply(65_536, 65_536), 0);
  assert.equal(add(9_223_372_036_854_775_807n, 1n), -9_223_372_036_854_775_808n);
  assert.equal(toInteger(4_294_967_296n), 0);
  assert.equal(toLong(new DoubleValue(1e30)), 9_223_372_036_854_775_807n);
});

test('the kind of a result is that of the wider operand', () => {
  assert.equal(String(add(1, new DoubleValue(0.5))), '1.5');
  assert.equal(String(multiply(2, DecimalValue.parse('1.50'))), '3.00');
  assert.equal(divide(7, 2), 3);
  assert.equal(divide(-7n, 2n), -3n);
});

test('a zero divisor and a null operand raise the platform exceptions', () => {
  assert.throws(() => divide(1, 0), { typeName: 'System.MathException', text: 'Divide by 0' });
  assert.throws(() => divide(DecimalValue.ONE, DecimalValue.ZERO), { typeName: 'System.MathException' });
  assert.throws(() => add(null, 1), { typeName: 'System.NullPointerException', text: 'Attempt to de-reference a null object' });
});

test('days are added to dates, fractions of days to date-times', () => {
  assert.equal(String(add(DateValue.parse('2026-02-27'), 2)), '2026-03-01');
  assert.equal(String(subtract(DatetimeValue.parse('2026-02-27'), new DoubleValue(0.5))), '2026-02-26T12:00:00.000Z');
});

test('text takes null, dates and decimals as the platform prints them', () => {
  assert.equal(concatenate('x', null), 'xnull');
  assert.equal(concatenate('', DateValue.parse('2026-02-27')), '2026-02-27 00:00:00');
  assert.equal(concatenate(new DoubleValue(1), ''), '1.0');
  assert.equal(concatenate(DecimalValue.parse('1.50'), '%'), '1.50%');
});

test('a text that is no id is refused', () => {
  assert.throws(() => toId('nope'), { typeName: 'System.StringException', text: 'Invalid id: nope' });
});
