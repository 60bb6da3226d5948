import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { checkComponentImports } from '../../../scripts/local-org/check/component-imports.ts';
import type { Finding } from '../../../scripts/local-org/check/finding.ts';
import { checkWithOfficialParser } from '../../../scripts/local-org/check/official-parser.ts';
import { warnOfLoops } from '../../../scripts/local-org/check/loops.ts';
import { checkSetUp } from '../../../scripts/local-org/check/set-up.ts';
import { checkMetadata, checkMetadataOfVersion, checkWithRules } from '../../../scripts/local-org/check/run-checks.ts';
import { parseXml } from '../../../scripts/local-org/metadata/xml-element.ts';
import { buildSchema } from '../../../scripts/local-org/data/schema/build-schema.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import type { SourceTree } from '../../../scripts/local-org/metadata/source-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
after(() => rmSync(folder, { recursive: true }));

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const xml = (type: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} ${NAMESPACE}>\n${inside}\n</${type}>\n`;

const JOB = {
  'objects/Job__c/Job__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Job</label><pluralLabel>Jobs</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>',
  ),
  'objects/Job__c/fields/Hours__c.field-meta.xml': xml(
    'CustomField',
    '<fullName>Hours__c</fullName><label>Hours</label><precision>4</precision><scale>1</scale><type>Number</type>',
  ),
  'objects/Job__c/fields/Twice__c.field-meta.xml': xml(
    'CustomField',
    '<fullName>Twice__c</fullName><label>Twice</label><formula>Hours__c * 2</formula><precision>5</precision><scale>1</scale><type>Number</type>',
  ),
};

let projects = 0;

/** The source of these files beside the job object. */
function source(files: Readonly<Record<string, string>>): { tree: SourceTree; root: string } {
  const root = join(folder, String(projects++));
  for (const [path, text] of Object.entries({ ...JOB, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { tree: readProject([root]), root };
}

/** Such source that fits together. */
function project(files: Readonly<Record<string, string>>): { tree: SourceTree; schema: ReturnType<typeof buildSchema>; root: string } {
  const { tree, root } = source(files);
  return { tree, schema: buildSchema(tree, {}), root };
}

const said = (findings: readonly Finding[], root: string): string[] =>
  findings.map(({ path, line, message }) => `${relative(root, path).split('/').at(-1) ?? ''}:${line}: ${message}`);

function metadata(files: Readonly<Record<string, string>>): string[] {
  const { root, ...named } = project(files);
  return said(checkMetadata(named), root);
}

test('a file that is as the Metadata API has it gives no finding', () => {
  assert.deepEqual(metadata({}), []);
});

test('names, number and values of elements are those of the Metadata API', () => {
  const inside = [
    '<label>Pay</label>',
    '<precision>many</precision>',
    '<type>Numbers</type>',
    '<required>yes</required>',
    '<requierd>true</requierd>',
    '<label>Pay</label>',
  ].join('\n');
  const findings = metadata({ 'customPermissions/Pay.customPermission-meta.xml': xml('CustomPermission', '<description>x</description>') });
  assert.deepEqual(findings, ['Pay.customPermission-meta.xml:2: CustomPermission needs the element label']);
  assert.deepEqual(
    metadata({ 'tabs/Job__c.tab-meta.xml': xml('CustomTab', '<customObject>maybe</customObject>\n<motif>x</motif>\n<tabs>y</tabs>') }),
    ['Job__c.tab-meta.xml:3: customObject is true or false, not "maybe"', 'Job__c.tab-meta.xml:5: CustomTab has no element tabs'],
  );
  const root = parseXml(xml('CustomField', inside), 'Pay');
  assert.deepEqual(
    root.children.map((child) => [child.name, child.line]),
    [
      ['label', 3],
      ['precision', 4],
      ['type', 5],
      ['required', 6],
      ['requierd', 7],
      ['label', 8],
    ],
  );
});

test('what a permission set names must exist, and its rights must go together', () => {
  const inside = `<label>Workers</label>
