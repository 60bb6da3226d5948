import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'objects/Product2/fieldSets/Short.fieldSet-meta.xml': `<FieldSet>
    <fullName>Short</fullName><label>Short</label><displayedFields><field>Name</field><isRequired>true</isRequired></displayedFields>
  </FieldSet>`,
  'objects/Product2/fields/Session__c.field-meta.xml': `<CustomField>
    <fullName>Session__c</fullName><label>Session</label><type>Text</type><formula>GETSESSIONID()</formula>
  </CustomField>`,
});
after(() => project.close());

it('names a field set in the source; its members are the same whenever they are asked for', () => {
  const lines = project.run(`
    Schema.FieldSet named = SObjectType.Product2.FieldSets.Short;
    System.debug(named.getLabel());
    Set<Schema.FieldSetMember> members = new Set<Schema.FieldSetMember>(named.getFields());
    System.debug(members == new Set<Schema.FieldSetMember>(Schema.SObjectType.Product2.fieldSets.getMap().get('short').getFields()));
    System.debug(JSON.serialize(members).contains('"fieldPath":"Name"'));
  `);
  assert.deepEqual(lines, ['Short', 'true', 'true']);
});

it('has formulas that ask for the session, blank where there is none', () => {
  const lines = project.run(
    `insert new Product2(Name = 'x'); System.debug([SELECT Session__c FROM Product2 WHERE Name = 'x'].Session__c);`,
  );
  assert.deepEqual(lines, ['null']);
});
