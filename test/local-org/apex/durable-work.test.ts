import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Org } from '../../../scripts/local-org/data/org.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../../scripts/local-org/open-org.ts';

const folder = mkdtempSync(join(tmpdir(), 'durable-work-'));
const cacheFolder = join(folder, 'cache');
after(() => rmSync(folder, { recursive: true, force: true }));

const CLASSES: Readonly<Record<string, string>> = {
  Marker: `public class Marker { public static void leave(String name) { insert new Account(Name = name); } }`,
  Greeting: `public class Greeting implements Queueable {
    private Account about;
    private Map<String, List<Date>> days = new Map<String, List<Date>>{ 'first' => new List<Date>{ Date.newInstance(2026, 5, 12) } };
    private transient String forgotten = 'kept';
    private Greeting self;
    public Greeting(Account about) { this.about = about; this.self = this; }
    public void execute(QueueableContext context) {
      Assert.areEqual('Processing', [SELECT Status FROM AsyncApexJob WHERE Id = :context.getJobId()].Status);
      Marker.leave('hello ' + about.Name + ' ' + days.get('first')[0].day() + ' ' + forgotten + ' ' + (self === this));
    }
  }`,
  Counting: `public class Counting implements Database.Batchable<Integer>, Database.Stateful {
    private List<Integer> seen = new List<Integer>();
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3, 4 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { seen.addAll(scope); Marker.leave('scope ' + scope[0]); }
    public void finish(Database.BatchableContext context) { Marker.leave('seen ' + String.join(seen, '-')); }
  }`,
  Nightly: `public class Nightly implements Schedulable {
    private String word;
    public Nightly(String word) { this.word = word; }
    public void execute(SchedulableContext context) { Marker.leave('nightly ' + word); }
  }`,
  Later: `public class Later {
    @future public static void remember(Set<String> words, Id owner) { Marker.leave('future ' + words.size() + ' ' + (owner == UserInfo.getUserId())); }
  }`,
  Ending: `public class Ending implements Queueable, Finalizer {
    private String word;
    public Ending(String word) { this.word = word; }
    public void execute(QueueableContext context) { System.attachFinalizer(this); throw new IllegalArgumentException('no luck'); }
    public void execute(FinalizerContext context) { Marker.leave('end ' + word + ' ' + context.getException().getMessage()); }
  }`,
};
const TRIGGER = `trigger Ping on Ping__e (after insert) { for (Ping__e event : Trigger.new) { Marker.leave('ping ' + event.Text__c); } }`;
const METADATA = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Writes a project with these classes. */
function projectOf(names: readonly string[]): string {
  const project = mkdtempSync(join(folder, 'project-'));
  const write = (path: string, content: string): void => {
    mkdirSync(join(project, path, '..'), { recursive: true });
    writeFileSync(join(project, path), content);
  };
  for (const name of names) {
    write(`classes/${name}.cls`, CLASSES[name]);
    write(`classes/${name}.cls-meta.xml`, `<ApexClass ${METADATA}><apiVersion>65.0</apiVersion></ApexClass>`);
  }
  write('triggers/Ping.trigger', TRIGGER);
  write('triggers/Ping.trigger-meta.xml', `<ApexTrigger ${METADATA}><apiVersion>65.0</apiVersion></ApexTrigger>`);
  write(
    'objects/Ping__e/Ping__e.object-meta.xml',
    `<CustomObject ${METADATA}><label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
  );
  write(
    'objects/Ping__e/fields/Text__c.field-meta.xml',
    `<CustomField ${METADATA}><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length></CustomField>`,
  );
  return project;
}

const project = projectOf(Object.keys(CLASSES));

/** Runs a script in a process that is killed after some transactions, and gives the data it leaves. */
function killedAfter(transactions: number, script: string): string {
  const dataFile = join(mkdtempSync(join(folder, 'data-')), 'org.sqlite');
  const killed = spawnSync(process.execPath, [
    join(import.meta.dirname, 'killed-process.ts'),
    project,
    cacheFolder,
    dataFile,
    script,
    String(transactions),
  ]);
  assert.equal(killed.signal, 'SIGKILL', String(killed.stderr));
  return dataFile;
}

/** Opens the org again and gives its work to `use`. */
function reopened<T>(dataFile: string, use: (open: OpenOrg) => T, source = project): T {
  const open = openOrg({ project: source, cacheFolder, dataFile, onJobFailure: () => undefined });
  try {
    return use(open);
  } finally {
    open.engine.close();
    open.org.close();
  }
}

function rows(org: Org, soql: string): Record<string, string>[] {
  return org.transaction(org.administratorId, (transaction) =>
    transaction
      .query(soql, SYSTEM)
      .records.map((record) => Object.fromEntries([...record.contents].map(([name, content]) => [name, String(content)]))),
  );
}

const accounts = (org: Org): (string | undefined)[] => rows(org, 'SELECT Name FROM Account ORDER BY Name').map((row) => row['name']);

/** What is there when the org has been opened again and has had its time, and again after one more restart. */
function afterRestart(dataFile: string): (string | undefined)[] {
  const run = ({ org, engine }: OpenOrg): (string | undefined)[] => {
    engine.runDueJobs();
    return accounts(org);
  };
  const first = reopened(dataFile, run);
  assert.deepEqual(reopened(dataFile, run), first, 'nothing is done twice');
  return first;
}

test('a queueable of a process that was killed runs once, with its fields, but for transient ones', () => {
  const dataFile = killedAfter(1, "System.enqueueJob(new Greeting(new Account(Name = 'Ada')));");
  reopened(dataFile, ({ org }) => {
    assert.deepEqual(accounts(org), []);
    assert.deepEqual(
      rows(org, 'SELECT Status FROM AsyncApexJob').map((row) => row['status']),
      ['Queued'],
    );
  });
  assert.deepEqual(afterRestart(dataFile), ['hello Ada 12 null true']);
  reopened(dataFile, ({ org }) =>
    assert.deepEqual(
      rows(org, 'SELECT Status FROM AsyncApexJob').map((row) => row['status']),
      ['Completed'],
    ),
  );
});

test('future methods and events are delivered by the next process', () => {
  const script = `Later.remember(new Set<String>{ 'a', 'b' }, UserInfo.getUserId()); EventBus.publish(new Ping__e(Text__c = 'x'));`;
  assert.deepEqual(afterRestart(killedAfter(1, script)), ['future 2 true', 'ping x']);
  assert.deepEqual(afterRestart(killedAfter(2, script)), ['future 2 true', 'ping x']);
});

test('a batch goes on where it was, whenever the process ends', () => {
  const expected = ['scope 1', 'scope 2', 'scope 3', 'scope 4', 'seen 1-2-3-4'];
  for (const transactions of [1, 3, 6]) {
    const dataFile = killedAfter(transactions, 'Database.executeBatch(new Counting(), 1);');
    assert.deepEqual(afterRestart(dataFile), expected, `killed after ${transactions} transactions`);
    reopened(dataFile, ({ org }) => {
      const [job] = rows(org, 'SELECT Status, JobItemsProcessed, TotalJobItems, NumberOfErrors FROM AsyncApexJob');
      assert.deepEqual(
        [job?.['status'], job?.['jobitemsprocessed'], job?.['totaljobitems'], job?.['numberoferrors']],
        ['Completed', '4', '4', '0'],
      );
    });
  }
});

test('the finalizer of a job that failed before the kill runs after it, with the exception', () => {
  // The script, the job that is undone, the note of its failure.
  assert.deepEqual(afterRestart(killedAfter(3, "System.enqueueJob(new Ending('x'));")), ['end x no luck']);
});

test('delayed and scheduled jobs wait for their time over a restart and keep their fields', () => {
  const script = `System.enqueueJob(new Greeting(new Account(Name = 'late')), 5); System.schedule('Nightly', '0 0 3 * * ?', new Nightly('words'));`;
  const dataFile = killedAfter(1, script);
  assert.deepEqual(afterRestart(dataFile), []);
  reopened(dataFile, ({ org, engine }) => {
    const clock = org.clock;
    org.clock = () => clock() + 301_000;
    engine.runDueJobs();
    assert.ok(accounts(org).includes('hello late 12 null true'));
    for (const days of [1, 2]) {
      org.clock = () => clock() + days * 86_400_000;
      engine.runDueJobs();
    }
    assert.deepEqual(
      accounts(org).filter((name) => name?.startsWith('nightly')),
      ['nightly words', 'nightly words'],
    );
  });
});

test('a job whose class is gone fails and says so', () => {
  const dataFile = killedAfter(1, "System.enqueueJob(new Greeting(new Account(Name = 'Ada')));");
  const without = projectOf(Object.keys(CLASSES).filter((name) => name !== 'Greeting'));
  reopened(
    dataFile,
    ({ org, engine }) => {
      engine.runDueJobs();
      const [job] = rows(org, 'SELECT Status, ExtendedStatus FROM AsyncApexJob');
      assert.deepEqual([job?.['status'], job?.['extendedstatus']], ['Failed', 'The org has no longer the class Greeting']);
    },
    without,
  );
});

test('what a savepoint takes back was never queued', () => {
  const script = `Savepoint before = Database.setSavepoint(); System.enqueueJob(new Greeting(new Account(Name = 'no'))); Database.rollback(before); Marker.leave('yes');`;
  assert.deepEqual(afterRestart(killedAfter(1, script)), ['yes']);
});
