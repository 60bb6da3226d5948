import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from '../apex/apex-project.ts';

const text = (name: string, formula: string): string =>
  `<CustomField><fullName>${name}</fullName><label>${name}</label><formula>${formula}</formula><type>Text</type></CustomField>`;

const project = createApexProject({
  'objects/Job__c/Job__c.object-meta.xml':
    '<CustomObject><label>Job</label><pluralLabel>Jobs</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel></CustomObject>',
  'objects/Job__c/fields/Person__c.field-meta.xml': text('Person__c', 'Owner:User.LastName'),
  'objects/Job__c/fields/Line__c.field-meta.xml': text('Line__c', 'Owner:Queue.QueueName'),
  'queues/Desk.queue-meta.xml': '<Queue><name>The Desk</name><queueSobject><sobjectType>Job__c</sobjectType></queueSobject></Queue>',
});
after(() => project.close());

test('a formula says which kind of owner it means', () => {
  const script = `Id desk = [SELECT Id FROM Group WHERE DeveloperName = 'Desk'].Id;
    insert new List<Job__c>{ new Job__c(Name = 'mine'), new Job__c(Name = 'theirs', OwnerId = desk) };
    for (Job__c job : [SELECT Person__c, Line__c FROM Job__c ORDER BY Name]) System.debug(job.Person__c != null ? 'a person' : job.Line__c);`;
  assert.deepEqual(project.run(script), ['a person', 'The Desk']);
});
