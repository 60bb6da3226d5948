import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import { ApiServer } from './api-server.ts';

let server: ApiServer;
let admin: Connection;

before(async () => {
  server = await ApiServer.start();
  admin = server.connection();
});

after(() => server.stop());

/** What jsforce throws carries the platform's error code. */
async function codeOf(work: PromiseLike<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return (error as { errorCode?: string; name: string }).errorCode ?? (error as Error).name;
  }
  return 'no error';
}

interface Saved {
  readonly id: string;
}

async function createAccount(name: string): Promise<string> {
  return ((await admin.sobject('Account').create({ Name: name })) as Saved).id;
}

test('a record is created, read, changed and deleted', async () => {
  const id = await createAccount('One');
  const account = await admin.sobject('Account').retrieve(id);
  assert.equal(account.Name, 'One');
  assert.equal((account as { attributes?: { type: string } }).attributes?.type, 'Account');
  await admin.sobject('Account').update({ Id: id, Name: 'Uno', AnnualRevenue: 1250 });
  const changed = await admin.sobject('Account').retrieve(id, { fields: ['Name', 'AnnualRevenue'] });
  assert.equal(changed.Name, 'Uno');
  assert.equal(changed.AnnualRevenue, 1250);
  await admin.sobject('Account').destroy(id);
  assert.equal(await codeOf(admin.sobject('Account').retrieve(id)), 'NOT_FOUND');
});

test('rows hold what was selected, in its order, with parents and children', async () => {
  const accountId = await createAccount('Parent');
  await admin.sobject('Contact').create({ LastName: 'Child', AccountId: accountId });
  const { records } = await admin.query(`SELECT Name, Account.Name FROM Contact WHERE AccountId = '${accountId}'`);
  assert.deepEqual(Object.keys(records[0] as object), ['attributes', 'Name', 'Account']);
  assert.equal((records[0] as { Account: { Name: string } }).Account.Name, 'Parent');
  const parents = await admin.query(`SELECT Id, (SELECT LastName FROM Contacts) FROM Account WHERE Id = '${accountId}'`);
  const [parent] = parents.records as unknown as [{ Contacts: { totalSize: number; records: { LastName: string }[] } }];
  assert.equal(parent.Contacts.totalSize, 1);
  assert.equal(parent.Contacts.records[0]?.LastName, 'Child');
  const groups = await admin.query(
    `SELECT Account.Name, COUNT(Id) n, MAX(LastName) FROM Contact WHERE AccountId = '${accountId}' GROUP BY Account.Name`,
  );
  const [{ attributes, ...group }] = groups.records as unknown as [{ attributes: { type: string } }];
  assert.equal(attributes.type, 'AggregateResult');
  assert.deepEqual(group, { Name: 'Parent', n: 1, expr0: 'Child' });
  assert.equal((await admin.query(`SELECT COUNT() FROM Contact WHERE AccountId = '${accountId}'`)).totalSize, 1);
});

test('a search finds records of several objects, as SOSL or by its parts', async () => {
  const accountId = await createAccount('Searchable Tools');
  await admin.sobject('Contact').create({ LastName: 'Tools', AccountId: accountId });
  const { searchRecords } = await admin.search('FIND {tools} RETURNING Account (Name), Contact (LastName)');
  assert.deepEqual(
    searchRecords.map(({ attributes, ...fields }) => [attributes?.type, fields]),
    [
      ['Account', { Name: 'Searchable Tools' }],
      ['Contact', { LastName: 'Tools' }],
    ],
  );
  const parts = { q: 'tools', in: 'NAME', sobjects: [{ name: 'Account', fields: ['Id', 'Name'], where: "Name LIKE 'Search%'", limit: 5 }] };
  const byParts = await admin.requestPost<{ searchRecords: { Id: string }[] }>('/services/data/v65.0/parameterizedSearch', parts);
  assert.deepEqual(
    byParts.searchRecords.map((record) => record.Id),
    [accountId],
  );
  const byAddress = await admin.requestGet<{ searchRecords: unknown[] }>(
    '/services/data/v65.0/parameterizedSearch?q=tools&sobject=Contact&Contact.fields=LastName&overallLimit=1',
  );
  assert.equal(byAddress.searchRecords.length, 1);
  assert.equal(await codeOf(admin.search('FIND {a}')), 'MALFORMED_SEARCH');
  assert.equal(
    await codeOf(admin.requestGet('/services/data/v65.0/parameterizedSearch?q=tools&sobject=Contact&Contact.limit=x')),
    'INVALID_QUERY_FILTER_OPERATOR',
  );
});

