import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

describe('rows of an aggregate query', () => {
  it('are AggregateResults even when there are none, their names as the query writes them', () => {
    const project = createApexProject({});
    const script = `List<AggregateResult> none = (List<AggregateResult>) (List<SObject>) Database.query('SELECT COUNT(Id) howMany FROM Account GROUP BY Name');
      System.debug(none.size());
      insert new Account(Name = 'A');
      AggregateResult row = [SELECT Name accountName, COUNT(Id) howMany FROM Account GROUP BY Name];
      System.debug(row.getPopulatedFieldsAsMap().keySet());
      System.debug(row.get('HOWMANY'));
      System.debug(row);
      try { row.get('other'); } catch (SObjectException e) { System.debug(e.getMessage()); }
      Database.SaveResult failed = Database.update(new Account(Id = '001000000000001AAA'), false);
      System.debug(failed.getId());
      upsert new Account(Name = 'A', Industry = 'Energy') Name;
      System.debug([SELECT Industry FROM Account].Industry);`;
    assert.deepEqual(project.run(script), [
      '0',
      '{accountName, howMany}',
      '1',
      'AggregateResult:{accountName=A, howMany=1}',
      'Invalid field other for AggregateResult',
      'null',
      'Energy',
    ]);
    project.close();
  });
});
