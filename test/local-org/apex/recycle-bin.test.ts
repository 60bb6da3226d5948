import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({});
after(() => project.close());

describe('Database.emptyRecycleBin', () => {
  it('takes deleted records out of the bin, with what was deleted with them: they can be seen, but nothing brings them back', () => {
    const lines = project.run(`
      Account parent = new Account(Name = 'Gone');
      insert parent;
      insert new Case(Subject = 'stays', AccountId = parent.Id);
      insert new Opportunity(Name = 'goes along', AccountId = parent.Id, StageName = 'Prospecting', CloseDate = Date.today());
      delete parent;
      System.debug([SELECT COUNT() FROM Opportunity WHERE Name = 'goes along' ALL ROWS]);
      System.debug(Database.emptyRecycleBin(new List<Account>{ parent })[0].isSuccess());
      System.debug([SELECT COUNT() FROM Account WHERE Name = 'Gone' ALL ROWS]);
      System.debug([SELECT COUNT() FROM Opportunity WHERE Name = 'goes along' ALL ROWS]);
      System.debug(Database.undelete(parent, false).isSuccess());
      System.debug(Limits.getDmlStatements());
      System.debug(Database.emptyRecycleBin(parent).isSuccess());
    `);
    assert.deepEqual(lines, ['1', 'true', '1', '1', 'false', '6', 'false']);
  });

  it('reports a record that is not in the bin', () => {
    const lines = project.run(`
      Account here = new Account(Name = 'Here');
      insert here;
      Database.EmptyRecycleBinResult result = Database.emptyRecycleBin(here);
      System.debug(result.isSuccess() + ' ' + result.getErrors()[0].getStatusCode());
      System.debug([SELECT COUNT() FROM Account WHERE Name = 'Here']);
    `);
    assert.deepEqual(lines, ['false INVALID_ID_FIELD', '1']);
  });
});
