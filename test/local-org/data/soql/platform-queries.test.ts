import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SYSTEM, USER } from '../../../../scripts/local-org/data/transaction.ts';
import type { Value } from '../../../../scripts/local-org/data/record.ts';
import { ALL, asAdministrator, ask, insertOne, make, newUser, openWorkshop } from '../workshop.ts';

const org = openWorkshop();
after(() => org.close());

const names = (where: string, binds: Record<string, Value | Value[]> = {}): string[] =>
  asAdministrator(org, (transaction) =>
    transaction
      .query(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`, { ...SYSTEM, binds: new Map(Object.entries(binds)) })
      .records.map((record) => String(record.get('Name'))),
  );

test('letters beyond A to Z are compared without regard to case', () => {
  insertOne(org, 'Account', { Name: 'Übung Straße' });
  insertOne(org, 'Account', { Name: 'Plain' });
  assert.deepEqual(names("Name = 'ÜBUNG STRAßE'"), ['Übung Straße']);
  assert.deepEqual(names("Name IN ('übung straße', 'PLAIN')"), ['Plain', 'Übung Straße']);
  assert.deepEqual(names("Name LIKE 'üBUNG%'"), ['Übung Straße']);
  assert.deepEqual(names("Name != 'übung straße'"), ['Plain']);
  assert.deepEqual(names('Name = :name', { name: 'ÜBUNG STRAßE' }), ['Übung Straße']);
});

test('a unique text is taken in any case of its letters', () => {
  newUser(org, 'ärger');
  assert.throws(() => newUser(org, 'ÄRGER'), /Username|duplicate/i);
});

test('convertTimezone counts by the clock of the user', () => {
  const userId = newUser(org, 'berliner');
  const account = insertOne(org, 'Account', { Name: 'Late' });
  asAdministrator(org, (transaction) => transaction.setCreatedDate(account, Date.UTC(2026, 5, 30, 22, 30)));
  const count = (expression: string): unknown =>
    org.transaction(userId, (transaction) => {
      const soql = `SELECT ${expression} e, COUNT(Id) FROM Account WHERE Name = 'Late' GROUP BY ${expression}`;
      return transaction.query(soql, SYSTEM).records[0]?.get('e');
    });
  assert.deepEqual([count('HOUR_IN_DAY(CreatedDate)'), count('HOUR_IN_DAY(convertTimezone(CreatedDate))')], [22, 0]);
  assert.deepEqual([count('CALENDAR_MONTH(CreatedDate)'), count('CALENDAR_MONTH(convertTimezone(CreatedDate))')], [6, 7]);
  assert.throws(() => ask(org, 'SELECT convertTimezone(CreatedDate) FROM Account'), /inside a date function only/);
});

test('FOR VIEW and FOR REFERENCE note when a record was seen and referred to', () => {
  const id = insertOne(org, 'Account', { Name: 'Seen' });
  const dates = (): (string | null)[] => {
    const [row] = ask(org, `SELECT LastViewedDate, LastReferencedDate FROM Account WHERE Id = '${id}'`);
    return [row?.['lastvieweddate'] ?? null, row?.['lastreferenceddate'] ?? null];
  };
  ask(org, `SELECT Id FROM Account WHERE Id = '${id}' FOR REFERENCE`);
  assert.deepEqual(dates().map(Boolean), [false, true]);
  ask(org, `SELECT Id FROM Account WHERE Id = '${id}' FOR VIEW`);
  assert.deepEqual(dates().map(Boolean), [true, true]);
});

test('UserRecordAccess says what a user may do with records', () => {
  const owner = newUser(org, 'owner');
  const other = newUser(org, 'other');
  const own = insertOne(org, 'Account', { Name: 'Own', OwnerId: owner });
  const shared = insertOne(org, 'Account', { Name: 'Shared' });
  const hidden = insertOne(org, 'Account', { Name: 'Hidden', OwnerId: other });
  asAdministrator(org, (transaction) => {
    const share = { AccountId: shared, UserOrGroupId: owner, AccountAccessLevel: 'Read', OpportunityAccessLevel: 'None' };
    transaction.insert([make(org, 'AccountShare', share)], ALL);
  });
  const rows = org.transaction(owner, (transaction) =>
    transaction
      .query(
        'SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :user AND RecordId IN :ids ORDER BY MaxAccessLevel DESC',
        {
          ...USER,
          binds: new Map<string, Value | Value[]>([
            ['user', owner],
            ['ids', [hidden, own, shared]],
          ]),
        },
      )
      .records.map((record) =>
        ['RecordId', 'HasReadAccess', 'HasEditAccess', 'HasDeleteAccess', 'MaxAccessLevel'].map((name) => record.get(name)),
      ),
  );
  assert.deepEqual(rows, [
    [own, true, true, true, 'All'],
    [shared, true, false, false, 'Read'],
    [hidden, false, false, false, 'None'],
  ]);
  assert.throws(() => ask(org, 'SELECT RecordId FROM UserRecordAccess'), /needs a filter on UserId/);
});

test('a share row tells the owner of a record that is not everybody\u2019s, and goes along with it', () => {
  const [first, second] = [newUser(org, 'first'), newUser(org, 'second')];
  const id = insertOne(org, 'Account', { Name: 'Owned', OwnerId: first });
  const owners = (): unknown[] =>
    ask(org, `SELECT UserOrGroupId, AccountAccessLevel, RowCause FROM AccountShare WHERE AccountId = '${id}'`).map((row) => [
      row['userorgroupid'],
      row['accountaccesslevel'],
      row['rowcause'],
    ]);
  assert.deepEqual(owners(), [[first, 'All', 'Owner']]);
  const account = make(org, 'Account', { OwnerId: second });
  account.id = id;
  asAdministrator(org, (transaction) => transaction.update([account], ALL));
  assert.deepEqual(owners(), [[second, 'All', 'Owner']]);
  asAdministrator(org, (transaction) => transaction.delete([id], ALL));
  assert.deepEqual(owners(), []);
});
