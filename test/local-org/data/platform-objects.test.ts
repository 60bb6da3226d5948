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

describe('what the documentation says of standard objects', () => {
  const sold = createApexProject({
    'Sold.cls': `public class Sold {
      public static String error(SObject record) {
        Database.SaveResult result = Database.insert(record, false);
        return result.isSuccess() ? 'saved' : result.getErrors()[0].getStatusCode() + ' ' + result.getErrors()[0].getFields();
      }
      public static void names() { List<SObjectType> types = new List<SObjectType>{ Order.SObjectType, Asset.SObjectType, FeedItem.SObjectType, Attachment.SObjectType, CampaignMember.SObjectType, Note.SObjectType }; }
    }`,
  });
  after(() => sold.close());

  it('required fields, lengths, picklists, defaults', () => {
    const script = `System.debug(Sold.error(new Order(Name = 'x')));
      System.debug(Sold.error(new Asset()));
      System.debug(Sold.error(new Asset(Name = 'x'.repeat(256))));
      Campaign campaign = new Campaign(Name = 'c'); insert campaign;
      CampaignMember member = new CampaignMember(CampaignId = campaign.Id); insert member;
      System.debug([SELECT Status FROM CampaignMember].Status);
      System.debug(Asset.Status.getDescribe().getPicklistValues().size());`;
    assert.deepEqual(sold.run(script), [
      'REQUIRED_FIELD_MISSING (EffectiveDate, Status)',
      'REQUIRED_FIELD_MISSING (Name)',
      'STRING_TOO_LONG (Name)',
      'Sent',
      '5',
    ]);
  });

  it('what goes with its parent', () => {
    const script = `Account account = new Account(Name = 'a'); insert account;
      insert new Note(ParentId = account.Id, Title = 't');
      insert new Attachment(ParentId = account.Id, Name = 'n', Body = Blob.valueOf('b'));
      delete account;
      System.debug([SELECT COUNT() FROM Note] + [SELECT COUNT() FROM Attachment]);
      undelete account;
      System.debug([SELECT COUNT() FROM Note] + [SELECT COUNT() FROM Attachment]);`;
    assert.deepEqual(sold.run(script), ['0', '2']);
  });

  it('an event ends after its duration, or lasts until its end; activities know their account', () => {
    const script = `Account account = new Account(Name = 'a'); insert account;
      Contact contact = new Contact(LastName = 'c', AccountId = account.Id); insert contact;
      Datetime start = Datetime.newInstanceGmt(2026, 3, 4, 10, 0, 0);
      Event lasting = new Event(Subject = 'l', ActivityDateTime = start, DurationInMinutes = 30, WhoId = contact.Id);
      Event ending = new Event(Subject = 'e', StartDateTime = start, EndDateTime = start.addHours(2));
      Event day = new Event(Subject = 'd', IsAllDayEvent = true, ActivityDate = Date.newInstance(2026, 3, 4));
      insert new List<Event>{ lasting, ending, day };
      for (Event each : [SELECT StartDateTime, EndDateTime, DurationInMinutes, ActivityDate, AccountId FROM Event ORDER BY Subject DESC]) {
        System.debug(each.StartDateTime.formatGmt('HH:mm') + ' ' + each.EndDateTime.formatGmt('HH:mm') + ' ' + each.DurationInMinutes + ' ' + (each.AccountId == account.Id));
      }
      update new Event(Id = lasting.Id, StartDateTime = start.addHours(1));
      System.debug([SELECT EndDateTime FROM Event WHERE Id = :lasting.Id].EndDateTime.formatGmt('HH:mm'));
      update new Event(Id = lasting.Id, DurationInMinutes = 45);
      System.debug([SELECT EndDateTime FROM Event WHERE Id = :lasting.Id].EndDateTime.formatGmt('HH:mm'));
      System.debug(Sold.error(new Event(Subject = 'x')));`;
    assert.deepEqual(sold.run(script), [
      '10:00 10:30 30 true',
      '10:00 12:00 120 false',
      '00:00 00:00 1440 false',
      '11:30',
      '11:45',
      'REQUIRED_FIELD_MISSING (DurationInMinutes, ActivityDateTime)',
    ]);
  });
});
