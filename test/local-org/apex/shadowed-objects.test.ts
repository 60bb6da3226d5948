import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Account.cls': `public class Account { public String word = 'a class'; }`,
  'CalloutException.cls': 'public class CalloutException extends Exception {}',
});
after(() => project.close());

it('knows the records of an object whose name a class has taken', () => {
  const lines = project.run(`
    System.debug(new Account().word);
    List<SObject> records = new List<Schema.Account>{ new Schema.Account(Name = 'x') };
    System.debug(records.getSObjectType());
    System.debug(records.clone().getSObjectType());
    System.debug(((List<Schema.Account>) JSON.deserialize(JSON.serialize(records), List<Schema.Account>.class))[0].Name);
  `);
  assert.deepEqual(lines, ['a class', 'Account', 'Account', 'x']);
});

it('tells a class of the library from one of the same name by its type', () => {
  const lines = project.run(`
    Exception theirs = new System.CalloutException('x');
    System.Assert.isInstanceOfType(theirs, System.CalloutException.class);
    System.Assert.isNotInstanceOfType(theirs, CalloutException.class);
    System.Assert.isInstanceOfType(new CalloutException('x'), CalloutException.class);
    System.debug(System.CalloutException.class.getName());
  `);
  assert.deepEqual(lines, ['System.CalloutException']);
});
