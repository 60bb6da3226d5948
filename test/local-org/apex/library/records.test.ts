import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ApexList } from '../../../../scripts/local-org/apex/runtime/collections/list.ts';
import { ApexMap } from '../../../../scripts/local-org/apex/runtime/collections/map.ts';
import { ApexSet } from '../../../../scripts/local-org/apex/runtime/collections/set.ts';
import { withTransaction } from '../../../../scripts/local-org/apex/runtime/current.ts';
import { asApexException } from '../../../../scripts/local-org/apex/runtime/exception.ts';
import { newRecord } from '../../../../scripts/local-org/apex/runtime/sobject-access.ts';
import { toApexString } from '../../../../scripts/local-org/apex/runtime/text.ts';
import { sobjectFieldToken, sobjectTypeToken } from '../../../../scripts/local-org/apex/library/schema/tokens.ts';
import { typeLiteral } from '../../../../scripts/local-org/apex/library/system/type.ts';
import type { SObjectRecord } from '../../../../scripts/local-org/data/record.ts';
import type { Transaction } from '../../../../scripts/local-org/data/transaction.ts';
import type { DatetimeValue } from '../../../../scripts/local-org/data/values/datetime.ts';
import { DecimalValue } from '../../../../scripts/local-org/data/values/decimal.ts';
import { TimeValue } from '../../../../scripts/local-org/data/values/time.ts';
import { openWorkshop } from '../../data/workshop.ts';
import { memberOf } from './native-call.ts';

const org = openWorkshop();
after(() => org.close());

const database = memberOf('System.Database');
const sobject = memberOf('System.SObject');
const json = memberOf('System.JSON');

/** Runs work in a transaction that is undone. */
function inOrg<T>(work: (transaction: Transaction) => T): T {
  return org.rehearse(org.administratorId, (transaction) => withTransaction(transaction, () => work(transaction)));
}

function insertAccounts(...names: string[]): ApexList {
  const accounts = new ApexList(
    'Account',
    names.map((name) => newRecord('Account', ['name', name])),
  );
  database('static List<Database.SaveResult> insert(List<SObject> records)', accounts);
  return accounts;
}

test('put checks the field and converts the value, get gives it back', () => {
  inOrg(() => {
    const deal = newRecord('Opportunity');
    assert.equal(sobject('Object put(String field, Object value)', deal, 'AMOUNT', 5), null);
    assert.ok(sobject('Object get(String field)', deal, 'amount') instanceof DecimalValue);
    assert.throws(() => sobject('Object put(String field, Object value)', deal, 'Nope__c', 1), {
      typeName: 'System.SObjectException',
      text: 'Invalid field Nope__c for Opportunity',
    });
    assert.throws(
      () => sobject('Object put(String field, Object value)', deal, 'IsPrivate', 'x'),
      /Illegal assignment from String to Boolean/,
    );
    assert.equal(sobject('Boolean isSet(Schema.SObjectField field)', deal, sobjectFieldToken('Opportunity', 'Amount')), true);
  });
});

test('addError leaves messages that the DML call collects', () => {
  inOrg(() => {
    const account = newRecord('Account', ['name', 'Acme']);
    sobject('void addError(String field, String message)', account, 'name', 'Bad name');
    assert.deepEqual(account.errors, [{ message: 'Bad name', field: 'Name' }]);
    assert.equal(sobject('Boolean hasErrors()', account), true);
  });
});

test('a clone drops the id unless asked, and knows its original', () => {
  inOrg(() => {
    const [account] = insertAccounts('Acme').elements as [SObjectRecord];
    const copy = sobject('SObject clone()', account) as SObjectRecord;
    assert.equal(copy.id, null);
    assert.equal(copy.get('Name'), 'Acme');
    assert.equal(sobject('Id getCloneSourceId()', copy), account.id);
    assert.equal((sobject('SObject clone(Boolean preserveId)', account, true) as SObjectRecord).id, account.id);
  });
});

