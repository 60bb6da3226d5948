import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { auraErrorBody } from '../../../scripts/local-org/apex/aura/error-body.ts';
import { ApexEngine } from '../../../scripts/local-org/apex/engine.ts';
import { Org } from '../../../scripts/local-org/data/org.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { createApexProject } from './apex-project.ts';

const FILES = {
  'Deals.cls': `public with sharing class Deals {
    public class Line {
        @AuraEnabled public String name { get; set; }
        @AuraEnabled public Decimal amount { get; set; }
        @AuraEnabled public Date due { get; set; }
        @AuraEnabled public List<Line> parts { get; set; }
        @AuraEnabled public String nothing { get; set; }
        public String hidden { get; set; }
    }
    public class RefusedException extends Exception { }
    @AuraEnabled(cacheable=true)
    public static Line echo(Line given, Map<String, Integer> counts, List<Id> ids, Datetime moment) {
        given.hidden = 'x';
        given.name += ' ' + given.due.year() + ' ' + counts.get('a') + ' ' + ids[0] + ' ' + moment.getTime();
        given.amount = given.amount / 4;
        return given;
    }
    @AuraEnabled public static Account make(String name) {
        Account made = new Account(Name = name);
        insert made;
        return [SELECT Name, Industry, (SELECT LastName FROM Contacts) FROM Account WHERE Id = :made.Id];
    }
    @AuraEnabled public static void fail(String how) {
        if (how == 'handled') {
            throw new AuraHandledException('Handled');
        }
        if (how == 'own') {
            throw new RefusedException('Refused');
        }
        insert new Contact();
    }
    public static void notForComponents() { }
    @AuraEnabled public static Integer visible() { return [SELECT COUNT() FROM Opportunity]; }
    @AuraEnabled public static Integer visibleByHelper() { return new Counter().count(); }
}`,
  'Counter.cls': `public class Counter {
    public Integer count() { return [SELECT COUNT() FROM Opportunity]; }
}`,
  'AccountTrigger.trigger': `trigger AccountTrigger on Account (before insert, before update, after insert, after update) {
    TriggerLog.note(Trigger.operationType.name() + Trigger.size + (Trigger.isBefore ? 'b' : 'a'));
    if (Trigger.isBefore && Trigger.isInsert) {
        for (Account a : Trigger.new) {
            a.Description = 'by trigger';
            if (a.Name == 'bad') { a.addError('no bad ones'); }
            if (a.Name == 'worse') { a.Industry.addError('not this industry'); }
            if (a.Name == 'boom') { Integer i = 1 / 0; }
        }
    }
    if (Trigger.isAfter && Trigger.isUpdate) {
        TriggerLog.note(Trigger.oldMap.get(Trigger.new[0].Id).Name + '>' + Trigger.newMap.get(Trigger.new[0].Id).Name);
        if (Trigger.new[0].Name == 'late') { Trigger.new[0].Name = 'later'; }
    }
}`,
  'CaseTrigger.trigger': `trigger CaseTrigger on Case (before insert) {
    String shout(String text) { return text.toUpperCase(); }
    for (Case c : Trigger.new) { c.Subject = shout(c.Subject); }
}`,
  'TriggerLog.cls': `public class TriggerLog {
    public static List<String> notes = new List<String>();
    public static void note(String text) { notes.add(text); }
}`,
  'Jobs.cls': `public class Jobs implements Queueable, Schedulable, Database.Batchable<SObject>, Database.Stateful {
    public Integer seen = 0;
    public void execute(QueueableContext context) { insert new Account(Name = 'queued'); }
    public void execute(SchedulableContext context) { insert new Account(Name = 'scheduled'); }
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Name FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'batch saw ' + seen); }
    @future public static void later(String name) { insert new Account(Name = name); }
}`,
  'JobsTest.cls': `@IsTest
private class JobsTest {
    static Integer state = 0;
    @TestSetup static void setUp() { insert new List<Account>{ new Account(Name = 'one'), new Account(Name = 'two') }; }
    static Integer named(String name) { return [SELECT COUNT() FROM Account WHERE Name = :name]; }
    @IsTest static void everyKindOfJobRunsAtStopTest() {
        Test.startTest();
        System.enqueueJob(new Jobs());
        System.schedule('job', '0 0 0 1 1 ?', new Jobs());
        Database.executeBatch(new Jobs(), 200);
        Jobs.later('future');
        Assert.areEqual(0, named('queued'));
        Test.stopTest();
        Assert.areEqual(1, named('queued'));
        Assert.areEqual(1, named('scheduled'));
        Assert.areEqual(1, named('future'));
        Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name LIKE 'batch saw %']);
    }
    @IsTest static void leavesNothingBehind() { state++; delete [SELECT Id FROM Account]; Assert.areEqual(1, state); }
    @IsTest static void seesTheSetUpAndNoOtherTest() { state++; Assert.areEqual(1, state); Assert.areEqual(2, [SELECT COUNT() FROM Account]); }
    @IsTest static void searchesFindWhatIsFixed() {
        Assert.areEqual(0, [FIND 'account' RETURNING Account][0].size());
        Test.setFixedSearchResults(new List<Id>(new Map<Id, Account>([SELECT Id FROM Account]).keySet()));
        Assert.areEqual(2, [FIND 'anything' RETURNING Account, Contact][0].size());
        Assert.areEqual(1, [FIND 'anything' RETURNING Account (Id LIMIT 1), Contact][0].size());
    }
    @IsTest static void fails() { Assert.areEqual(1, 2, 'told'); }
    @IsTest static void limitsBeginAnew() {
        Integer before = Limits.getQueries();
        named('x');
        Test.startTest();
        Assert.areEqual(0, Limits.getQueries());
        Test.stopTest();
        Assert.areEqual(before + 1, Limits.getQueries());
    }
}`,
  'BrokenTest.cls': '@IsTest private class BrokenTest { @IsTest static void never() { Integer i = nothing; } }',
  'NeedsBrokenTest.cls': '@IsTest private class NeedsBrokenTest { @IsTest static void neither() { Broken.go(); } }',
  'Broken.cls': 'public class Broken { public static void go() { nothing(); } }',
};

