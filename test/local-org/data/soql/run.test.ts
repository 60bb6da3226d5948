import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SObjectRecord, Value } from '../../../../scripts/local-org/data/record.ts';
import { DecimalValue } from '../../../../scripts/local-org/data/values/decimal.ts';
import { idOf, SmallOrg } from './small-org.ts';

const org = new SmallOrg();
const deals = (where: string, binds?: Record<string, Value | Value[]>): string =>
  org.names(`SELECT Name FROM Deal WHERE ${where} ORDER BY Id`, binds ? { binds: new Map(Object.entries(binds)) } : {});
const accounts = (where: string): string => org.names(`SELECT Name FROM Account WHERE ${where} ORDER BY Id`);

test('a row has the selected fields in order, its id, and reads numbers by their scale', () => {
  const [record] = org.query('SELECT Name, Amount, CloseDate, WonAt, IsWon FROM Deal ORDER BY Id LIMIT 1').records as [SObjectRecord];
  assert.deepEqual([...record.contents.keys()], ['name', 'amount', 'closedate', 'wonat', 'iswon', 'id']);
  assert.equal(String(record.get('Amount')), '10.50');
  assert.equal(String(record.get('CloseDate')), '2026-11-21');
  assert.equal(record.get('IsWon'), true);
  assert.equal(record.id, idOf('Deal', 1));
});

test('comparisons treat nothing as the platform does', () => {
  assert.equal(deals('Amount > 10.5'), 'Two Five');
  assert.equal(deals('Amount != 10.5'), 'Two Three Four Five');
  assert.equal(deals('NOT (Amount > 10.5)'), 'One Three Four');
  assert.equal(deals('Amount = null'), 'Three');
  assert.equal(deals('Amount > 10.005'), 'One Two Four Five');
  assert.equal(deals('Amount = 10.005'), '');
  assert.equal(accounts("Industry NOT IN ('banking')"), 'Birch Cedar 100%');
  assert.equal(accounts("Industry IN ('BANKING', null)"), 'Acme Cedar 100%');
  assert.equal(deals('Account.Owner.Name = null'), 'Three Four'.replace('Three ', ''));
});

test('text compares and matches without regard to case, and LIKE knows its escapes', () => {
  assert.equal(accounts("Name = 'ACME'"), 'Acme');
  assert.equal(accounts("Name LIKE 'a%'"), 'Acme');
  assert.equal(accounts("Name LIKE '%0\\%'"), 'Cedar 100%');
  assert.equal(accounts("Name LIKE '_irch'"), 'Birch');
  assert.equal(accounts("(NOT Name LIKE 'a%')"), 'Birch Cedar 100%');
});

test('multi-select picklists include all of one alternative', () => {
  assert.equal(accounts("Products INCLUDES ('Core;Mobile')"), 'Acme');
  assert.equal(accounts("Products INCLUDES ('Core', 'Mobile')"), 'Acme Birch');
  assert.equal(accounts("Products EXCLUDES ('Core')"), 'Birch Cedar 100%');
});

test('date literals follow the time zone of the running user', () => {
  assert.equal(deals('CloseDate = TODAY'), 'One');
  assert.equal(deals('CloseDate = LAST_N_DAYS:1'), 'One Two');
  assert.equal(deals('CloseDate < THIS_YEAR'), 'Five');
  assert.equal(deals('CloseDate >= LAST_QUARTER AND CloseDate != YESTERDAY'), 'One Three');
  assert.equal(deals('WonAt = TODAY'), 'One Two');
  org.timeZone = 'Asia/Tokyo';
  try {
    assert.equal(deals('CloseDate = YESTERDAY'), 'One');
    assert.equal(deals('WonAt = TODAY'), 'One');
  } finally {
    org.timeZone = 'UTC';
  }
});

test('binds give single values, lists and nulls', () => {
  assert.equal(deals('Id IN :ids', { ids: [idOf('Deal', 1), idOf('Deal', 3).slice(0, 15)] }), 'One Three');
  assert.equal(deals('Id IN :ids', { ids: [] }), '');
  assert.equal(deals('Id NOT IN :ids', { ids: [] }), 'One Two Three Four Five');
  assert.equal(deals('Amount = :amount', { amount: DecimalValue.parse('20') }), 'Two');
  assert.equal(deals('Amount = :amount', { amount: null }), 'Three');
  assert.throws(() => deals('Amount = :amount'), /Variable does not exist: amount/);
});

