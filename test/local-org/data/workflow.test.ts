import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from '../apex/apex-project.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const rule = (name: string, when: string, criteria: string, ...actions: readonly (readonly [kind: string, name: string])[]): string =>
  `<rules><fullName>${name}</fullName>${actions.map(([kind, action]) => `<actions><name>${action}</name><type>${kind}</type></actions>`).join('')}
  <active>true</active>${criteria}<triggerType>${when}</triggerType></rules>`;
const criterion = (field: string, operation: string, value: string): string =>
  `<criteriaItems><field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
const update = (name: string, field: string, operation: string, value: string, more = ''): string =>
  `<fieldUpdates><fullName>${name}</fullName><field>${field}</field>${value}<name>${name}</name><operation>${operation}</operation>${more}</fieldUpdates>`;

const project = createApexProject({
  'workflows/Account.workflow-meta.xml': `<Workflow ${XMLNS}>
    <alerts><fullName>Tell</fullName><description>Tell</description>
      <recipients><type>owner</type></recipients><ccEmails>desk@shop.test</ccEmails><template>unfiled$public/Hot</template></alerts>
    ${update('Mark_Hot', 'Rating', 'Literal', '<literalValue>Hot</literalValue>', '<reevaluateOnChange>true</reevaluateOnChange>')}
    ${update('Note', 'Description', 'Formula', `<formula>'Size ' &amp; TEXT(NumberOfEmployees)</formula>`)}
    ${update('Count', 'NumberOfEmployees', 'Formula', '<formula>NumberOfEmployees + 1</formula>')}
    ${update('Blank', 'Site', 'Null', '')}
    ${rule('Big', 'onCreateOrTriggeringUpdate', criterion('Account.NumberOfEmployees', 'greaterOrEqual', '1,000'.replace(',', '')), ['FieldUpdate', 'Mark_Hot'])}
    ${rule('Hot', 'onAllChanges', criterion('Account.Rating', 'equals', 'Hot'), ['Alert', 'Tell'], ['Task', 'Call'], ['FieldUpdate', 'Note'])}
    ${rule('Counted', 'onAllChanges', `<formula>AND(Site = 'count', NOT(ISNEW()))</formula>`, ['FieldUpdate', 'Count'])}
    ${rule('Moved', 'onCreateOnly', criterion('Account.Site', 'startsWith', 'away'), ['FieldUpdate', 'Blank'])}
    <tasks><fullName>Call</fullName><assignedToType>owner</assignedToType><dueDateOffset>3</dueDateOffset>
      <priority>High</priority><status>Not Started</status><subject>Call them</subject></tasks>
  </Workflow>`,
  'workflows/Contact.workflow-meta.xml': `<Workflow ${XMLNS}>
    ${update('Parent_Site', 'Site', 'Formula', '<formula>LastName</formula>', '<targetObject>AccountId</targetObject>')}
    ${rule('Rename', 'onCreateOnly', criterion('Account.Type', 'equals', 'Prospect,"Other"'), ['FieldUpdate', 'Parent_Site'])}
  </Workflow>`,
  'email/unfiled$public/Hot.email-meta.xml': `<EmailTemplate ${XMLNS}><subject>{!Account.Name} is hot</subject><type>text</type></EmailTemplate>`,
  'email/unfiled$public/Hot.email': 'Rated {!Account.Rating}, owner {!Account.Owner.Email}.',
  'objects/Account/validationRules/Site_Not_Counted.validationRule-meta.xml': `<ValidationRule ${XMLNS}><fullName>Site_Not_Counted</fullName>
    <active>true</active><errorConditionFormula>NumberOfEmployees = 12</errorConditionFormula><errorMessage>Never twelve.</errorMessage></ValidationRule>`,
  'Seen.cls': `public class Seen { public static List<String> events = new List<String>(); }`,
  'AccountTrigger.trigger': `trigger AccountTrigger on Account (before insert, after insert, before update, after update) {
    Account now = Trigger.new[0];
    String old = Trigger.isUpdate ? String.valueOf(Trigger.old[0].NumberOfEmployees) : 'none';
    Seen.events.add(Trigger.operationType.name() + ' ' + now.NumberOfEmployees + ' was ' + old);
  }`,
});
after(() => project.close());

test('the project compiles', () => assert.deepEqual(project.mistakes, []));

test('a field update saves again with the update triggers; rules asked again see it; alerts and tasks follow', () => {
  const log = project.run(`
    Account account = new Account(Name = 'Big', NumberOfEmployees = 2000);
    insert account;
    System.debug([SELECT Rating, Description FROM Account WHERE Id = :account.Id]);
    System.debug(Seen.events);
    Task task = [SELECT Subject, Priority, ActivityDate FROM Task WHERE WhatId = :account.Id];
    System.debug(task.Subject + ' ' + task.Priority + ' ' + System.today().daysBetween(task.ActivityDate));
    for (OutboxMail mail : [SELECT Subject, TextBody, ToAddresses FROM OutboxMail]) {
      System.debug(mail.Subject + '|' + mail.TextBody + '|' + mail.ToAddresses.contains('desk@shop.test'));
    }
    System.debug(Limits.getDmlStatements());`);
  assert.match(log[0] ?? '', /Rating=Hot.*Description=Size 2000|Description=Size 2000.*Rating=Hot/);
  assert.equal(
    log[1],
    '(BEFORE_INSERT 2000 was none, AFTER_INSERT 2000 was none, BEFORE_UPDATE 2000 was 2000, AFTER_UPDATE 2000 was 2000, ' +
      'BEFORE_UPDATE 2000 was 2000, AFTER_UPDATE 2000 was 2000)',
  );
  assert.equal(log[2], 'Call them High 3');
  assert.match(log[3] ?? '', /^Big is hot\|Rated Hot, owner \S+@\S+\.\|true$/);
  assert.equal(log[4], '1');
});

test('Trigger.old of the second save is the record before the call; validation rules are not asked again', () => {
  const log = project.run(`
    Account account = new Account(Name = 'Small', NumberOfEmployees = 10, Site = 'count');
    insert account;
    Seen.events.clear();
    update new Account(Id = account.Id, NumberOfEmployees = 11);
    System.debug(Seen.events);
    System.debug([SELECT NumberOfEmployees FROM Account WHERE Id = :account.Id].NumberOfEmployees);`);
  assert.deepEqual(log, ['(BEFORE_UPDATE 11 was 10, AFTER_UPDATE 11 was 10, BEFORE_UPDATE 12 was 10, AFTER_UPDATE 12 was 10)', '12']);
});

test('a rule for changes fires when the criteria come to be met, one for new records once; parents are written too', () => {
  const log = project.run(`
    Account account = new Account(Name = 'Small', NumberOfEmployees = 10, Site = 'away team', Type = 'Other');
    insert account;
    System.debug([SELECT Site FROM Account].Site);
    update new Account(Id = account.Id, NumberOfEmployees = 1500);
    update new Account(Id = account.Id, Rating = 'Cold');
    System.debug([SELECT Rating FROM Account].Rating);
    insert new Contact(LastName = 'Lane', AccountId = account.Id);
    System.debug([SELECT Site FROM Account].Site);`);
  assert.deepEqual(log, ['null', 'Cold', 'Lane']);
});
