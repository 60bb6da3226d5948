import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { FlowEngine } from '../../../scripts/local-org/flow/flow-engine.ts';
import {
  assign,
  condition,
  element,
  fieldValue,
  filter,
  flow,
  flowProject,
  formula,
  onRecord,
  start,
  to,
  variable,
} from './flow-project.ts';

const SAVE_ORDER = `trigger Watch on Account (before insert, after insert, before update, after update, before delete) {
  for (Account record : Trigger.isDelete ? Trigger.old : Trigger.new) {
    if (record.Name?.startsWith('Watched') == true) System.debug(Trigger.operationType + ' ' + record.Site);
  }
}`;

const project = flowProject(
  {
    Before: flow(
      onRecord('Fill', 'Account', 'RecordBeforeSave', 'CreateAndUpdate', filter('Name', 'StartsWith', 'Watched')),
      formula('site', 'String', "IF(ISNEW(), 'new', 'was ' & {!$Record__Prior.Site})"),
      element('assignments', 'Fill', undefined, assign('$Record.Site', 'Assign', '@site')),
    ),
    After: flow(
      onRecord('Add_Contact', 'Account', 'RecordAfterSave', 'Create', filter('Name', 'StartsWith', 'Parent')),
      `<recordCreates><name>Add_Contact</name><object>Contact</object>${fieldValue('LastName', '{!$Record.Name} contact')}${fieldValue('AccountId', '@$Record.Id')}</recordCreates>`,
    ),
    Changed: flow(
      onRecord(
        'Count',
        'Account',
        'RecordAfterSave',
        'CreateAndUpdate',
        `${filter('NumberOfEmployees', 'GreaterThan', 10)}<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>`,
      ),
      `<recordUpdates><name>Count</name>${fieldValue('Description', 'grown {!$Record.Description}')}<inputReference>$Record</inputReference></recordUpdates>`,
    ),
    Formula: flow(
      onRecord(
        'Log',
        'Contact',
        'RecordAfterSave',
        'Update',
        '<filterFormula>AND(ISCHANGED({!$Record.Email}), PRIORVALUE({!$Record.LastName}) = "Ada")</filterFormula>',
      ),
      `<recordUpdates><name>Log</name><object>Account</object>${filter('Id', 'EqualTo', '@$Record.AccountId')}${fieldValue('Site', '{!$Record__Prior.Email} to {!$Record.Email}')}</recordUpdates>`,
    ),
    Refuses: flow(
      onRecord('Check', 'Lead', 'RecordBeforeSave', 'Create'),
      `<decisions><name>Check</name>${to('defaultConnector', undefined)}<rules><name>Is_Bad</name><conditionLogic>and</conditionLogic>${condition('$Record.Company', 'EqualTo', 'Bad')}${to('connector', 'Refuse')}<label>Bad</label></rules></decisions>`,
      '<customErrors><name>Refuse</name><customErrorMessages><errorMessage>{!$Record.LastName} is not welcome</errorMessage><fieldSelection>Company</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>',
    ),
    Fails: flow(
      onRecord('Make', 'Lead', 'RecordAfterSave', 'Create', filter('Company', 'EqualTo', 'Fails')),
      `<recordCreates><name>Make</name><object>Account</object>${fieldValue('Site', '@$Record.LastName')}</recordCreates>`,
    ),
    Deleted: flow(
      onRecord('Make', 'Contact', 'RecordBeforeDelete', 'Delete'),
      `<recordCreates><name>Make</name><object>Lead</object>${fieldValue('LastName', '@$Record.LastName')}${fieldValue('Company', 'Gone')}</recordCreates>`,
    ),
    Order_Late: flow(
      '<triggerOrder>1500</triggerOrder>',
      onRecord('Set', 'Task', 'RecordBeforeSave', 'Create'),
      element('assignments', 'Set', undefined, assign('$Record.Subject', 'Add', ' late')),
    ),
    Order_None: flow(
      onRecord('Set', 'Task', 'RecordBeforeSave', 'Create'),
      element('assignments', 'Set', undefined, assign('$Record.Subject', 'Add', ' none')),
    ),
    Zero_First: flow(
      '<triggerOrder>2</triggerOrder>',
      onRecord('Set', 'Task', 'RecordBeforeSave', 'Create'),
      element('assignments', 'Set', undefined, assign('$Record.Subject', 'Add', ' first')),
    ),
    Later: flow(
      onRecord(
        'Now',
        'Case',
        'RecordAfterSave',
        'Create',
        `<scheduledPaths><connector><targetReference>Then</targetReference></connector><pathType>AsyncAfterCommit</pathType></scheduledPaths>`,
      ),
      `<recordUpdates><name>Now</name>${fieldValue('Subject', 'now')}<inputReference>$Record</inputReference></recordUpdates>`,
      `<recordUpdates><name>Then</name><object>Case</object>${filter('Id', 'EqualTo', '@$Record.Id')}${fieldValue('Description', 'then')}</recordUpdates>`,
    ),
    Waits: flow(
      onRecord(
        'Nothing',
        'Task',
        'RecordAfterSave',
        'CreateAndUpdate',
        `${filter('Priority', 'EqualTo', 'High')}<scheduledPaths><name>Two_Hours</name>${to('connector', 'Complete')}<offsetNumber>2</offsetNumber><offsetUnit>Hours</offsetUnit><timeSource>RecordTriggerEvent</timeSource></scheduledPaths>`,
      ),
      element('assignments', 'Nothing', undefined, ''),
      `<recordUpdates><name>Complete</name>${fieldValue('Status', 'Completed')}<inputReference>$Record</inputReference></recordUpdates>`,
    ),
    Process: flow(
      '<processType>Workflow</processType><startElementReference>Decide</startElementReference>',
      '<processMetadataValues><name>ObjectType</name><value><stringValue>Opportunity</stringValue></value></processMetadataValues>',
      '<processMetadataValues><name>ObjectVariable</name><value><elementReference>myVariable_current</elementReference></value></processMetadataValues>',
      '<processMetadataValues><name>OldObjectVariable</name><value><elementReference>myVariable_old</elementReference></value></processMetadataValues>',
      '<processMetadataValues><name>TriggerType</name><value><stringValue>onAllChanges</stringValue></value></processMetadataValues>',
      variable('myVariable_current', 'Opportunity', 'in out'),
      variable('myVariable_old', 'Opportunity', 'in'),
      formula('isLarge', 'Boolean', '{!myVariable_current.Amount} > 100'),
      `<decisions><name>Decide</name><rules><name>Large</name><conditionLogic>and</conditionLogic>${condition('isLarge', 'EqualTo', true)}${to('connector', 'Mark')}<label>Large</label></rules></decisions>`,
      `<recordUpdates><name>Mark</name><object>Opportunity</object>${filter('Id', 'EqualTo', '@myVariable_current.Id')}${fieldValue('NextStep', 'large')}</recordUpdates>`,
    ),
    Heard: flow(
      start('Make', '<object>Heard__e</object><triggerType>PlatformEvent</triggerType>'),
      `<recordCreates><name>Make</name><object>Account</object>${fieldValue('Name', '@$Record.Text__c')}</recordCreates>`,
    ),
    Monthly: flow(
      start(
        'Nothing',
        '<schedule><frequency>Monthly</frequency><startDate>2026-01-01</startDate><startTime>03:00:00.000Z</startTime></schedule><triggerType>Scheduled</triggerType>',
      ),
      element('assignments', 'Nothing', undefined, ''),
    ),
    Unknown: flow(onRecord('Wait', 'Account', 'RecordAfterSave', 'Create'), '<waits><name>Wait</name></waits>'),
    Asleep: flow(
      onRecord('Set', 'Account', 'RecordBeforeSave', 'Create'),
      element('assignments', 'Set', undefined, assign('$Record.Site', 'Assign', 'draft')),
      '<status>Draft</status>',
    ),
  },
  {
    'Watch.trigger': SAVE_ORDER,
    'LaterTest.cls': `@IsTest private class LaterTest {
      @IsTest static void later() {
        Case first = new Case(Subject = 'x');
        Task second = new Task(Subject = 'wait', Priority = 'High');
        Test.startTest();
        insert first;
        insert second;
        Test.stopTest();
        Assert.areEqual('then', [SELECT Description FROM Case WHERE Id = :first.Id].Description);
        Assert.areNotEqual('Completed', [SELECT Status FROM Task WHERE Id = :second.Id].Status);
      }
    }`,
    'objects/Heard__e/Heard__e.object-meta.xml':
      '<CustomObject><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Heard</label><pluralLabel>Heard</pluralLabel></CustomObject>',
    'objects/Heard__e/fields/Text__c.field-meta.xml':
      '<CustomField><fullName>Text__c</fullName><label>Text</label><length>80</length><type>Text</type></CustomField>',
  },
);
after(() => project.close());

