import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DmlFailure, NoAccess, QueryError } from '../../../scripts/local-org/data/errors.ts';
import type { OrgTransaction } from '../../../scripts/local-org/data/org-transaction.ts';
import { SYSTEM, USER } from '../../../scripts/local-org/data/transaction.ts';
import { DateValue } from '../../../scripts/local-org/data/values/date.ts';
import { DecimalValue } from '../../../scripts/local-org/data/values/decimal.ts';
import { ALL, AS_USER, ask, insertOne, make, newUser, openWorkshop } from './workshop.ts';

test('without the object permission a user-mode call is refused as a whole', () => {
  const org = openWorkshop();
  const stranger = newUser(org, 'stranger', false);
  assert.throws(
    () => org.transaction(stranger, (transaction) => transaction.insert([make(org, 'Job__c', {})], AS_USER)),
    (error) => error instanceof NoAccess && error.message === "Access to entity 'Job__c' denied",
  );
});

test('a user-mode query says all that the user may not read, by object', () => {
  const org = openWorkshop();
  const stranger = newUser(org, 'stranger', false);
  assert.throws(
    () => org.transaction(stranger, (transaction) => transaction.query('SELECT Name, Hours__c, Account__r.Name FROM Job__c', USER)),
    (error) => {
      const inaccessible = error instanceof QueryError ? error.inaccessible : undefined;
      return inaccessible?.get('Job__c')?.includes('Hours__c') === true && !inaccessible.has('Account');
    },
  );
});

test('a field without edit permission is refused, and named', () => {
  const org = openWorkshop();
  const worker = newUser(org, 'worker', true);
  assert.throws(
    () => org.transaction(worker, (transaction) => transaction.insert([make(org, 'Job__c', { Status__c: 'Done' })], AS_USER)),
    (error) =>
      error instanceof DmlFailure &&
      error.message === 'Operation failed due to fields being inaccessible on Sobject Job__c, check errors on Exception or Result!' &&
      error.results[0]?.errors[0]?.fields.join() === 'Status__c',
  );
  org.transaction(worker, (transaction) => transaction.insert([make(org, 'Job__c', { Hours__c: DecimalValue.parse('1') })], AS_USER));
  assert.equal(ask(org, 'SELECT Id FROM Job__c').length, 1);
});

