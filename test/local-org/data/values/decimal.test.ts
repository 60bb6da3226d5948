import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecimalValue } from '../../../../scripts/local-org/data/values/decimal.ts';
import { ROUNDING_MODES } from '../../../../scripts/local-org/data/values/rounding.ts';

const decimal = (text: string): DecimalValue => DecimalValue.parse(text);

test('addition and subtraction keep the larger scale, multiplication adds scales', () => {
  assert.equal(decimal('1.50').add(decimal('2')).toString(), '3.50');
  assert.equal(decimal('0.1').subtract(decimal('0.30')).toString(), '-0.20');
  assert.equal(decimal('1.50').multiply(decimal('2.0')).toString(), '3.000');
});

test('division is exact where it can be and has 34 digits where not', () => {
  assert.equal(decimal('10').divide(decimal('4')).toString(), '2.5');
  assert.equal(decimal('10.00').divide(decimal('5')).toString(), '2.00');
  assert.equal(decimal('1').divide(decimal('3')).toString(), '0.3333333333333333333333333333333333');
  assert.equal(decimal('2').divide(decimal('-3')).toString(), '-0.6666666666666666666666666666666667');
});

test('every rounding mode treats halves and signs as the platform documents them', () => {
  const rounded = (text: string): string[] =>
    ROUNDING_MODES.filter((mode) => mode !== 'UNNECESSARY').map((mode) => decimal(text).setScale(0, mode).toString());
  assert.deepEqual(rounded('5.5'), ['6', '5', '6', '5', '6', '5', '6']);
  assert.deepEqual(rounded('2.5'), ['3', '2', '3', '2', '3', '2', '2']);
  assert.deepEqual(rounded('-1.1'), ['-2', '-1', '-1', '-2', '-1', '-1', '-1']);
  assert.throws(() => decimal('1.5').setScale(0, 'UNNECESSARY'), /Rounding necessary/);
});

test('scale is no part of equality, and text may have an exponent', () => {
  assert.ok(decimal('1.0').equals(decimal('1.000')));
  assert.equal(decimal('1.5E+3').toPlainString(), '1500');
  assert.equal(decimal('0.0000001').toString(), '1E-7');
  assert.throws(() => decimal('abc'), /Invalid decimal: abc/);
});
