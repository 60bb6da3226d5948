import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Org } from '../../../scripts/local-org/data/org.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { ALL, asAdministrator, ask, insertOne, newUser, openWorkshop } from './workshop.ts';

const WITH_SHARING = { ...SYSTEM, sharing: true, allOrNone: false };

let org: Org;
let job: string;
let stranger: string;
let owner: string;

before(() => {
  org = openWorkshop();
  owner = newUser(org, 'owner', true);
  stranger = newUser(org, 'stranger', true);
  job = insertOne(org, 'Job__c', { OwnerId: owner });
  asAdministrator(org, (transaction) => transaction.delete([job], ALL));
});

after(() => org.close());

test('where sharing counts, a deleted record is brought back by those who could delete it, and by nobody else', () => {
  const [refused] = org.transaction(stranger, (transaction) => transaction.undelete([job], WITH_SHARING));
  assert.deepEqual(
    refused?.errors.map(({ statusCode }) => statusCode),
    ['INSUFFICIENT_ACCESS_OR_READONLY'],
  );
  assert.equal(ask(org, `SELECT Id FROM Job__c WHERE Id = '${job}'`).length, 0);

  const [restored] = org.transaction(owner, (transaction) => transaction.undelete([job], WITH_SHARING));
  assert.equal(restored?.success, true);
  assert.equal(ask(org, `SELECT Id FROM Job__c WHERE Id = '${job}'`).length, 1);
});
