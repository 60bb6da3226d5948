import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSchema } from '../../../scripts/local-org/data/schema/build-schema.ts';
import { compileFormula, type FormulaContext, type FormulaOptions } from '../../../scripts/local-org/data/formula/compile.ts';
import type { Value } from '../../../scripts/local-org/data/record.ts';
import type { ObjectDescription } from '../../../scripts/local-org/data/schema/description.ts';
import { DateValue } from '../../../scripts/local-org/data/values/date.ts';
import { DecimalValue } from '../../../scripts/local-org/data/values/decimal.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { readScratchDefinition } from '../../../scripts/local-org/metadata/scratch-definition.ts';

const schema = buildSchema(readProject(['force-app']), readScratchDefinition('.'));
const opportunity = schema.object('Opportunity') as ObjectDescription;
const TODAY = DateValue.parse('2026-11-21');

interface Given {
  readonly fields?: Readonly<Record<string, Value>>;
  readonly prior?: Readonly<Record<string, Value>>;
  readonly isNew?: boolean;
  readonly globals?: Readonly<Record<string, Value>>;
}

function evaluate(formula: string, given: Given = {}, options: FormulaOptions = {}): Value {
  const context: FormulaContext = {
    read: (path) => given.fields?.[path.join('.')] ?? null,
    prior: (field) => given.prior?.[field] ?? null,
    isNew: given.isNew ?? false,
    now: () => Date.parse('2026-11-21T10:00:00Z'),
    today: () => TODAY,
    global: (path) => given.globals?.[path.join('.')] ?? null,
  };
  return compileFormula(formula, schema, opportunity, 'Opportunity.Test', options).evaluate(context);
}

function shown(formula: string, given: Given = {}, options: FormulaOptions = {}): string {
  return String(evaluate(formula, given, options));
}

test('operators bind as in arithmetic and keep decimals exact', () => {
  assert.equal(shown('1 + 2 * 3 ^ 2'), '19');
  assert.equal(shown('(1 + 2) * 3'), '9');
  assert.equal(shown('0.1 + 0.2'), '0.3');
  assert.equal(shown('-2 + 5'), '3');
  assert.equal(shown('10 - 3 - 2'), '5');
  assert.equal(shown('"a" & "b" & 1'), 'ab1');
});

test('conditions choose, and evaluate only what they need', () => {
  assert.equal(shown('IF(1 < 2 && NOT(FALSE), "yes", "no")'), 'yes');
  assert.equal(shown('CASE(StageName, "Prospecting", 1, "Closed Won", 2, 0)', { fields: { StageName: 'Closed Won' } }), '2');
  assert.equal(shown('OR(1 = 2, AND(2 >= 2, 3 <> 4))'), 'true');
});

test('a calculation with a blank number is blank, or counts it as zero where the field says so', () => {
  assert.equal(evaluate('Amount + 1'), null);
  assert.equal(shown('Amount + 1', {}, { blanksAsZero: true }), '1');
  assert.equal(evaluate('ISBLANK(Amount)', {}, { blanksAsZero: true }), true);
  assert.equal(evaluate('Amount > 5'), false);
  assert.equal(evaluate('Amount <> 5'), null);
  assert.equal(evaluate('Amount <> 5', {}, { blanksAsZero: true }), true);
  assert.equal(evaluate('Name <> "x"'), true);
  assert.equal(evaluate('1 / 0'), null);
});

test('dates subtract to days and move by days', () => {
  assert.equal(shown('TODAY() - DATE(2026, 11, 1)'), '20');
  assert.equal(shown('CloseDate + 10', { fields: { CloseDate: DateValue.parse('2026-12-25') } }), '2027-01-04');
  assert.equal(shown('ADDMONTHS(DATE(2026, 1, 31), 1)'), '2026-02-28');
  assert.equal(evaluate('CloseDate < TODAY()', { fields: { CloseDate: DateValue.parse('2026-11-20') } }), true);
});

test('a save is seen through ISNEW, ISCHANGED and PRIORVALUE', () => {
  const given = { fields: { Amount: DecimalValue.of(5) }, prior: { Amount: DecimalValue.parse('4.00') } };
  assert.equal(evaluate('ISCHANGED(Amount)', given), true);
  assert.equal(shown('PRIORVALUE(Amount)', given), '4.00');
  assert.equal(evaluate('ISCHANGED(Amount)', { ...given, prior: { Amount: DecimalValue.parse('5.00') } }), false);
  assert.equal(evaluate('ISNEW()', { isNew: true }), true);
});

