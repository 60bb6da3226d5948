import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from './apex-project.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const text = (object: string): Record<string, string> => ({
  [`objects/${object}/fields/Key__c.field-meta.xml`]: `<CustomField ${XMLNS}><fullName>Key__c</fullName><label>Key</label><length>20</length><type>Text</type></CustomField>`,
});

const project = createApexProject({
  ...text('Lead'),
  ...text('Account'),
  'LeadConvertSettings/LeadConvertSettings.LeadConvertSetting-meta.xml': `<LeadConvertSettings ${XMLNS}><objectMapping><inputObject>Lead</inputObject>
    <mappingFields><inputField>Key__c</inputField><outputField>Key__c</outputField></mappingFields><outputObject>Account</outputObject></objectMapping></LeadConvertSettings>`,
  'Seen.cls': `public class Seen { public static List<String> events = new List<String>(); }`,
  'LeadTrigger.trigger': `trigger LeadTrigger on Lead (after update) {
    for (Lead lead : Trigger.new) { if (lead.IsConverted && !Trigger.oldMap.get(lead.Id).IsConverted) { Seen.events.add('converted'); } }
  }`,
  'Conversion.cls': `public class Conversion {
    public static Database.LeadConvert of(Lead lead) {
      Database.LeadConvert conversion = new Database.LeadConvert();
      conversion.setLeadId(lead.Id);
      conversion.setConvertedStatus([SELECT MasterLabel FROM LeadStatus WHERE IsConverted = TRUE LIMIT 1].MasterLabel);
      return conversion;
    }
    public static Lead make() {
      Lead lead = new Lead(FirstName = 'Ada', LastName = 'Moss', Company = 'Moss Ltd', Email = 'ada@moss.test', City = 'Ulm', Phone = '1', Key__c = 'k');
      insert lead;
      return lead;
    }
  }`,
});
after(() => project.close());

test('the project compiles', () => assert.deepEqual(project.mistakes, []));

test('a lead becomes an account, a contact and a deal', () => {
  const log = project.run(`
    Lead lead = Conversion.make();
    insert new Task(Subject = 'call', WhoId = lead.Id);
    Database.LeadConvertResult result = Database.convertLead(Conversion.of(lead));
    Account account = [SELECT Name, BillingCity, Phone, Key__c FROM Account WHERE Id = :result.getAccountId()];
    Contact contact = [SELECT Name, Email, MailingCity, AccountId FROM Contact WHERE Id = :result.getContactId()];
    Opportunity deal = [SELECT Name, StageName, AccountId, (SELECT ContactId FROM OpportunityContactRoles WHERE IsPrimary = TRUE) FROM Opportunity WHERE Id = :result.getOpportunityId()];
    System.debug(result.isSuccess() + ' ' + account.Name + ' ' + account.BillingCity + ' ' + account.Phone + ' ' + account.Key__c);
    System.debug(contact.Name + ' ' + contact.Email + ' ' + contact.MailingCity + ' ' + (contact.AccountId == account.Id));
    System.debug(deal.Name + ' ' + deal.StageName + ' ' + deal.OpportunityContactRoles.size() + ' ' + (deal.AccountId == account.Id));
    Lead after = [SELECT IsConverted, Status, ConvertedContactId FROM Lead];
    System.debug(after.IsConverted + ' ' + after.Status + ' ' + (after.ConvertedContactId == contact.Id) + ' ' + Seen.events);
    System.debug([SELECT WhoId FROM Task].WhoId == contact.Id);
    try { update new Lead(Id = lead.Id, Company = 'x'); } catch (DmlException problem) { System.debug(problem.getDmlStatusCode(0)); }
    try { Database.convertLead(Conversion.of(lead)); } catch (DmlException problem) { System.debug(problem.getMessage()); }`);
  assert.deepEqual(log, [
    'true Moss Ltd Ulm 1 k',
    'Ada Moss ada@moss.test Ulm true',
    'Moss Ltd Prospecting 1 true',
    'true Closed - Converted true (converted)',
    'true',
    'CANNOT_UPDATE_CONVERTED_LEAD',
    'ConvertLead failed. First exception on row 0; first error: CANNOT_UPDATE_CONVERTED_LEAD, cannot reference converted lead: []',
  ]);
});

test('existing records keep what they have, a deal is left out, a wrong status is refused by row', () => {
  const log = project.run(`
    Account account = new Account(Name = 'Kept', Phone = '9');
    insert account;
    Database.LeadConvert good = Conversion.of(Conversion.make());
    good.setAccountId(account.Id);
    good.setDoNotCreateOpportunity(true);
    Database.LeadConvert bad = Conversion.of(Conversion.make());
    bad.setConvertedStatus('Nonsense');
    List<Database.LeadConvertResult> results = Database.convertLead(new List<Database.LeadConvert>{ bad, good }, false);
    System.debug(results[0].getErrors()[0].getStatusCode() + ' ' + results[1].isSuccess() + ' ' + results[1].getOpportunityId());
    account = [SELECT Name, Phone, BillingCity FROM Account];
    System.debug(account.Name + ' ' + account.Phone + ' ' + account.BillingCity + ' ' + [SELECT COUNT() FROM Opportunity]);`);
  assert.deepEqual(log, ['INVALID_STATUS true null', 'Kept 9 Ulm 0']);
});
