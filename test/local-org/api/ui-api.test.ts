import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { uiApiRoutes } from '../../../scripts/local-org/api/ui-api/routes.ts';
import type { Org } from '../../../scripts/local-org/data/org.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { DateValue } from '../../../scripts/local-org/data/values/date.ts';
import { DecimalValue } from '../../../scripts/local-org/data/values/decimal.ts';
import { asAdministrator, ask, insertOne, openWorkshop } from '../data/workshop.ts';

interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of many shapes
  readonly body: any;
}

let org: Org;
let server: FastifyInstance;
let userId: string;
let worker: string;
let account: string;
let job: string;

before(async () => {
  org = openWorkshop();
  userId = org.administratorId;
  worker = insertWorker();
  account = insertOne(org, 'Account', { Name: 'Forge', OwnerId: worker });
  job = insertOne(org, 'Job__c', {
    OwnerId: worker,
    Account__c: account,
    Hours__c: DecimalValue.parse('2.5'),
    Due_On__c: DateValue.parse('2026-12-01'),
    Skills__c: 'Weld;Paint',
    Urgent__c: true,
    Customer__c: '100%',
  });
  server = Fastify();
  await server.register(uiApiRoutes, { prefix: '/ui-api', org, tree: org.tree, userOf: () => userId });
});

after(async () => {
  await server.close();
  org.close();
});

function insertWorker(): string {
  const find = (soql: string): string => asAdministrator(org, (transaction) => transaction.query(soql, SYSTEM).records[0]?.id ?? '');
  const id = insertOne(org, 'User', {
    Username: 'worker@workshop.test',
    LastName: 'Worker',
    Email: 'worker@workshop.test',
    Alias: 'worker',
    ProfileId: find("SELECT Id FROM Profile WHERE Name = 'Standard User'"),
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'de_DE',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    IsActive: true,
  });
  insertOne(org, 'PermissionSetAssignment', {
    AssigneeId: id,
    PermissionSetId: find("SELECT Id FROM PermissionSet WHERE Name = 'Shop_Worker'"),
  });
  return id;
}

