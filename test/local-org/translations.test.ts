import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { uiApiRoutes } from '../../scripts/local-org/api/ui-api/routes.ts';
import { changeLanguage } from '../../scripts/local-org/web/user-language.ts';
import { readApplication } from '../../scripts/local-org/web/page/application-model.ts';
import { createApexProject } from './apex/apex-project.ts';
import { insertOne } from './data/workshop.ts';

const FILES = {
  'labels/CustomLabels.labels-meta.xml': `<CustomLabels>
    <labels><fullName>Greeting</fullName><language>en_US</language><value>Good morning</value></labels>
    <labels><fullName>Parting</fullName><language>en_US</language><value>Good bye</value></labels>
  </CustomLabels>`,
  'translations/de.translation-meta.xml': `<Translations>
    <customLabels><label>Guten Morgen</label><name>Greeting</name></customLabels>
    <customApplications><label>Werkstatt</label><name>Shop</name></customApplications>
    <customTabs><label>Übersicht</label><name>Overview</name></customTabs>
  </Translations>`,
  'objects/Job__c/Job__c.object-meta.xml': `<CustomObject><label>Job</label><pluralLabel>Jobs</pluralLabel>
    <nameField><label>Job Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel></CustomObject>`,
  'objects/Job__c/fields/Status__c.field-meta.xml': `<CustomField><fullName>Status__c</fullName><label>Status</label><type>Picklist</type>
    <inlineHelpText>Where it stands</inlineHelpText><valueSet><restricted>true</restricted><valueSetDefinition>
      <value><fullName>New</fullName><label>Brand New</label></value><value><fullName>Done</fullName><label>Done</label></value>
    </valueSetDefinition></valueSet></CustomField>`,
  'objects/Job__c/fields/Trade__c.field-meta.xml': `<CustomField><fullName>Trade__c</fullName><label>Trade</label><type>Picklist</type>
    <valueSet><valueSetName>Trades</valueSetName></valueSet></CustomField>`,
  'objects/Job__c/fields/Code__c.field-meta.xml':
    '<CustomField><fullName>Code__c</fullName><label>Code</label><type>Text</type><length>3</length></CustomField>',
  'objects/Job__c/validationRules/Code_Needed.validationRule-meta.xml': `<ValidationRule><fullName>Code_Needed</fullName><active>true</active>
    <errorConditionFormula>ISBLANK(Code__c)</errorConditionFormula><errorMessage>Enter a code.</errorMessage></ValidationRule>`,
  'globalValueSets/Trades.globalValueSet-meta.xml': `<GlobalValueSet><masterLabel>Trades</masterLabel>
    <customValue><fullName>Roof</fullName><label>Roofing</label></customValue></GlobalValueSet>`,
  'globalValueSetTranslations/Trades-de.globalValueSetTranslation-meta.xml': `<GlobalValueSetTranslation>
    <valueTranslation><masterLabel>Roofing</masterLabel><translation>Dachdecker</translation></valueTranslation></GlobalValueSetTranslation>`,
  'objectTranslations/Job__c-de/Job__c-de.objectTranslation-meta.xml': `<CustomObjectTranslation>
    <caseValues><caseType>Accusative</caseType><plural>false</plural><value>den Auftrag</value></caseValues>
    <caseValues><caseType>Nominative</caseType><plural>false</plural><value>Auftrag</value></caseValues>
    <caseValues><caseType>Nominative</caseType><plural>true</plural><value>Aufträge</value></caseValues>
    <layouts><layout>Job Layout</layout><sections><label>Angaben</label><section>Information</section></sections></layouts>
    <nameFieldLabel>Name des Auftrags</nameFieldLabel>
    <validationRules><errorMessage>Geben Sie einen Code ein.</errorMessage><name>Code_Needed</name></validationRules>
  </CustomObjectTranslation>`,
  'objectTranslations/Job__c-de/Status__c.fieldTranslation-meta.xml': `<CustomFieldTranslation><help>Wie es steht</help><label>Stand</label>
    <name>Status__c</name><picklistValues><masterLabel>Brand New</masterLabel><translation>Neu</translation></picklistValues></CustomFieldTranslation>`,
  'objectTranslations/Job__c-de/Code__c.fieldTranslation-meta.xml':
    '<CustomFieldTranslation><label>Kürzel</label><name>Code__c</name></CustomFieldTranslation>',
  'layouts/Job__c-Job Layout.layout-meta.xml': `<Layout><layoutSections><label>Information</label><detailHeading>true</detailHeading><layoutColumns>
    <layoutItems><behavior>Edit</behavior><field>Status__c</field></layoutItems></layoutColumns></layoutSections></Layout>`,
  'applications/Shop.app-meta.xml': `<CustomApplication><label>Shop</label><uiType>Lightning</uiType><tabs>Overview</tabs></CustomApplication>`,
  'tabs/Overview.tab-meta.xml':
    '<CustomTab><label>Overview</label><flexiPage>Overview</flexiPage><motif>Custom1: Heart</motif></CustomTab>',
  'flexipages/Overview.flexipage-meta.xml':
    '<FlexiPage><masterLabel>Overview</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template></FlexiPage>',
};

