import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from './apex-project.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const custom = (name: string, sharing: string): Record<string, string> => ({
  [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject ${XMLNS}><label>${name}</label><pluralLabel>${name}s</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>${sharing}</sharingModel></CustomObject>`,
});
const field = (object: string, name: string, type: string, more = ''): Record<string, string> => ({
  [`objects/${object}/fields/${name}.field-meta.xml`]: `<CustomField ${XMLNS}><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${more}</CustomField>`,
});

const project = createApexProject({
  ...custom('Box__c', 'ReadWrite'),
  ...custom('Thing__c', 'ControlledByParent'),
  ...field('Thing__c', 'Box__c', 'MasterDetail', '<referenceTo>Box__c</referenceTo><relationshipName>Things</relationshipName>'),
  ...field('Box__c', 'Packed__c', 'Date'),
  ...field('Box__c', 'Seen__c', 'DateTime'),
  ...field('Box__c', 'Size__c', 'Number', '<precision>5</precision><scale>0</scale>'),
  ...field('Box__c', 'Twice__c', 'Number', '<precision>5</precision><scale>0</scale><formula>Size__c * 2</formula>'),
  'Count.cls': `public class Count { public static Integer runs = 0; }`,
  'BoxTrigger.trigger': `trigger BoxTrigger on Box__c (before insert) {
    Count.runs++;
    Integer queried = [SELECT COUNT() FROM Account];
    for (Box__c box : Trigger.new) { if (box.Size__c == Count.runs) { box.addError('refused at ' + Count.runs); } }
  }`,
  'Answers.cls': `public class Answers implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) { return new HttpResponse(); }
    public static String call() {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://any.test');
      request.setMethod('GET');
      try { new Http().send(request); return 'sent'; } catch (CalloutException problem) { return problem.getMessage(); }
    }
  }`,
  'CalloutTest.cls': `@IsTest private class CalloutTest {
    @IsTest static void refusesCalloutsWithUncommittedWork() {
      Test.setMock(HttpCalloutMock.class, new Answers());
      Assert.areEqual('sent', Answers.call());
      insert new Account(Name = 'A');
      Assert.areEqual('You have uncommitted work pending. Please commit or rollback before calling out', Answers.call());
      Test.startTest();
      Assert.areEqual('sent', Answers.call());
      Test.stopTest();
    }
    @IsTest static void takesBackAndReleases() {
      Test.setMock(HttpCalloutMock.class, new Answers());
      Savepoint before = Database.setSavepoint();
      insert new Account(Name = 'A');
      Database.rollback(before);
      Assert.areNotEqual('sent', Answers.call());
      Database.releaseSavepoint(before);
      Assert.areEqual('sent', Answers.call());
    }
  }`,
});
after(() => project.close());

test('the project compiles, and callouts wait for a commit', () => {
  assert.deepEqual(project.mistakes, []);
  const { tests } = project.engine.runTests();
  assert.deepEqual(tests.map(({ methodName, outcome, message }) => `${methodName} ${outcome} ${message ?? ''}`.trim()).sort(), [
    'refusesCalloutsWithUncommittedWork Pass',
    'takesBackAndReleases Pass',
  ]);
});

test('what keeps the good rows is tried three times at most where triggers run, and counts its last attempt', () => {
  const log = project.run(`
    List<Box__c> boxes = new List<Box__c>{ new Box__c(Name = 'a', Size__c = 1), new Box__c(Name = 'b'), new Box__c(Name = 'c') };
    for (Database.SaveResult result : Database.insert(boxes, false)) { System.debug(result.isSuccess()); }
    System.debug(Count.runs + ' ' + Limits.getQueries());
    boxes[1] = new Box__c(Name = 'd', Size__c = 3);
    boxes = new List<Box__c>{ boxes[1], new Box__c(Name = 'e', Size__c = 4), new Box__c(Name = 'f', Size__c = 5), new Box__c(Name = 'g') };
    try { Database.insert(boxes, false); } catch (DmlException problem) { System.debug(problem.getMessage()); }`);
  assert.deepEqual(log, ['false', 'true', 'true', '2 1', 'Too many batch retries in the presence of Apex triggers and partial failures.']);
});

test('mixed DML is the error of a row', () => {
  const log = project.run(`
    insert new Account(Name = 'A');
    GroupMember member = new GroupMember(UserOrGroupId = UserInfo.getUserId(), GroupId = [SELECT Id FROM Group LIMIT 1].Id);
    try { insert member; } catch (DmlException problem) { System.debug(problem.getDmlType(0) + ': ' + problem.getMessage()); }
    System.debug(Database.insert(member, false).getErrors()[0].getStatusCode());`);
  assert.match(
    log[0] ?? '',
    /^MIXED_DML_OPERATION: Insert failed\. First exception on row 0; first error: MIXED_DML_OPERATION, DML operation on /,
  );
  assert.equal(log[1], 'MIXED_DML_OPERATION');
});

test('records without an id, and one record twice in a list', () => {
  const log = project.run(`
    try { update new Account(Name = 'A'); } catch (DmlException problem) { System.debug(problem.getMessage()); }
    try { delete new Account(Name = 'A'); } catch (DmlException problem) { System.debug(problem.getMessage()); }
    Account account = new Account(Name = 'A');
    try { insert new List<Account>{ account, account }; } catch (ListException problem) { System.debug(problem.getMessage()); }`);
  assert.deepEqual(log, [
    'Update failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in an update call: []',
    'Delete failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in a delete call: []',
    'Before Insert or Upsert list must not have two identically equal elements',
  ]);
});

test('dates are of the years 1700 to 4000', () => {
  const log = project.run(`
    Database.SaveResult result = Database.insert(new Box__c(Name = 'a', Packed__c = Date.newInstance(1699, 12, 31)), false);
    System.debug(result.getErrors()[0].getStatusCode() + ': ' + result.getErrors()[0].getMessage());
    System.debug(Database.insert(new Box__c(Name = 'a', Seen__c = Datetime.newInstanceGmt(4001, 1, 1)), false).isSuccess());
    System.debug(Database.insert(new Box__c(Name = 'a', Packed__c = Date.newInstance(4000, 12, 31)), false).isSuccess());
    System.debug(result);`);
  assert.deepEqual(log, [
    'FIELD_INTEGRITY_EXCEPTION: Packed__c: invalid date: Thu Dec 31 00:00:00 GMT 1699',
    'false',
    'true',
    'Database.SaveResult[getErrors=(Database.Error[getFields=(Packed__c);getMessage=Packed__c: invalid date: Thu Dec 31 00:00:00 GMT 1699;' +
      'getStatusCode=FIELD_INTEGRITY_EXCEPTION;]);getId=null;isSuccess=false;]',
  ]);
});

test('a detail keeps its master, comes back only with it, and what the platform fills in is not put', () => {
  const log = project.run(`
    List<Box__c> boxes = new List<Box__c>{ new Box__c(Name = 'a'), new Box__c(Name = 'b') };
    insert boxes;
    Thing__c thing = new Thing__c(Name = 't', Box__c = boxes[0].Id);
    insert thing;
    update new Thing__c(Id = thing.Id, Box__c = boxes[0].Id);
    try { update new Thing__c(Id = thing.Id, Box__c = boxes[1].Id); } catch (DmlException problem) { System.debug(problem.getDmlStatusCode(0)); }
    delete boxes[0];
    try { undelete thing; } catch (DmlException problem) { System.debug(problem.getDmlStatusCode(0)); }
    undelete boxes[0];
    System.debug([SELECT COUNT() FROM Thing__c]);
    for (String name : new List<String>{ 'Twice__c', 'CreatedDate' }) {
      try { boxes[0].put(name, null); } catch (SObjectException problem) { System.debug(problem.getMessage()); }
    }`);
  assert.deepEqual(log, [
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'UNDELETE_FAILED',
    '1',
    'Field Twice__c is not editable',
    'Field CreatedDate is not editable',
  ]);
});

test('a merge tells which records moved', () => {
  const log = project.run(`
    List<Account> accounts = new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
    insert accounts;
    Contact contact = new Contact(LastName = 'c', AccountId = accounts[1].Id);
    insert contact;
    System.debug(Database.merge(accounts[0], accounts[1]).getUpdatedRelatedIds().contains(contact.Id));`);
  assert.deepEqual(log, ['true']);
});

test('a new case is about the account of its contact', () => {
  const log = project.run(`
    Account account = new Account(Name = 'a'); insert account;
    Contact contact = new Contact(LastName = 'c', AccountId = account.Id); insert contact;
    insert new Case(Subject = 's', ContactId = contact.Id);
    System.debug([SELECT AccountId FROM Case].AccountId == account.Id);`);
  assert.deepEqual(log, ['true']);
});
