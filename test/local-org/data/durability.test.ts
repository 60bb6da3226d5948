import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { StorageFailure } from '../../../scripts/local-org/data/errors.ts';
import type { Org } from '../../../scripts/local-org/data/org.ts';
import { Store } from '../../../scripts/local-org/data/store/store.ts';
import { ALL, asAdministrator, ask, insertOne, make, openWorkshop } from './workshop.ts';

const folder = mkdtempSync(join(tmpdir(), 'durable-'));
after(() => rmSync(folder, { recursive: true }));

/** Accounts a transaction inserts; all of them or none must be found later. */
const BATCH = 5;

/** Takes the files as a killed process leaves them: what was written to the operating system, and no more. */
function copyAsKilled(file: string, to: string): void {
  for (const ending of ['', '-wal']) {
    rmSync(to + ending, { force: true });
    if (existsSync(file + ending)) {
      copyFileSync(file + ending, to + ending);
    }
  }
}

/** How many accounts each transaction left, by its number. */
function countsIn(file: string): Map<string, number> {
  const store = new Store(file);
  const rows = store.select('SELECT "Site", COUNT(*) FROM "Account" GROUP BY "Site"');
  store.close();
  return new Map(rows.map(([site, count]) => [String(site), Number(count)]));
}

/** Inserts the accounts of one transaction; `meanwhile` runs at every statement that is written. */
function insertBatch(org: Org, number: number, meanwhile: () => void = () => undefined): void {
  asAdministrator(org, (transaction) => {
    for (let index = 0; index < BATCH; index++) {
      transaction.insert([make(org, 'Account', { Name: `A${index}`, Site: String(number), Description: 'x'.repeat(2000) })], ALL);
      meanwhile();
    }
  });
}

describe('a process killed', () => {
  test('in mid-transaction leaves whole transactions only, a hundred times', () => {
    const file = join(folder, 'killed.sqlite');
    const copy = join(folder, 'copy.sqlite');
    const org = openWorkshop(file);
    org.store.execute('PRAGMA cache_size = 4');
    for (let round = 1; round <= 100; round++) {
      let statement = 0;
      insertBatch(org, round, () => {
        statement++;
        if (statement === 1 + (round % BATCH)) {
          copyAsKilled(file, copy);
        }
      });
      const counts = countsIn(copy);
      assert.equal(counts.size, round - 1);
      assert.ok([...counts.values()].every((count) => count === BATCH));
    }
    org.close();
    copyAsKilled(file, copy);
    const reopened = openWorkshop(copy);
    assert.equal(ask(reopened, 'SELECT Id FROM Account').length, 100 * BATCH);
    assert.notEqual(insertOne(reopened, 'Account', { Name: 'next' }), '');
    reopened.close();
  });

  test('for real, by signal, loses nothing it has reported', async () => {
    const file = join(folder, 'signal.sqlite');
    const reported = await runUntilKilled(file);
    const counts = countsIn(file);
    assert.ok(reported > 0);
    assert.ok(counts.size >= reported, `${reported} transactions were reported, ${counts.size} are there`);
    assert.ok([...counts.values()].every((count) => count === BATCH));
  });
});

/** Starts a process that inserts batches for ever, kills it after some, and says how many it had reported. */
async function runUntilKilled(file: string): Promise<number> {
  const program = fileURLToPath(new URL('insert-for-ever.ts', import.meta.url));
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let reported = 0;
  child.stdout.on('data', (data: Buffer) => {
    reported += data.toString().split('\n').length - 1;
    if (reported >= 20) {
      child.kill('SIGKILL');
    }
  });
  await new Promise((ended) => child.once('close', ended));
  return reported;
}

test('a full disk undoes the transaction, says so, and the org goes on when there is room', () => {
  const org = openWorkshop(join(folder, 'full.sqlite'));
  insertBatch(org, 1);
  const [[pages]] = org.store.select('PRAGMA page_count') as [[number]];
  org.store.execute(`PRAGMA max_page_count = ${pages + 2}`);
  assert.throws(
    () =>
      asAdministrator(org, (transaction) => {
        for (let index = 0; index < 500; index++) {
          transaction.insert([make(org, 'Account', { Name: 'big', Description: 'x'.repeat(30000) })], { ...ALL, allOrNone: false });
        }
      }),
    (error) => error instanceof StorageFailure && /^The disk with .*full\.sqlite is full: make room and try again/.test(error.message),
  );
  assert.equal(ask(org, 'SELECT Id FROM Account').length, BATCH);
  org.store.execute('PRAGMA max_page_count = 1000000');
  insertBatch(org, 2);
  assert.equal(ask(org, 'SELECT Id FROM Account').length, 2 * BATCH);
  org.close();
});

test('after the disk was full nothing more is written in the name of that transaction', () => {
  const org = openWorkshop(join(folder, 'caught.sqlite'));
  const [[pages]] = org.store.select('PRAGMA page_count') as [[number]];
  org.store.execute(`PRAGMA max_page_count = ${pages + 1}`);
  assert.throws(() =>
    asAdministrator(org, (transaction) => {
      assert.throws(() => {
        for (let index = 0; index < 500; index++) {
          transaction.insert([make(org, 'Account', { Name: 'big', Description: 'x'.repeat(30000) })], ALL);
        }
      }, StorageFailure);
      org.store.database.exec('PRAGMA max_page_count = 1000000');
      transaction.insert([make(org, 'Account', { Name: 'stray' })], ALL);
    }),
  );
  assert.equal(ask(org, 'SELECT Id FROM Account').length, 0);
  org.close();
});
