import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({});
after(() => project.close());

it('sorts values that a picklist does not have after the others, by their text', () => {
  const lines = project.run(`
    insert new List<Account>{
      new Account(Name = 'Sort', Industry = 'zebra'), new Account(Name = 'Sort', Industry = 'Apple'), new Account(Name = 'Sort', Industry = 'Energy'),
      new Account(Name = 'Sort', Industry = 'bee'), new Account(Name = 'Sort', Industry = 'Banking') };
    List<String> order = new List<String>();
    for (Account account : [SELECT Industry FROM Account WHERE Name = 'Sort' ORDER BY Industry]) order.add(account.Industry);
    System.debug(String.join(order, ' '));
  `);
  assert.deepEqual(lines, ['Banking Energy Apple bee zebra']);
});