test('a query is explained instead of run', async () => {
  await createAccount('Explained');
  const { plans } = await admin.query<object>('SELECT Id FROM Account').explain();
  assert.equal(plans[0]?.leadingOperationType, 'TableScan');
  const url = `/services/data/v65.0/query/?explain=${encodeURIComponent("SELECT Id FROM Account WHERE Name = 'Explained'")}`;
  const byName = await admin.requestGet<{ plans: { fields: string[]; cardinality: number }[] }>(url);
  assert.deepEqual([byName.plans[0]?.fields, byName.plans[0]?.cardinality], [['Name'], 1]);
});

test('a long query comes in pages', async () => {
  const names = Array.from({ length: 450 }, (_unused, index) => ({ Name: `Page ${String(index).padStart(3, '0')}` }));
  const saved = await admin.sobject('Account').create(names, { allowRecursive: true });
  assert.ok((saved as { success: boolean }[]).every((result) => result.success));
  const soql = "SELECT Name FROM Account WHERE Name LIKE 'Page %' ORDER BY Name";
  const first = await admin.request<{ done: boolean; totalSize: number; records: unknown[]; nextRecordsUrl: string }>({
    method: 'GET',
    url: `/services/data/v65.0/query?q=${encodeURIComponent(soql)}`,
    headers: { 'Sforce-Query-Options': 'batchSize=200' },
  });
  assert.deepEqual([first.done, first.totalSize, first.records.length], [false, 450, 200]);
  const second = await admin.queryMore(first.nextRecordsUrl);
  assert.deepEqual([second.done, (second.records[0] as { Name: string }).Name, second.records.length], [true, 'Page 200', 250]);
  assert.equal(await codeOf(admin.queryMore('/services/data/v65.0/query/01gnonsense-200')), 'INVALID_QUERY_LOCATOR');
});

test('a record is upserted by its external id', async () => {
  const jobs = admin.sobject('Job__c');
  const created = (await jobs.upsert({ Key__c: 'A-1', Crew__c: 2, Hours__c: 3 }, 'Key__c')) as { id: string; created?: boolean };
  const changed = (await jobs.upsert({ Key__c: 'A-1', Hours__c: 5 }, 'Key__c')) as { id: string; created?: boolean };
  assert.equal(created.created, true);
  assert.equal(changed.created, false);
  const [job] = (await admin.query("SELECT Id, Hours__c, Effort__c FROM Job__c WHERE Key__c = 'A-1'")).records as [Record<string, unknown>];
  assert.equal(job.Id, created.id);
  assert.equal(job.Hours__c, 5);
  assert.equal(job.Effort__c, 10);
  const many = (await jobs.upsert(
    [
      { Key__c: 'A-1', Hours__c: 6 },
      { Key__c: 'A-2', Hours__c: 1 },
    ],
    'Key__c',
  )) as unknown as { created: boolean }[];
  assert.deepEqual(
    many.map((result) => result.created),
    [false, true],
  );
});

