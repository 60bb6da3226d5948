import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { DEMO_PASSWORD, installDemoUsers } from '../../scripts/local-org/demo/users.ts';
import { openOrg } from '../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../scripts/local-org/open-org.ts';
import { createServer } from '../../scripts/local-org/server.ts';
import { DESIGN, ROLES } from './access-design.ts';
import type { Role } from './access-design.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
/** Fields tried in one transaction: an insert that goes through runs the package's triggers. */
const SLICE = 10;
const API = '/services/data/v65.0';

let open: OpenOrg;
let server: FastifyInstance;
const cookies = new Map<Role, string>();

before(async () => {
  open = openOrg({ project: root, cacheFolder: join(root, '.cache') });
  installDemoUsers(open.org);
  server = await createServer({ root, project: root, cacheFolder: folder, open, headless: true });
  for (const role of ROLES) {
    const answer = await server.inject({
      method: 'POST',
      url: '/local/login',
      payload: { username: `${role}@vouchsafe.test`, password: DEMO_PASSWORD },
    });
    cookies.set(role, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }
});

after(async () => {
  await server.close();
  open.org.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What each role may do with each field of an object: `-`, `r` or `e`, by field name. */
function designOf(objectName: string, role: Role): Map<string, string> {
  const place = ROLES.indexOf(role);
  return new Map(
    Object.entries(DESIGN[objectName]?.fields ?? {}).flatMap(([letters, names]) =>
      names.split(/\s+/).map((name): [string, string] => [name, letters.split(' ')[place] ?? '-']),
    ),
  );
}

function objectAccessOf(objectName: string, role: Role): string {
  return DESIGN[objectName]?.access.split(' | ')[ROLES.indexOf(role)] ?? '-';
}

async function get(role: Role, url: string): Promise<{ status: number; body: unknown }> {
  const answer = await server.inject({ method: 'GET', url: `${API}${url}`, headers: { cookie: cookies.get(role) ?? '' } });
  return { status: answer.statusCode, body: answer.json() };
}

/** Runs anonymous Apex as a role, undone afterwards, and gives the lines it has printed. */
function apex(role: Role, source: string): string[] {
  const userId = open.org.userId(`${role}@vouchsafe.test`) ?? '';
  const outcome = open.org.rehearse(userId, (transaction) => open.engine.executeAnonymous(transaction, source));
  assert.equal(outcome.success, true, outcome.compileProblem ?? outcome.exceptionMessage ?? '');
  return [...outcome.debugLog.matchAll(/MATRIX (.*)/g)].map(([, line]) => line ?? '');
}

/** Slices names so that a transaction's limits hold them. */
function* slices(names: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < names.length; start += SLICE) {
    yield names.slice(start, start + SLICE);
  }
}

const READ = `for (String name : names) {
  try {
    Database.query('SELECT ' + name + ' FROM ' + objectName + ' LIMIT 1', AccessLevel.USER_MODE);
    System.debug('MATRIX ' + name);
  } catch (Exception refused) {
    continue;
  }
}`;

const WRITE = `for (String name : names) {
  SObject record = Schema.getGlobalDescribe().get(objectName).newSObject();
  record.put(name, null);
  try {
    Database.SaveResult result = Database.insert(record, false, AccessLevel.USER_MODE);
    if (result.isSuccess() || !result.getErrors()[0].getMessage().contains('being inaccessible')) {
      System.debug('MATRIX ' + name);
    }
  } catch (SecurityException refused) {
    continue;
  }
}`;

function throughApex(role: Role, objectName: string, names: readonly string[], body: string): string[] {
  return [...slices(names)].flatMap((slice) =>
    apex(
      role,
      `String objectName = '${objectName}'; List<String> names = new List<String>{ ${slice.map((name) => `'${name}'`).join(', ')} };\n${body}`,
    ),
  );
}

test('the design names every custom field of the objects it names', () => {
  for (const objectName of Object.keys(DESIGN)) {
    const declared = [...(open.org.schema.object(objectName)?.fields.values() ?? [])]
      .filter(({ custom }) => custom)
      .map(({ name }) => name);
    assert.deepEqual([...designOf(objectName, 'rep').keys()].sort(), declared.sort(), objectName);
  }
});

for (const objectName of Object.keys(DESIGN)) {
  for (const role of ROLES) {
    test(`${objectName} as ${role}: every door opens what was designed, and no more`, async () => {
      const design = designOf(objectName, role);
      const names = [...design.keys()];
      const readable = names.filter((name) => design.get(name) !== '-').sort();
      const editable = names.filter((name) => design.get(name) === 'e').sort();
      const access = objectAccessOf(objectName, role);

      const queried: string[] = [];
      for (const name of names) {
        const { status } = await get(role, `/query?q=${encodeURIComponent(`SELECT ${name} FROM ${objectName} LIMIT 1`)}`);
        if (status === 200) {
          queried.push(name);
        }
      }
      assert.deepEqual(queried.sort(), readable, 'REST query');
      assert.deepEqual(throughApex(role, objectName, names, READ).sort(), readable, 'Apex query in user mode');

      const describe = await get(role, `/sobjects/${objectName}/describe`);
      const info = await get(role, `/ui-api/object-info/${objectName}`);
      if (access === '-') {
        assert.ok(describe.status >= 400 && info.status >= 400, 'describe without access');
        return;
      }
      const described = (describe.body as { fields: { name: string; updateable: boolean; custom: boolean }[] }).fields.filter(
        ({ custom }) => custom,
      );
      assert.deepEqual(described.map(({ name }) => name).sort(), readable, 'REST describe');
      const shown = Object.values((info.body as { fields: Record<string, { apiName: string; custom: boolean }> }).fields).filter(
        ({ custom }) => custom,
      );
      assert.deepEqual(shown.map(({ apiName }) => apiName).sort(), readable, 'LWC object info');
      if (access.includes('C')) {
        const stored = names.filter((name) => open.org.schema.object(objectName)?.fields.get(name.toLowerCase())?.createable);
        assert.deepEqual(throughApex(role, objectName, stored, WRITE).sort(), editable, 'Apex insert in user mode');
      }
      if (access.includes('E')) {
        assert.deepEqual(
          described
            .filter(({ updateable }) => updateable)
            .map(({ name }) => name)
            .sort(),
          editable,
          'REST describe: updateable',
        );
      }
    });
  }
}
