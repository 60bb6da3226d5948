import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Sums.cls': `public class Sums implements Database.Batchable<Integer> {
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { insert new Account(Name = 'scope of ' + scope.size()); }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'finish'); }
  }`,
  'Once.cls': `public class Once implements Queueable {
    private Boolean again;
    public Once(Boolean again) { this.again = again; }
    public void execute(QueueableContext context) {
      insert new Account(Name = 'once');
      if (again) { Once.enqueue(false, 0); }
    }
    public static Id enqueue(Boolean again, Integer delay) {
      AsyncOptions options = new AsyncOptions();
      options.MinimumQueueableDelayInMinutes = delay;
      options.DuplicateSignature = QueueableDuplicateSignature.Builder().addString('Once').addInteger(1).addId(UserInfo.getUserId()).build();
      return System.enqueueJob(new Once(again), options);
    }
  }`,
  'QueueTest.cls': `@IsTest private class QueueTest {
    @IsTest static void aScheduledBatchWaitsAlsoInATest() {
      Test.startTest();
      Id scheduled = System.scheduleBatch(new Sums(), 'Sums', 5, 2);
      Test.stopTest();
      CronTrigger row = [SELECT CronJobDetail.Name, CronJobDetail.JobType, State FROM CronTrigger WHERE Id = :scheduled];
      Assert.areEqual('Sums', row.CronJobDetail.Name);
      Assert.areEqual('9', row.CronJobDetail.JobType);
      Assert.areEqual('WAITING', row.State);
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
      try {
        System.scheduleBatch(new Sums(), 'Sums', 5);
        Assert.fail();
      } catch (AsyncException e) {
        Assert.areEqual('The Apex job named "Sums" is already scheduled for execution.', e.getMessage());
      }
    }
    @IsTest static void aBatchIsScheduledForLater() {
      try {
        System.scheduleBatch(new Sums(), 'Sums', 0);
        Assert.fail();
      } catch (AsyncException e) {
        Assert.areEqual(0, [SELECT COUNT() FROM CronTrigger WHERE CronJobDetail.Name = 'Sums']);
      }
    }
    @IsTest static void aSignatureIsQueuedOnce() {
      Test.startTest();
      Once.enqueue(false, 0);
      try {
        Once.enqueue(false, 0);
        Assert.fail();
      } catch (DuplicateMessageException e) {
        Assert.areEqual('Attempt to enqueue job with duplicate queueable signature', e.getMessage());
      }
      AsyncOptions options = new AsyncOptions();
      options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('Other').build();
      System.enqueueJob(new Once(false), options);
      Test.stopTest();
      Assert.areEqual(2, [SELECT COUNT() FROM Account]);
      Once.enqueue(false, 0);
    }
  }`,
});
after(() => project.close());

function run(script: string): void {
  const { org, engine } = project;
  org.transaction(org.administratorId, (transaction) => {
    const result = engine.executeAnonymous(transaction, script);
    assert.equal(result.compileProblem ?? result.exceptionMessage, null);
  });
}

function texts(soql: string): string[] {
  const { org } = project;
  return org.transaction(org.administratorId, (transaction) =>
    transaction.query(soql, SYSTEM).records.map((record) => String(record.get(/^SELECT (\w+)/.exec(soql)?.[1] ?? 'Id'))),
  );
}

/** Moves the org's clock for a while. */
function later(minutes: number, work: () => void): void {
  const { org } = project;
  const { clock } = org;
  org.clock = () => clock() + minutes * 60_000;
  try {
    work();
  } finally {
    org.clock = clock;
  }
}

test('the tests of the project pass', () => {
  assert.deepEqual(project.mistakes, []);
  const report = project.engine.runTests();
  assert.deepEqual(
    report.tests.filter(({ outcome }) => outcome !== 'Pass').map(({ methodName, message }) => `${methodName}: ${message}`),
    [],
  );
  assert.equal(report.summary.passed, 3);
});

test('a scheduled batch begins when the clock has passed its moment, and only once', () => {
  const { engine } = project;
  run("System.scheduleBatch(new Sums(), 'Later', 5, 2);");
  later(4, () => engine.runDueJobs());
  assert.deepEqual(texts('SELECT Name FROM Account'), []);
  later(6, () => engine.runDueJobs());
  later(2000, () => engine.runDueJobs());
  assert.deepEqual(texts("SELECT Name FROM Account WHERE Name != 'once' ORDER BY Name"), ['finish', 'scope of 1', 'scope of 2']);
  assert.deepEqual(texts("SELECT State FROM CronTrigger WHERE CronJobDetail.Name = 'Later'"), ['COMPLETE']);
  assert.deepEqual(texts("SELECT Status FROM AsyncApexJob WHERE JobType = 'BatchApex'"), ['Completed']);
});

test('an aborted scheduled batch never begins', () => {
  run("System.abortJob(System.scheduleBatch(new Sums(), 'Never', 5));");
  later(6, () => project.engine.runDueJobs());
  assert.deepEqual(texts("SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex' AND Status != 'Completed'"), []);
});

test('a job that runs has lost its signature: it may queue another with the same', () => {
  run('Once.enqueue(true, 0);');
  assert.equal(texts("SELECT Name FROM Account WHERE Name = 'once'").length, 2);
});

test('a job that was aborted gives its signature back', () => {
  run('System.abortJob(Once.enqueue(false, 5)); System.abortJob(Once.enqueue(false, 5));');
});

test('old jobs that are over are purged, and counted', () => {
  run('Once.enqueue(false, 5);');
  const over = texts("SELECT Id FROM AsyncApexJob WHERE Status IN ('Completed', 'Aborted')").length;
  assert.ok(over > 0);
  run('Assert.areEqual(0, System.purgeOldAsyncJobs(System.today().addDays(-1)));');
  run(`Integer before = Limits.getDmlRows(); Assert.areEqual(${over}, System.purgeOldAsyncJobs(System.today().addDays(4)));
    Assert.areEqual(before + 1, Limits.getDmlRows());`);
  assert.deepEqual(texts('SELECT Status FROM AsyncApexJob'), ['Queued']);
});
