import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedProgram } from '../../scripts/data/seed/seed-program.ts';
import { RecordingConnection } from './recording-connection.ts';

const now = new Date('2026-11-21T15:30:00Z');
const users = ['rep', 'rep2', 'owner', 'owner2'].map((name) => ({ Id: `user-${name}`, Username: `${name}@vouchsafe.test` }));
const emptyOrg: [RegExp, object[]][] = [
  [/FROM User/, users],
  [/FROM Pricebook2/, [{ Id: 'standard-book' }]],
  [/FROM Reference_Request__c/, [{ Id: 'request' }]],
  [/FROM Organization/, [{ FiscalYearStartMonth: 1, UsesStartDateAsFiscalYearName: false }]],
];

test('everything is stored in the order of real life, and no door but the usual ones is used', async () => {
  const org = new RecordingConnection(emptyOrg);
  const outcome = await seedProgram(org.asConnection(), { now });
  assert.equal(outcome.alreadySeeded, false);
  const steps = org.requests.map(({ action, object }) => `${action} ${object}`).filter((step, index, all) => step !== all[index - 1]);
  assert.deepEqual(steps, [
    'create Product2',
    'create PricebookEntry',
    'create Account',
    'create Contact',
    'create Advocate__c',
    'create Opportunity',
    'create OpportunityLineItem',
    'create Reference_Request__c',
    'create Permission_Request__c',
    'create Reference_Activity__c',
    'update Reference_Activity__c',
    'create Reference_Influence__c',
    'update Opportunity',
    'update Reference_Request__c',
    'update OpportunityLineItem',
    'update Opportunity',
    'create Reference_Influence__c',
    'create Advocate_Consent__c',
    'create Unmet_Demand__c',
    'update Account',
  ]);
  assert.ok(org.requests.every((request) => request.rows.length <= 200));
});

test('no ledger line and no release is written by hand, and no moment lies in the future', async () => {
  const org = new RecordingConnection(emptyOrg);
  await seedProgram(org.asConnection(), { now });
  assert.ok(!org.requests.some(({ object }) => ['Influence_Entry__c', 'Contact_Release__c'].includes(object)));
  const moments = org.requests
    .flatMap((request) => request.rows)
    .flatMap((row) => [row['Submitted_At__c'], row['Decided_At__c']])
    .filter((moment): moment is string => typeof moment === 'string');
  assert.ok(moments.length > 100);
  assert.ok(moments.every((moment) => moment < now.toISOString()));
});

test('an answer never comes before its ask', async () => {
  const org = new RecordingConnection(emptyOrg);
  await seedProgram(org.asConnection(), { now });
  const asks = org.requests.filter(({ object }) => object === 'Permission_Request__c').flatMap(({ rows }) => rows);
  const answered = asks.filter((ask) => typeof ask['Decided_At__c'] === 'string');
  assert.ok(answered.length > 100);
  assert.ok(answered.every((ask) => String(ask['Decided_At__c']) >= String(ask['Submitted_At__c'])));
});

test('a second run changes nothing', async () => {
  const org = new RecordingConnection([[/FROM Account/, [{ Description: 'Seeded by Vouchsafe on 2026-11-01.' }]], ...emptyOrg]);
  assert.deepEqual(await seedProgram(org.asConnection(), { now }), { alreadySeeded: true, counts: {} });
  assert.deepEqual(org.requests, []);
});

test('an org that was left half-seeded is refused with what to do', async () => {
  const org = new RecordingConnection([[/FROM Account/, [{ Description: null }]], ...emptyOrg]);
  await assert.rejects(seedProgram(org.asConnection(), { now }), /stopped half-way: start over with "npm start -- --reset"/);
  assert.deepEqual(org.requests, []);
});

test('an org without the demo users gives everything to the user who seeds', async () => {
  const org = new RecordingConnection(emptyOrg.filter(([pattern]) => !pattern.test('FROM User')));
  await seedProgram(org.asConnection(), { now });
  const owners = new Set(org.requests.flatMap((request) => request.rows).map((row) => row['OwnerId']));
  assert.deepEqual(
    [...owners].filter((owner) => owner !== undefined),
    ['005000000000001AAA'],
  );
});

test('a refused record is named with the reason that the org gave', async () => {
  const org = new RecordingConnection(emptyOrg, (object) => (object === 'Contact' ? 'Last name is missing.' : undefined));
  await assert.rejects(
    seedProgram(org.asConnection(), { now }),
    /^Error: Contact 1 could not be stored: Last name is missing\. \(FIELD_CUSTOM/,
  );
});

test('progress ends at the whole', async () => {
  const seen: [number, number][] = [];
  await seedProgram(new RecordingConnection(emptyOrg).asConnection(), { now, onProgress: (stored, total) => seen.push([stored, total]) });
  assert.ok(seen.length > 10);
  assert.ok(seen.every(([stored, total], index) => stored <= total && stored >= (seen[index - 1]?.[0] ?? 0)));
  assert.deepEqual(seen.at(-1)?.[0], seen.at(-1)?.[1]);
});
