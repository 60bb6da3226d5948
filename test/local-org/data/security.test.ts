import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import { Org } from '../../../scripts/local-org/data/org.ts';
import { SObjectRecord } from '../../../scripts/local-org/data/record.ts';
import type { Value } from '../../../scripts/local-org/data/record.ts';
import { SYSTEM, USER } from '../../../scripts/local-org/data/transaction.ts';
import type { Transaction } from '../../../scripts/local-org/data/transaction.ts';
import { DEMO_PASSWORD, installDemoUsers } from '../../../scripts/local-org/demo/users.ts';
import { DateValue } from '../../../scripts/local-org/data/values/date.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { readScratchDefinition } from '../../../scripts/local-org/metadata/scratch-definition.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const tree = readProject([project]);
const scratchDefinition = readScratchDefinition(project);
const roles = ['rep', 'rep2', 'owner', 'owner2', 'manager', 'ops', 'admin'] as const;
type Role = (typeof roles)[number];

let org: Org;
const ids = new Map<Role, string>();
let account: string;
let deal: string;

before(() => {
  org = new Org(tree, scratchDefinition);
  installDemoUsers(org);
  for (const role of roles) {
    ids.set(role, org.authenticate(`${role}@vouchsafe.test`, DEMO_PASSWORD) ?? '');
  }
  account = store('Account', { Name: 'Harbor Bank', OwnerId: idOf('owner') });
  deal = store('Opportunity', {
    Name: 'Harbor renewal',
    AccountId: account,
    OwnerId: idOf('rep'),
    StageName: 'Qualification',
    CloseDate: DateValue.parse('2026-12-31'),
  });
});

function idOf(role: Role): string {
  return ids.get(role) ?? '';
}

function record(transaction: Transaction, object: string, values: Readonly<Record<string, Value>>): SObjectRecord {
  const description = transaction.schema.object(object);
  assert.ok(description, object);
  const created = new SObjectRecord(description);
  for (const [name, value] of Object.entries(values)) {
    created.put(name, value);
  }
  return created;
}

/** Stores a record in system mode; gives its id. */
function store(object: string, values: Readonly<Record<string, Value>>): string {
  return org.transaction(org.administratorId, (transaction) => {
    const [result] = transaction.insert([record(transaction, object, values)], { ...SYSTEM, allOrNone: true });
    return result?.id ?? '';
  });
}

function sees(role: Role, object: string, id: string): boolean {
  const soql = `SELECT Id FROM ${object} WHERE Id = '${id}'`;
  return org.transaction(idOf(role), (transaction) => transaction.query(soql, USER).records.length === 1);
}

function seenBy(object: string, id: string): Role[] {
  return roles.filter((role) => role !== 'admin' && org.security.objectAccess(idOf(role), object).read && sees(role, object, id));
}

const permissions: Record<string, Record<Exclude<Role, 'rep2' | 'owner2' | 'admin'>, string>> = {
  Advocate__c: { rep: 'R', owner: 'CRE', manager: 'CRED', ops: 'R' },
  Reference_Request__c: { rep: 'CRE', owner: 'R', manager: 'CRE', ops: 'R' },
  Permission_Request__c: { rep: 'CR', owner: 'RE', manager: 'CRE', ops: 'R' },
  Reference_Activity__c: { rep: 'CRE', owner: 'RE', manager: 'CRE', ops: 'R' },
  Reference_Influence__c: { rep: 'CRE', owner: 'R', manager: 'CRE', ops: 'R' },
  Contact_Release__c: { rep: 'R', owner: 'R', manager: 'R', ops: 'R' },
  Influence_Entry__c: { rep: '', owner: '', manager: 'R', ops: 'R' },
  Influence_Exception__c: { rep: '', owner: '', manager: 'RE', ops: 'R' },
};

for (const [object, byRole] of Object.entries(permissions)) {
  test(`${object} is open to each role as far as its permission set says`, () => {
    for (const [role, letters] of Object.entries(byRole)) {
      const access = org.security.objectAccess(idOf(role as Role), object);
      const found = `${access.create ? 'C' : ''}${access.read ? 'R' : ''}${access.edit ? 'E' : ''}${access.delete ? 'D' : ''}`;
      assert.equal(found, letters, role);
      assert.equal(access.viewAll || access.modifyAll, false, role);
    }
  });
}

