import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { createApexProject } from './apex-project.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const project = createApexProject({
  'Told.cls': `public class Told {
    public static List<String> lines = new List<String>();
    public static void tell(EventBus.ChangeEventHeader header, String more) {
      lines.add(header.getChangeType() + ' ' + header.entityName + ' ' + header.getRecordIds().size() + ' ' + String.join(header.changedFields, ',')
        + ' null: ' + String.join(header.nulledFields, ',') + ' ' + more);
    }
  }`,
  'AccountChange.trigger': `trigger AccountChange on AccountChangeEvent (after insert) {
    for (AccountChangeEvent event : Trigger.new) {
      EventBus.ChangeEventHeader header = event.ChangeEventHeader;
      Told.tell(header, event.Name + ' ' + event.Site + ' ' + (event.ReplayId == null));
      if (event.Site == 'make a task') { insert new Task(Subject = header.getRecordIds()[0], WhatId = header.getRecordIds()[0]); }
    }
  }`,
  'JobChange.trigger': `trigger JobChange on Job__ChangeEvent (after insert) {
    for (Job__ChangeEvent event : Trigger.new) { Told.tell(event.ChangeEventHeader, event.Done__c + ''); }
  }`,
  'objects/Job__c/Job__c.object-meta.xml': `<CustomObject ${XMLNS}><label>Job</label><pluralLabel>Jobs</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>`,
  'objects/Job__c/fields/Done__c.field-meta.xml': `<CustomField ${XMLNS}><fullName>Done__c</fullName><label>Done</label><type>Checkbox</type><defaultValue>false</defaultValue></CustomField>`,
  'platformEventChannelMembers/Accounts.platformEventChannelMember-meta.xml': `<PlatformEventChannelMember ${XMLNS}>
    <eventChannel>ChangeEvents</eventChannel><selectedEntity>AccountChangeEvent</selectedEntity></PlatformEventChannelMember>`,
  'ChangeTest.cls': `@IsTest private class ChangeTest {
    @IsTest static void deliversChanges() {
      Test.enableChangeDataCapture();
      Account account = new Account(Name = 'A', Site = 'x');
      insert account;
      account.Site = null;
      update account;
      Test.getEventBus().deliver();
      Assert.areEqual(1, Told.lines.size(), String.join(Told.lines, ';'));
      Assert.isTrue(Told.lines[0].startsWith('CREATE Account 1  null:  A null'), Told.lines[0]);
      Told.lines.clear();
      account.Name = 'B';
      update account;
      Savepoint undone = Database.setSavepoint();
      update new Account(Id = account.Id, Site = 'never');
      Database.rollback(undone);
      Test.startTest();
      insert new Job__c(Name = 'J');
      delete account;
      Test.stopTest();
      Assert.areEqual(3, Told.lines.size(), String.join(Told.lines, ';'));
      Assert.isTrue(String.join(Told.lines, ';').contains('UPDATE Account 1 Name'), String.join(Told.lines, ';'));
      Assert.isTrue(String.join(Told.lines, ';').contains('null:  B null'), String.join(Told.lines, ';'));
      Assert.isTrue(String.join(Told.lines, ';').contains('DELETE Account 1  null:  null null'), String.join(Told.lines, ';'));
      Assert.isTrue(String.join(Told.lines, ';').contains('CREATE Job__c 1  null:  false'), String.join(Told.lines, ';'));
    }
    @IsTest static void onlySelectedObjectsUnlessAsked() {
      insert new Job__c(Name = 'J');
      insert new Account(Name = 'A');
      Test.getEventBus().deliver();
      Assert.areEqual(1, Told.lines.size());
    }
    @IsTest static void makesEventsByHand() {
      EventBus.ChangeEventHeader header = new EventBus.ChangeEventHeader();
      header.changeType = 'UPDATE';
      AccountChangeEvent event = new AccountChangeEvent(Name = 'x');
      event.ChangeEventHeader = header;
      Assert.areEqual('UPDATE', event.ChangeEventHeader.getChangeType());
      Assert.areEqual('UPDATE', ((EventBus.ChangeEventHeader) event.get('ChangeEventHeader')).changeType);
    }
  }`,
});
after(() => project.close());

test('the project compiles', () => assert.deepEqual(project.mistakes, []));

test('tests get the events of their changes when they ask for them', () => {
  const { tests } = project.engine.runTests();
  assert.deepEqual(tests.map(({ methodName, outcome, message }) => `${methodName} ${outcome} ${message ?? ''}`.trim()).sort(), [
    'deliversChanges Pass',
    'makesEventsByHand Pass',
    'onlySelectedObjectsUnlessAsked Pass',
  ]);
});

test('outside tests events follow the commit, in a transaction of their own', () => {
  const { org, engine } = project;
  const run = (script: string): void =>
    org.transaction(org.administratorId, (transaction) => {
      const { success, exceptionMessage } = engine.executeAnonymous(transaction, script);
      assert.ok(success, exceptionMessage ?? '');
    });
  run(`insert new Account(Name = 'A', Site = 'make a task');`);
  engine.runDueJobs();
  const tasks = org.transaction(org.administratorId, (transaction) => transaction.query('SELECT Subject FROM Task', SYSTEM).records);
  assert.equal(tasks.length, 1);
});
