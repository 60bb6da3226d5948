import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { createApexProject } from './apex-project.ts';

const EVENT = 'objects/Ping__e';
const CUSTOM_OBJECT = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const project = createApexProject(
  {
    'Marker.cls': `public class Marker {
    public static void leave(String name) { insert new Account(Name = name); }
  }`,
    'Chain.cls': `public class Chain implements Queueable {
    private Integer rest;
    public Chain(Integer rest) { this.rest = rest; }
    public void execute(QueueableContext context) {
      Marker.leave('chain ' + rest);
      if (rest > 0) { System.enqueueJob(new Chain(rest - 1)); }
    }
  }`,
    'Failing.cls': `public class Failing implements Queueable, Finalizer {
    public void execute(QueueableContext context) {
      System.attachFinalizer(new Failing());
      Marker.leave('undone');
      throw new IllegalArgumentException('no luck');
    }
    public void execute(FinalizerContext context) {
      Marker.leave('finalizer ' + context.getResult().name() + ' ' + context.getException().getMessage());
    }
  }`,
    'Counting.cls': `public class Counting implements Database.Batchable<Integer>, Database.Stateful {
    private Integer sum = 0;
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3, 4 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) {
      if (scope.contains(2)) { throw new IllegalArgumentException('two'); }
      for (Integer number : scope) { sum += number; }
    }
    public void finish(Database.BatchableContext context) { Marker.leave('sum ' + sum); }
  }`,
    'Listener.cls': `public class Listener implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
    public static List<String> heard = new List<String>();
    public void onSuccess(EventBus.SuccessResult result) { heard.add('success'); }
    public void onFailure(EventBus.FailureResult result) { heard.add('failure'); }
  }`,
    'Nightly.cls': `public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) { Marker.leave('nightly'); }
  }`,
    'Ping.trigger': `trigger Ping on Ping__e (after insert) {
    for (Ping__e event : Trigger.new) { Marker.leave('ping ' + event.Text__c); }
  }`,
    'JobsTest.cls': `@IsTest private class JobsTest {
    @IsTest static void jobsRunAtStopTest() {
      Test.startTest();
      Id job = System.enqueueJob(new Chain(0));
      Assert.areEqual('Queued', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);
      EventBus.publish(new Ping__e(Text__c = 'test'));
      Test.stopTest();
      Assert.areEqual('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);
      Assert.areEqual(2, [SELECT COUNT() FROM Account WHERE Name IN ('chain 0', 'ping test')]);
    }
    @IsTest static void aFailureReachesStopTestAndIsUndone() {
      try {
        Test.startTest();
        System.enqueueJob(new Failing());
        Test.stopTest();
        Assert.fail();
      } catch (IllegalArgumentException e) {
        Assert.areEqual(0, [SELECT COUNT() FROM Account WHERE Name = 'undone']);
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name LIKE 'finalizer UNHANDLED%']);
      }
    }
    @IsTest static void aPublisherHearsHowItEnded() {
      EventBus.publish(new Ping__e(Text__c = 'x'), new Listener());
      Test.getEventBus().fail();
      EventBus.publish(new Ping__e(Text__c = 'y'), new Listener());
      Test.getEventBus().deliver();
      Assert.areEqual(new List<String>{ 'failure', 'success' }, Listener.heard);
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name LIKE 'ping %']);
    }
    @IsTest static void aBatchInATestHasOneScope() {
      Test.startTest();
      Database.executeBatch(new Counting(), 1);
      try {
        Test.stopTest();
        Assert.fail();
      } catch (UnexpectedException e) {
        Assert.isTrue(e.getMessage().startsWith('No more than one executeBatch'), e.getMessage());
      }
    }
    @IsTest static void aNameIsScheduledOnce() {
      Id scheduled = System.schedule('Nightly', '0 0 3 * * ?', new Nightly());
      CronTrigger row = [SELECT CronExpression, TimesTriggered, CronJobDetail.Name FROM CronTrigger WHERE Id = :scheduled];
      Assert.areEqual('Nightly', row.CronJobDetail.Name);
      Assert.areEqual(0, row.TimesTriggered);
      try {
        System.schedule('Nightly', '0 0 4 * * ?', new Nightly());
        Assert.fail();
      } catch (AsyncException e) {
        Assert.areEqual('The Apex job named "Nightly" is already scheduled for execution.', e.getMessage());
      }
    }
  }`,
    [`${EVENT}/Ping__e.object-meta.xml`]: `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${CUSTOM_OBJECT}><label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
    [`${EVENT}/fields/Text__c.field-meta.xml`]: `<?xml version="1.0" encoding="UTF-8"?><CustomField ${CUSTOM_OBJECT}><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length></CustomField>`,
  },
  { onJobFailure: (_job, error) => failures.push(error instanceof Error ? error.message : String(error)) },
);
const failures: string[] = [];
after(() => project.close());

/** Runs a script for good: what it queues runs once it is committed. */
function run(script: string): void {
  const { org, engine } = project;
  org.transaction(org.administratorId, (transaction) => {
    const result = engine.executeAnonymous(transaction, script);
    assert.equal(result.compileProblem ?? result.exceptionMessage, null);
  });
}

function rows(soql: string): Record<string, string>[] {
  const { org } = project;
  return org.transaction(org.administratorId, (transaction) =>
    transaction
      .query(soql, SYSTEM)
      .records.map((record) => Object.fromEntries([...record.contents].map(([name, content]) => [name, String(content)]))),
  );
}

const names = (like: string): (string | undefined)[] =>
  rows(`SELECT Name FROM Account WHERE Name LIKE '${like}' ORDER BY Name`).map((row) => row['name']);

test('the project has no mistakes and its tests pass', () => {
  assert.deepEqual(project.mistakes, []);
  const report = project.engine.runTests();
  assert.deepEqual(
    report.tests.filter(({ outcome }) => outcome !== 'Pass').map(({ methodName, message }) => `${methodName}: ${message}`),
    [],
  );
  assert.equal(report.summary.passed, 5);
});

test('a chain of queueables runs after the commit, one after another', () => {
  run('System.enqueueJob(new Chain(2));');
  assert.deepEqual(names('chain%'), ['chain 0', 'chain 1', 'chain 2']);
});

test('a failing queueable is undone, its row says why, its finalizer runs', () => {
  run('System.enqueueJob(new Failing());');
  assert.deepEqual(names('undone'), []);
  assert.deepEqual(names('finalizer%'), ['finalizer UNHANDLED_EXCEPTION no luck']);
  const [job] = rows("SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE ApexClass.Name = 'Failing'");
  assert.deepEqual([job?.['status'], job?.['extendedstatus']], ['Failed', 'no luck']);
  assert.deepEqual(failures.splice(0), ['no luck']);
});

test('a batch goes on after a scope that failed and keeps its state', () => {
  run('Database.executeBatch(new Counting(), 1);');
  assert.deepEqual(names('sum%'), ['sum 8']);
  const [job] = rows("SELECT Status, NumberOfErrors, TotalJobItems FROM AsyncApexJob WHERE ApexClass.Name = 'Counting'");
  assert.deepEqual([job?.['status'], job?.['numberoferrors'], job?.['totaljobitems']], ['Completed', '1', '4']);
  assert.deepEqual(failures.splice(0), ['two']);
});

test('a scheduled job runs when the clock passes its time, and again the next day', () => {
  const { org, engine } = project;
  run("System.schedule('Every night', '0 0 3 * * ?', new Nightly());");
  assert.equal(engine.runDueJobs(), 0);
  const clock = org.clock;
  try {
    for (const days of [1, 2]) {
      org.clock = () => clock() + days * 86_400_000;
      assert.equal(engine.runDueJobs(), 1);
      assert.equal(engine.runDueJobs(), 0);
    }
  } finally {
    org.clock = clock;
  }
  assert.equal(names('nightly').length, 2);
  assert.deepEqual(
    rows('SELECT TimesTriggered FROM CronTrigger').map((row) => row['timestriggered']),
    ['2'],
  );
});

test('a delayed queueable waits for its minute, an aborted one never runs', () => {
  const { org, engine } = project;
  run('System.enqueueJob(new Chain(0), 5); System.abortJob(System.enqueueJob(new Nothing(), 5));'.replace('Nothing()', 'Failing()'));
  const before = names('chain 0').length;
  assert.equal(engine.runDueJobs(), 0);
  const clock = org.clock;
  org.clock = () => clock() + 301_000;
  engine.runDueJobs();
  org.clock = clock;
  assert.equal(names('chain 0').length, before + 1);
  assert.deepEqual(failures, []);
});

test('an event reaches its triggers after the commit, and never when the transaction fails', () => {
  run("EventBus.publish(new Ping__e(Text__c = 'one'));");
  assert.throws(() => run("EventBus.publish(new Ping__e(Text__c = 'two')); Integer zero = 0; Integer broken = 1 / zero;"));
  assert.deepEqual(names('ping%'), ['ping one']);
});
