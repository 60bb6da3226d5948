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
    'flows/Greet.flow-meta.xml': '<Flow><start><triggerType>RecordAfterSave</triggerType></start><status>Active</status></Flow>',
    'flows/Old.flow-meta.xml': '<Flow><start><triggerType>RecordAfterSave</triggerType></start><status>Obsolete</status></Flow>',
    'flows/Wizard.flow-meta.xml': '<Flow><status>Active</status></Flow>',
    'workflows/Case.workflow-meta.xml': '<Workflow><rules><active>true</active></rules></Workflow>',
    'workflows/Lead.workflow-meta.xml':
      '<Workflow><rules><actions><name>Post</name><type>OutboundMessage</type></actions><active>true</active></rules></Workflow>',
  });
  const sentences = automationNotRun(readProject([path]));
  assert.deepEqual(
    sentences.map((sentence) => /(\w+) does in a Salesforce org/.exec(sentence)?.[1]),
    ['Greet', 'Lead'],
  );
});
