import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SYSTEM, USER } from '../../../../scripts/local-org/data/transaction.ts';
import type { QueryWay } from '../../../../scripts/local-org/data/soql/explain.ts';
import { ALL, asAdministrator, insertOne, make, newUser, openWorkshop } from '../workshop.ts';

const org = openWorkshop();
after(() => org.close());

asAdministrator(org, (transaction) => {
  const accounts = Array.from({ length: 100 }, (_, index) =>
    make(org, 'Account', { Name: `A${index}`, Industry: index < 40 ? 'Retail' : null }),
  );
  transaction.insert(accounts, ALL);
});
const parent = insertOne(org, 'Account', { Name: 'Parent' });

const explain = (where: string): readonly QueryWay[] =>
  asAdministrator(org, (transaction) =>
    transaction.explain(`SELECT Id FROM Account WHERE ${where}`, { ...SYSTEM, binds: new Map([['parent', parent]]) }),
  );

const ways = (where: string): string[] =>
  explain(where).map(({ leadingOperationType, fields, cardinality }) => `${leadingOperationType} ${fields.join()} ${cardinality}`);

test('the best index comes first, a scan before an index that leaves too many rows', () => {
  assert.deepEqual(ways("Name = 'A1' AND Industry = 'Retail'"), ['Index Name 1', 'TableScan  1']);
  assert.deepEqual(ways("Name LIKE 'A%' AND ParentId = :parent"), ['Index ParentId 0', 'TableScan  0', 'Index Name 100']);
  assert.ok(Math.abs((explain("Name LIKE 'A1%'")[0]?.relativeCost ?? 0) - 11 / (101 * 0.3)) < 1e-9);
});

test('what no index can serve is noted', () => {
  const notes = (where: string): string[] =>
    (explain(where).find(({ leadingOperationType }) => leadingOperationType === 'TableScan')?.notes ?? []).map(
      ({ fields, description }) => `${fields.join()}: ${description.replace('Not considering filter for optimization because ', '')}`,
    );
  assert.deepEqual(notes("Industry = 'Retail' AND Name != 'A1'"), ['Industry: unindexed', 'Name: of a negative operator (!=)']);
  assert.deepEqual(notes("Name LIKE '%1' AND ParentId = null"), [
    'Name: its pattern begins with a wildcard',
    'ParentId: it looks for empty values',
  ]);
  assert.deepEqual(notes("Parent.Name = 'Parent'"), ['Parent.Name: unindexed']);
});

test('OR needs an index on each side', () => {
  assert.deepEqual(ways("Name = 'A1' OR ParentId = :parent"), ['Index Name,ParentId 1', 'TableScan  1']);
  assert.deepEqual(ways("Name = 'A1' OR Industry = 'Retail'"), ['TableScan  40']);
});

test('a user learns nothing of rows and fields that they may not read', () => {
  const stranger = newUser(org, 'stranger', false, undefined, 'Minimum Access - Salesforce');
  const ask = (userId: string): readonly QueryWay[] =>
    org.transaction(userId, (transaction) => transaction.explain("SELECT Id FROM Account WHERE Name = 'A1'", USER));
  assert.throws(() => ask(stranger), /sObject type 'Account' is not supported/);
  assert.equal(ask(newUser(org, 'seller'))[0]?.sobjectCardinality, 0);
});
