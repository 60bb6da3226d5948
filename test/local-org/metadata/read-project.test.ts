import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { automationNotRun } from '../../../scripts/local-org/data/setup/automation.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { WORKSHOP_FOLDER } from '../data/workshop.ts';

const folder = mkdtempSync(join(tmpdir(), 'project-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes files into a folder of their own and gives its path. */
function project(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return join(folder, name);
}

test('finds components of every kind at any depth, with their parents', () => {
  const tree = readProject([WORKSHOP_FOLDER]);
  assert.equal(tree.find('customfield', 'job__c.STATUS__C')?.parent, 'Job__c');
  assert.deepEqual(
    tree.childrenOf('ValidationRule', 'Job__c').map(({ name }) => name),
    ['Job__c.Hours_Not_Negative'],
  );
  assert.equal(tree.ofType('CustomMetadata')[0]?.name, 'Rate.Night');
  assert.equal(tree.find('CustomPermission', 'Run_Shop')?.xml.textOf('label'), 'Run the shop');
});

test('unescapes text', () => {
  const tree = readProject([WORKSHOP_FOLDER]);
  assert.equal(tree.find('ValidationRule', 'Job__c.Hours_Not_Negative')?.xml.textOf('errorMessage'), "Hours can't be negative.");
});

test('says where XML is broken', () => {
  const path = project('broken', { 'labels/CustomLabels.labels-meta.xml': '<CustomLabels>\n<labels></CustomLabels>' });
  assert.throws(() => readProject([path]), /CustomLabels\.labels-meta\.xml:2: this is not well-formed XML/);
});

test('names a metadata type it does not know', () => {
  const path = project('unknown', { 'things/A.thing-meta.xml': '<Thing/>' });
  assert.throws(() => readProject([path]), /A\.thing-meta\.xml: the local org does not know the metadata type/);
});

test('reads types that change nothing here, and folders named with backslashes', () => {
  const path = project('carried', {
    'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'extra\\\\main' }] }),
    'extra/main/weblinks/Home.custompageweblink-meta.xml': '<CustomPageWebLink/>',
    'extra/main/featureParameters/Seats.featureParameterInteger-meta.xml': '<FeatureParameterInteger/>',
    'extra/main/emailservices/Inbox.xml-meta.xml': '<EmailServicesFunction/>',
  });
  const tree = readProject([path]);
  assert.equal(tree.find('CustomPageWebLink', 'Home')?.type, 'CustomPageWebLink');
  assert.equal(tree.ofType('FeatureParameterInteger').length, 1);
  assert.equal(tree.ofType('EmailServicesFunction').length, 1);
});

test('misses the companion of a class and of its description', () => {
  const lone = project('lone', { 'classes/A.cls': 'class A {}' });
  assert.throws(() => readProject([lone]), /A\.cls has no A\.cls-meta\.xml beside it/);
  const bodiless = project('bodiless', { 'classes/B.cls-meta.xml': '<ApexClass/>' });
  assert.throws(() => readProject([bodiless]), /describes B\.cls, which is not beside it/);
});

test('refuses a folder that is not there, and the same component twice', () => {
  assert.throws(() => readProject([join(folder, 'nowhere')]), /does not exist/);
  const path = project('twice', {
    'one/customPermissions/P.customPermission-meta.xml': '<CustomPermission/>',
    'two/customPermissions/P.customPermission-meta.xml': '<CustomPermission><label>P</label></CustomPermission>',
  });
  assert.throws(() => readProject([path]), /CustomPermission P is declared twice/);
});

test('takes what comes twice where it can do no harm', () => {
  const record = '<CustomMetadata><label>Night</label></CustomMetadata>';
  const path = project('harmless', {
    'one/profiles/Admin.profile-meta.xml': '<Profile><custom>false</custom></Profile>',
    'two/profiles/Admin.profile-meta.xml': '<Profile/>',
    'one/customMetadata/Rate.Night.md-meta.xml': record,
    'two/customMetadata/Rate.Night.md-meta.xml': record,
    'translations/Job__c-de/Status__c.fieldTranslation-meta.xml': '<CustomFieldTranslation/>',
    'translations/Job__c-fr/Status__c.fieldTranslation-meta.xml': '<CustomFieldTranslation/>',
  });
  const tree = readProject([path]);
  assert.equal(tree.ofType('CustomMetadata').length, 1);
  assert.equal(tree.ofType('Profile').length, 2);
});

test('automation that does not run here is named', () => {
  const path = project('automated', {
    'workflows/Case.workflow-meta.xml': '<Workflow><rules><active>true</active></rules></Workflow>',
    'workflows/Lead.workflow-meta.xml':
      '<Workflow><rules><actions><name>Post</name><type>OutboundMessage</type></actions><active>true</active></rules></Workflow>',
    'approvalProcesses/Case.Fee.approvalProcess-meta.xml':
      '<ApprovalProcess><active>true</active><approvalStep><rejectionActions><action><name>Post</name><type>OutboundMessage</type></action></rejectionActions></approvalStep></ApprovalProcess>',
    'approvalProcesses/Case.Leave.approvalProcess-meta.xml':
      '<ApprovalProcess><active>true</active><finalApprovalActions><action><name>Done</name><type>FieldUpdate</type></action></finalApprovalActions></ApprovalProcess>',
    'approvalProcesses/Case.Open.approvalProcess-meta.xml':
      '<ApprovalProcess><active>true</active><allowedSubmitters><type>roleSubordinates</type></allowedSubmitters></ApprovalProcess>',
    'workflows/Asset.workflow-meta.xml': '<Workflow><alerts><recipients><type>accountTeam</type></recipients></alerts></Workflow>',
    'platformEventChannelMembers/Chosen.platformEventChannelMember-meta.xml':
      '<PlatformEventChannelMember><filterExpression>Rating = 1</filterExpression></PlatformEventChannelMember>',
  });
  const sentences = automationNotRun(readProject([path]));
  assert.deepEqual(
    sentences.map((sentence) => /([\w.]+) does in a Salesforce org/.exec(sentence)?.[1]),
    ['Lead', 'Case.Fee', 'Case.Open', 'Asset', 'Chosen'],
  );
});

test('reads what CumulusCI would fill with a namespace as it is deployed without one', () => {
  const path = project('tokens', {
    'objects/___NAMESPACE___Job__c/fields/___NAMESPACE___Hours__c.field-meta.xml':
      '<CustomField><fullName>%%%NAMESPACE%%%Hours__c</fullName><description>%%%NAMESPACED_ORG_OR_C%%%:job</description></CustomField>',
  });
  const field = readProject([path]).find('CustomField', 'Job__c.Hours__c');
  assert.equal(field?.parent, 'Job__c');
  assert.equal(field.xml.textOf('fullName'), 'Hours__c');
  assert.equal(field.xml.textOf('description'), 'c:job');
});

test('joins translations of an object from several files, and reads bundles of agents', () => {
  const path = project('spread', {
    'one/objectTranslations/Job__c-de/Job__c-de.objectTranslation-meta.xml': '<CustomObjectTranslation/>',
    'two/objectTranslations/Job__c-de/Job__c-de.objectTranslation-meta.xml':
      '<CustomObjectTranslation><gender>Feminine</gender></CustomObjectTranslation>',
    'one/aiAuthoringBundles/Helper/Helper.bundle-meta.xml': '<AiAuthoringBundle/>',
  });
  const tree = readProject([path]);
  assert.equal(tree.ofType('CustomObjectTranslation').length, 2);
  assert.equal(tree.ofType('AiAuthoringBundle').length, 1);
});

test('leaves out what .forceignore names, as a deployment does', () => {
  const path = project('ignoring', {
    '.forceignore': '# not ours\n**/profiles/**\n*.remoteSite-meta.xml\nforce-app/later\n',
    'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app' }] }),
    'force-app/profiles/Admin.profile-meta.xml': 'not even XML',
    'force-app/sites/Bank.remoteSite-meta.xml': '<RemoteSiteSetting/>',
    'force-app/later/classes/A.cls': 'class A {}',
    'force-app/queues/Desk.queue-meta.xml': '<Queue/>',
  });
  assert.deepEqual(
    readProject([path]).components.map(({ name }) => name),
    ['Desk'],
  );
});

