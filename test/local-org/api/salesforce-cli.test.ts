import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ApiServer } from './api-server.ts';
import { NOT_INSTALLED, SalesforceCli } from './salesforce-cli.ts';

let server: ApiServer;
let cli: SalesforceCli;
let isInstalled: boolean;

before(async () => {
  server = await ApiServer.start();
  cli = new SalesforceCli(server.token(server.org.administratorId));
  isInstalled = await cli.login(server.url);
});

after(async () => {
  await server.stop();
  cli.remove();
});

test('the Salesforce CLI imports a tree, queries, describes, runs Apex', async (context) => {
  if (!isInstalled) return context.skip(NOT_INSTALLED);
  const tree = join(cli.home, 'tree.json');
  writeFileSync(tree, JSON.stringify({ records: [{ attributes: { type: 'Account', referenceId: 'a' }, Name: 'By the CLI' }] }));
  assert.equal((await cli.run(['data', 'import', 'tree', '--files', tree, '--target-org', 'local']))?.status, 0);
  const query = "SELECT Name, Owner.Name FROM Account WHERE Name = 'By the CLI'";
  const found = await cli.run<{ totalSize: number }>(['data', 'query', '--query', query, '--target-org', 'local']);
  assert.equal(found?.result.totalSize, 1);
  const described = await cli.run<{ name: string }>(['sobject', 'describe', '--sobject', 'Job__c', '--target-org', 'local']);
  assert.equal(described?.result.name, 'Job__c');
  const listed = await cli.run<string[]>(['sobject', 'list', '--sobject', 'custom', '--target-org', 'local']);
  assert.ok(listed?.result.includes('Job__c'));
  const script = join(cli.home, 'script.apex');
  writeFileSync(script, 'Integer i = 1;');
  const ran = await cli.run<{ success: boolean }>(['apex', 'run', '--file', script, '--target-org', 'local']);
  assert.equal(ran?.result.success, true);
  const shown = await cli.run<{ connectedStatus: string }>(['org', 'display', '--target-org', 'local']);
  assert.equal(shown?.result.connectedStatus, 'Connected');
});

test('the Salesforce CLI creates and deletes a record, loads and unloads in bulk', async (context) => {
  if (!isInstalled) return context.skip(NOT_INSTALLED);
  const account = ['--sobject', 'Account', '--target-org', 'local'];
  assert.equal((await cli.run(['data', 'create', 'record', '--values', 'Name=Solo', ...account]))?.status, 0);
  assert.equal((await cli.run(['data', 'delete', 'record', '--where', 'Name=Solo', ...account]))?.status, 0);
  const file = join(cli.home, 'accounts.csv');
  writeFileSync(file, 'Name\nBulk A\nBulk B\n');
  const loaded = await cli.run<{ successfulRecords: number }>(['data', 'import', 'bulk', '--file', file, '--wait', '2', ...account]);
  assert.equal(loaded?.result.successfulRecords, 2);
  const out = join(cli.home, 'out.csv');
  const query = "SELECT Name FROM Account WHERE Name LIKE 'Bulk%' ORDER BY Name";
  const bulk = ['data', 'export', 'bulk', '--query', query, '--output-file', out, '--wait', '2', '--target-org', 'local'];
  assert.equal((await cli.run(bulk))?.status, 0);
  assert.match(readFileSync(out, 'utf8'), /^"?Name"?\n"?Bulk A"?\n"?Bulk B"?\n?$/);
});