test('who an advocate is can be read by account owners and the program manager', () => {
  for (const field of ['Contact__c', 'Contact_Key__c']) {
    const readers = roles.filter((role) => org.security.fieldAccess(idOf(role), 'Advocate__c', field).read);
    assert.deepEqual(readers, ['owner', 'owner2', 'manager', 'admin'], field);
  }
});

test('a query for who an advocate is finds no such column, in any clause, as a rep', () => {
  for (const soql of [
    'SELECT Contact__c FROM Advocate__c',
    "SELECT Id FROM Advocate__c WHERE Contact_Key__c = 'x'",
    'SELECT Id FROM Advocate__c ORDER BY Contact_Key__c',
    'SELECT Contact__r.LastName FROM Advocate__c',
  ]) {
    assert.throws(
      () => org.transaction(idOf('rep'), (transaction) => transaction.query(soql, USER)),
      /No such column|Didn't understand relationship/,
      soql,
    );
  }
});

test('a rep can neither set the state of an ask nor edit it, an account owner can only answer', () => {
  assert.deepEqual(org.security.fieldAccess(idOf('rep'), 'Permission_Request__c', 'Status__c'), { read: true, edit: false });
  assert.equal(org.security.objectAccess(idOf('rep'), 'Permission_Request__c').edit, false);
  assert.deepEqual(org.security.fieldAccess(idOf('owner'), 'Permission_Request__c', 'Status__c'), { read: true, edit: true });
  assert.deepEqual(org.security.fieldAccess(idOf('owner'), 'Permission_Request__c', 'Approver__c'), { read: true, edit: false });
});

test('custom permissions and classes follow the sets', () => {
  const holders = (name: string): Role[] => roles.filter((role) => org.security.hasCustomPermission(idOf(role), name));
  assert.deepEqual(holders('Vouchsafe_Request'), ['rep', 'rep2', 'manager']);
  assert.deepEqual(holders('Vouchsafe_Decide'), ['owner', 'owner2', 'manager']);
  assert.deepEqual(holders('Vouchsafe_Report'), ['manager', 'ops']);
  assert.deepEqual(holders('Vouchsafe_Steward'), ['manager']);
  assert.equal(org.security.hasClassAccess(idOf('rep'), 'MatchingController'), true);
  assert.equal(org.security.hasClassAccess(idOf('rep'), 'InfluenceController'), false);
  assert.equal(org.security.hasClassAccess(idOf('ops'), 'PermissionController'), false);
});

test('a wrong password, a wrong name and an unknown user get nothing', () => {
  assert.equal(org.authenticate('rep@vouchsafe.test', 'wrong'), undefined);
  assert.equal(org.authenticate('nobody@vouchsafe.test', DEMO_PASSWORD), undefined);
});

test('demo users are installed once', () => {
  const users = (): number =>
    org.transaction(org.administratorId, (transaction) => transaction.query('SELECT Id FROM User', SYSTEM).records.length);
  const known = users();
  installDemoUsers(org);
  assert.equal(users(), known);
});

test('sellers and account owners report to the program manager', () => {
  const reports = org.transaction(org.administratorId, (transaction) =>
    transaction.query(`SELECT Id FROM User WHERE ManagerId = '${idOf('manager')}'`, SYSTEM).records.map((user) => user.id),
  );
  assert.deepEqual(reports.sort(), (['rep', 'rep2', 'owner', 'owner2'] as const).map(idOf).sort());
});

test('a user without a set does not even know the objects', () => {
  const stranger = org.setUp((writer) =>
    writer.insert('User', {
      Username: 'stranger@vouchsafe.test',
      LastName: 'Stranger',
      Name: 'Stranger',
      Email: 'stranger@vouchsafe.test',
      Alias: 'strange',
      CommunityNickname: 'stranger',
      IsActive: true,
      UserType: 'Standard',
      ProfileId: writer.find('Profile', { Name: 'Standard User' }) ?? null,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    }),
  );
  assert.throws(
    () => org.transaction(stranger, (transaction) => transaction.query('SELECT Id FROM Advocate__c', USER)),
    /sObject type 'Advocate__c' is not supported/,
  );
  assert.equal(org.security.hasCustomPermission(stranger, 'Vouchsafe_Request'), false);
});

test('a deal is seen by its owner and those above in the roles', () => {
  assert.deepEqual(seenBy('Opportunity', deal), ['rep', 'manager', 'ops']);
});

