import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const FIELD = (name: string, inside: string): string =>
  `<CustomField><fullName>${name}</fullName><label>${name}</label>${inside}</CustomField>`;

const project = createApexProject({
  'objects/Rules__c/Rules__c.object-meta.xml':
    '<CustomObject><label>Rules</label><customSettingsType>Hierarchy</customSettingsType></CustomObject>',
  'objects/Rules__c/fields/On__c.field-meta.xml': FIELD('On__c', '<type>Checkbox</type><defaultValue>true</defaultValue>'),
  'objects/Rules__c/fields/Word__c.field-meta.xml': FIELD('Word__c', '<type>Text</type><length>20</length>'),
});
after(() => project.close());

describe('getInstance of a hierarchy setting', () => {
  it('is a new record for the user, with default values, where nobody has one', () => {
    const lines = project.run(`
      Rules__c mine = Rules__c.getInstance();
      System.debug(mine.Id + ' ' + mine.On__c + ' ' + (mine.SetupOwnerId == UserInfo.getUserId()));
      mine.On__c = false;
      insert mine;
      System.debug(Rules__c.getInstance().On__c + ' ' + (Rules__c.getInstance().Id == mine.Id));
    `);
    assert.deepEqual(lines, ['null true true', 'false true']);
  });

  it("is a new record for the user with the organization's values, which an insert without owner sets", () => {
    const lines = project.run(`
      Rules__c all = new Rules__c(Word__c = 'all');
      insert all;
      System.debug(Rules__c.getOrgDefaults().Id == all.Id);
      Rules__c mine = Rules__c.getInstance();
      System.debug(mine.Id + ' ' + mine.Word__c + ' ' + (mine.SetupOwnerId == UserInfo.getUserId()));
      mine.Word__c = 'mine';
      upsert mine;
      System.debug(Rules__c.getInstance().Word__c + ' ' + Rules__c.getOrgDefaults().Word__c);
    `);
    assert.deepEqual(lines, ['true', 'null all true', 'mine all']);
  });
});