test('queries with binds give lists of the object, lists of sets and records as values', () => {
  inOrg(() => {
    const accounts = insertAccounts('Acme', 'Globex', 'Initech');
    const binds = new ApexMap('String', 'Object');
    binds.put('names', new ApexSet('String', ['Acme', 'Globex']));
    const soql = 'SELECT Id, Name FROM Account WHERE Name IN :names ORDER BY Name';
    const query = 'static List<SObject> queryWithBinds(String soql, Map<String, Object> binds, System.AccessLevel level)';
    const found = database(query, soql, binds, null) as ApexList;
    assert.equal(found.elementType, 'Account');
    assert.deepEqual(
      found.elements.map((record) => (record as SObjectRecord).get('Name')),
      ['Acme', 'Globex'],
    );
    const variables = (text: string): unknown => (text === 'rows' ? accounts : undefined);
    assert.equal(database('static Integer countQuery(String soql)', 'SELECT COUNT() FROM Account WHERE Id IN :rows', variables), 3);
    assert.equal(database('static Integer countQuery(String soql)', 'SELECT COUNT() FROM Account WHERE Id = :rows', variables), 3);
    assert.throws(() => database('static List<SObject> query(String soql)', 'SELECT Id FROM Account WHERE Name = :nobody'), {
      typeName: 'System.QueryException',
      text: 'Variable does not exist: nobody',
    });
  });
});

test('partial success reports each row, all or none throws', () => {
  inOrg(() => {
    const rows = new ApexList('Account', [newRecord('Account', ['name', 'Good']), newRecord('Account')]);
    const results = database('static List<Database.SaveResult> insert(List<SObject> records, Boolean allOrNone)', rows, false) as ApexList;
    const saved = memberOf('Database.SaveResult');
    assert.deepEqual(
      results.elements.map((result) => saved('Boolean isSuccess()', result)),
      [true, false],
    );
    const [error] = (saved('List<Database.Error> getErrors()', results.elements[1]) as ApexList).elements;
    assert.equal(String(memberOf('Database.Error')('StatusCode getStatusCode()', error)), 'REQUIRED_FIELD_MISSING');
    assert.throws(
      () => database('static Database.SaveResult insert(SObject record)', newRecord('Account')),
      (thrown) => {
        const exception = asApexException(thrown) as { typeName: string; rows: readonly { statusCode: string }[] };
        return exception.typeName === 'System.DmlException' && exception.rows[0]?.statusCode === 'REQUIRED_FIELD_MISSING';
      },
    );
  });
});

test('a savepoint undoes what came after it', () => {
  inOrg(() => {
    const savepoint = database('static System.Savepoint setSavepoint()');
    insertAccounts('Acme');
    database('static void rollback(System.Savepoint savepoint)', savepoint);
    assert.equal(database('static Integer countQuery(String soql)', "SELECT COUNT() FROM Account WHERE Name = 'Acme'"), 0);
  });
});

test('describe calls tell names, types, picklists, relationships and access', () => {
  inOrg(() => {
    const describe = memberOf('Schema.DescribeSObjectResult');
    const field = memberOf('Schema.DescribeFieldResult');
    const type = sobjectTypeToken('job__c');
    assert.equal(toApexString(type), 'Job__c');
    const result = memberOf('Schema.SObjectType')('Schema.DescribeSObjectResult getDescribe()', type);
    assert.equal(describe('Boolean isCustom()', result), true);
    assert.equal(describe('Boolean isCreateable()', result), true);
    const fields = memberOf('Schema.SObjectTypeFields')(
      'Map<String, Schema.SObjectField> getMap()',
      describe('Schema.SObjectTypeFields fields', result),
    ) as ApexMap;
    assert.equal(fields.get('STATUS__C'), sobjectFieldToken('Job__c', 'Status__c'));
    const status = memberOf('Schema.SObjectField')('Schema.DescribeFieldResult getDescribe()', fields.get('status__c'));
    assert.equal(String(field('Schema.DisplayType getType()', status)), 'PICKLIST');
    assert.ok((field('List<Schema.PicklistEntry> getPicklistValues()', status) as ApexList).size > 0);
  });
});

