import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'jsforce';
import { readCsv } from '../../scripts/data/csv/read.ts';
import { importRows } from '../../scripts/data/import/import-rows.ts';
import type { ImportOutcome } from '../../scripts/data/import/import-rows.ts';
import { connect } from '../../scripts/lib/connection.ts';
import { LocalServer } from '../benchmark/local-server.ts';
import { freePort } from '../free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-import-'));
const file = join(folder, 'advocates.csv');
const rejects = join(folder, 'advocates.rejects.csv');
let port: number;
let server: LocalServer;
let manager: Connection;
let accounts: string[];

before(async () => {
  port = await freePort();
  server = await LocalServer.start(port, join(folder, 'org'), ['--no-seed']);
  manager = await login('manager');
  accounts = await create('Account', [
    { Name: 'Northwind Bank' },
    { Name: 'Fabrikam Energy' },
    { Name: 'Twin Works' },
    { Name: 'Twin Works' },
  ]);
  await create('Contact', [
    { LastName: 'Berg', Email: 'ada.berg@northwind.example', AccountId: accounts[0] },
    { LastName: 'Cole', Email: 'bo.cole@fabrikam.example', AccountId: accounts[1] },
    { LastName: 'Dahl', Email: 'office@shared.example', AccountId: accounts[0] },
    { LastName: 'Evans', Email: 'office@shared.example', AccountId: accounts[1] },
    { LastName: 'Frei', Email: 'fia.frei@northwind.example', AccountId: accounts[0] },
  ]);
});

after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function login(name: string): Promise<Connection> {
  return connect({ localUrl: `http://127.0.0.1:${port}`, username: `${name}@vouchsafe.test`, password: 'vouchsafe1' });
}

async function create(object: string, rows: readonly Record<string, string | undefined>[]): Promise<string[]> {
  const results = await manager.sobject(object).create([...rows], { allOrNone: true });
  return results.map((result) => (result.success ? result.id : assert.fail(result.errors[0]?.message)));
}

function run(command: 'import' | 'export', ...options: string[]): Promise<{ code: number; printed: string; failed: string }> {
  const script = fileURLToPath(new URL(`../../scripts/data/${command}.ts`, import.meta.url));
  return new Promise((resolve) => {
    const argv = ['--disable-warning=ExperimentalWarning', script, ...options];
    execFile(process.execPath, argv, { env: { ...process.env, PORT: String(port) } }, (error, printed, failed) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed, failed });
    });
  });
}

function importText(connection: Connection, text: string, object = 'Advocate__c'): Promise<ImportOutcome> {
  return importRows(connection, { object, table: readCsv(new TextEncoder().encode(text), 'advocates.csv') });
}

async function count(from: string): Promise<number> {
  return (await manager.query(`SELECT COUNT() FROM ${from}`)).totalSize;
}