const project = createApexProject(FILES, { coverage: true });
const { org, engine } = project;

after(() => {
  project.close();
});

const call = (method: string, named: Record<string, unknown>): unknown =>
  org.rehearse(org.administratorId, (transaction) => engine.callAura(transaction, 'Deals', method, named));

const failureOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('an action of a component', () => {
  it('takes named JSON parameters of every kind and gives JSON of the @AuraEnabled members that are not null', () => {
    const given = { name: 'deal', amount: 10, due: '2026-03-01', parts: [{ name: 'part' }], hidden: 'secret' };
    const result = call('echo', { given, counts: { a: 3 }, ids: ['001000000000001'], moment: '2026-01-01T00:00:00.000Z' });
    assert.deepEqual(result, {
      name: 'deal 2026 3 001000000000001AAA 1767225600000',
      amount: 2.5,
      due: '2026-03-01',
      parts: [{ name: 'part' }],
    });
  });

  it('gives records with the fields they hold', () => {
    const result = call('make', { name: 'Acme' }) as Record<string, unknown>;
    assert.equal(result['Name'], 'Acme');
    assert.equal(typeof result['Id'], 'string');
    assert.ok(!('Industry' in result) && !('attributes' in result));
  });

  it('finds parameters by case and refuses values that do not fit', () => {
    assert.throws(() => call('make', { NAME: 'x' }), /REQUIRED_FIELD_MISSING/);
    assert.throws(() => call('echo', { given: 'text' }), /Value provided is invalid for action parameter 'given' of type 'Deals.Line'/);
  });

  it('is only what is @AuraEnabled', () => {
    assert.throws(() => call('notForComponents', {}), { name: 'NoSuchAction' });
    assert.throws(() => call('nothing', {}), { name: 'NoSuchAction' });
    assert.equal(engine.isCacheable('deals', 'ECHO'), true);
    assert.equal(engine.isCacheable('Deals', 'make'), false);
  });

  it('gives the platform error bodies', () => {
    assert.deepEqual(auraErrorBody(failureOf(() => call('fail', { how: 'handled' }))), { message: 'Handled' });
    const own = auraErrorBody(failureOf(() => call('fail', { how: 'own' })));
    assert.deepEqual(own, {
      message: 'Refused',
      exceptionType: 'Deals.RefusedException',
      isUserDefinedException: true,
      stackTrace: 'Class.Deals.fail: line 28, column 1',
    });
    const dml = auraErrorBody(failureOf(() => call('fail', { how: 'dml' })));
    assert.equal(dml?.exceptionType, 'System.DmlException');
    assert.match(dml?.message ?? '', /Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING/);
    assert.equal(auraErrorBody(new Error('a defect')), undefined);
  });

  it('sees the rows that its class may, and hands its sharing on to classes without a declaration', () => {
    const script = `insert new Opportunity(Name = 'Hidden', StageName = 'Prospecting', CloseDate = Date.today());
      Profile p = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
      User u = new User(Username = 'someone@engine.test', LastName = 'Someone', Email = 's@e.test', Alias = 'some', ProfileId = p.Id,
        TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');
      System.runAs(new User(Id = UserInfo.getUserId())) { insert u; }
      System.runAs(u) { System.debug(Deals.visible() + ' ' + Deals.visibleByHelper() + ' ' + UserInfo.getUserName()); }
      System.debug(new Counter().count() > 0);`;
    assert.deepEqual(project.run(script), ['0 0 someone@engine.test', 'true']);
  });
});