test('a setting without rows is empty, then merged from the organization', () => {
  inOrg(() => {
    const setting = memberOf('System.HierarchySetting');
    const policy = setting('static SObject getInstance()', 'Shop_Policy__c') as SObjectRecord;
    assert.equal(policy.get('Max_Hours__c'), null);
    const defaults = newRecord('Shop_Policy__c', ['setupownerid', org.organizationId, 'max_hours__c', DecimalValue.of(8)]);
    database('static Database.SaveResult insert(SObject record)', defaults);
    const merged = setting('static SObject getInstance()', 'Shop_Policy__c') as SObjectRecord;
    assert.equal(String(merged.get('Max_Hours__c')), '8');
    assert.equal((setting('static SObject getOrgDefaults()', 'Shop_Policy__c') as SObjectRecord).id, defaults.id);
  });
});

test('what was read of a setting is kept until a row of it changes or is taken back', () => {
  inOrg((transaction) => {
    const setting = memberOf('System.HierarchySetting');
    const hours = (): unknown => (setting('static SObject getInstance()', 'Shop_Policy__c') as SObjectRecord).get('Max_Hours__c');
    assert.equal(hours(), null);
    const savepoint = transaction.savepoint();
    const defaults = newRecord('Shop_Policy__c', ['setupownerid', org.organizationId, 'max_hours__c', DecimalValue.of(8)]);
    database('static Database.SaveResult insert(SObject record)', defaults);
    assert.equal(String(hours()), '8');
    transaction.rollback(savepoint);
    assert.equal(hours(), null);
  });
});

test('metadata records are found by name and count against no limit', () => {
  inOrg((transaction) => {
    const before = transaction.limits.used.queries;
    const all = memberOf('System.CustomMetadata')('static Map<String, SObject> getAll()', 'Rate__mdt') as ApexMap;
    assert.deepEqual(all.keySet().elements, ['Night']);
    assert.equal(transaction.limits.used.queries, before);
  });
});

test('mails and bells are rows of the transaction', () => {
  inOrg((transaction) => {
    const email = memberOf('Messaging.SingleEmailMessage');
    const message = email('new()');
    email('void setTargetObjectId(Id value)', message, org.administratorId);
    email('void setPlainTextBody(String value)', message, 'Hello');
    const send = (): unknown =>
      memberOf('System.Messaging')(
        'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)',
        new ApexList('Email', [message]),
      );
    assert.throws(send, /INVALID_SAVE_AS_ACTIVITY_FLAG/);
    memberOf('Messaging.Email')('void setSaveAsActivity(Boolean value)', message, false);
    send();
    assert.equal(transaction.limits.used.dmlRows, 0);
    const [mail] = (database('static List<SObject> query(String soql)', 'SELECT ToAddresses, TextBody FROM OutboxMail') as ApexList)
      .elements;
    assert.equal((mail as SObjectRecord).get('ToAddresses'), 'admin@vouchsafe.test');

    const bell = memberOf('Messaging.CustomNotification');
    const notification = bell('new()');
    for (const part of ['NotificationTypeId', 'Title', 'Body', 'TargetId']) {
      const parameter = { NotificationTypeId: 'id', Title: 'title', Body: 'body', TargetId: 'id' }[part];
      bell(`void set${part}(String ${parameter})`, notification, org.administratorId);
    }
    bell('void send(Set<String> users)', notification, new ApexSet('String', [org.administratorId]));
    assert.equal(database('static Integer countQuery(String soql)', 'SELECT COUNT() FROM BellNotification WHERE IsRead = FALSE'), 1);
  });
});

test('records go through JSON and come back', () => {
  inOrg(() => {
    const [account] = insertAccounts('Acme').elements as [SObjectRecord];
    const text = String(json('static String serialize(Object value)', account));
    assert.ok(text.startsWith(`{"attributes":{"type":"Account","url":"/services/data/v65.0/sobjects/Account/${account.id}"},`), text);
    const back = json('static Object deserialize(String text, System.Type type)', text, typeLiteral('Account')) as SObjectRecord;
    assert.equal(back.id, account.id);
    assert.throws(
      () => json('static Object deserialize(String text, System.Type type)', '{"Nope__c": 1}', typeLiteral('Account')),
      /No such column 'Nope__c' on sobject of type Account/,
    );
  });
});

