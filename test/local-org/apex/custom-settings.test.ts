import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'objects/Policy__c/Policy__c.object-meta.xml':
    '<CustomObject><label>Policy</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility></CustomObject>',
  'objects/Policy__c/fields/Limit__c.field-meta.xml':
    '<CustomField><fullName>Limit__c</fullName><label>Limit</label><type>Number</type><precision>4</precision><scale>0</scale></CustomField>',
});
after(() => project.close());

it('gives a setting that does not say whose it is to the organization', () => {
  assert.deepEqual(project.mistakes, []);
  assert.deepEqual(
    project.run(`
    insert new Policy__c(Limit__c = 5);
    System.debug(Policy__c.getOrgDefaults().Limit__c);
    System.debug(Policy__c.getInstance().Limit__c);
    System.debug([SELECT SetupOwnerId FROM Policy__c].SetupOwnerId == UserInfo.getOrganizationId());`),
    ['5', '5', 'true'],
  );
});