test('paths walk to parents in any case, and are reported as the schema spells them', () => {
  const formula = compileFormula('account.industry = "Banking" && ispickval(STAGENAME, "Prospecting")', schema, opportunity, 'here');
  assert.deepEqual(formula.references, [['Account', 'Industry'], ['StageName']]);
});

test('globals, pick lists, text and patterns', () => {
  assert.equal(evaluate('$Permission.Vouchsafe_Steward', { globals: { '$Permission.Vouchsafe_Steward': true } }), true);
  assert.equal(evaluate('INCLUDES(Use_Cases__c, "Compliance")', { fields: { Use_Cases__c: 'Compliance;Expand Globally' } }), true);
  assert.equal(evaluate('REGEX(Name, "[A-Z]{3}-\\\\d+")', { fields: { Name: 'ABC-12' } }), true);
  assert.equal(shown('MID("vouchsafe", 2, 4)'), 'ouch');
  assert.equal(shown('ROUND(2.345, 2)'), '2.35');
  assert.equal(shown('MOD(-3, 5)'), '2');
  assert.equal(shown('FLOOR(-2.5) & "/" & CEILING(2.1)'), '-3/3');
});

test('what is not supported or not there is said with its place', () => {
  const use = (formula: string) => () => compileFormula(formula, schema, opportunity, 'Opportunity.Test');
  assert.throws(use('VLOOKUP("a", "b")'), /Opportunity\.Test can't be used: the function VLOOKUP isn't supported/);
  assert.throws(use('Amountt > 1'), /Opportunity has no field Amountt/);
  assert.throws(use('Account.Nope__r.Name = "x"'), /Account has no parent named Nope__r/);
  assert.throws(use('IF(1 = 1, 2'), /\) expected at position 12|it ends too early/);
  assert.throws(use('LEN()'), /LEN is given 0 inputs/);
});

test('a formula without an object names globals only, and may ask what became of a field of the record', () => {
  const of = (formula: string) => compileFormula(formula, schema, undefined, 'Flow.Test');
  const context = { read: () => null, isNew: false, now: () => 0, today: () => TODAY, prior: () => 'old', global: () => 'new' };
  assert.equal(of('ISCHANGED($Record.Name)').evaluate(context), true);
  assert.equal(of('PRIORVALUE($Record.Name)').evaluate(context), 'old');
  assert.throws(() => of('Name = "x"'), /Flow\.Test can't be used: there is no field Name here/);
});

test('times of day, weeks and seconds', () => {
  assert.equal(shown('HOUR(TIMEVALUE("17:30:45.125"))'), '17');
  assert.equal(shown('MINUTE(TIMEVALUE(NOW()) + 90 * 60 * 1000)'), '30');
  assert.equal(shown('SECOND(TIMEVALUE("17:30:45")) & "." & MILLISECOND(TIMEVALUE("17:30:45.125"))'), '45.125');
  assert.equal(shown('TIMEVALUE("10:00:00") - TIMEVALUE("09:59:59")'), '1000');
  assert.equal(shown('HOUR(TIMENOW())'), '10');
  assert.equal(evaluate('TIMEVALUE("soon")'), null);
  assert.equal(shown('ISOWEEK(DATE(2027, 1, 1)) & "/" & ISOYEAR(DATE(2027, 1, 1)) & "/" & DAYOFYEAR(DATE(2026, 2, 1))'), '53/2026/32');
  assert.equal(shown('UNIXTIMESTAMP(FROMUNIXTIME(1700000000))'), '1700000000');
  assert.equal(shown('FORMATDURATION(93784, TRUE) & " " & FORMATDURATION(93784)'), '01:02:03:04 26:03:04');
});

test('letters and angles', () => {
  assert.equal(shown('INITCAP("it was o-k") & REVERSE("abc") & CHR(ASCII("Z"))'), 'It Was O-KcbaZ');
  assert.equal(shown('TRUNC(-2.567, 2) & "/" & ROUND(SIN(PI() / 2), 3)'), '-2.56/1');
});
