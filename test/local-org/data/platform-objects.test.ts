import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from '../apex/apex-project.ts';

const project = createApexProject({
  'Members.cls': `public class Members {
    // An Asset, a Solution: words of a comment name no object.
    public static CampaignMember add(Campaign campaign, Contact contact) {
        CampaignMember member = new CampaignMember(CampaignId = campaign.Id, ContactId = contact.Id, Status = 'Sent');
        insert member;
        return member;
    }
    public static List<Attachment> notes(Id parentId) { return Database.query('SELECT Name FROM Attachment WHERE ParentId = :parentId'); }
    public static List<FlowDefinitionView> flows() { return [SELECT ApiName FROM FlowDefinitionView WHERE TriggerObjectOrEvent.QualifiedApiName = 'Account']; }
    public static Integer countOf(Id campaignId) { return [SELECT (SELECT Id FROM CampaignMembers) FROM Campaign WHERE Id = :campaignId].CampaignMembers.size(); }
}`,
});

after(() => project.close());

describe('standard objects that the source names', () => {
  it('compile, are written and queried, with their relationships', () => {
    assert.deepEqual(project.mistakes, []);
    const script = `Campaign campaign = new Campaign(Name = 'Spring'); insert campaign;
      Contact contact = new Contact(LastName = 'Moss'); insert contact;
      Members.add(campaign, contact);
      System.debug(Members.countOf(campaign.Id));
      System.debug([SELECT Contact.LastName FROM CampaignMember].Contact.LastName);
      System.debug(String.valueOf([SELECT Id FROM CampaignMember].Id).left(3));
      insert new Attachment(ParentId = campaign.Id, Name = 'a.txt', Body = Blob.valueOf('x'));
      System.debug(Members.notes(campaign.Id).size() + Members.flows().size());`;
    assert.deepEqual(project.run(script), ['1', 'Moss', '00v', '1']);
  });

  it('are only those that it names in code', () => {
    assert.equal(project.org.schema.object('Attachment')?.keyPrefix, '00P');
    assert.equal(project.org.schema.object('Asset'), undefined);
    assert.equal(project.org.schema.object('CampaignMember')?.fields.has('currencyisocode'), false);
  });
});

describe('custom fields of Activity', () => {
  it('are fields of tasks and of events', () => {
    const project = createApexProject({
      'objects/Activity/fields/Mood__c.field-meta.xml':
        '<CustomField><fullName>Mood__c</fullName><label>Mood</label><length>20</length><type>Text</type></CustomField>',
    });
    const script = `insert new Task(Subject = 'Call', Mood__c = 'good');
      insert new Event(Subject = 'Visit', DurationInMinutes = 10, ActivityDateTime = Datetime.now(), Mood__c = 'better');
      System.debug([SELECT Mood__c FROM Task].Mood__c + ' ' + [SELECT Mood__c FROM Event].Mood__c);`;
    assert.deepEqual(project.run(script), ['good better']);
    project.close();
  });
});
