import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Transaction } from '../../../scripts/local-org/data/transaction.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { ALL, insertOne, make, openWorkshop, SOME } from './workshop.ts';

const org = openWorkshop();
after(() => org.close());
let now = 0;
org.stopwatch = () => now;

const one = insertOne(org, 'Account', { Name: 'One' });
const two = insertOne(org, 'Account', { Name: 'Two' });

/** The loop has looked for requests since what went before. */
async function later(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await turn();
}

beforeEach(later);

const lock = (transaction: Transaction, name = 'One'): number =>
  transaction.query(`SELECT Id FROM Account WHERE Name = '${name}' FOR UPDATE`, SYSTEM).records.length;

/** A request, all of them in one turn of the loop. */
const request = <T>(work: (transaction: Transaction) => T): T => org.transaction(org.administratorId, work, { queued: true });

const holdFor = (seconds: number): void =>
  request((transaction) => {
    lock(transaction);
    now += seconds * 1000;
  });

test('a request waits ten seconds for a row, not longer', () => {
  holdFor(10);
  assert.equal(request(lock), 1);
  holdFor(10.001);
  assert.throws(() => request(lock), { statusCode: 'UNABLE_TO_LOCK_ROW', message: /^Record Currently Unavailable: / });
  assert.equal(
    request((transaction) => lock(transaction, 'Two')),
    1,
  );
});

test('who tries once more after waiting in vain has waited already', async () => {
  holdFor(15);
  request((transaction) => {
    assert.throws(() => lock(transaction), /Record Currently Unavailable/);
    assert.equal(lock(transaction), 1);
  });
  await later();
  holdFor(25);
  request((transaction) => {
    assert.throws(() => lock(transaction), /Record Currently Unavailable/);
    assert.throws(() => lock(transaction), /Record Currently Unavailable/);
  });
});

test('what went on before the row was asked for was no waiting', () => {
  holdFor(12);
  request((transaction) => {
    now += 3000;
    assert.equal(lock(transaction), 1);
  });
});

test('those who wait stand in line: everybody waits for all before', () => {
  holdFor(4);
  holdFor(4);
  holdFor(4);
  assert.throws(() => request(lock), /Record Currently Unavailable/);
});

test('a change asks for the row as well: it fails alone', () => {
  request((transaction) => {
    transaction.update([withName(one, 'One')], ALL);
    now += 11_000;
  });
  const results = request((transaction) => transaction.update([withName(one, 'One'), withName(two, 'Two')], SOME));
  assert.deepEqual(
    results.map(({ success, errors }) => [success, errors[0]?.statusCode]),
    [
      [false, 'UNABLE_TO_LOCK_ROW'],
      [true, undefined],
    ],
  );
});

test('a job begins when it is started, and a request that came in later finds the row free', async () => {
  holdFor(60);
  assert.equal(org.transaction(org.administratorId, lock), 1);
  await later();
  holdFor(60);
  await later();
  assert.equal(request(lock), 1);
});

test('rows that are only read wait for nobody', () => {
  holdFor(60);
  assert.equal(
    request((transaction) => transaction.query('SELECT Id FROM Account', SYSTEM).records.length),
    2,
  );
});

function withName(id: string, name: string): ReturnType<typeof make> {
  const record = make(org, 'Account', { Name: name });
  record.id = id;
  return record;
}