test('a collection saves the good rows, or with allOrNone none', async () => {
  const rows = [
    { Key__c: 'B1', Hours__c: 1 },
    { Key__c: 'B2', Hours__c: -1 },
    { Key__c: 'B3', Nonsense__c: 1 },
  ];
  const partial = (await admin.sobject('Job__c').create(rows)) as unknown as {
    success: boolean;
    errors: { statusCode: string; message: string; fields: string[] }[];
  }[];
  assert.deepEqual(
    partial.map((result) => result.success),
    [true, false, false],
  );
  assert.deepEqual(partial[1]?.errors[0], {
    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: "Hours can't be negative.",
    fields: ['Hours__c'],
  });
  assert.equal(partial[2]?.errors[0]?.statusCode, 'INVALID_FIELD');
  const none = (await admin
    .sobject('Job__c')
    .create([{ Key__c: 'B4' }, { Hours__c: -1 }], { allOrNone: true })) as unknown as typeof partial;
  assert.equal(none[0]?.errors[0]?.statusCode, 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  assert.equal((await admin.query("SELECT COUNT() FROM Job__c WHERE Key__c IN ('B1', 'B4')")).totalSize, 1);
  const ids = (await admin.query("SELECT Id FROM Job__c WHERE Key__c = 'B1'")).records.map((job) => job.Id as string);
  const read = await admin.sobject('Job__c').retrieve([...ids, 'a00000000000999AAA']);
  assert.equal(read[0]?.Key__c, 'B1');
  const deleted = (await admin.sobject('Job__c').destroy(ids)) as unknown as { success: boolean }[];
  assert.deepEqual(
    deleted.map((result) => result.success),
    [true],
  );
});

test('composite requests build on each other, and share one fate with allOrNone', async () => {
  const composite = (allOrNone: boolean, hours: number) =>
    admin.requestPost<{ compositeResponse: { httpStatusCode: number; body: { Name?: string } }[] }>('/composite', {
      allOrNone,
      compositeRequest: [
        { method: 'POST', url: '/services/data/v65.0/sobjects/Account', referenceId: 'account', body: { Name: 'Composite' } },
        {
          method: 'POST',
          url: '/services/data/v65.0/sobjects/Job__c',
          referenceId: 'job',
          body: { Account__c: '@{account.id}', Hours__c: hours },
        },
        { method: 'GET', url: '/services/data/v65.0/sobjects/Account/@{account.id}?fields=Name', referenceId: 'read' },
      ],
    });
  const good = await composite(true, 1);
  assert.deepEqual(
    good.compositeResponse.map((part) => part.httpStatusCode),
    [201, 201, 200],
  );
  assert.equal(good.compositeResponse[2]?.body.Name, 'Composite');
  const bad = await composite(true, -1);
  assert.deepEqual(
    bad.compositeResponse.map((part) => part.httpStatusCode),
    [400, 400, 400],
  );
  assert.equal((await admin.query("SELECT COUNT() FROM Account WHERE Name = 'Composite'")).totalSize, 1);
  const loose = await composite(false, -1);
  assert.deepEqual(
    loose.compositeResponse.map((part) => part.httpStatusCode),
    [201, 400, 200],
  );
});

test('a tree is created with its children, or not at all', async () => {
  const tree = (hours: number) =>
    admin.requestPost<{ hasErrors: boolean; results: unknown[] }>('/composite/tree/Account', {
      records: [
        {
          attributes: { type: 'Account', referenceId: 'a' },
          Name: 'Tree',
          Jobs__r: { records: [{ attributes: { type: 'Job__c', referenceId: 'j' }, Hours__c: hours }] },
        },
      ],
    });
  assert.equal((await tree(1)).results.length, 2);
  await assert.rejects(tree(-1));
  assert.equal((await admin.query("SELECT COUNT() FROM Job__c WHERE Account__r.Name = 'Tree'")).totalSize, 1);
});

test('describe tells fields, types and relationships', async () => {
  const job = await admin.sobject('Job__c').describe();
  const field = (name: string) => job.fields.find((candidate) => candidate.name === name);
  assert.deepEqual(field('Account__c')?.referenceTo, ['Account']);
  assert.equal(field('Effort__c')?.calculated, true);
  assert.equal(field('Key__c')?.externalId, true);
  assert.ok((field('Status__c')?.picklistValues?.length ?? 0) > 1);
  assert.ok(job.childRelationships.some((child) => child.relationshipName === 'Parts__r'));
  const { sobjects } = await admin.describeGlobal();
  assert.ok(sobjects.some((one) => one.name === 'Job__c' && one.custom));
  assert.ok((await admin.limits()).DailyApiRequests);
});

test('mistakes get the answers of the platform', async () => {
  assert.equal(await codeOf(admin.query('SELECT Nonsense FROM Account')), 'INVALID_FIELD');
  assert.equal(await codeOf(admin.query('SELECT Id FROM Nonsense')), 'INVALID_TYPE');
  assert.equal(await codeOf(admin.query('SELECT FROM Account')), 'MALFORMED_QUERY');
  assert.equal(await codeOf(admin.sobject('Nonsense').create({ Name: 'x' })), 'NOT_FOUND');
  assert.equal(await codeOf(admin.sobject('Account').create({ Nonsense: 'x' })), 'INVALID_FIELD');
  assert.equal(await codeOf(admin.sobject('Account').create({})), 'REQUIRED_FIELD_MISSING');
  assert.equal(await codeOf(admin.sobject('Job__c').create({ Hours__c: -1 })), 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  assert.equal(await codeOf(admin.sobject('Job__c').create({ Due_On__c: 'tomorrow' })), 'JSON_PARSER_ERROR');
  assert.equal(await codeOf(admin.sobject('Job__c').create({ Effort__c: 1 })), 'INVALID_FIELD_FOR_INSERT_UPDATE');
  assert.equal(await codeOf(admin.sobject('Account').update({ Id: '001000000000999AAA', Name: 'x' })), 'NOT_FOUND');
  const answer = await fetch(`${server.url}/services/data/v65.0/query?q=SELECT+Id+FROM+Account`, {
    headers: { Authorization: 'Bearer nonsense' },
  });
  assert.equal(answer.status, 401);
  assert.deepEqual(await answer.json(), [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
});

test('the columns of a query are described before its rows are read', async () => {
  const soql = 'SELECT Name, Owner.Name, Owner.Email, (SELECT LastName FROM Contacts) FROM Account';
  const url = `/services/data/v65.0/query?columns=true&q=${encodeURIComponent(soql)}`;
  const { columnMetadata } = await admin.request<{ columnMetadata: { columnName: string; joinColumns: { columnName: string }[] }[] }>(url);
  assert.deepEqual(
    columnMetadata.map((column) => [column.columnName, ...column.joinColumns.map((inner) => inner.columnName)]),
    [['Name'], ['Owner', 'Name', 'Email'], ['Contacts', 'LastName']],
  );
});

test('every version up to v65.0 answers that the platform has not retired', async () => {
  for (const version of ['51.0', '60.0', '61.0', '62.0', '63.0', '64.0', '65.0']) {
    const account = server.connection(undefined, version).sobject('Account');
    assert.equal((await account.describe()).name, 'Account', version);
  }
  assert.equal(await codeOf(server.connection(undefined, '30.0').query('SELECT Id FROM Account')), 'NOT_FOUND');
});

test('a user sees and writes what the permission set grants, and no more', async () => {
  const workerId = server.createWorker();
  const worker = server.connection(workerId);
  const jobs = worker.sobject('Job__c');
  const { id } = (await jobs.create({ Hours__c: 4 })) as Saved;
  const job = await jobs.retrieve(id);
  assert.equal(job.Hours__c, 4);
  assert.ok(!('Notes__c' in job));
  assert.equal(await codeOf(worker.query('SELECT Notes__c FROM Job__c')), 'INVALID_FIELD');
  assert.equal(await codeOf(worker.query("SELECT Id FROM Job__c WHERE Key__c = 'x'")), 'INVALID_FIELD');
  assert.equal(await codeOf(worker.query('SELECT Id FROM Part__c')), 'INVALID_TYPE');
  assert.equal(await codeOf(jobs.update({ Id: id, Status__c: 'Done' })), 'INVALID_FIELD_FOR_INSERT_UPDATE');
  assert.equal(await codeOf(jobs.update({ Id: id, Notes__c: 'x' })), 'INVALID_FIELD');
  assert.equal(await codeOf(jobs.destroy(id)), 'INSUFFICIENT_ACCESS_OR_READONLY');
  assert.ok(!(await jobs.describe()).fields.some((field) => field.name === 'Notes__c'));
  const ofAdmin = server.insert('Job__c', {});
  assert.equal(await codeOf(jobs.retrieve(ofAdmin)), 'NOT_FOUND');
  assert.equal((await worker.query('SELECT Id FROM Job__c')).totalSize, 1);
});

test('an Aura-enabled method gets its named parameters; without a session nothing runs', async () => {
  const url = `${server.url}/services/local/apex/Shop/open`;
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${server.token(server.org.administratorId)}` };
  const answer = await fetch(url, { method: 'POST', headers, body: '{"jobId":"a00"}' });
  assert.deepEqual(await answer.json(), { className: 'Shop', methodName: 'open', parameters: { jobId: 'a00' } });
  assert.equal((await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })).status, 401);
  assert.equal((await fetch(url, { method: 'POST', headers, body: '[1]' })).status, 400);
  assert.equal((await fetch(url, { method: 'POST', headers, body: '{' })).status, 400);
});

test('anonymous Apex runs for the administrator only', async () => {
  assert.equal((await admin.tooling.executeAnonymous('Integer i = 1;')).success, true);
  const standardUser = server.find("SELECT Id FROM User WHERE Username = 'worker@workshop.test'");
  assert.equal(await codeOf(server.connection(standardUser).tooling.executeAnonymous('Integer i = 1;')), 'INSUFFICIENT_ACCESS');
});