test('good rows go in, bad rows go out with their reason, and the mended file goes in', async () => {
  writeFileSync(
    file,
    [
      'Account,Contact,Status,Job Role,Story,Verified On,Activity Types',
      'Northwind Bank,ADA.BERG@northwind.example,active,Head of IT,"They went live in ""9"" weeks,\nand stayed.",2026-10-01,Reference Call;Quote',
      'Northwind Bank,bo.cole@fabrikam.example,Active,COO,,,',
      'Fabrikam Energy,bo.cole@fabrikam.example,Active,COO,,03/05/2026,',
      'Twin Works,nobody@nowhere.example,Active,,,,',
      `Northwind Bank,fia.frei@northwind.example,Active,CFO,${'x'.repeat(1_000_000)},,`,
      'Northwind Bank,ada.berg@northwind.example,Active,Somebody else,,,',
      'Northwind Bank,fia.frei@northwind.example',
      '',
    ].join('\r\n'),
  );
  const first = await run('import', '--object', 'Advocate__c', '--file', file);
  assert.equal(first.failed, '');
  assert.equal(first.code, 2);
  assert.match(first.printed, /^Imported: 1 created, 0 updated, 6 rejected\.\nThe rejected rows are in .*advocates\.rejects\.csv/);
  const { header, rows } = readCsv(readFileSync(rejects), 'rejects');
  assert.equal(header.at(-1), 'Reject Reason');
  const reasons = rows.map(({ cells }) => cells.at(-1) ?? '');
  const expected = [
    /account/i,
    /^Verified On is "03\/05\/2026": write a day like 2026-11-30\.$/,
    /^Account is "Twin Works", and 2 have that name: give the Id\.$/,
    /^Story is 1,000,000 characters long, and 32,768 is the most\.$/,
    /^This is for the same Contact as line 2\.$/,
    /^The row has 2 cells and the header 7: /,
  ];
  expected.forEach((pattern, index) => assert.match(reasons[index] ?? '', pattern));
  assert.equal(reasons.length, expected.length);
  assert.equal(rows[3]?.cells[4]?.length, 1_000_000);

  const stored = await manager.query<Record<string, unknown>>(
    'SELECT Contact__r.Email, Status__c, Role__c, Story__c, Verified_On__c, Activity_Types__c FROM Advocate__c',
  );
  assert.equal(stored.totalSize, 1);
  assert.equal(stored.records[0]?.['Status__c'], 'Active');
  assert.equal(stored.records[0]?.['Story__c'], 'They went live in "9" weeks,\nand stayed.');

  const mended = join(folder, 'mended.csv');
  const cells = rows[1]?.cells ?? [];
  writeFileSync(
    mended,
    [header.join(','), cells.map((cell) => cell.replace('03/05/2026', '2026-03-05').replace(/"/g, '')).join(',')].join('\n'),
  );
  const second = await run('import', '--object', 'Advocate__c', '--file', mended);
  assert.deepEqual([second.code, second.printed], [0, 'Imported: 1 created, 0 updated, 0 rejected.\n']);
  assert.equal(existsSync(join(folder, 'mended.rejects.csv')), false);
});

test('a second run creates nothing, changes nothing and leaves alone what has no cell', async () => {
  const text = 'Contact,Status,Sentiment\nada.berg@northwind.example,Active,Positive\nbo.cole@fabrikam.example,,\n';
  const before = await count('Advocate__c');
  for (const round of [1, 2]) {
    const outcome = await importText(manager, text);
    assert.deepEqual([outcome.created, outcome.updated, outcome.rejections], [0, 2, []], `round ${round}`);
  }
  assert.equal(await count('Advocate__c'), before);
  assert.equal(await count("Advocate__c WHERE Role__c = 'Head of IT' AND Sentiment__c = 'Positive'"), 1);
  assert.equal(await count("Advocate__c WHERE Role__c = 'COO' AND Status__c = 'Active'"), 1);
});

test('people who share a mail address are told apart by their account', async () => {
  const without = await importText(manager, 'Contact,Status\noffice@shared.example,Active\n');
  assert.match(without.rejections[0]?.reason ?? '', /2 have that mail: add the account, or give the Id\./);
  const withAccount = await importText(
    manager,
    'Contact,Account\noffice@shared.example,Northwind Bank\noffice@shared.example,Fabrikam Energy\n',
  );
  assert.deepEqual([withAccount.created, withAccount.rejections], [2, []]);
});

test('a wrong header stores nothing', async () => {
  const before = await count('Advocate__c');
  await assert.rejects(importText(manager, 'Contact,Shoe Size\nfia.frei@northwind.example,43\n'), /no field "Shoe Size"/);
  assert.equal(await count('Advocate__c'), before);
});

test('consents are known by advocate, kind and purpose', async () => {
  const advocate = (await manager.query<{ Name: string }>('SELECT Name FROM Advocate__c ORDER BY Name LIMIT 1')).records[0]?.Name ?? '';
  const text = `Advocate,Activity Type,Purpose,Permission\n${advocate},Quote,,Never\n${advocate},Quote,Press,Pre-Approved\n`;
  const first = await importText(manager, text, 'Advocate_Consent__c');
  const second = await importText(manager, text, 'Advocate_Consent__c');
  assert.deepEqual([first.created, first.rejections, second.created, second.updated], [2, [], 0, 2]);
});

test('who may not write advocates is told so, and a quote in a name does not break the search for it', async () => {
  const rep = await login('rep');
  await assert.rejects(importText(rep, 'Contact,Status\nfia.frei@northwind.example,Active\n'), /that you may see/);
  const outcome = await importText(manager, "Contact,Account\nfia.frei@northwind.example,O'Hara \\ Sons\n");
  assert.match(outcome.rejections[0]?.reason ?? '', /you can see no Account with that name or Id/);
});

test('an export holds no formula, and comes back as it was', async () => {
  const evil = '=HYPERLINK("http://example.com")';
  await importText(manager, `Contact,Role\nfia.frei@northwind.example,"${evil.replaceAll('"', '""')}"\n`.replace('Role', 'Job Role'));
  const exported = join(folder, 'exported.csv');
  const { code, printed } = await run('export', '--object', 'Advocate__c', '--file', exported);
  assert.deepEqual([code, printed], [0, `Exported: ${await count('Advocate__c')} records of Advocate__c to ${exported}.\n`]);
  assert.ok(readFileSync(exported, 'utf8').includes(`"'=HYPERLINK(""http://example.com"")"`));
  const back = await run('import', '--object', 'Advocate__c', '--file', exported);
  assert.match(back.printed, /Passed over, because nobody fills them: Id, .*\nImported: 0 created, 5 updated, 0 rejected\.\n/);
  assert.equal(
    (await manager.query<{ Role__c: string }>("SELECT Role__c FROM Advocate__c WHERE Role__c LIKE '=%'")).records[0]?.Role__c,
    evil,
  );
});

test('each command fails in one sentence on the error stream', async () => {
  writeFileSync(join(folder, 'latin.csv'), Buffer.from('Contact\nM\xfcller\n', 'latin1'));
  const cases: [Parameters<typeof run>, RegExp][] = [
    [['import', '--object', 'Advocate__c', '--file', join(folder, 'latin.csv')], /^latin\.csv is not encoded in UTF-8: [^\n]+\n$/],
    [['import', '--object', 'Advocate__c', '--file', join(folder, 'none.csv')], /^[^\n]+none\.csv could not be read: [^\n]+\n$/],
    [['import', '--object', 'Case', '--file', file], /^"Case" cannot be imported; choose one of [^\n]+\n$/],
    [['export', '--object', 'Nothing__c', '--file', file], /^You can see no object Nothing__c in this org: [^\n]+\n$/],
    [['export'], /^Say what to export: [^\n]+\n$/],
  ];
  for (const [options, sentence] of cases) {
    const { code, failed } = await run(...options);
    assert.equal(code, 1);
    assert.match(failed, sentence);
  }
});
