import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { ApiServer } from './api-server.ts';

let server: ApiServer;
let admin: Connection;

before(async () => {
  server = await ApiServer.start();
  admin = server.connection();
  admin.bulk2.pollInterval = 20;
});

after(() => server.stop());

test('many records are written, good rows in, bad rows told', async () => {
  const rows = Array.from({ length: 450 }, (_unused, index) => ({
    Key__c: `K${index}`,
    Hours__c: index === 300 ? '-1' : '1.5',
    Crew__c: '#N/A',
  }));
  const result = await admin.bulk2.loadAndWaitForResults({ object: 'Job__c', operation: 'insert', input: rows });
  assert.equal(result.successfulResults.length, 449);
  assert.deepEqual(
    result.failedResults.map((row: Record<string, unknown>) => [row.Key__c, row.sf__Error]),
    [['K300', "FIELD_CUSTOM_VALIDATION_EXCEPTION:Hours can't be negative.:Hours__c --"]],
  );
  assert.equal(result.successfulResults[0]?.sf__Created, 'true');
  assert.equal((await admin.query('SELECT COUNT() FROM Job__c')).totalSize, 449);
});

test('records are upserted by key, changed and deleted by id', async () => {
  const upserted = await admin.bulk2.loadAndWaitForResults({
    object: 'Job__c',
    operation: 'upsert',
    externalIdFieldName: 'Key__c',
    input: 'Key__c,Hours__c\nK1,2\n"new, one",3\n',
  });
  assert.deepEqual(
    upserted.successfulResults.map((row) => row.sf__Created),
    ['false', 'true'],
  );
  const [job] = (await admin.query("SELECT Id, Hours__c FROM Job__c WHERE Key__c = 'new, one'")).records as [
    { Id: string; Hours__c: number },
  ];
  assert.equal(job.Hours__c, 3);
  const deleted = await admin.bulk2.loadAndWaitForResults({ object: 'Job__c', operation: 'delete', input: [{ Id: job.Id }] });
  assert.equal(deleted.successfulResults.length, 1);
  assert.equal((await admin.query("SELECT COUNT() FROM Job__c WHERE Key__c = 'new, one'")).totalSize, 0);
});

test('a query comes as CSV, with the fields of parents', async () => {
  const stream = await admin.bulk2.query("SELECT Key__c, Owner.Name FROM Job__c WHERE Key__c IN ('K1', 'K2') ORDER BY Key__c");
  const rows = (await stream.toArray()) as unknown as Record<string, string>[];
  assert.deepEqual(
    rows.map((row) => row.Key__c),
    ['K1', 'K2'],
  );
  assert.ok(rows[0]?.['Owner.Name']);
});

test('a job that makes no sense is refused, a file that can not be read fails the job', async () => {
  const url = `${server.url}/services/data/v65.0/jobs/ingest`;
  const headers = { Authorization: `Bearer ${server.token(server.org.administratorId)}` };
  const json = { ...headers, 'Content-Type': 'application/json' };
  const open = (body: object): Promise<Response> => fetch(url, { method: 'POST', headers: json, body: JSON.stringify(body) });
  assert.equal((await open({ object: 'Nonsense', operation: 'insert' })).status, 400);
  assert.equal((await open({ object: 'Job__c', operation: 'dance' })).status, 400);
  assert.equal((await fetch(`${url}/7500000`, { headers })).status, 404);
  const { id } = (await (await open({ object: 'Job__c', operation: 'insert' })).json()) as { id: string };
  await fetch(`${url}/${id}/batches`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'text/csv' },
    body: 'Key__c,Hours__c\nonly one\n',
  });
  await fetch(`${url}/${id}`, { method: 'PATCH', headers: json, body: '{"state":"UploadComplete"}' });
  const job = (await (await fetch(`${url}/${id}`, { headers })).json()) as { state: string; errorMessage: string };
  assert.equal(job.state, 'Failed');
  assert.match(job.errorMessage, /The CSV can't be read/);
});