test('advocates are read by everyone with a set, and changed by their owner and the program managers', () => {
  const advocate = store('Advocate__c', { Account__c: account, OwnerId: idOf('owner') });
  assert.deepEqual(seenBy('Advocate__c', advocate), ['rep', 'rep2', 'owner', 'owner2', 'manager', 'ops']);
  const access = (role: Role): string | undefined => org.security.recordAccess(idOf(role), [advocate]).get(advocate);
  assert.equal(access('rep'), 'read');
  assert.equal(access('owner2'), 'read');
  assert.equal(access('owner'), 'all');
  assert.notEqual(access('manager'), 'read');
});

test('an ask is seen by its owner, the program managers and ops, and by nobody else', () => {
  const ask = store('Permission_Request__c', { Account__c: account, OwnerId: idOf('owner') });
  assert.deepEqual(seenBy('Permission_Request__c', ask), ['owner', 'manager', 'ops']);
});

test('an ask in the queue is seen by the members of its group and by ops', () => {
  const queue = org.transaction(
    org.administratorId,
    (transaction) =>
      transaction.query("SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = 'Vouchsafe_Program_Managers'", SYSTEM).records[0]
        ?.id ?? null,
  );
  const ask = store('Permission_Request__c', { Account__c: account, OwnerId: queue });
  assert.deepEqual(seenBy('Permission_Request__c', ask), ['manager', 'ops']);
});

test('a share row for the deal team opens an ask to the rep for reading, and its removal closes it again', () => {
  const ask = store('Permission_Request__c', { Account__c: account, OwnerId: idOf('owner') });
  const share = store('Permission_Request__Share', {
    ParentId: ask,
    UserOrGroupId: idOf('rep'),
    AccessLevel: 'Read',
    RowCause: 'Deal_Team__c',
  });
  assert.deepEqual(seenBy('Permission_Request__c', ask), ['rep', 'owner', 'manager', 'ops']);
  assert.equal(org.security.recordAccess(idOf('rep'), [ask]).get(ask), 'read');
  org.transaction(org.administratorId, (transaction) => transaction.delete([share], { ...SYSTEM, allOrNone: true }));
  assert.equal(sees('rep', 'Permission_Request__c', ask), false);
});

test('ledger lines are seen by program managers and ops, and edited by neither', () => {
  const line = store('Influence_Entry__c', { Opportunity_Key__c: deal, Booking_Key__c: `${deal}:1:1`, OwnerId: idOf('rep') });
  assert.deepEqual(seenBy('Influence_Entry__c', line), ['manager', 'ops']);
  for (const role of ['manager', 'ops'] as const) {
    assert.throws(
      () =>
        org.transaction(idOf(role), (transaction) =>
          transaction.update([record(transaction, 'Influence_Entry__c', { Id: line, Reason__c: 'changed' })], { ...USER, allOrNone: true }),
        ),
      /denied|insufficient/i,
      role,
    );
  }
});

test('what a user may do changes as soon as a set is taken away', () => {
  const assignment = org.transaction(
    org.administratorId,
    (transaction) =>
      transaction.query(
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${idOf('rep2')}' AND PermissionSet.Name = 'Vouchsafe_Requester'`,
        SYSTEM,
      ).records[0]?.id ?? '',
  );
  org.rehearse(org.administratorId, (transaction) => {
    transaction.delete([assignment], { ...SYSTEM, allOrNone: true });
    assert.equal(transaction.security.objectAccess(idOf('rep2'), 'Advocate__c').read, false);
  });
  assert.equal(org.security.objectAccess(idOf('rep2'), 'Advocate__c').read, true);
});

test('what is shared with a user is looked up for the rows that a query is about, not listed as a whole', () => {
  const object = org.schema.object('Permission_Request__c');
  assert.ok(object);
  const condition = org.security.visibleRows(idOf('rep'), object, 't0');
  assert.ok(condition);
  const sql = `EXPLAIN QUERY PLAN SELECT 1 FROM "Permission_Request__c" AS "t0" WHERE "t0"."Id" = ? AND ${condition.text}`;
  const steps = org.store.select(sql, ['', ...condition.parameters]).map((row) => String(row.at(-1)));
  assert.ok(
    steps.some((step) => /SEARCH s USING .*Permission_Request__Share\.ParentId/.test(step)),
    steps.join('\n'),
  );
});
