import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { LimitExceeded, SetUpError } from '../../../scripts/local-org/data/errors.ts';
import { Org } from '../../../scripts/local-org/data/org.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { DecimalValue } from '../../../scripts/local-org/data/values/decimal.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { ALL, asAdministrator, ask, insertOne, make, openWorkshop, WORKSHOP_FOLDER } from './workshop.ts';

const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
after(() => rmSync(folder, { recursive: true }));

describe('a transaction', () => {
  test('undoes everything when the work throws', () => {
    const org = openWorkshop();
    assert.throws(() =>
      asAdministrator(org, (transaction) => {
        transaction.insert([make(org, 'Account', { Name: 'A' })], ALL);
        throw new Error('no');
      }),
    );
    assert.equal(ask(org, 'SELECT Id FROM Account').length, 0);
  });

  test('rolls back to a savepoint and leaves ids in memory', () => {
    const org = openWorkshop();
    asAdministrator(org, (transaction) => {
      transaction.insert([make(org, 'Account', { Name: 'kept' })], ALL);
      const savepoint = transaction.savepoint();
      const lost = make(org, 'Account', { Name: 'lost' });
      transaction.insert([lost], ALL);
      transaction.rollback(savepoint);
      assert.notEqual(lost.id, null);
    });
    assert.deepEqual(
      ask(org, 'SELECT Name FROM Account').map(({ name }) => name),
      ['kept'],
    );
  });

  test('runs what it left for later once it has committed', () => {
    const org = openWorkshop();
    const seen: number[] = [];
    asAdministrator(org, (transaction) => {
      transaction.afterCommit(() => seen.push(ask(org, 'SELECT Id FROM Account').length));
      transaction.insert([make(org, 'Account', { Name: 'A' })], ALL);
    });
    assert.deepEqual(seen, [1]);
  });

  test('counts statements, rows and queries, and stops at the limit', () => {
    const org = openWorkshop();
    asAdministrator(org, (transaction) => {
      transaction.insert([make(org, 'Account', { Name: 'A' }), make(org, 'Account', { Name: 'B' })], ALL);
      transaction.query('SELECT Id FROM Account', SYSTEM);
      const { dmlStatements, dmlRows, queries, queryRows } = transaction.limits.used;
      assert.deepEqual([dmlStatements, dmlRows, queries, queryRows], [1, 2, 1, 2]);
      const back = transaction.limits.fresh();
      assert.equal(transaction.limits.used.queries, 0);
      back();
      assert.equal(transaction.limits.used.queries, 1);
      assert.throws(
        () => {
          for (let count = 0; count < 200; count++) {
            transaction.query('SELECT Id FROM Account', SYSTEM);
          }
        },
        (error) => error instanceof LimitExceeded && error.message === 'Too many SOQL queries: 101',
      );
    });
  });
});

test('a rehearsal leaves nothing; transactions and rehearsals inside it see its work', () => {
  const org = openWorkshop();
  org.rehearse(org.administratorId, (transaction) => {
    transaction.insert([make(org, 'Account', { Name: 'set-up' })], ALL);
    for (const name of ['one', 'two']) {
      org.rehearse(org.administratorId, (test) => {
        org.transaction(org.administratorId, (job) => job.insert([make(org, 'Account', { Name: name })], ALL));
        assert.equal(test.query('SELECT Id FROM Account', SYSTEM).records.length, 2);
      });
    }
    assert.equal(transaction.query('SELECT Id FROM Account', SYSTEM).records.length, 1);
  });
  assert.equal(ask(org, 'SELECT Id FROM Account').length, 0);
});

describe('a data file', () => {
  test('follows the project: new objects and fields are added, ids keep their meaning, numbers their value', () => {
    const project = join(folder, 'changing');
    cpSync(WORKSHOP_FOLDER, project, { recursive: true });
    const objects = join(project, 'force-app', 'objects');
    const file = join(folder, 'changing.sqlite');
    const before = new Org(readProject([project]), {}, file);
    const id = insertOne(before, 'Job__c', { Hours__c: DecimalValue.parse('1.25') });
    before.close();
    const hours = join(objects, 'Job__c', 'fields', 'Hours__c.field-meta.xml');
    writeFileSync(hours, readFileSync(hours, 'utf8').replace('<scale>2</scale>', '<scale>1</scale>'));
    cpSync(join(objects, 'Rate__mdt'), join(objects, 'A_Rate__mdt'), { recursive: true });
    cpSync(join(objects, 'Job__c'), join(objects, 'A_Job__c'), { recursive: true });
    rmSync(join(objects, 'A_Rate__mdt', 'Rate__mdt.object-meta.xml'));
    rmSync(join(objects, 'A_Job__c', 'Job__c.object-meta.xml'));
    for (const name of ['Job__c', 'Rate__mdt']) {
      cpSync(join(objects, name, `${name}.object-meta.xml`), join(objects, `A_${name}`, `A_${name}.object-meta.xml`));
    }
    const summaries = ['Parts_Total__c', 'Dear_Parts__c', 'Account__c', 'Contact__c', 'Customer__c'];
    summaries.forEach((name) => rmSync(join(objects, 'A_Job__c', 'fields', `${name}.field-meta.xml`)));
    const after = new Org(readProject([project]), {}, file);
    assert.equal(ask(after, `SELECT Hours__c FROM Job__c WHERE Id = '${id}'`)[0]?.['hours__c'], '1.3');
    assert.equal(after.schema.objectOfPrefix(id.slice(0, 3))?.name, 'Job__c');
    assert.notEqual(insertOne(after, 'A_Job__c', {}).slice(0, 3), id.slice(0, 3));
    after.close();
  });

  test('keeps records, numbers and passwords from one start to the next', () => {
    const file = join(folder, 'kept.sqlite');
    const first = openWorkshop(file);
    const id = insertOne(first, 'Job__c', {});
    first.setPassword(first.administratorId, 'secret');
    first.close();
    const second = openWorkshop(file);
    assert.notEqual(insertOne(second, 'Job__c', {}), id);
    assert.deepEqual(
      ask(second, 'SELECT Name FROM Job__c ORDER BY Name').map(({ name }) => name),
      ['JOB-0001', 'JOB-0002'],
    );
    assert.equal(second.authenticate('ADMIN@vouchsafe.test', 'secret'), second.administratorId);
    assert.equal(second.authenticate('admin@vouchsafe.test', 'wrong'), undefined);
    second.close();
  });

  test('that is no database is one sentence that says what to do', () => {
    const file = join(folder, 'broken.sqlite');
    writeFileSync(file, 'this is not a database, however long it may be'.repeat(100));
    assert.throws(
      () => openWorkshop(file),
      (error) => error instanceof SetUpError && /broken\.sqlite can't be read .*npm start -- --reset$/.test(error.message),
    );
  });

  test('in use by another org is one sentence that says what to do', () => {
    const file = join(folder, 'busy.sqlite');
    const org = openWorkshop(file);
    assert.throws(
      () => openWorkshop(file),
      (error) => error instanceof SetUpError && /is in use by another running org/.test(error.message),
    );
    org.close();
  });
});