test('another’s private record is neither seen, changed nor deleted; with a share it is', () => {
  const org = openWorkshop();
  const owner = newUser(org, 'owner', true);
  const helper = newUser(org, 'helper', true);
  const job = insertOne(org, 'Job__c', { OwnerId: owner });
  const seen = (): number => org.transaction(helper, (transaction) => transaction.query('SELECT Id FROM Job__c', USER).records.length);
  const change = (): unknown =>
    org.transaction(helper, (transaction) =>
      transaction.update([make(org, 'Job__c', { Id: job, Hours__c: DecimalValue.parse('2') })], AS_USER),
    );
  assert.equal(seen(), 0);
  assert.throws(change, { statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' });
  insertOne(org, 'Job__Share', { ParentId: job, UserOrGroupId: helper, AccessLevel: 'Read', RowCause: 'Helper__c' });
  assert.equal(seen(), 1);
  assert.throws(change, { statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' });
  insertOne(org, 'Job__Share', { ParentId: job, UserOrGroupId: helper, AccessLevel: 'Edit', RowCause: 'Helper__c' });
  change();
  assert.equal(ask(org, "SELECT Id FROM Job__Share WHERE RowCause = 'Helper__c'").length, 1);
});

test('with sharing alone, the record counts and the fields don’t', () => {
  const org = openWorkshop();
  const owner = newUser(org, 'owner', false);
  const other = newUser(org, 'other', false);
  const job = insertOne(org, 'Job__c', { OwnerId: owner });
  const options = { ...SYSTEM, sharing: true, allOrNone: true };
  const change = make(org, 'Job__c', { Id: job, Status__c: 'Done' });
  assert.throws(() => org.transaction(other, (transaction) => transaction.update([change], options)), {
    statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
  });
  org.transaction(owner, (transaction) => transaction.update([change], options));
  assert.equal(ask(org, 'SELECT Status__c FROM Job__c')[0]?.['status__c'], 'Done');
});

test('a lookup to a record that the user can’t see is refused', () => {
  const org = openWorkshop();
  const worker = newUser(org, 'worker', true);
  const account = insertOne(org, 'Account', { Name: 'Hidden' });
  assert.throws(
    () => org.transaction(worker, (transaction) => transaction.insert([make(org, 'Job__c', { Account__c: account })], AS_USER)),
    { statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' },
  );
});

test('the owner of an account has with its contacts what the role says', () => {
  const org = openWorkshop();
  const role = insertOne(org, 'UserRole', { Name: 'Keeper', DeveloperName: 'Keeper', OpportunityAccessForAccountOwner: 'Read' });
  const keeper = newUser(org, 'keeper', false, role);
  const plain = newUser(org, 'plain', false);
  for (const ownerId of [keeper, plain]) {
    const account = insertOne(org, 'Account', { Name: 'A', OwnerId: ownerId });
    insertOne(org, 'Opportunity', { Name: 'Deal', AccountId: account, StageName: 'Prospecting', CloseDate: DateValue.parse('2026-03-31') });
  }
  const deals = (userId: string): number =>
    org.transaction(userId, (transaction) => transaction.query('SELECT Id FROM Opportunity', USER).records.length);
  assert.equal(deals(keeper), 1);
  assert.equal(deals(plain), 0);
});

test('becoming another user changes whose rights count, and may mix set-up and other objects', () => {
  const org = openWorkshop();
  const worker = newUser(org, 'worker', true);
  org.transaction(org.administratorId, (transaction) => {
    transaction.insert([make(org, 'Group', { Name: 'G', Type: 'Regular' })], ALL);
    const back = (transaction as OrgTransaction).becomeUser(worker);
    transaction.insert([make(org, 'Job__c', {})], AS_USER);
    back();
    assert.equal(transaction.userId, org.administratorId);
  });
  assert.equal(ask(org, 'SELECT OwnerId FROM Job__c')[0]?.['ownerid'], worker);
});

test('only who has the whole record may share it', () => {
  const org = openWorkshop();
  const owner = newUser(org, 'owner', true);
  const helper = newUser(org, 'helper', true);
  const third = newUser(org, 'third', true);
  const job = insertOne(org, 'Job__c', { OwnerId: owner });
  insertOne(org, 'Job__Share', { ParentId: job, UserOrGroupId: helper, AccessLevel: 'Edit' });
  const share = (userId: string): unknown =>
    org.transaction(userId, (transaction) =>
      transaction.insert([make(org, 'Job__Share', { ParentId: job, UserOrGroupId: third, AccessLevel: 'Read' })], AS_USER),
    );
  assert.throws(() => share(helper), { statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' });
  share(owner);
  const [row] = ask(org, `SELECT Id FROM Job__Share WHERE UserOrGroupId = '${third}'`);
  const unshare = (userId: string): unknown =>
    org.transaction(userId, (transaction) => transaction.delete([row?.['id'] as string], AS_USER));
  assert.throws(() => unshare(helper), { statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' });
  unshare(owner);
});

test('with minimum access, a permission set on a standard object opens its name and the fields it names, no more', () => {
  const org = openWorkshop();
  const userId = newUser(org, 'minimal', false, undefined, 'Minimum Access - Salesforce');
  assert.equal(org.security.objectAccess(userId, 'Account').read, false);
  const set = insertOne(org, 'PermissionSet', { Name: 'Read_Accounts', Label: 'Read accounts' });
  insertOne(org, 'ObjectPermissions', { ParentId: set, SobjectType: 'Account', PermissionsRead: true });
  insertOne(org, 'FieldPermissions', { ParentId: set, SobjectType: 'Account', Field: 'Account.Industry', PermissionsRead: true });
  insertOne(org, 'PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set });
  const readable = ['Name', 'OwnerId', 'CreatedDate', 'Industry', 'AnnualRevenue'].map(
    (field) => org.security.fieldAccess(userId, 'Account', field).read,
  );
  assert.deepEqual(readable, [true, true, true, true, false]);
});

test('a task can be read by who can read the record it is about', () => {
  const org = openWorkshop();
  const seller = newUser(org, 'seller', false);
  const stranger = newUser(org, 'stranger', false);
  const account = insertOne(org, 'Account', { Name: 'A', OwnerId: seller });
  insertOne(org, 'Task', { Subject: 'Call', WhatId: account });
  const tasks = (userId: string): number =>
    org.transaction(userId, (transaction) => transaction.query('SELECT Id FROM Task', USER).records.length);
  assert.equal(tasks(seller), 1);
  assert.equal(tasks(stranger), 0);
});