test('parents come as nested records, null where there is none, through several objects too', () => {
  const records = org.query('SELECT Account.Name, Account.Owner.Name FROM Deal ORDER BY Id').records;
  const owner = (index: number): string => String((records[index].get('Account') as SObjectRecord | null)?.get('Owner'));
  assert.equal((records[0]?.get('Account') as SObjectRecord).get('Name'), 'Acme');
  const account = records[2]?.get('Account') as SObjectRecord;
  assert.equal((account.get('Owner') as SObjectRecord).description.name, 'Group');
  assert.equal((account.get('Owner') as SObjectRecord).get('Name'), 'Desk');
  assert.equal(records[3]?.get('Account'), null);
  assert.equal(owner(3), 'undefined');
  assert.equal(accounts("Owner.Type = 'Group'"), 'Birch');
});

test('TYPEOF takes other fields for each kind of parent', () => {
  const records = org.query('SELECT TYPEOF Owner WHEN User THEN Email, IsActive ELSE Name END FROM Account ORDER BY Id').records;
  const owners = records.map((record) => record.get('Owner') as SObjectRecord | null);
  assert.equal(owners[0]?.get('Email'), 'rep@x.test');
  assert.equal(owners[0]?.has('Name'), false);
  assert.equal(owners[1]?.get('Name'), 'Desk');
  assert.equal(owners[2], null);
});

test('sub-queries give the children of each parent, limited a parent', () => {
  const records = org.query(
    'SELECT Name, (SELECT Name FROM Deals WHERE Amount > 10 ORDER BY Amount DESC LIMIT 2) FROM Account ORDER BY Id',
  ).records;
  const names = records.map((record) => (record.get('Deals') as SObjectRecord[]).map((deal) => deal.get('Name')).join(' '));
  assert.deepEqual(names, ['Five Two', '', '']);
});

test('semi-joins and anti-joins', () => {
  assert.equal(accounts('Id IN (SELECT AccountId FROM Deal WHERE Amount > 20)'), 'Acme');
  assert.equal(accounts('Id NOT IN (SELECT AccountId FROM Deal)'), 'Cedar 100%');
});

test('order: picklists by their values, nothing first going up and last going down', () => {
  assert.equal(org.names('SELECT Name FROM Account ORDER BY Industry'), 'Cedar 100% Birch Acme');
  assert.equal(org.names('SELECT Name FROM Account ORDER BY Industry DESC'), 'Acme Birch Cedar 100%');
  assert.equal(org.names('SELECT Name FROM Account ORDER BY Industry NULLS LAST LIMIT 1 OFFSET 1'), 'Acme');
});

test('aggregates, groups and HAVING', () => {
  const { records, aggregateNames } = org.query(
    'SELECT Account.Name, COUNT(Id), SUM(Amount) total, AVG(Amount) mean, MAX(CloseDate) FROM Deal GROUP BY Account.Name HAVING COUNT(Id) > 1',
  );
  assert.deepEqual(aggregateNames, ['Name', 'expr0', 'total', 'mean', 'expr1']);
  const [acme] = records as [SObjectRecord];
  assert.equal(records.length, 1);
  assert.equal(acme.get('expr0'), 3);
  assert.equal(String(acme.get('total')), '60.50');
  assert.equal(String(acme.get('mean')), '20.16666666666667');
  assert.equal(String(acme.get('expr1')), '2026-11-21');
  assert.equal(org.query('SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) FROM Deal GROUP BY CALENDAR_YEAR(CloseDate)').records.length, 3);
  assert.equal(org.first('SELECT SUM(Amount) s FROM Deal', 's'), '70.51');
});

test('ROLLUP adds sub-totals, CUBE every total, and GROUPING tells them apart', () => {
  const rows = (groupBy: string): string[] =>
    org
      .query(
        `SELECT Account.Name, IsWon, GROUPING(IsWon) g, COUNT(Id) n FROM Deal WHERE AccountId != null GROUP BY ${groupBy} ORDER BY Account.Name, IsWon`,
      )
      .records.map((row) => [row.get('Name'), row.get('IsWon'), row.get('g'), row.get('n')].join(' '));
  assert.deepEqual(rows('ROLLUP(Account.Name, IsWon)'), [
    '  1 4',
    'Acme  1 3',
    'Acme false 0 1',
    'Acme true 0 2',
    'Birch  1 1',
    'Birch false 0 1',
  ]);
  assert.deepEqual(rows('CUBE(Account.Name, IsWon)').slice(0, 3), ['  1 4', ' false 0 2', ' true 0 2']);
  assert.throws(() => org.query('SELECT GROUPING(Name) FROM Deal GROUP BY Name'), /GROUPING takes a field of GROUP BY ROLLUP or CUBE/);
});

