import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject(
  {
    'Failing.cls': `public class Failing implements Database.Batchable<SObject>, Database.RaisesPlatformEvents {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator([SELECT Id FROM Account WHERE Name = 'scope']); }
    public void execute(Database.BatchableContext context, List<SObject> scope) { throw new IllegalArgumentException('no'); }
    public void finish(Database.BatchableContext context) {}
}`,
    'Errors.trigger': `trigger Errors on BatchApexErrorEvent (after insert) {
    for (BatchApexErrorEvent event : Trigger.new) {
        insert new Account(Name = event.Phase + ' ' + event.Message, Site = event.AsyncApexJobId, Description = event.ExceptionType + ' ' + event.JobScope);
    }
}`,
  },
  { onJobFailure: () => undefined },
);
after(() => project.close());

it('tells of the scope of a batch that failed, where the batch asks for it', () => {
  assert.deepEqual(project.mistakes, []);
  project.org.transaction(project.org.administratorId, (transaction) =>
    project.engine.executeAnonymous(transaction, `insert new Account(Name = 'scope'); Database.executeBatch(new Failing());`),
  );
  const lines = project.run(`
    Account told = [SELECT Site, Description FROM Account WHERE Name = 'EXECUTE no'];
    System.debug(told.Description == 'System.IllegalArgumentException ' + [SELECT Id FROM Account WHERE Name = 'scope'].Id);
    System.debug([SELECT COUNT() FROM AsyncApexJob WHERE Id = :told.Site]);
  `);
  assert.deepEqual(lines, ['true', '1']);
});