test('results of DML can be made of JSON, as tests do', () => {
  const text =
    '{"success": false, "id": "001Lo0000000001", "errors": [{"message": "no", "statusCode": "DELETE_FAILED", "fields": ["Name"]}]}';
  const result = json('static Object deserialize(String text, System.Type type)', text, typeLiteral('Database.SaveResult'));
  const saved = memberOf('Database.SaveResult');
  assert.equal(saved('Boolean isSuccess()', result), false);
  assert.equal(String(saved('Id getId()', result)).length, 18);
  const [error] = (saved('List<Database.Error> getErrors()', result) as ApexList).elements;
  assert.equal(memberOf('Database.Error')('String getMessage()', error), 'no');
  assert.match(String(json('static String serialize(Object value)', result)), /"errors":\[\{"message":"no"/);
});

test('what is not set yet belongs to the organization', () => {
  inOrg(() => {
    const defaults = memberOf('System.HierarchySetting')('static SObject getOrgDefaults()', 'Shop_Policy__c') as SObjectRecord;
    assert.equal(defaults.get('SetupOwnerId'), org.organizationId);
    assert.equal(defaults.id, null);
  });
});

test('user information comes from the running user', () => {
  inOrg(() => {
    const user = memberOf('System.UserInfo');
    assert.equal(user('static String getUserId()'), org.administratorId);
    assert.equal(user('static String getOrganizationId()'), org.organizationId);
    assert.equal(user('static String getUserName()'), 'admin@vouchsafe.test');
    assert.equal(memberOf('System.FeatureManagement')('static Boolean checkPermission(String name)', 'Nothing_Like_It'), false);
  });
});

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

test('business hours add and subtract over nights and week-ends', () => {
  const nineToFive = Object.fromEntries(
    WEEKDAYS.flatMap((day) => [
      [`${day}StartTime`, new TimeValue(9 * 3_600_000)],
      [`${day}EndTime`, new TimeValue(17 * 3_600_000)],
    ]),
  );
  const office = org.setUp((writer) =>
    writer.upsert('BusinessHours', { Name: 'Office' }, { IsActive: true, TimeZoneSidKey: 'America/Los_Angeles', ...nineToFive }),
  );
  inOrg(() => {
    const hours = memberOf('System.BusinessHours');
    const datetime = memberOf('System.Datetime');
    const reached = hours('static Datetime add(Id id, Datetime start, Long interval)', office, friday(), 7_200_000n);
    assert.equal(datetime('String format(String pattern)', reached, 'EEE HH:mm'), 'Mon 10:00');
    assert.equal(hours('static Long diff(String id, Datetime start, Datetime end)', office, friday(), reached), 7_200_000n);
    assert.equal(hours('static Boolean isWithin(String id, Datetime instant)', office, friday()), true);
  });
});

test('the default business hours never close, as on the platform', () => {
  inOrg((transaction) => {
    const hours = memberOf('System.BusinessHours');
    const found = transaction.query('SELECT Id FROM BusinessHours WHERE IsDefault = TRUE', { mode: 'system', sharing: false });
    const always = found.records[0]?.id;
    const threeDays = 3n * 86_400_000n;
    const reached = hours('static Datetime add(Id id, Datetime start, Long interval)', always, friday(), threeDays) as DatetimeValue;
    assert.equal(reached.milliseconds - friday().milliseconds, Number(threeDays));
    assert.equal(hours('static Boolean isWithin(String id, Datetime instant)', always, reached), true);
  });
});

function friday(): DatetimeValue {
  return memberOf('System.Datetime')(
    'static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)',
    ...[2026, 11, 20, 16, 0, 0],
  ) as DatetimeValue;
}