describe('triggers', () => {
  it('see their records, may change them before, and are told apart', () => {
    const script = `Account a = new Account(Name = 'first'); insert a; a.Name = 'second'; update a;
      System.debug([SELECT Description FROM Account WHERE Id = :a.Id].Description); System.debug(String.join(TriggerLog.notes, ' ')); System.debug(Trigger.new == null);`;
    assert.deepEqual(project.run(script), [
      'by trigger',
      'BEFORE_INSERT1b AFTER_INSERT1a BEFORE_UPDATE1b AFTER_UPDATE1a first>second',
      'true',
    ]);
  });

  it('call methods that they declare themselves', () => {
    const script = `Case c = new Case(Subject = 'help'); insert c; System.debug([SELECT Subject FROM Case WHERE Id = :c.Id].Subject);`;
    assert.deepEqual(project.run(script), ['HELP']);
    assert.throws(
      () => project.run('insert new Case();'),
      /Trigger.CaseTrigger.shout: line 2, column 1\s+Trigger.CaseTrigger: line 3, column 1/,
    );
  });

  it('run for 200 records at a time', () => {
    const script = `List<Account> many = new List<Account>(); for (Integer i = 0; i < 250; i++) { many.add(new Account(Name = 'a' + i)); } insert many;
      System.debug(String.join(TriggerLog.notes, ' '));`;
    const notes = project.run(script)[0]?.split(' ').sort();
    assert.deepEqual(notes, ['AFTER_INSERT200a', 'AFTER_INSERT50a', 'BEFORE_INSERT200b', 'BEFORE_INSERT50b']);
  });

  it('refuse records by addError, on the record or on a field', () => {
    const script = `List<Database.SaveResult> r = Database.insert(new List<Account>{ new Account(Name = 'bad'), new Account(Name = 'good'), new Account(Name = 'worse') }, false);
      System.debug(r[0].getErrors()[0].getMessage() + ' ' + r[1].isSuccess() + ' ' + r[2].getErrors()[0].getFields());`;
    assert.deepEqual(project.run(script), ['no bad ones true (Industry)']);
  });

  it('fail with the trigger and the Apex lines named, and leave after-records alone', () => {
    assert.throws(
      () => project.run(`insert new Account(Name = 'boom');`),
      /AccountTrigger: execution of BeforeInsert\s+caused by: System.MathException: Divide by 0\s+Trigger.AccountTrigger: line 8, column 1/,
    );
    assert.throws(() => project.run(`Account a = new Account(Name = 'x'); insert a; a.Name = 'late'; update a;`), /Record is read-only/);
  });
});

describe('dynamic queries', () => {
  it('read the variables and fields that their binds name, and give a single row where one is asked for', () => {
    const script = `Account made = new Account(Name = 'Acme'); insert made; Set<Id> ids = new Set<Id>{ made.Id }; String wanted = 'acme';
      Account found = Database.query('SELECT Name FROM Account WHERE Id IN :ids AND Name = :wanted AND Id = :made.Id');
      System.debug(found.Name + Database.countQuery('SELECT COUNT() FROM Account WHERE Id IN :IDS'));`;
    assert.deepEqual(project.run(script), ['Acme1']);
    assert.throws(() => project.run(`Database.query('SELECT Id FROM Account WHERE Id = :nothing');`), /Variable does not exist: nothing/);
  });
});