test('COUNT() counts matching rows, each aggregated row is charged, COUNT() is not', () => {
  assert.equal(org.query('SELECT COUNT() FROM Account').totalSize, 3);
  assert.equal(org.query('SELECT COUNT() FROM Account LIMIT 2').totalSize, 2);
  org.consumed.clear();
  org.query('SELECT COUNT() FROM Deal');
  assert.equal(org.consumed.get('queryRows'), 1);
  org.query('SELECT SUM(Amount) FROM Deal');
  assert.equal(org.consumed.get('queryRows'), 6);
  assert.equal(org.consumed.get('queries'), 2);
});

test('deleted rows come with ALL ROWS only', () => {
  assert.equal(accounts("Name = 'Gone'"), '');
  assert.equal(org.names("SELECT Name FROM Account WHERE Name = 'Gone' ALL ROWS"), 'Gone');
});

test('objects may be named like a clause', () => {
  assert.equal(org.names("SELECT Name FROM Group WHERE Name = 'Desk' GROUP BY Name"), 'Desk');
});

test('toLabel and FORMAT', () => {
  assert.equal(org.first("SELECT toLabel(Industry) FROM Account WHERE Name = 'Acme'", 'Industry'), 'Banking!');
  assert.equal(org.first("SELECT FORMAT(Amount) shown FROM Deal WHERE Name = 'Two'", 'shown'), '20.00');
});

test('a query of more than 100,000 characters is refused', () => {
  const fitting = (length: number): string => `SELECT Name FROM Deal WHERE Name != '${'x'.repeat(length - 38)}'`;
  assert.equal(fitting(100_000).length, 100_000);
  assert.equal(org.query(fitting(100_000)).records.length, 5);
  assert.throws(() => org.query(fitting(100_001)), { statusCode: 'QUERY_TOO_LONG' });
});

const REFUSED: readonly (readonly [soql: string, code: string, message: RegExp])[] = [
  ['SELECT Foo FROM Account', 'INVALID_FIELD', /Row:1:Column:8\nNo such column 'Foo' on entity 'Account'/],
  ['SELECT Id FROM Foo', 'INVALID_TYPE', /sObject type 'Foo' is not supported/],
  ['SELECT Foo__r.Id FROM Account', 'INVALID_FIELD', /Didn't understand relationship 'Foo__r' in field path/],
  ['SELECT (SELECT Id FROM Foos) FROM Account', 'INVALID_TYPE', /Didn't understand relationship 'Foos' in FROM part/],
  ["SELECT Id FROM Account WHERE Story = 'a'", 'INVALID_FIELD', /field 'Story' can not be filtered/],
  ['SELECT Id FROM Account ORDER BY Story', 'INVALID_FIELD', /field 'Story' can not be sorted/],
  ["SELECT Id FROM Deal WHERE Amount = '5'", 'INVALID_FIELD', /must be of type currency and should not be enclosed in quotes/],
  ['SELECT Id FROM Deal WHERE Name = 5', 'INVALID_FIELD', /must be of type string and should be enclosed in quotes/],
  ["SELECT Id FROM Deal WHERE Id = 'nonsense'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: nonsense/],
  ['SELECT Name, COUNT(Id) FROM Deal', 'MALFORMED_QUERY', /Field must be grouped or aggregated: Name/],
  ['SELECT Name FROM Deal LIMIT 5 OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', /Maximum SOQL offset/],
  ['SELECT Name, Name FROM Deal', 'INVALID_FIELD', /duplicate field selected: Name/],
  ['SELECT FIELDS(ALL) FROM Deal', 'MALFORMED_QUERY', /LIMIT of at most 200/],
  ['SELECT Id FROM Deal WHERE Amount = 1 AND Amount = 2 OR Amount = 3', 'MALFORMED_QUERY', /unexpected token: 'OR'/],
  ['SELECT Id FROM Deal FOR UPDATE ORDER BY Id', 'MALFORMED_QUERY', /unexpected token: 'ORDER'/],
  ['SELECT Id FROM Deal ORDER BY Id FOR UPDATE', 'MALFORMED_QUERY', /FOR UPDATE does not go with ORDER BY/],
];

for (const [soql, statusCode, message] of REFUSED) {
  test(`refused: ${soql}`, () => {
    assert.throws(
      () => org.query(soql),
      (error: Error & { statusCode?: string }) => {
        assert.match(error.message, message);
        assert.equal(error.statusCode, statusCode);
        return true;
      },
    );
  });
}
