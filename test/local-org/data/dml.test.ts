import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DmlFailure, PlatformError } from '../../../scripts/local-org/data/errors.ts';
import { BlobValue } from '../../../scripts/local-org/data/values/blob.ts';
import { DateValue } from '../../../scripts/local-org/data/values/date.ts';
import { DecimalValue } from '../../../scripts/local-org/data/values/decimal.ts';
import { ALL, asAdministrator, ask, insertOne, make, openWorkshop, SOME, triggersOf } from './workshop.ts';

const decimal = (text: string): DecimalValue => DecimalValue.parse(text);

/** The first error of a refused call. */
function refusal(work: () => unknown): { statusCode: string; message: string; fields: readonly string[] } {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof DmlFailure, String(error));
    const failed = error.results.find(({ errors }) => errors.length > 0);
    assert.ok(failed?.errors[0]);
    return failed.errors[0];
  }
  throw new assert.AssertionError({ message: 'The call was not refused' });
}

describe('insert', () => {
  test('gives ids, auto numbers, defaults, an owner and stamps', () => {
    const org = openWorkshop();
    const first = insertOne(org, 'Job__c', {});
    insertOne(org, 'Job__c', { Crew__c: decimal('7') });
    assert.match(first, /^a00.{15}$/);
    const [one, two] = ask(org, 'SELECT Name, Crew__c, Status__c, OwnerId, Urgent__c, CreatedById, CreatedDate FROM Job__c ORDER BY Name');
    assert.equal(one?.['name'], 'JOB-0001');
    assert.equal(one?.['crew__c'], '2');
    assert.equal(one?.['status__c'], 'Open');
    assert.equal(one?.['urgent__c'], 'false');
    assert.equal(one?.['ownerid'], org.administratorId);
    assert.equal(one?.['createdbyid'], org.administratorId);
    assert.notEqual(one?.['createddate'], null);
    assert.equal(two?.['name'], 'JOB-0002');
    assert.equal(two?.['crew__c'], '7');
  });

  test('refuses what does not fit, with the platform’s codes', () => {
    const org = openWorkshop();
    const insert = (object: string, contents: Parameters<typeof make>[2]) => refusal(() => insertOne(org, object, contents));
    assert.equal(insert('Account', {}).statusCode, 'REQUIRED_FIELD_MISSING');
    assert.equal(insert('Account', { Name: 'x'.repeat(256) }).statusCode, 'STRING_TOO_LONG');
    assert.equal(insert('Job__c', { Status__c: 'Nonsense' }).statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.equal(insert('Job__c', { Skills__c: 'Weld;Fly' }).statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.equal(insert('Job__c', { Hours__c: decimal('1000') }).statusCode, 'NUMBER_OUTSIDE_VALID_RANGE');
    assert.equal(insert('Job__c', { Account__c: '003000000000001AAA' }).statusCode, 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(insert('Job__c', { Account__c: '001Lo0000000099IAA' }).statusCode, 'INVALID_CROSS_REFERENCE_KEY');
    assert.equal(insert('Contact', { LastName: 'A', Email: 'nobody' }).statusCode, 'INVALID_EMAIL_ADDRESS');
    assert.deepEqual(insert('Job__c', { Hours__c: decimal('-1') }), {
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: "Hours can't be negative.",
      fields: ['Hours__c'],
    });
    assert.equal(ask(org, 'SELECT Id FROM Job__c').length, 0);
  });

  test('keeps unique values unique, among the stored and within one call, and tells capitals apart where the field does', () => {
    const org = openWorkshop();
    insertOne(org, 'Job__c', { Key__c: 'a' });
    assert.equal(refusal(() => insertOne(org, 'Job__c', { Key__c: 'a' })).statusCode, 'DUPLICATE_VALUE');
    insertOne(org, 'Job__c', { Key__c: 'A' });
    const twins = [make(org, 'Job__c', { Key__c: 'b' }), make(org, 'Job__c', { Key__c: 'b' })];
    assert.equal(refusal(() => asAdministrator(org, (transaction) => transaction.insert(twins, ALL))).statusCode, 'DUPLICATE_VALUE');
    assert.equal(ask(org, 'SELECT Id FROM Job__c').length, 2);
  });

  test('orders the values of a multi-select as declared and trims text', () => {
    const org = openWorkshop();
    insertOne(org, 'Job__c', { Skills__c: 'Paint;Weld', Notes__c: '  ' });
    assert.deepEqual(
      ask(org, 'SELECT Skills__c, Notes__c FROM Job__c').map(({ skills__c, notes__c }) => [skills__c, notes__c]),
      [['Weld;Paint', null]],
    );
  });

  test('takes a parent by its external id', () => {
    const org = openWorkshop();
    const job = insertOne(org, 'Job__c', { Key__c: 'ext' });
    insertOne(org, 'Part__c', { Name: 'Bolt', Job__r: make(org, 'Job__c', { Key__c: 'ext' }) });
    assert.equal(ask(org, 'SELECT Job__c FROM Part__c')[0]?.['job__c'], job);
  });
});

describe('partial success', () => {
  test('keeps the good rows, reports the bad ones, and undoes what triggers did for those', () => {
    const org = openWorkshop();
    org.triggers = triggersOf({
      'Job__c after insert': (batch, transaction) => {
        transaction.insert(
          (batch.newRecords ?? []).map((job) => make(org, 'Account', { Name: `For ${String(job.get('Key__c'))}` })),
          ALL,
        );
        for (const job of batch.newRecords ?? []) {
          if (job.get('Key__c') === 'bad') {
            job.errors = [{ message: 'Not this one.' }];
          }
        }
      },
    });
    const jobs = ['good', 'bad', 'fine'].map((key) => make(org, 'Job__c', { Key__c: key }));
    const results = asAdministrator(org, (transaction) => transaction.insert(jobs, SOME));
    assert.deepEqual(
      results.map(({ success }) => success),
      [true, false, true],
    );
    assert.equal(results[1]?.errors[0]?.message, 'Not this one.');
    assert.deepEqual(
      jobs.map(({ id }) => id !== null),
      [true, false, true],
    );
    assert.deepEqual(
      ask(org, 'SELECT Name FROM Account ORDER BY Name').map(({ name }) => name),
      ['For fine', 'For good'],
    );
  });

  test('all or none writes nothing when one row fails', () => {
    const org = openWorkshop();
    const accounts = [make(org, 'Account', { Name: 'A' }), make(org, 'Account', {})];
    assert.throws(() => asAdministrator(org, (transaction) => transaction.insert(accounts, ALL)), {
      message:
        /^Insert failed\. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: \[Name\]: \[Name\]$/,
    });
    assert.equal(accounts[0]?.id, null);
    assert.equal(ask(org, 'SELECT Id FROM Account').length, 0);
  });
});

describe('triggers', () => {
  test('see 200 records at a time, may change new records before, and old and new on update', () => {
    const org = openWorkshop();
    const triggers = triggersOf({
      'Account before insert': (batch) => batch.newRecords?.forEach((record) => record.put('Site', 'set by trigger')),
      'Account before update': (batch) => {
        assert.equal(batch.oldRecords?.[0]?.get('Name'), 'A0');
        assert.equal(batch.newRecords?.[0]?.get('Name'), 'B');
      },
    });
    org.triggers = triggers;
    const accounts = Array.from({ length: 450 }, (_, index) => make(org, 'Account', { Name: `A${index}` }));
    asAdministrator(org, (transaction) => transaction.insert(accounts, ALL));
    asAdministrator(org, (transaction) => transaction.update([make(org, 'Account', { Id: accounts[0]?.id, Name: 'B' })], ALL));
    assert.deepEqual(triggers.log, [
      'Account before insert 200',
      'Account before insert 200',
      'Account before insert 50',
      'Account before update 1',
    ]);
    assert.equal(ask(org, "SELECT Id FROM Account WHERE Site = 'set by trigger'").length, 450);
    assert.equal(accounts[0]?.has('Site'), false);
  });

  test('a throwing trigger fails the rows with its message', () => {
    const org = openWorkshop();
    org.triggers = triggersOf({
      'Account before insert': () => {
        throw new PlatformError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'T: execution of BeforeInsert');
      },
    });
    assert.equal(refusal(() => insertOne(org, 'Account', { Name: 'A' })).statusCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  });

  test('that call themselves without end are stopped', () => {
    const org = openWorkshop();
    org.triggers = triggersOf({
      'Account after insert': (_, transaction) => transaction.insert([make(org, 'Account', { Name: 'again' })], ALL),
    });
    assert.throws(() => insertOne(org, 'Account', { Name: 'A' }), /Maximum trigger depth exceeded/);
  });
});

describe('upsert', () => {
  test('inserts or updates by key and says which', () => {
    const org = openWorkshop();
    insertOne(org, 'Job__c', { Key__c: 'known', Hours__c: decimal('1') });
    const jobs = [make(org, 'Job__c', { Key__c: 'known', Hours__c: decimal('5') }), make(org, 'Job__c', { Key__c: 'new' })];
    const results = asAdministrator(org, (transaction) => transaction.upsert(jobs, 'Key__c', ALL));
    assert.deepEqual(
      results.map(({ created }) => created),
      [false, true],
    );
    assert.deepEqual(
      ask(org, 'SELECT Key__c, Hours__c FROM Job__c ORDER BY Key__c').map((row) => [row['key__c'], row['hours__c']]),
      [
        ['known', '5.00'],
        ['new', null],
      ],
    );
  });
});

describe('delete and undelete', () => {
  test('clears lookups, takes details along, and brings both back', () => {
    const org = openWorkshop();
    const account = insertOne(org, 'Account', { Name: 'A' });
    const job = insertOne(org, 'Job__c', { Account__c: account, Key__c: 'k' });
    insertOne(org, 'Part__c', { Name: 'Bolt', Job__c: job, Price__c: decimal('2.50') });
    const fired = triggersOf({ 'Part__c before delete': () => undefined, 'Job__c after delete': () => undefined });
    org.triggers = fired;
    asAdministrator(org, (transaction) => transaction.delete([account], ALL));
    assert.equal(ask(org, 'SELECT Account__c FROM Job__c')[0]?.['account__c'], null);
    asAdministrator(org, (transaction) => transaction.delete([job], ALL));
    assert.deepEqual(fired.log, ['Job__c after delete 1']);
    assert.equal(ask(org, 'SELECT Id FROM Part__c').length, 0);
    insertOne(org, 'Job__c', { Key__c: 'other' });
    asAdministrator(org, (transaction) => transaction.undelete([account, job], ALL));
    const [row] = ask(org, "SELECT Account__c FROM Job__c WHERE Key__c = 'k'");
    assert.equal(row?.['account__c'], account);
    assert.equal(ask(org, 'SELECT Id FROM Part__c').length, 1);
  });

  test('a record in the bin can be neither changed nor undeleted twice, and frees its unique value', () => {
    const org = openWorkshop();
    const job = insertOne(org, 'Job__c', { Key__c: 'k' });
    asAdministrator(org, (transaction) => transaction.delete([job], ALL));
    const change = make(org, 'Job__c', { Id: job, Hours__c: decimal('1') });
    assert.equal(refusal(() => asAdministrator(org, (transaction) => transaction.update([change], ALL))).statusCode, 'ENTITY_IS_DELETED');
    insertOne(org, 'Job__c', { Key__c: 'k' });
    assert.equal(refusal(() => asAdministrator(org, (transaction) => transaction.undelete([job], ALL))).statusCode, 'DUPLICATE_VALUE');
  });
});

test('roll-up summaries follow insert, update, delete and undelete of the details', () => {
  const org = openWorkshop();
  const job = insertOne(org, 'Job__c', {});
  const total = (): string | null | undefined => ask(org, 'SELECT Parts_Total__c FROM Job__c')[0]?.['parts_total__c'];
  const bolt = insertOne(org, 'Part__c', { Name: 'Bolt', Job__c: job, Price__c: decimal('2.50') });
  insertOne(org, 'Part__c', { Name: 'Nut', Job__c: job, Price__c: decimal('1') });
  assert.equal(Number(total()), 3.5);
  asAdministrator(org, (transaction) => transaction.update([make(org, 'Part__c', { Id: bolt, Price__c: decimal('10') })], ALL));
  assert.equal(Number(total()), 11);
  asAdministrator(org, (transaction) => transaction.delete([bolt], ALL));
  assert.equal(Number(total()), 1);
  asAdministrator(org, (transaction) => transaction.undelete([bolt], ALL));
  assert.equal(Number(total()), 11);
});

test('formula fields are calculated in queries, filters and triggers', () => {
  const org = openWorkshop();
  let seen: unknown;
  org.triggers = triggersOf({ 'Job__c after insert': (batch) => (seen = batch.newRecords?.[0]?.get('Effort__c')) });
  const account = insertOne(org, 'Account', { Name: 'Acme' });
  insertOne(org, 'Job__c', { Account__c: account, Hours__c: decimal('1.5') });
  assert.equal(String(seen), '3.00');
  assert.deepEqual(
    ask(org, 'SELECT Customer__c FROM Job__c WHERE Effort__c = 3').map(({ customer__c }) => customer__c),
    ['Acme (Open)'],
  );
});

test('merge moves children to the master and retires the duplicate', () => {
  const org = openWorkshop();
  const master = insertOne(org, 'Account', { Name: 'Master' });
  const double = insertOne(org, 'Account', { Name: 'Double' });
  const job = insertOne(org, 'Job__c', { Account__c: double });
  let masterIdSeen: unknown;
  org.triggers = triggersOf({ 'Account after delete': (batch) => (masterIdSeen = batch.oldRecords?.[0]?.get('MasterRecordId')) });
  asAdministrator(org, (transaction) => transaction.merge(make(org, 'Account', { Id: master, Site: 'HQ' }), [double], ALL));
  assert.equal(masterIdSeen, master);
  assert.deepEqual(ask(org, 'SELECT Id, Account__c FROM Job__c'), [{ id: job, account__c: master }]);
  assert.deepEqual(
    ask(org, 'SELECT Name, Site FROM Account').map(({ name, site }) => [name, site]),
    [['Master', 'HQ']],
  );
});

test('set-up objects and others are not written in one transaction', () => {
  const org = openWorkshop();
  assert.throws(
    () =>
      asAdministrator(org, (transaction) => {
        transaction.insert([make(org, 'Account', { Name: 'A' })], ALL);
        transaction.insert([make(org, 'PermissionSet', { Name: 'P', Label: 'P' })], ALL);
      }),
    { statusCode: 'MIXED_DML_OPERATION' },
  );
  asAdministrator(org, (transaction) => {
    transaction.insert([make(org, 'Account', { Name: 'A' })], ALL);
    const [group] = transaction.insert([make(org, 'Group', { Name: 'G', Type: 'Regular' })], ALL);
    assert.throws(() => transaction.delete([group?.id as string], ALL), { statusCode: 'MIXED_DML_OPERATION' });
  });
});

test('an owner must be active, and a queue must take the object', () => {
  const org = openWorkshop();
  const [queue] = ask(org, "SELECT Id FROM Group WHERE DeveloperName = 'Repairs'");
  insertOne(org, 'Job__c', { OwnerId: queue?.['id'] });
  assert.equal(
    refusal(() => insertOne(org, 'Lead', { LastName: 'L', Company: 'C', OwnerId: queue?.['id'] })).statusCode,
    'FIELD_INTEGRITY_EXCEPTION',
  );
});

test('a record is given to one call only once', () => {
  const org = openWorkshop();
  const id = insertOne(org, 'Account', { Name: 'A' });
  const twice = [make(org, 'Account', { Id: id, Name: 'B' }), make(org, 'Account', { Id: id, Name: 'C' })];
  assert.throws(() => asAdministrator(org, (transaction) => transaction.update(twice, ALL)), /Duplicate id in list/);
});

test('dates before 1970 and numbers of 16 digits come back as they went in', () => {
  const org = openWorkshop();
  const job = insertOne(org, 'Job__c', { Due_On__c: DateValue.parse('1901-02-03') });
  insertOne(org, 'Part__c', { Name: 'Gold', Job__c: job, Price__c: decimal('9999999999999999.99') });
  assert.equal(ask(org, 'SELECT Due_On__c FROM Job__c')[0]?.['due_on__c'], '1901-02-03');
  assert.equal(ask(org, 'SELECT Price__c FROM Part__c')[0]?.['price__c'], '9999999999999999.99');
});

test('a before trigger can’t have its own record changed under it', () => {
  const org = openWorkshop();
  const id = insertOne(org, 'Account', { Name: 'A' });
  let refused: string | undefined;
  org.triggers = triggersOf({
    'Account before update': (_, transaction) => {
      refused = refusal(() => transaction.update([make(org, 'Account', { Id: id, Site: 'nested' })], ALL)).statusCode;
    },
  });
  asAdministrator(org, (transaction) => transaction.update([make(org, 'Account', { Id: id, Name: 'B' })], ALL));
  assert.equal(refused, 'SELF_REFERENCE_FROM_TRIGGER');
});

test('a call may hold records of several objects, if they don’t alternate', () => {
  const org = openWorkshop();
  const pairs = (count: number) =>
    Array.from({ length: count }, (_, index) => [make(org, 'Account', { Name: `A${index}` }), make(org, 'Job__c', {})]);
  asAdministrator(org, (transaction) => transaction.insert(pairs(5).flat(), ALL));
  assert.equal(ask(org, 'SELECT Id FROM Job__c').length, 5);
  assert.throws(() => asAdministrator(org, (transaction) => transaction.insert(pairs(6).flat(), ALL)), /more than 10 chunks/);
});

test('a roll-up summary counts only the details its filter names', () => {
  const org = openWorkshop();
  const job = insertOne(org, 'Job__c', {});
  for (const price of ['100', '100.01', '500']) {
    insertOne(org, 'Part__c', { Name: price, Job__c: job, Price__c: decimal(price) });
  }
  assert.equal(ask(org, 'SELECT Dear_Parts__c FROM Job__c')[0]?.['dear_parts__c'], '2');
});

test('a file makes its document, which keeps its latest version and is linked where it was published', () => {
  const org = openWorkshop();
  const account = insertOne(org, 'Account', { Name: 'A' });
  const file = { Title: 'Plan', PathOnClient: 'plan.png', VersionData: new BlobValue(new Uint8Array([1, 2])) };
  const first = insertOne(org, 'ContentVersion', { ...file, FirstPublishLocationId: account });
  const [version] = ask(org, `SELECT ContentDocumentId, FileType FROM ContentVersion WHERE Id = '${first}'`);
  assert.equal(version?.['filetype'], 'PNG');
  const second = insertOne(org, 'ContentVersion', { ...file, ContentDocumentId: version?.['contentdocumentid'] });
  assert.deepEqual(
    ask(org, 'SELECT LatestPublishedVersionId FROM ContentDocument').map((row) => row['latestpublishedversionid']),
    [second],
  );
  assert.equal(ask(org, `SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = '${account}'`).length, 1);
  assert.equal(
    refusal(() => insertOne(org, 'ContentVersion', { Title: 'Empty', PathOnClient: 'e.png' })).statusCode,
    'REQUIRED_FIELD_MISSING',
  );
});

test('a lookup filter holds when the lookup or what it is compared with changes', () => {
  const org = openWorkshop();
  const [mine, theirs, open] = ['Mine', 'Theirs', 'Open'].map((name) =>
    insertOne(org, 'Account', { Name: name, Type: name === 'Open' ? 'Other' : null }),
  );
  const [contact, stranger, anybodys] = [mine, theirs, open].map((AccountId) =>
    insertOne(org, 'Contact', { LastName: 'C', AccountId: AccountId }),
  );
  const job = insertOne(org, 'Job__c', { Account__c: mine, Contact__c: contact });
  assert.deepEqual(
    refusal(() => insertOne(org, 'Job__c', { Account__c: mine, Contact__c: stranger })),
    {
      statusCode: 'FIELD_FILTER_VALIDATION_EXCEPTION',
      message: "Choose a contact of the job's account.",
      fields: ['Contact__c'],
    },
  );
  insertOne(org, 'Job__c', { Account__c: mine, Contact__c: anybodys });
  const moved = make(org, 'Job__c', { Id: job, Account__c: theirs });
  assert.equal(
    refusal(() => asAdministrator(org, (transaction) => transaction.update([moved], ALL))).statusCode,
    'FIELD_FILTER_VALIDATION_EXCEPTION',
  );
});

test('a user without a role may be made, and renamed, beside other records', () => {
  const org = openWorkshop();
  const [profile] = ask(org, "SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const user = make(org, 'User', {
    Username: 'plain@workshop.test',
    LastName: 'Plain',
    Email: 'plain@workshop.test',
    Alias: 'plain',
    ProfileId: profile?.['id'],
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  asAdministrator(org, (transaction) => {
    transaction.insert([make(org, 'Account', { Name: 'A' })], ALL);
    transaction.insert([user], ALL);
    transaction.update([make(org, 'User', { Id: user.id, LastName: 'Fancy' })], ALL);
    assert.throws(() => transaction.update([make(org, 'User', { Id: user.id, IsActive: false })], ALL), {
      statusCode: 'MIXED_DML_OPERATION',
    });
  });
  assert.equal(ask(org, "SELECT Name FROM User WHERE Alias = 'plain'")[0]?.['name'], 'Fancy');
});