describe('jobs', () => {
  it('run after the commit of what queued them, as the user who did', () => {
    org.transaction(org.administratorId, (transaction) => {
      engine.executeAnonymous(transaction, `System.enqueueJob(new Jobs()); Jobs.later('after commit');`);
      assert.equal(transaction.query("SELECT COUNT() FROM Account WHERE Name = 'queued'", { mode: 'system', sharing: false }).totalSize, 0);
    });
    assert.deepEqual(project.run(`System.debug([SELECT COUNT() FROM Account WHERE Name IN ('queued', 'after commit')]);`), ['2']);
    org.transaction(org.administratorId, (transaction) => engine.executeAnonymous(transaction, 'delete [SELECT Id FROM Account];'));
  });
});

describe('the test runner', () => {
  it('runs each test on the set-up, in isolation, and tells failures and what did not compile', () => {
    const report = engine.runTests();
    const outcomes = Object.fromEntries(report.tests.map((test) => [test.methodName, `${test.outcome} ${test.message ?? ''}`.trim()]));
    assert.deepEqual(outcomes, {
      never: 'CompileFail Variable does not exist: nothing (line 1)',
      everyKindOfJobRunsAtStopTest: 'Pass',
      leavesNothingBehind: 'Pass',
      searchesFindWhatIsFixed: 'Pass',
      seesTheSetUpAndNoOtherTest: 'Pass',
      fails: 'Fail System.AssertException: Assertion Failed: told: Expected: 1, Actual: 2',
      limitsBeginAnew: 'Pass',
      neither: 'CompileFail Needs the class Broken, which did not compile.',
    });
    assert.deepEqual(report.summary, { passed: 5, failed: 1, skipped: 0, notCompiled: 2 });
    assert.equal(report.tests.find((test) => test.methodName === 'fails')?.stackTrace, 'Class.JobsTest.fails: line 27, column 1');
    assert.deepEqual(project.run('System.debug([SELECT COUNT() FROM Account]);'), ['0']);
  });

  it('measures covered lines of classes and triggers, not of tests', () => {
    const { coverage } = engine.runTests({ tests: ['JobsTest'] });
    const jobs = coverage.classes.find((entry) => entry.name === 'Jobs');
    assert.equal(jobs?.coveredLines, jobs?.totalLines);
    assert.ok(coverage.classes.some((entry) => entry.name === 'AccountTrigger' && entry.coveredLines > 0));
    assert.ok(!coverage.classes.some((entry) => entry.name === 'JobsTest'));
    assert.equal(
      coverage.totalLines,
      coverage.classes.reduce((sum, entry) => sum + entry.totalLines, 0),
    );
  });

  it('runs what is asked for and says so when there is no such test', () => {
    const report = engine.runTests({ tests: ['jobstest.LIMITSBEGINANEW', 'NoTest'] });
    assert.deepEqual(
      report.tests.map((test) => [test.className, test.outcome]),
      [
        ['NoTest', 'CompileFail'],
        ['JobsTest', 'Pass'],
      ],
    );
  });
});

describe('compiled output', () => {
  it('is kept and used again by a fresh engine', () => {
    const source = mkdtempSync(join(tmpdir(), 'apex-source-'));
    const kept = mkdtempSync(join(tmpdir(), 'apex-cache-'));
    writeFileSync(join(source, 'Kept.cls'), "public class Kept { public static String word = 'kept'; }");
    writeFileSync(join(source, 'Kept.cls-meta.xml'), '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"/>');
    const tree = readProject([source]);
    const org = new Org(tree, { edition: 'Developer' });
    const begun = (): ApexEngine => {
      const fresh = new ApexEngine(org, tree, { cacheFolder: kept });
      assert.deepEqual(fresh.compile().diagnostics, []);
      return fresh;
    };
    begun();
    const [file = '', ...others] = readdirSync(kept);
    assert.deepEqual(others, []);
    writeFileSync(join(kept, file), readFileSync(join(kept, file), 'utf8').replaceAll('kept', 'used again'));
    const again = begun();
    const { debugLog } = org.rehearse(org.administratorId, (transaction) =>
      again.executeAnonymous(transaction, 'System.debug(Kept.word);'),
    );
    assert.match(debugLog, /used again/);
    org.close();
    for (const folder of [source, kept]) rmSync(folder, { recursive: true });
  });
});
