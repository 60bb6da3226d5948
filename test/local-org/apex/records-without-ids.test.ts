import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({});
after(() => project.close());

it('puts records without an id into a map that is there already, but makes no map of them', () => {
  assert.deepEqual(
    project.run(`
    Map<Id, SObject> records = new Map<Id, SObject>();
    records.putAll(new List<SObject>{ new Contact(), new Contact() });
    System.debug(records.keySet());`),
    ['{null}'],
  );
  assert.throws(
    () => project.run('Map<Id, Contact> records = new Map<Id, Contact>(new List<Contact>{ new Contact() });'),
    /Row with null Id at index: 0/,
  );
});

it('knows the object Name, whose records polymorphic lookups name', () => {
  assert.deepEqual(project.run(`System.debug('' + Name.SObjectType + Account.Name);`), ['NameName']);
});
