import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ApiServer } from './api-server.ts';

/** The real Salesforce CLI; `SF` names it when it is not on the path. */
const SF = process.env.SF ?? 'sf';

let server: ApiServer;
let home: string;
let isInstalled: boolean;

interface Ended {
  readonly status: number;
  readonly result: unknown;
}

/** Runs one command of the CLI with a home folder of its own, so that it knows no other org. */
function sf(...argv: readonly string[]): Promise<Ended | undefined> {
  const env = {
    ...process.env,
    HOME: home,
    SF_ACCESS_TOKEN: server.token(server.org.administratorId),
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  };
  return new Promise((ended) => {
    execFile(SF, [...argv, '--json'], { env, cwd: home }, (_error, output) => {
      ended(output === '' ? undefined : (JSON.parse(output) as Ended));
    });
  });
}

before(async () => {
  server = await ApiServer.start();
  home = mkdtempSync(join(tmpdir(), 'salesforce-cli-'));
  isInstalled = (await sf('version')) !== undefined;
});

after(async () => {
  await server.stop();
  rmSync(home, { recursive: true });
});

test('the Salesforce CLI logs in, imports a tree, queries, describes', async (context) => {
  if (!isInstalled) {
    context.skip('The Salesforce CLI is not installed; set SF to where it is.');
    return;
  }
  const login = await sf('org', 'login', 'access-token', '--instance-url', server.url, '--no-prompt', '--alias', 'local');
  assert.equal(login?.status, 0);
  const tree = join(home, 'tree.json');
  writeFileSync(tree, JSON.stringify({ records: [{ attributes: { type: 'Account', referenceId: 'a' }, Name: 'By the CLI' }] }));
  assert.equal((await sf('data', 'import', 'tree', '--files', tree, '--target-org', 'local'))?.status, 0);
  const query = "SELECT Name, Owner.Name FROM Account WHERE Name = 'By the CLI'";
  const found = await sf('data', 'query', '--query', query, '--target-org', 'local');
  assert.equal((found?.result as { totalSize: number }).totalSize, 1);
  const described = await sf('sobject', 'describe', '--sobject', 'Job__c', '--target-org', 'local');
  assert.equal((described?.result as { name: string }).name, 'Job__c');
  const script = join(home, 'script.apex');
  writeFileSync(script, 'Integer i = 1;');
  const ran = await sf('apex', 'run', '--file', script, '--target-org', 'local');
  assert.equal((ran?.result as { success: boolean }).success, true);
});
