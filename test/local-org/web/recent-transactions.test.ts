import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Fastify from 'fastify';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { RecentTransactions } from '../../../scripts/local-org/web/recent-transactions.ts';
import { ALL, asAdministrator, ask, make, openWorkshop, triggersOf } from '../data/workshop.ts';

describe('recent transactions', () => {
  test('tell what was asked and written, what it used, and what runs inside what', () => {
    const org = openWorkshop();
    const recent = new RecentTransactions();
    org.observer = recent.observe;
    org.triggers = triggersOf({
      'Account before insert': (_batch, transaction) => void transaction.query('SELECT Id FROM Job__c', SYSTEM),
    });
    asAdministrator(org, (transaction) => transaction.insert([make(org, 'Account', { Name: 'A' })], ALL));
    const [last] = recent.list();
    assert.deepEqual(
      last?.statements.map(({ kind, text, rows, depth }) => [kind, text, rows, depth]),
      [
        ['Insert', 'Account', 1, 0],
        ['Query', 'SELECT Id FROM Job__c', 0, 1],
      ],
    );
    assert.deepEqual(
      last?.limits.filter(({ name }) => name === 'dmlRows' || name === 'queries').map(({ name, used }) => [name, used]),
      [
        ['queries', 1],
        ['dmlRows', 1],
      ],
    );
  });

  test('tell the best way to answer each query with what it bound', () => {
    const org = openWorkshop();
    const recent = new RecentTransactions();
    org.observer = recent.observe;
    asAdministrator(org, (transaction) => {
      transaction.insert([make(org, 'Account', { Name: 'A' })], ALL);
      transaction.query('SELECT Id FROM Account WHERE Name = :name', { ...SYSTEM, binds: new Map([['name', 'A']]) });
    });
    const { number, statements } = recent.list()[0] ?? assert.fail();
    assert.equal(JSON.stringify(statements).includes('binds'), false);
    const [only, ...others] = asAdministrator(org, (transaction) => recent.explain(number, transaction));
    assert.deepEqual([only?.statement, only?.way?.fields, only?.way?.cardinality, others], [1, ['Name'], 1, []]);
  });

  test('tell what undid a transaction', () => {
    const org = openWorkshop();
    const recent = new RecentTransactions();
    org.observer = recent.observe;
    assert.throws(() => ask(org, 'SELECT Nothing__c FROM Account'));
    assert.match(recent.list()[0]?.error ?? '', /Nothing__c/);
  });

  test('name the request, latest first, and leave out what the shell itself asks', async () => {
    const org = openWorkshop();
    const recent = new RecentTransactions();
    org.observer = recent.observe;
    const server = Fastify();
    recent.nameRequests(server);
    for (const path of ['/services/one', '/services/two', '/local/mails']) {
      server.get(path, async () => {
        await Promise.resolve();
        return ask(org, 'SELECT Id FROM Account');
      });
    }
    for (const url of ['/services/one', '/services/two', '/local/mails']) await server.inject(url);
    assert.deepEqual(
      recent.list().map(({ origin }) => origin),
      ['GET /services/two', 'GET /services/one'],
    );
  });

  test('keep only the last hundred', () => {
    const org = openWorkshop();
    const recent = new RecentTransactions();
    org.observer = recent.observe;
    for (let count = 0; count < 120; count++) ask(org, 'SELECT Id FROM Account');
    assert.equal(recent.list().length, 100);
    assert.equal(recent.list()[0]?.number, 120);
  });
});