async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object): Promise<Answer> {
  const response = await server.inject({ method, url: `/ui-api${url}`, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
}

async function asWorker<Result>(work: () => Promise<Result>): Promise<Result> {
  userId = worker;
  try {
    return await work();
  } finally {
    userId = org.administratorId;
  }
}

describe('reading a record', () => {
  test('gives values and their texts in the manner of the user, and the names of lookups', async () => {
    const fields = 'Job__c.Hours__c,Job__c.Due_On__c,Job__c.Skills__c,Job__c.Urgent__c,Job__c.Account__c';
    const { body } = await call('GET', `/records/${job}?fields=${fields}`);
    assert.deepEqual(body.fields.Hours__c.value, 2.5);
    assert.deepEqual(body.fields.Due_On__c, { displayValue: '12/1/2026', value: '2026-12-01' });
    assert.deepEqual(body.fields.Skills__c, { displayValue: 'Weld; Paint', value: 'Weld;Paint' });
    assert.deepEqual(body.fields.Urgent__c, { displayValue: null, value: true });
    assert.equal(body.fields.Account__c.value, account);
    assert.equal(body.fields.Account__r.displayValue, 'Forge');
    assert.equal(body.fields.Account__r.value.apiName, 'Account');
  });

  test('writes numbers and dates as another user is used to them', async () => {
    const { body } = await asWorker(() => call('GET', `/records/${job}?fields=Job__c.Hours__c,Job__c.CreatedDate`));
    assert.match(body.fields.Hours__c.displayValue, /^2,5/);
    assert.match(body.fields.CreatedDate.value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.match(body.fields.CreatedDate.displayValue, /^\d\d\.\d\d\.\d\d, \d\d:\d\d$/);
  });

  test('says of a lookup to several kinds of records which one it is', async () => {
    const { body } = await call('GET', `/records/${job}?fields=Job__c.OwnerId`);
    assert.equal(body.fields.Owner.value.apiName, 'User');
    assert.equal(body.fields.Owner.displayValue, 'Worker');
  });

  test('refuses a field that the user may not read, and leaves it out when it is optional', async () => {
    const refused = await asWorker(() => call('GET', `/records/${job}?fields=Job__c.Customer__c`));
    assert.deepEqual([refused.status, refused.body[0].errorCode], [400, 'INVALID_FIELD']);
    const optional = await asWorker(() =>
      call('GET', `/records/${job}?fields=Job__c.Name&optionalFields=Job__c.Customer__c,Job__c.Nothing__c`),
    );
    assert.equal(optional.status, 200);
    assert.equal(optional.body.fields.Customer__c, undefined);
  });

  test('tells a hidden record no differently from one that never was', async () => {
    const hidden = insertOne(org, 'Job__c', { Account__c: account });
    const answers = await asWorker(() =>
      Promise.all([hidden, 'a00000000000000AAA', 'nonsense'].map((id) => call('GET', `/records/${id}?layoutTypes=Full`))),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([404]));
  });

  test('of a layout brings every field that the user may read', async () => {
    const { body } = await asWorker(() => call('GET', `/records/${job}?layoutTypes=Full,Compact`));
    assert.ok('Hours__c' in body.fields);
    assert.equal('Customer__c' in body.fields, false);
  });
});

describe('describing an object', () => {
  test('tells what this user may do with it and its fields', async () => {
    const { body } = await asWorker(() => call('GET', '/object-info/Job__c'));
    assert.deepEqual([body.createable, body.updateable, body.deletable], [true, true, false]);
    assert.deepEqual([body.fields.Hours__c.updateable, body.fields.Status__c.updateable], [true, false]);
    assert.equal(body.fields.Customer__c, undefined);
    assert.deepEqual(body.nameFields, ['Name']);
  });

  test('is a 404 for an object that the user may not read', async () => {
    assert.equal((await asWorker(() => call('GET', '/object-info/Part__c'))).status, 404);
  });

  test('gives picklist values with the default', async () => {
    const { body } = await call('GET', '/object-info/Job__c/picklist-values/012000000000000AAA');
    assert.deepEqual(body.picklistFieldValues.Status__c.defaultValue, { label: 'Open', value: 'Open' });
    assert.deepEqual(
      body.picklistFieldValues.Skills__c.values.map(({ value }: { value: string }) => value),
      ['Weld', 'Turn', 'Paint'],
    );
  });

  test('a layout keeps what is calculated from being edited', async () => {
    const { body } = await call('GET', '/layout/Job__c?layoutType=Full');
    const items = body.sections.flatMap((section: { layoutRows: { layoutItems: object[] }[] }) =>
      section.layoutRows.flatMap((row) => row.layoutItems),
    );
    const item = (name: string): { editableForNew: boolean; editableForUpdate: boolean } =>
      items.find((candidate: { layoutComponents: { apiName: string }[] }) => candidate.layoutComponents[0]?.apiName === name);
    assert.equal(item('Hours__c').editableForUpdate, true);
    assert.equal(item('Effort__c').editableForUpdate, false);
    assert.equal(item('OwnerId').editableForNew, false);
  });
});

describe('saving a record', () => {
  test('creates, changes and deletes', async () => {
    const created = await call('POST', '/records', {
      apiName: 'Job__c',
      fields: { Account__c: account, Hours__c: '3', Due_On__c: '2026-12-24' },
    });
    assert.equal(created.status, 201);
    const { id } = created.body as { id: string };
    const changed = await call('PATCH', `/records/${id}`, { fields: { Hours__c: null, Notes__c: '<b>"quoted"</b>' } });
    assert.equal(changed.body.fields.Hours__c.value, null);
    assert.equal(changed.body.fields.Notes__c.value, '<b>"quoted"</b>');
    assert.equal((await call('DELETE', `/records/${id}`)).status, 204);
    assert.equal((await call('GET', `/records/${id}?layoutTypes=Full`)).status, 404);
  });

  test('a validation rule comes back at its field, and nothing is saved', async () => {
    const { status, body } = await call('PATCH', `/records/${job}`, { fields: { Hours__c: -1 } });
    assert.equal(status, 400);
    assert.equal(body.enhancedErrorType, 'RecordError');
    assert.equal(body.output.fieldErrors.Hours__c[0].message, "Hours can't be negative.");
    assert.deepEqual(body.output.errors, []);
    assert.equal(ask(org, `SELECT Hours__c FROM Job__c WHERE Id = '${job}'`)[0]?.['hours__c']?.startsWith('2.5'), true);
  });

  test('a value of the wrong type names the field', async () => {
    const { status, body } = await call('PATCH', `/records/${job}`, { fields: { Due_On__c: 'tomorrow' } });
    assert.equal(status, 400);
    assert.match(body[0].message, /"tomorrow" is not a value of type date/);
  });

  test('a field that the user may not change is refused', async () => {
    const { status, body } = await asWorker(() => call('PATCH', `/records/${job}`, { fields: { Status__c: 'Done' } }));
    assert.equal(status, 400);
    assert.equal(body.enhancedErrorType, 'RecordError');
  });

  test('what the user may not delete stays', async () => {
    const { status } = await asWorker(() => call('DELETE', `/records/${job}`));
    assert.ok(status >= 400);
    assert.equal(ask(org, `SELECT Id FROM Job__c WHERE Id = '${job}'`).length, 1);
  });

  test('a body without fields, or of no object, is refused', async () => {
    assert.equal((await call('PATCH', `/records/${job}`, { nothing: 1 })).status, 400);
    assert.equal((await call('POST', '/records', { apiName: 'Nothing__c', fields: {} })).status, 404);
  });
});

describe('lists', () => {
  test('are searched by what stands in the columns, and a pattern character stands for itself', async () => {
    const all = await call('GET', '/list-records/Job__c/All?searchTerm=forge');
    assert.ok(all.body.records.some(({ id }: { id: string }) => id === job));
    insertOne(org, 'Account', { Name: '50% off' });
    const { body } = await call('GET', '/list-records/Account/All?searchTerm=%25');
    assert.deepEqual(
      body.records.map((record: { fields: { Name: { value: string } } }) => record.fields.Name.value),
      ['50% off'],
    );
  });

  test('are sorted and come in pages', async () => {
    const names = async (query: string): Promise<string[]> => {
      const { body } = await call('GET', `/list-records/Account/All?${query}`);
      return body.records.map((record: { fields: { Name: { value: string } } }) => record.fields.Name.value);
    };
    assert.deepEqual(await names('sortBy=-Name'), ['Forge', '50% off']);
    assert.deepEqual(await names('sortBy=Name&pageSize=1'), ['50% off']);
    assert.deepEqual(await names('sortBy=Name&pageSize=1&pageToken=1'), ['Forge']);
  });

  test('of my records show mine', async () => {
    const { body } = await asWorker(() => call('GET', '/list-records/Account/Mine'));
    assert.equal(body.count, 1);
  });

  test('filter as their logic says', async () => {
    const long = insertOne(org, 'Job__c', { Hours__c: DecimalValue.parse('9'), Status__c: 'Open' });
    insertOne(org, 'Job__c', { Hours__c: DecimalValue.parse('9'), Status__c: 'Done' });
    insertOne(org, 'Job__c', { Hours__c: DecimalValue.parse('1'), Status__c: 'Open' });
    const { body } = await call('GET', '/list-records/Job__c/Pressing');
    assert.deepEqual(body.records.map(({ id }: { id: string }) => id).sort(), [job, long].sort());
  });

  for (const query of ['pageSize=0', 'pageSize=x', 'pageToken=-1', 'sortBy=Nothing__c', 'sortBy=Notes__c']) {
    test(`refuse ${query} with a sentence`, async () => {
      const { status, body } = await call('GET', `/list-records/Job__c/All?${query}`);
      assert.equal(status, 400);
      assert.ok(body[0].message.length > 10);
    });
  }

  test('that do not exist are a 404', async () => {
    assert.equal((await call('GET', '/list-records/Job__c/Nothing')).status, 404);
  });
});

describe('related lists and lookups', () => {
  test('show the children of a record', async () => {
    const lists = await call('GET', '/related-list-info/Account');
    const jobs = lists.body.relatedLists.find((list: { objectApiNames: string[] }) => list.objectApiNames[0] === 'Job__c');
    const { body } = await call('GET', `/related-list-records/${account}/${jobs.relatedListId}`);
    assert.ok(body.records.some(({ id }: { id: string }) => id === job));
  });

  test('suggest records by a part of their name, and only active users', async () => {
    const accounts = await call('GET', '/lookups/Job__c/Account__c/Account?q=org');
    assert.deepEqual(
      accounts.body.records.map(({ id }: { id: string }) => id),
      [account],
    );
    const users = await call('GET', '/lookups/Job__c/OwnerId/User?q=work');
    assert.deepEqual(
      users.body.records.map(({ id }: { id: string }) => id),
      [worker],
    );
  });

  test('a lookup to an object that the field does not point at is a 404', async () => {
    assert.equal((await call('GET', '/lookups/Job__c/Account__c/Contact?q=')).status, 404);
  });
});