const project = createApexProject(FILES);
const { org } = project;
const userId = org.administratorId;
let server: FastifyInstance;

before(async () => {
  server = Fastify();
  await server.register(uiApiRoutes, { prefix: '/ui-api', org, tree: org.tree, userOf: () => userId });
});

after(async () => {
  await server.close();
  project.close();
});

const speak = (language: string): void => org.transaction(userId, (transaction) => changeLanguage(transaction, language));

const WORDS = `
  insert new Job__c(Name = 'one', Code__c = 'a', Status__c = 'New', Trade__c = 'Roof');
  Schema.DescribeSObjectResult job = Job__c.SObjectType.getDescribe();
  Schema.DescribeFieldResult status = Job__c.Status__c.getDescribe();
  List<String> words = new List<String>{
    Label.Greeting, System.Label.Parting, job.getLabel(), job.getLabelPlural(), Job__c.Name.getDescribe().getLabel(),
    status.getLabel(), status.getInlineHelpText(), status.getPicklistValues()[0].getLabel(), status.getPicklistValues()[1].getLabel(),
    [SELECT toLabel(Trade__c) FROM Job__c].Trade__c, UserInfo.getLanguage()
  };
  for (String code : new List<String>{ '', 'long' }) {
    try {
      insert new Job__c(Code__c = code);
    } catch (DmlException e) {
      words.add(e.getDmlMessage(0));
    }
  }
  System.debug(String.join(words, '|'));`;

test('Apex reads labels, descriptions and messages in the language of the running user', () => {
  speak('de');
  assert.deepEqual(project.run(WORDS)[0]?.split('|').slice(-13), [
    'Guten Morgen',
    'Good bye',
    'Auftrag',
    'Aufträge',
    'Name des Auftrags',
    'Stand',
    'Wie es steht',
    'Neu',
    'Done',
    'Dachdecker',
    'de',
    'Geben Sie einen Code ein.',
    'Kürzel: data value too large: long (max length=3)',
  ]);
  speak('en_US');
  assert.deepEqual(project.run(WORDS)[0]?.split('|').slice(-13), [
    'Good morning',
    'Good bye',
    'Job',
    'Jobs',
    'Job Name',
    'Status',
    'Where it stands',
    'Brand New',
    'Done',
    'Roofing',
    'en_US',
    'Enter a code.',
    'Code: data value too large: long (max length=3)',
  ]);
});

test('pages have them too, and records can still be saved', async () => {
  const id = insertOne(org, 'Job__c', { Name: 'one', Code__c: 'a', Status__c: 'New' });
  speak('de');
  const get = async (path: string): Promise<Record<string, never>> =>
    (await server.inject({ method: 'GET', url: `/ui-api/${path}` })).json();
  const info = await get('object-info/Job__c');
  assert.deepEqual([info['label'], info['fields']['Status__c']['label']], ['Auftrag', 'Stand']);
  assert.equal((await get('layout/Job__c'))['sections'][0]['heading'], 'Angaben');
  assert.equal((await get(`records/${id}?fields=Job__c.Status__c`))['fields']['Status__c']['displayValue'], 'Neu');
  const saved = await server.inject({ method: 'PATCH', url: `/ui-api/records/${id}`, payload: { fields: { Status__c: 'Done' } } });
  assert.equal(saved.statusCode, 200);
  const refused = await server.inject({ method: 'PATCH', url: `/ui-api/records/${id}`, payload: { fields: { Code__c: 'long' } } });
  assert.match(refused.body, /Kürzel: data value too large.*"fieldLabel":"Kürzel"/);
  const application = org.transaction(userId, (transaction) => readApplication(org.tree, org.schema, org.security, transaction));
  assert.deepEqual([application.label, application.tabs.map(({ label }) => label)], ['Werkstatt', ['Übersicht']]);
});

test('standard objects and fields have the words of the platform', () => {
  speak('de');
  const words = `System.debug(Contact.SObjectType.getDescribe().getLabel() + ' ' + Contact.LastName.getDescribe().getLabel()
    + ' ' + Job__c.OwnerId.getDescribe().getLabel());`;
  assert.deepEqual(project.run(words), ['Kontakt Nachname Inhaber ID']);
  speak('en_US');
  assert.deepEqual(project.run(words), ['Contact Last Name Owner ID']);
});

test('a language with a region falls back on the plain one; one that the org does not have is refused', () => {
  assert.equal(org.translations.label('greeting', 'de_AT'), 'Guten Morgen');
  assert.equal(org.translations.label('greeting', 'fr'), undefined);
  assert.throws(() => speak('fr'), /not translated into fr: choose one of en_US, de/);
});
