import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SObjectRecord } from '../../../../scripts/local-org/data/record.ts';
import { SmallOrg } from './small-org.ts';

const org = new SmallOrg();
const USER = { mode: 'user', sharing: true } as const;

test('in user mode a hidden field is as if it did not exist, wherever it is named', () => {
  const restrictions = { hidden: ['Account.Industry'] };
  for (const soql of [
    'SELECT Industry FROM Account',
    "SELECT Id FROM Account WHERE Industry = 'Retail'",
    'SELECT Id FROM Account ORDER BY Industry',
    'SELECT COUNT(Id) FROM Account GROUP BY Industry',
    'SELECT Account.Industry FROM Deal',
    "SELECT Id FROM Deal WHERE AccountId IN (SELECT Id FROM Account WHERE Industry = 'Retail')",
  ]) {
    assert.throws(() => org.query(soql, USER, restrictions), /No such column 'Industry' on entity 'Account'/, soql);
    assert.doesNotThrow(() => org.query(soql, {}, restrictions), soql);
    assert.throws(
      () =>
        org.query(
          soql.replace(/( WHERE .*| ORDER .*| GROUP .*|$)/, ' WITH USER_MODE'),
          { mode: 'system', sharing: false },
          { hidden: ['Account', 'Deal'] },
        ),
      /is not supported/,
    );
  }
});

test('a hidden object can be neither queried nor walked to', () => {
  const restrictions = { hidden: ['Account'] };
  assert.throws(() => org.query('SELECT Id FROM Account', USER, restrictions), /sObject type 'Account' is not supported/);
  assert.throws(() => org.query('SELECT Account.Name FROM Deal', USER, restrictions), /Didn't understand relationship 'Account'/);
  assert.equal(org.query('SELECT Id FROM Account WITH SYSTEM_MODE', USER, restrictions).records.length, 3);
});

test('WITH SECURITY_ENFORCED looks at what is selected only', () => {
  const restrictions = { hidden: ['Account.Industry'] };
  assert.throws(
    () => org.query('SELECT Industry FROM Account WITH SECURITY_ENFORCED', {}, restrictions),
    /secure query included inaccessible field/,
  );
  assert.throws(() => org.query('SELECT Foo FROM Account WITH SECURITY_ENFORCED', {}, restrictions), /No such column 'Foo'/);
  assert.equal(org.names("SELECT Name FROM Account WHERE Industry = 'Retail' WITH SECURITY_ENFORCED", {}, restrictions), 'Birch');
});

test('sharing leaves out rows, also of children, and of parents all but their name', () => {
  const restrictions = { rows: { Account: `$."Name" = 'Birch'`, Deal: `$."Name" <> 'Two'` } };
  const shared = { mode: 'system', sharing: true } as const;
  assert.equal(org.names('SELECT Name FROM Account', shared, restrictions), 'Birch');
  assert.equal(org.query('SELECT COUNT() FROM Deal', shared, restrictions).totalSize, 4);
  const [one] = org.query('SELECT Account.Name, Account.Industry FROM Deal ORDER BY Id', shared, restrictions).records as [SObjectRecord];
  assert.equal((one.get('Account') as SObjectRecord).get('Name'), 'Acme');
  assert.equal((one.get('Account') as SObjectRecord).get('Industry'), null);
  assert.equal(org.names("SELECT Name FROM Deal WHERE Account.Industry = 'Banking'", shared, restrictions), '');
  const accounts = org.query(
    'SELECT (SELECT Name FROM Deals) FROM Account',
    { mode: 'system', sharing: true },
    { rows: { Deal: restrictions.rows.Deal } },
  ).records;
  assert.equal((accounts[0]?.get('Deals') as SObjectRecord[]).length, 2);
});