test("reads the Metadata API's format: whole objects, files without -meta.xml, a project that is a src with a package.xml", () => {
  const path = project('ant', {
    'src/package.xml': '<Package/>',
    'src/objects/Job__c.object': `<CustomObject>
      <fields><fullName>Hours__c</fullName><type>Number</type><label>Hours</label><precision>5</precision><scale>0</scale></fields>
      <fieldSets><fullName>Short</fullName><label>Short</label></fieldSets>
      <label>Job</label>
    </CustomObject>`,
    'src/classes/Jobs.cls': 'public class Jobs { }',
    'src/classes/Jobs.cls-meta.xml': '<ApexClass><apiVersion>24.0</apiVersion></ApexClass>',
    'src/labels/CustomLabels.labels': '<CustomLabels><labels><fullName>Hello</fullName></labels></CustomLabels>',
    'src/documents/Logos/logo.png': 'not looked at',
    'unpackaged/config/dev/package.xml': '<Package/>',
    'unpackaged/config/dev/objects/Other__c.object': '<CustomObject><label>Other</label></CustomObject>',
  });
  const tree = readProject([path]);
  const hours = tree.find('CustomField', 'Job__c.Hours__c');
  assert.equal(hours?.parent, 'Job__c');
  assert.equal(hours?.xml.textOf('precision'), '5');
  assert.equal(hours?.path, join(path, 'src/objects/Job__c.object'));
  assert.equal(tree.find('FieldSet', 'Job__c.Short')?.xml.textOf('label'), 'Short');
  assert.equal(tree.find('CustomObject', 'Job__c')?.xml.textOf('label'), 'Job');
  assert.equal(tree.find('ApexClass', 'Jobs')?.contentPath, join(path, 'src/classes/Jobs.cls'));
  assert.equal(tree.ofType('CustomLabels').length, 1);
  assert.equal(tree.find('CustomObject', 'Other__c'), undefined);
});

test("names the file of the Metadata API's format that is broken", () => {
  const path = project('ant-broken', {
    'src/package.xml': '<Package/>',
    'src/objects/Job__c.object': '<CustomObject>\n<label></CustomObject>',
  });
  assert.throws(() => readProject([path]), /src\/objects\/Job__c\.object:2: Error parsing file/);
});
