import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaHas } from '../../../scripts/local-org/web/schema-references.ts';
import { openWorkshop } from '../data/workshop.ts';

test('a reference holds when every step of it exists', () => {
  const { schema } = openWorkshop();
  for (const reference of ['Account', 'Job__c.Hours__c', 'Job__c.Account__r.Name', 'job__c.account__r.owner.name']) {
    assert.equal(schemaHas(schema, reference), true, reference);
  }
  for (const reference of ['Nothing__c', 'Job__c.Nothing__c', 'Job__c.Nothing__r.Name', 'Job__c.Account__r.Nothing__c']) {
    assert.equal(schemaHas(schema, reference), false, reference);
  }
});
