import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'objects/Thing__c/Thing__c.object-meta.xml':
    '<CustomObject><label>Thing</label><pluralLabel>Things</pluralLabel><sharingModel>ReadWrite</sharingModel><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Told__e/Told__e.object-meta.xml':
    '<CustomObject><label>Told</label><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>',
  'objects/Now__e/Now__e.object-meta.xml':
    '<CustomObject><label>Now</label><publishBehavior>PublishImmediately</publishBehavior></CustomObject>',
  'Told.trigger': "trigger Told on Told__e (after insert) { insert new Account(Name = 'after commit'); }",
  'Now.trigger': "trigger Now on Now__e (after insert) { insert new Account(Name = 'at once'); }",
  'SessionTest.cls': `@IsTest
private class SessionTest {
    @IsTest static void has() { System.assert(UserInfo.getSessionId().endsWith('!ApexTestSession')); }
}`,
});
after(() => project.close());

it('calls a record of a custom object that has no name as its id', () => {
  assert.deepEqual(
    project.run(`Thing__c thing = new Thing__c(); insert thing; System.debug([SELECT Name FROM Thing__c].Name == thing.Id);`),
    ['true'],
  );
});

it('counts published events as rows and statements, but those that are published at once apart', () => {
  const lines = project.run(`
    EventBus.publish(new List<Told__e>{ new Told__e(), new Told__e() });
    System.debug(Limits.getDmlStatements() + ' ' + Limits.getDmlRows() + ' ' + Limits.getPublishImmediateDml());
    EventBus.publish(new Now__e());
    System.debug(Limits.getDmlStatements() + ' ' + Limits.getDmlRows() + ' ' + Limits.getPublishImmediateDml());
  `);
  assert.deepEqual(lines, ['1 2 0', '1 2 1']);
});

it('sorts choices by value and label', () => {
  const lines = project.run(`
    List<SelectOption> options = new List<SelectOption>{ new SelectOption('b', 'x'), new SelectOption('a', 'z'), new SelectOption('a', 'y') };
    options.sort();
    System.debug(options[0].getLabel() + options[1].getLabel() + options[2].getLabel());
  `);
  assert.deepEqual(lines, ['yzx']);
});

it('delivers events that are published at once though the transaction is undone', () => {
  const publish = 'EventBus.publish(new Told__e()); EventBus.publish(new Now__e());';
  assert.throws(() =>
    project.org.transaction(project.org.administratorId, (transaction) => {
      project.engine.executeAnonymous(transaction, publish);
      throw new Error('undone');
    }),
  );
  const names = 'for (Account each : [SELECT Name FROM Account ORDER BY Name]) System.debug(each.Name);';
  assert.deepEqual(project.run(names), ['at once']);
  project.org.transaction(project.org.administratorId, (transaction) => project.engine.executeAnonymous(transaction, publish));
  assert.deepEqual(project.run(names), ['after commit', 'at once', 'at once']);
});

it('gives tests a session of their own', () => {
  assert.deepEqual(
    project.engine.runTests({}).tests.map(({ outcome }) => outcome),
    ['Pass'],
  );
});
