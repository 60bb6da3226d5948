import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'email/Sales/Welcome.email-meta.xml':
    '<EmailTemplate xmlns="http://soap.sforce.com/2006/04/metadata"><available>true</available><name>Welcome</name><subject>Hello {!Contact.FirstName}</subject><type>html</type><textOnly>Dear {!Contact.Name}</textOnly></EmailTemplate>',
  'email/Sales/Welcome.email': '<p>{!Contact.FirstName} of {!Contact.Account.Name}: {!Opportunity.Name}{!Opportunity.Nothing__c}</p>',
});
after(() => project.close());

test('a mail takes the words of its template, merged with its records', () => {
  const log = project.run(`
    Account account = new Account(Name = 'Moss Ltd'); insert account;
    Contact contact = new Contact(FirstName = 'Ada', LastName = 'Moss', Email = 'ada@moss.test', AccountId = account.Id); insert contact;
    Opportunity deal = new Opportunity(Name = 'Big', StageName = 'Prospecting', CloseDate = Date.today()); insert deal;
    Id template = [SELECT Id FROM EmailTemplate WHERE DeveloperName = 'Welcome'].Id;
    Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
    mail.setTemplateId(template);
    mail.setTargetObjectId(contact.Id);
    mail.setWhatId(deal.Id);
    Messaging.sendEmail(new List<Messaging.Email>{ mail });
    OutboxMail sent = [SELECT Subject, HtmlBody, TextBody, ToAddresses FROM OutboxMail];
    System.debug(sent.Subject + '|' + sent.HtmlBody + '|' + sent.TextBody + '|' + sent.ToAddresses);
    System.debug(Messaging.renderStoredEmailTemplate(template, contact.Id, null).getSubject());
    System.debug(Messaging.renderEmailTemplate(contact.Id, deal.Id, new List<String>{ '{!Opportunity.Name}?' })[0].getMergedBody());
    mail.setTargetObjectId(null);
    mail.setToAddresses(new List<String>{ 'a@b.test' });
    try { Messaging.sendEmail(new List<Messaging.Email>{ mail }); } catch (EmailException problem) { System.debug(problem.getMessage()); }`);
  assert.deepEqual(log, [
    'Hello Ada|<p>Ada of Moss Ltd: Big</p>|Dear Ada Moss|ada@moss.test',
    'Hello Ada',
    'Big?',
    'SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Missing targetObjectId with template: []',
  ]);
});
