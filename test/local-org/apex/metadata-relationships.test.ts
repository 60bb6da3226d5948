import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const lookup = (name: string, target: string, more = ''): string =>
  `<CustomField><fullName>${name}</fullName><label>${name}</label><type>MetadataRelationship</type><referenceTo>${target}</referenceTo><relationshipName>R${name.replace('__c', '')}</relationshipName>${more}</CustomField>`;
const record = (label: string, values: Readonly<Record<string, string>>): string =>
  `<CustomMetadata><label>${label}</label>${Object.entries(values)
    .map(([field, value]) => `<values><field>${field}</field><value>${value}</value></values>`)
    .join('')}</CustomMetadata>`;

const project = createApexProject({
  'objects/Plan__mdt/Plan__mdt.object-meta.xml': '<CustomObject><label>Plan</label></CustomObject>',
  'objects/Step__mdt/Step__mdt.object-meta.xml': '<CustomObject><label>Step</label></CustomObject>',
  'objects/Step__mdt/fields/Plan__c.field-meta.xml': lookup('Plan__c', 'Plan__mdt'),
  'objects/Step__mdt/fields/Object__c.field-meta.xml': lookup('Object__c', 'EntityDefinition'),
  'objects/Step__mdt/fields/Field__c.field-meta.xml': lookup(
    'Field__c',
    'EntityParticle',
    '<metadataRelationshipControllingField>Step__mdt.Object__c</metadataRelationshipControllingField>',
  ),
  'customMetadata/Step.First.md-meta.xml': record('First', { Plan__c: 'Usual', Object__c: 'Lead', Field__c: 'status' }),
  'customMetadata/Plan.Usual.md-meta.xml': record('The usual', {}),
});

after(() => project.close());

describe('metadata relationships', () => {
  it('lead to records of another type, objects and fields', () => {
    const script = `Step__mdt step = [SELECT Plan__c, Plan__r.MasterLabel, Object__c, Field__r.QualifiedApiName FROM Step__mdt];
      System.debug(step.Plan__r.MasterLabel + ' ' + step.Object__c + ' ' + step.Field__r.QualifiedApiName);
      System.debug(step.Plan__c == [SELECT Id FROM Plan__mdt].Id);`;
    assert.deepEqual(project.run(script), ['The usual Lead Status', 'true']);
  });

  it('are read from JSON by the names of objects', () => {
    const script = `Step__mdt step = (Step__mdt) JSON.deserialize('{"Object__c":"Account"}', Step__mdt.class); System.debug(step.Object__c);`;
    assert.deepEqual(project.run(script), ['Account']);
  });
});