<classAccesses><apexClass>Missing</apexClass><enabled>true</enabled></classAccesses>
<fieldPermissions><editable>true</editable><field>Job__c.Gone__c</field><readable>true</readable></fieldPermissions>
<fieldPermissions><editable>true</editable><field>Job__c.Twice__c</field><readable>true</readable></fieldPermissions>
<fieldPermissions><editable>true</editable><field>Job__c.Hours__c</field><readable>true</readable></fieldPermissions>
<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Job__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>
<tabSettings><tab>Nowhere</tab><visibility>Visible</visibility></tabSettings>
<tabSettings><tab>standard-Account</tab><visibility>Visible</visibility></tabSettings>
<classAccesses><apexClass>other__Class</apexClass><enabled>true</enabled></classAccesses>`;
  assert.deepEqual(metadata({ 'permissionsets/Workers.permissionset-meta.xml': xml('PermissionSet', inside) }).sort(), [
    'Workers.permissionset-meta.xml:4: There is no Apex class Missing',
    'Workers.permissionset-meta.xml:5: There is no field Job__c.Gone__c',
    'Workers.permissionset-meta.xml:6: Job__c.Twice__c is calculated: nobody can edit it',
    'Workers.permissionset-meta.xml:8: allowDelete on Job__c takes allowEdit',
    'Workers.permissionset-meta.xml:9: There is no tab Nowhere',
  ]);
});

test('pages, list views and queues name components, fields and objects that exist', () => {
  const instance = (name: string): string =>
    `<flexiPageRegions><itemInstances><componentInstance>\n<componentName>${name}</componentName><identifier>i</identifier></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>`;
  const page = `${instance('c:gone')}${instance('force:detailPanel')}<masterLabel>Job</masterLabel><sobjectType>Job__c</sobjectType><template><name>t</name></template><type>RecordPage</type>`;
  const findings = metadata({
    'flexipages/Job.flexipage-meta.xml': xml('FlexiPage', page),
    'objects/Job__c/listViews/All.listView-meta.xml': xml(
      'ListView',
      '<fullName>All</fullName><columns>NAME</columns><columns>Hours__c</columns>\n<columns>Gone__c</columns><filterScope>Everything</filterScope><label>All</label>',
    ),
    'queues/Desk.queue-meta.xml': xml(
      'Queue',
      '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Desk</name>\n<queueSobject><sobjectType>Gone__c</sobjectType></queueSobject>',
    ),
  });
  assert.deepEqual(findings.sort(), [
    'All.listView-meta.xml:4: There is no field Job__c.Gone__c',
    'Desk.queue-meta.xml:4: There is no object Gone__c',
    'Job.flexipage-meta.xml:4: There is no component c:gone',
  ]);
});

test('components import what exists', () => {
  const { root, ...named } = project({
    'lwc/jobList/jobList.js-meta.xml': xml('LightningComponentBundle', '<apiVersion>65.0</apiVersion><isExposed>false</isExposed>'),
    'lwc/jobList/jobList.html': '<template>\n    <c-job-list></c-job-list>\n    <c-gone-card></c-gone-card>\n</template>\n',
    'lwc/jobList/jobList.js': [
      "import HOURS from '@salesforce/schema/Job__c.Hours__c';",
      "import GONE from '@salesforce/schema/Job__c.Gone__c';",
      "import label from '@salesforce/label/c.Gone';",
      "import call from '@salesforce/apex/Gone.call';",
      "import { thing } from 'c/gone';",
    ].join('\n'),
  });
  assert.deepEqual(said(checkComponentImports(named), root), [
    'jobList.html:3: There is no component c/goneCard',
    'jobList.js:2: There is no field Job__c.Gone__c',
    'jobList.js:3: There is no label Gone',
    'jobList.js:4: There is no Apex class for @salesforce/apex/Gone.call',
    'jobList.js:5: There is no component c/gone',
  ]);
});

test("the platform's own parser refuses what ours lets pass", async (context) => {
  const { tree, root } = project({
    'classes/Broken.cls': 'public class Broken {\n    void m() {\n        Integer i = ;\n    }\n}\n',
    'classes/Broken.cls-meta.xml': xml('ApexClass', '<apiVersion>65.0</apiVersion><status>Active</status>'),
  });
  const { findings, leftOut } = await checkWithOfficialParser(tree);
  if (leftOut !== undefined) {
    context.skip(leftOut);
    return;
  }
  assert.deepEqual(said(findings, root), ["Broken.cls:3: Unexpected token ';'."]);
});

test('queries and DML in loops are warned of, with their line; reading in chunks and what comes before a loop is fine', () => {
  const source = `public class Loops {
    void go(List<Account> rows) {
        for (Account row : [SELECT Id FROM Account]) {
            List<Contact> found = [SELECT Id FROM Contact];
            update row;
        }
        for (Integer i = [SELECT COUNT() FROM Account]; i > 0; i--) {
            Database.insert(rows);
        }
        while ([SELECT COUNT() FROM Account] > 0) {
            if (rows.isEmpty()) { Database.query('SELECT Id FROM Account'); }
        }
        for (List<Account> chunk : [SELECT Id FROM Account]) { update chunk; }
        insert rows;
    }
}`;
  const meta = xml('ApexClass', '<apiVersion>65.0</apiVersion>');
  const test = '@IsTest private class LoopsTest { @IsTest static void go() { while (true) { insert new Account(); } } }';
  const { tree } = project({
    'classes/Loops.cls': source,
    'classes/Loops.cls-meta.xml': meta,
    'classes/LoopsTest.cls': test,
    'classes/LoopsTest.cls-meta.xml': meta,
  });
  assert.deepEqual(
    warnOfLoops(tree).map(({ line, message }) => `${line} ${message}`),
    [
      '4 SOQL query in a loop',
      '5 DML statement in a loop',
      '8 DML statement in a loop',
      '10 SOQL query in a loop',
      '11 SOQL query in a loop',
    ],
  );
});

test('a translation of a field that does not exist is found', () => {
  const { tree, schema } = project({
    'objectTranslations/Job__c-de/Job__c-de.objectTranslation-meta.xml': xml(
      'CustomObjectTranslation',
      '<fields><label>Stunden</label><name>Hours__c</name></fields>\n<fields><label>Weg</label><name>Gone__c</name></fields>',
    ),
  });
  assert.deepEqual(
    checkMetadata({ tree, schema }).map(({ message }) => message),
    ['There is no field Job__c.Gone__c'],
  );
});

test('reports, dashboards, report types, related lists and overrides name what exists', () => {
  const report = '<format>Tabular</format><name>Hours</name>';
  const findings = metadata({
    'reports/Work.reportFolder-meta.xml': xml('ReportFolder', '<name>Work</name>'),
    'reports/Work/Hours.report-meta.xml': xml(
      'Report',
      `<columns><field>Job__c$Hours__c</field></columns>\n<columns><field>Job__c$Gone__c</field></columns>${report}\n<reportType>Gones__c</reportType>`,
    ),
    'reportTypes/Jobs.reportType-meta.xml': xml(
      'ReportType',
      '<baseObject>Job__c</baseObject><deployed>true</deployed><label>Jobs</label><sections><masterLabel>Jobs</masterLabel>\n<columns><checkedByDefault>true</checkedByDefault><field>Gone__c</field><table>Job__c</table></columns></sections>',
    ),
    'layouts/Job__c-Job Layout.layout-meta.xml': xml(
      'Layout',
      '<relatedLists>\n<fields>Gone__c</fields>\n<relatedList>Job__c.Parent__c</relatedList></relatedLists>',
    ),
    'applications/Work.app-meta.xml': xml(
      'CustomApplication',
      '<actionOverrides><actionName>View</actionName>\n<content>Gone</content><formFactor>Large</formFactor><type>Flexipage</type><pageOrSobjectType>Job__c</pageOrSobjectType></actionOverrides><label>Work</label>',
    ),
  });
  assert.deepEqual(findings.filter((finding) => finding.includes('There is no')).sort(), [
    'Hours.report-meta.xml:4: There is no field Job__c.Gone__c',
    'Hours.report-meta.xml:5: There is no report type Gones__c',
    'Job__c-Job Layout.layout-meta.xml:4: There is no field Job__c.Gone__c',
    'Job__c-Job Layout.layout-meta.xml:5: There is no field Job__c.Parent__c',
    'Jobs.reportType-meta.xml:4: There is no field Job__c.Gone__c',
    'Work.app-meta.xml:4: There is no page Gone',
  ]);
});

test('a field says what its type needs', () => {
  const field = (name: string, inside: string): string => xml('CustomField', `<fullName>${name}</fullName>\n${inside}`);
  assert.deepEqual(
    metadata({
      'objects/Job__c/fields/Title__c.field-meta.xml': field('Title__c', '<label>Title</label>\n<type>Text</type>'),
      'objects/Job__c/fields/Shout__c.field-meta.xml': field(
        'Shout__c',
        `<formula>UPPER(Name)</formula><label>${'Shout'.repeat(9)}</label>\n<type>Text</type>`,
      ),
    }),
    [
      'Shout__c.field-meta.xml:4: a label takes at most 40 characters, not 45',
      'Title__c.field-meta.xml:5: a field of type Text needs the element length',
    ],
  );
});

test('everything that keeps an org from opening is told at once, and not what only misses that', () => {
  const { tree, root } = source({
    'objects/Job__c/fields/Boss__c.field-meta.xml': xml(
      'CustomField',
      '<fullName>Boss__c</fullName><label>Boss</label><referenceTo>Gone__c</referenceTo><relationshipName>Jobs</relationshipName><type>Lookup</type>',
    ),
    'objects/Job__c/fields/Sum__c.field-meta.xml': xml(
      'CustomField',
      '<fullName>Sum__c</fullName><label>Sum</label>\n<formula>Gone__c + 1</formula><precision>5</precision><scale>1</scale><type>Number</type>',
    ),
    'permissionsets/Workers.permissionset-meta.xml': xml(
      'PermissionSet',
      '<fieldPermissions><editable>true</editable><field>Job__c.Boss__c</field><readable>true</readable></fieldPermissions><label>Workers</label>',
    ),
  });
  const { findings, schema } = checkSetUp(tree, {});
  assert.deepEqual(said(findings, root), [
    'Boss__c.field-meta.xml:1: the lookup refers to the object Gone__c, which is neither in the source nor known to the local org.',
    "Sum__c.field-meta.xml:4: The formula of Job__c.Sum__c can't be used: Job__c has no field Gone__c.",
  ]);
  assert.ok(schema.object('Job__c')?.fields.has('hours__c'));
});

test('what an org takes although the description leaves it out is no finding', () => {
  const found = metadata({
    'objects/Rate__mdt/Rate__mdt.object-meta.xml': xml('CustomObject', '<label>Rate</label><pluralLabel>Rates</pluralLabel>'),
    'layouts/Rate__mdt-Rate Layout.layout-meta.xml': xml(
      'Layout',
      '<layoutSections><layoutColumns><layoutItems><behavior>Edit</behavior><field>IsProtected</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>',
    ),
    'profiles/Guest.profile-meta.xml': xml(
      'Profile',
      '<classAccesses><apexClass>SiteLoginController</apexClass><enabled>true</enabled></classAccesses>\n<classAccesses><apexClass>Gone</apexClass><enabled>true</enabled></classAccesses>\n<pageAccesses><apexPage>AnswersHome</apexPage><enabled>true</enabled></pageAccesses>',
    ),
    'featureParameters/Seats.featureParameterInteger-meta.xml': xml('FeatureParameterInteger', '<masterLabel>Seats</masterLabel>'),
    'objectTranslations/Job__c-ca/Job__c-ca.objectTranslation-meta.xml': xml(
      'CustomObjectTranslation',
      '<gender/><startsWith></startsWith>',
    ),
    'reports/Jobs/Hours.report-meta.xml': xml(
      'Report',
      '<columns><field>Account.Jobs__r$Hours__c</field></columns>\n<columns><field>Account.Jobs__r$Gone__c</field></columns>\n<columns><field>Account.None__r$Hours__c</field></columns>\n<format>Tabular</format><name>Hours</name><reportType>AccountList</reportType>',
    ),
    'objects/Job__c/fields/Customer__c.field-meta.xml': xml(
      'CustomField',
      '<fullName>Customer__c</fullName><label>Customer</label><referenceTo>Account</referenceTo><relationshipName>Jobs</relationshipName><type>Lookup</type>',
    ),
  });
  assert.deepEqual(found, [
    'Guest.profile-meta.xml:4: There is no Apex class Gone',
    'Hours.report-meta.xml:4: There is no field Job__c.Gone__c',
    'Hours.report-meta.xml:5: There is no relationship Account.None__r',
  ]);
});

test('of a source of an earlier version, elements that are not there any more may be right', () => {
  const page = xml(
    'FlexiPage',
    '<masterLabel>Home</masterLabel><template><name>home</name></template><type>HomePage</type>\n<old>true</old>',
  );
  const given = (sourceApiVersion: string) =>
    project({
      'flexipages/Home.flexipage-meta.xml': page,
      'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: '.' }], sourceApiVersion }),
    });
  const [before, now] = [given('48.0'), given('65.0')];
  const check = ({ root, ...named }: ReturnType<typeof project>) => checkMetadataOfVersion({ ...named, project: root });
  const [earlier, present] = [check(before), check(now)];
  assert.deepEqual(said(earlier.findings, before.root), []);
  assert.match(earlier.leftOut ?? '', /the source is of version 48\.$/);
  assert.deepEqual(said(present.findings, now.root), ['Home.flexipage-meta.xml:4: FlexiPage has no element old']);
  assert.equal(present.leftOut, undefined);
});

test('matters of style are found by the rules of the project only', async () => {
  const { root, ...named } = project({});
  const { findings, leftOut } = await checkWithRules({ ...named, project: root });
  assert.deepEqual(findings, []);
  assert.match(leftOut ?? '', /no rules of its own/);
});
