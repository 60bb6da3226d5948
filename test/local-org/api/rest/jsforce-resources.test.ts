import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { openOrg } from '../../../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../../../scripts/local-org/open-org.ts';
import { createServer } from '../../../../scripts/local-org/server.ts';
import { writeProject } from '../../small-project.ts';

let folder: string;
let open: OpenOrg;
let server: FastifyInstance;
let url: string;
let admin: Connection;

before(async () => {
  folder = writeProject(mkdtempSync(join(tmpdir(), 'jsforce-')), {});
  open = openOrg({ project: folder, cacheFolder: join(folder, 'cache') });
  open.org.setPassword(open.org.administratorId, 'secret');
  server = await createServer({ root: folder, project: folder, cacheFolder: join(folder, 'cache'), open, headless: true });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  admin = new Connection({ loginUrl: url, version: '65.0', logLevel: 'NONE' });
  await admin.login('admin@vouchsafe.test', 'secret');
});

after(async () => {
  await server.close();
  open.org.close();
  rmSync(folder, { recursive: true });
});

async function created(object: string, fields: object): Promise<string> {
  return ((await admin.sobject(object).create(fields)) as { id: string }).id;
}

test('what was changed and what was deleted in a span of time is told', async () => {
  const [kept, gone] = [await created('Account', { Name: 'Kept' }), await created('Account', { Name: 'Gone' })];
  await admin.sobject('Account').destroy(gone);
  const [start, end] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
  const { ids } = await admin.sobject('Account').updated(start, end);
  assert.deepEqual([ids.includes(kept), ids.includes(gone)], [true, false]);
  const { deletedRecords } = await admin.sobject('Account').deleted(start, end);
  assert.deepEqual(
    deletedRecords.map(({ id }) => id),
    [gone],
  );
  await assert.rejects(() => admin.sobject('Account').updated(end, start), { errorCode: 'INVALID_REPLICATION_DATE' });
});

test('parts of a record: the bytes of a field, the parent, the children', async () => {
  const account = await created('Account', { Name: 'Parent' });
  const contact = await created('Contact', { LastName: 'Child', AccountId: account });
  assert.partialDeepStrictEqual(await admin.request(`/sobjects/Account/${account}/Contacts?fields=LastName`), {
    totalSize: 1,
    records: [{ LastName: 'Child' }],
  });
  assert.partialDeepStrictEqual(await admin.request(`/sobjects/Contact/${contact}/Account`), { Id: account, Name: 'Parent' });
  const orphan = await created('Contact', { LastName: 'Orphan' });
  await assert.rejects(() => admin.request(`/sobjects/Contact/${orphan}/Account`), { errorCode: 'NOT_FOUND' });
  const data = Buffer.from([0, 1, 254, 255]);
  const version = await created('ContentVersion', { Title: 'b', PathOnClient: 'b.bin', VersionData: data.toString('base64') });
  const answer = await fetch(`${url}/services/data/v65.0/sobjects/ContentVersion/${version}/VersionData`, {
    headers: { Authorization: `Bearer ${admin.accessToken ?? ''}` },
  });
  assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), data);
});

test('each graph counts as a whole', async () => {
  const post = (referenceId: string, object: string, body: object): object => ({
    ...{ method: 'POST', url: `/services/data/v65.0/sobjects/${object}`, referenceId, body },
  });
  const good = [post('a', 'Account', { Name: 'Graph' }), post('c', 'Contact', { LastName: 'Of graph', AccountId: '@{a.id}' })];
  const bad = [post('a', 'Account', { Name: 'Undone' }), post('c', 'Contact', {})];
  const { graphs } = await admin.requestPost<{ graphs: { isSuccessful: boolean }[] }>('/composite/graph', {
    graphs: [
      { graphId: 'good', compositeRequest: good },
      { graphId: 'bad', compositeRequest: bad },
    ],
  });
  assert.deepEqual(
    graphs.map(({ isSuccessful }) => isSuccessful),
    [true, false],
  );
  const { records } = await admin.query("SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name IN ('Graph', 'Undone')");
  assert.deepEqual(
    records.map(({ Name }) => Name as string),
    ['Graph'],
  );
});
