import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SYSTEM, USER } from '../../../../scripts/local-org/data/transaction.ts';
import type { SearchOptions } from '../../../../scripts/local-org/data/transaction.ts';
import { asAdministrator, insertOne, newUser, openWorkshop } from '../workshop.ts';

const org = openWorkshop();
after(() => org.close());

const acme = insertOne(org, 'Account', { Name: 'Acme Tools', Industry: 'Retail', Description: 'Sells hammers.', Phone: '+49 30 1234' });
insertOne(org, 'Account', { Name: 'Birch', Description: 'Once bought Acme.' });
insertOne(org, 'Account', { Name: 'Acme North', Industry: 'Banking' });
insertOne(org, 'Contact', { LastName: 'Acme', Email: 'jo@acme.example', AccountId: acme });
insertOne(org, 'Job__c', { Name: 'Acme roof' });

/** Names found, object by object. */
function search(sosl: string, options: Partial<SearchOptions> = {}, userId = org.administratorId): string[] {
  return org.transaction(userId, (transaction) =>
    transaction
      .search(sosl, { ...SYSTEM, ...options })
      .map(({ query, records }) => `${query.from.text}: ${records.map((record) => String(record.get('Name') ?? record.id)).join(', ')}`),
  );
}

test('each object of RETURNING has a list, in their order, with its conditions, order and limit', () => {
  assert.deepEqual(search('FIND {acme} RETURNING Contact (Name), Account (Name ORDER BY Name)'), [
    'Contact: Acme',
    'Account: Acme North, Acme Tools, Birch',
  ]);
  assert.deepEqual(search("FIND 'acme' RETURNING Account (Name WHERE Industry = 'Retail'), Opportunity (Name)"), [
    'Account: Acme Tools',
    'Opportunity: ',
  ]);
  assert.deepEqual(search('FIND {acme} RETURNING Account (Name ORDER BY Name DESC LIMIT 1 OFFSET 1)'), ['Account: Acme Tools']);
});

test('IN narrows the fields', () => {
  const count = (group: string, term = 'acme'): string[] =>
    search(`FIND {${term}} IN ${group} FIELDS RETURNING Account (Name ORDER BY Name)`);
  assert.deepEqual(count('NAME'), ['Account: Acme North, Acme Tools']);
  assert.deepEqual(count('PHONE', '1234'), ['Account: Acme Tools']);
  assert.deepEqual(count('EMAIL'), ['Account: ']);
  assert.deepEqual(search('FIND {jo@acme.example} IN EMAIL FIELDS RETURNING Contact (Name)'), ['Contact: Acme']);
});

test('a limit for all is shared out evenly, and what one leaves the other takes', () => {
  assert.deepEqual(search('FIND {acme} RETURNING Account (Name ORDER BY Name), Contact (Name) LIMIT 2'), [
    'Account: Acme North',
    'Contact: Acme',
  ]);
  assert.deepEqual(search('FIND {acme} RETURNING Account (Name ORDER BY Name), Contact (Name) LIMIT 3'), [
    'Account: Acme North, Acme Tools',
    'Contact: Acme',
  ]);
});

test('without RETURNING it finds ids in every object that can be searched', () => {
  const found = search('FIND {acme AND NOT north}');
  assert.deepEqual(found.map((text) => text.split(':')[0]).sort(), ['Account', 'Contact']);
});

test('deleted records are not found, nor a custom object that does not allow searches', () => {
  const id = insertOne(org, 'Account', { Name: 'Gone for good' });
  assert.deepEqual(search('FIND {gone} RETURNING Account (Name)'), ['Account: Gone for good']);
  asAdministrator(org, (transaction) => transaction.delete([id], { ...SYSTEM, allOrNone: true }));
  assert.deepEqual(search('FIND {gone} RETURNING Account (Name)'), ['Account: ']);
  assert.throws(() => search('FIND {acme} RETURNING Job__c (Name)'), /entity type Job__c does not support search/);
});

test('values come with the search; fixed ids replace what it would find', () => {
  const binds = new Map<string, string>([
    ['what', 'tools'],
    ['trade', 'Retail'],
  ]);
  assert.deepEqual(search('FIND :what RETURNING Account (Name WHERE Industry = :trade)', { binds }), ['Account: Acme Tools']);
  assert.throws(() => search('FIND :other RETURNING Account'), /Variable does not exist: other/);
  assert.deepEqual(search("FIND 'x' RETURNING Account (Name), Contact (Name)", { fixedIds: [acme] }), ['Account: Acme Tools', 'Contact: ']);
});

test('a user finds only records, objects and fields that they may read', () => {
  const userId = newUser(org, 'nobody', false, undefined, 'Minimum Access - Salesforce');
  assert.throws(() => search('FIND {acme} RETURNING Account (Name)', USER, userId), /sObject type 'Account' is not supported/);
  assert.deepEqual(search('FIND {acme}', USER, userId), []);
  assert.deepEqual(search('FIND {acme} RETURNING Account (Name)', { mode: 'system', sharing: true }, userId), ['Account: ']);
});

test('what is no search is refused with the place; a search costs one of twenty', () => {
  assert.throws(() => search('FIND {a*} RETURNING Account'), { statusCode: 'MALFORMED_SEARCH' });
  assert.throws(() => search('FIND {acme RETURNING Account'), /right curly bracket/);
  assert.throws(() => search('FIND {acme} IN WHATEVER FIELDS'), /IN takes ALL FIELDS/);
  assert.throws(() => search('FIND {acme} RETURNING Account (Nonsense)'), /No such column 'Nonsense' on entity 'Account'/);
  assert.throws(
    () =>
      org.transaction(org.administratorId, (transaction) => {
        for (let round = 0; round < 21; round += 1) transaction.search('FIND {acme} RETURNING Account', SYSTEM);
      }),
    /Too many SOSL queries: 21/,
  );
});