describe('a flow that records start', () => {
  it('changes the record before triggers see it, without a DML statement', () => {
    const script = `Account record = new Account(Name = 'Watched'); insert record;
      update new Account(Id = record.Id, Phone = '1');
      System.debug([SELECT Site FROM Account].Site + ' ' + Limits.getDmlStatements());`;
    assert.deepEqual(project.run(script), [
      'BEFORE_INSERT new',
      'AFTER_INSERT new',
      'BEFORE_UPDATE was new',
      'AFTER_UPDATE was new',
      'was new 2',
    ]);
  });

  it('runs once for up to 200 records', () => {
    const script = `List<Account> records = new List<Account>();
      for (Integer i = 0; i < 250; i++) records.add(new Account(Name = 'Parent ' + i));
      insert records;
      System.debug([SELECT COUNT() FROM Contact WHERE LastName LIKE 'Parent % contact' AND AccountId != null] + ' ' + Limits.getDmlStatements() + ' ' + Limits.getQueries());`;
    assert.deepEqual(project.run(script), ['250 3 1']);
  });

  it('starts only when a change makes the record meet its conditions, and not by its own update', () => {
    const script = `Account record = new Account(Name = 'A', NumberOfEmployees = 20); insert record;
      update new Account(Id = record.Id, Phone = '1');
      update new Account(Id = record.Id, NumberOfEmployees = 5);
      update new Account(Id = record.Id, NumberOfEmployees = 50);
      System.debug([SELECT Description FROM Account].Description);`;
    assert.deepEqual(project.run(script), ['grown grown']);
  });

  it('asks a formula, with the record as it was', () => {
    const script = `Account parent = new Account(Name = 'A'); insert parent;
      Contact record = new Contact(LastName = 'Ada', Email = 'a@b.test', AccountId = parent.Id); insert record;
      update new Contact(Id = record.Id, Phone = '1');
      System.debug([SELECT Site FROM Account].Site);
      update new Contact(Id = record.Id, Email = 'c@d.test');
      System.debug([SELECT Site FROM Account].Site);`;
    assert.deepEqual(project.run(script), ['null', 'a@b.test to c@d.test']);
  });

  it('refuses records with messages of its own, one by one', () => {
    const script = `List<Lead> leads = new List<Lead>{ new Lead(LastName = 'Good', Company = 'Fine'), new Lead(LastName = 'Evil', Company = 'Bad') };
      Database.SaveResult[] results = Database.insert(leads, false);
      Database.Error error = results[1].getErrors()[0];
      System.debug(results[0].isSuccess() + ' ' + error.getStatusCode() + ' ' + error.getMessage() + ' ' + error.getFields());`;
    assert.deepEqual(project.run(script), ['true FIELD_CUSTOM_VALIDATION_EXCEPTION Evil is not welcome (Company)']);
  });

  it('keeps a record from being saved when it fails', () => {
    const script = `try { insert new Lead(LastName = 'X', Company = 'Fails'); } catch (DmlException e) { System.debug(e.getMessage()); }
      System.debug([SELECT COUNT() FROM Lead]);`;
    const [message, count] = project.run(script);
    assert.match(
      String(message),
      /first error: CANNOT_EXECUTE_FLOW_TRIGGER, We can't save this record because the “A flow” process failed\. .* when the flow tried to create records: REQUIRED_FIELD_MISSING/,
    );
    assert.equal(count, '0');
  });

  it('runs before a record is deleted', () => {
    const script = `Contact record = new Contact(LastName = 'Leaves'); insert record; delete record;
      System.debug([SELECT LastName FROM Lead WHERE Company = 'Gone'].LastName);`;
    assert.deepEqual(project.run(script), ['Leaves']);
  });

  it('keeps the order of the flows of an object', () => {
    assert.deepEqual(project.run("insert new Task(Subject = 'do'); System.debug([SELECT Subject FROM Task].Subject);"), [
      'do first none late',
    ]);
  });

  it('runs a path of its own after the commit', () => {
    const { org } = project;
    const id = org.transaction(org.administratorId, (transaction) => {
      const script = "insert new Case(Subject = 'x');";
      assert.equal(project.engine.executeAnonymous(transaction, script).success, true);
      return transaction.query('SELECT Id, Description FROM Case', { mode: 'system', sharing: false }).records[0]?.id;
    });
    const [row] = org.store.select('SELECT "Subject", "Description" FROM "Case" WHERE "Id" = ?', [id]);
    assert.deepEqual([...(row ?? [])], ['now', 'then']);
  });

  it('runs a path when its time has come, if the record still meets the conditions', () => {
    const { org, engine } = project;
    const closed = (): unknown[] =>
      org.store.select('SELECT "Subject", "Status" FROM "Task" WHERE "Subject" LIKE \'wait%\' ORDER BY "Subject"');
    org.transaction(org.administratorId, (transaction) => {
      const script = `insert new List<Task>{ new Task(Subject = 'wait a', Priority = 'High'), new Task(Subject = 'wait b', Priority = 'High') };
        Task low = [SELECT Id FROM Task WHERE Subject LIKE 'wait b%']; low.Priority = 'Low'; update low;`;
      assert.equal(engine.executeAnonymous(transaction, script).exceptionMessage, null);
    });
    const now = org.clock();
    org.clock = () => now + 3_600_000;
    engine.runDueJobs();
    assert.deepEqual(
      closed().map((row) => [...(row as string[])][1]),
      ['Not Started', 'Not Started'],
    );
    org.clock = () => now + 3 * 3_600_000;
    engine.runDueJobs();
    org.clock = () => Date.now();
    assert.deepEqual(
      closed().map((row) => [...(row as string[])][1]),
      ['Completed', 'Not Started'],
    );
  });

  it('runs the path after the commit at the end of a test, and no other', () => {
    const { tests } = project.engine.runTests({ tests: ['LaterTest'] });
    assert.deepEqual(
      tests.map(({ outcome, message }) => [outcome, message]),
      [['Pass', null]],
    );
  });

  it('is a process as well', () => {
    const script = `insert new Opportunity(Name = 'O', StageName = 'Prospecting', CloseDate = Date.today(), Amount = 500);
      System.debug([SELECT NextStep FROM Opportunity].NextStep);`;
    assert.deepEqual(project.run(script), ['large']);
  });

  it('hears platform events', () => {
    const { org, engine } = project;
    org.transaction(org.administratorId, (transaction) => {
      assert.equal(engine.executeAnonymous(transaction, "EventBus.publish(new Heard__e(Text__c = 'From an event'));").success, true);
    });
    assert.equal(org.store.select('SELECT "Id" FROM "Account" WHERE "Name" = ?', ['From an event']).length, 1);
  });

  it('is told of at the start when it can not run', () => {
    const warnings = (project.org.flows as FlowEngine).warnings.map((warning) => warning.replace(/^.*\//, ''));
    assert.deepEqual(warnings, [
      'Monthly.flow-meta.xml: the local org does not support the frequency Monthly (Start) in a flow, so Monthly does not run.',
      'Unknown.flow-meta.xml: the local org does not support the element waits (Wait) in a flow, so Unknown does not run.',
    ]);
  });
});
