import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { DeployableOrg } from '../../scripts/local-org/deployable-org.ts';
import { readZip, writeZip } from '../../scripts/local-org/metadata/deploy/zip-archive.ts';
import { NOT_INSTALLED, SalesforceCli } from './api/salesforce-cli.ts';
import { writeProject } from './small-project.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const CLASS_META = `<ApexClass ${NS}><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>`;
const BOX = `<CustomObject ${NS}>
    <deploymentStatus>Deployed</deploymentStatus>
    <fields><fullName>Size__c</fullName><label>Size</label><precision>5</precision><scale>0</scale><type>Number</type></fields>
    <label>Box</label>
    <nameField><label>Name</label><type>Text</type></nameField>
    <pluralLabel>Boxes</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>
</CustomObject>`;
const BOXES = `public with sharing class Boxes {
    public static Decimal size() {
        return [SELECT Size__c FROM Box__c LIMIT 1].Size__c;
    }
}
`;
const BOXES_TEST = `@IsTest
private class BoxesTest {
    @IsTest
    static void knowsTheSize() {
        insert new Box__c(Name = 'B', Size__c = 3);
        Assert.areEqual(3, Boxes.size());
    }
}
`;
const PACKAGE = {
  'objects/Box__c.object': BOX,
  'classes/Boxes.cls': BOXES,
  'classes/Boxes.cls-meta.xml': CLASS_META,
  'classes/BoxesTest.cls': BOXES_TEST,
  'classes/BoxesTest.cls-meta.xml': CLASS_META,
};

let folder: string;
let org: DeployableOrg;
let url: string;
let admin: Connection;

async function connected(address: string): Promise<Connection> {
  const connection = new Connection({ loginUrl: address, version: '65.0', logLevel: 'NONE' });
  await connection.login('admin@vouchsafe.test', 'vouchsafe1');
  connection.metadata.pollInterval = 100;
  connection.metadata.pollTimeout = 120_000;
  return connection;
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deployable-'));
  org = newOrg();
  url = await org.listen('127.0.0.1', 0);
  admin = await connected(url);
});

after(async () => {
  await org.close();
  rmSync(folder, { recursive: true });
});

function newOrg(): DeployableOrg {
  const root = resolve(import.meta.dirname, '../..');
  return new DeployableOrg({ root, cacheFolder: join(folder, 'cache'), dataFolder: join(folder, 'data'), headless: true });
}

interface Message {
  readonly fullName: string;
  readonly componentType: string;
  readonly fileName: string;
  readonly problem?: string;
  readonly lineNumber?: number;
}

interface Result {
  readonly status: string;
  readonly numberComponentsDeployed: number;
  readonly numberTestErrors: number;
  readonly errorMessage?: string;
  readonly details: {
    readonly componentFailures: readonly Message[];
    readonly componentSuccesses: readonly Message[];
    readonly runTestResult: { readonly numTestsRun: string };
  };
}

/** Deploys files by SOAP, and waits for the end. */
async function deploy(files: Readonly<Record<string, string | Buffer>>, options: object = {}): Promise<Result> {
  const entries = Object.entries({ 'package.xml': `<Package ${NS}><version>65.0</version></Package>`, ...files });
  const archive = writeZip(new Map(entries.map(([path, content]) => [path, Buffer.from(content)])));
  return (await admin.metadata.deploy(archive, options).complete(true)) as unknown as Result;
}

const boxes = async (): Promise<number> => (await admin.query('SELECT COUNT() FROM Box__c')).totalSize;

test('what does not work is told by component, file and line, and changes nothing', async () => {
  const wrong = await deploy({ ...PACKAGE, 'classes/Boxes.cls': BOXES.replace('Size__c FROM', 'Weight__c FROM') });
  assert.equal(wrong.status, 'Failed');
  const [failure] = wrong.details.componentFailures;
  assert.partialDeepStrictEqual(failure, { fullName: 'Boxes', componentType: 'ApexClass', fileName: 'classes/Boxes.cls', lineNumber: 3 });
  assert.match(failure?.problem ?? '', /Weight__c/);
  const broken = await deploy({ 'objects/Box__c.object': '<CustomObject>\n<label>Box</lable></CustomObject>' });
  assert.partialDeepStrictEqual(broken.details.componentFailures[0], { fileName: 'objects/Box__c.object', lineNumber: 2 });
  const absent = `<Package ${NS}><types><members>Nowhere</members><name>ApexClass</name></types></Package>`;
  const missing = await deploy({ 'package.xml': absent });
  assert.match(missing.details.componentFailures[0]?.problem ?? '', /'Nowhere' of type ApexClass was named in package\.xml/);
  await assert.rejects(boxes, /'Box__c' is not supported/);
});

test('a check runs the tests and changes nothing; a failing test keeps a deployment out', async () => {
  const checked = await deploy(PACKAGE, { checkOnly: true, testLevel: 'RunLocalTests' });
  assert.equal(checked.status, 'Succeeded', checked.errorMessage);
  assert.equal(Number(checked.details.runTestResult.numTestsRun), 1);
  await assert.rejects(boxes, /'Box__c' is not supported/);
  const failing = { ...PACKAGE, 'classes/BoxesTest.cls': BOXES_TEST.replace('areEqual(3', 'areEqual(4') };
  const failed = await deploy(failing, { testLevel: 'RunSpecifiedTests', runTests: ['BoxesTest'] });
  assert.deepEqual([failed.status, Number(failed.numberTestErrors)], ['Failed', 1]);
  await assert.rejects(boxes, /'Box__c' is not supported/);
});

test('what is deployed works at once, keeps records through later deployments, and outlives a restart', async () => {
  const done = await deploy(PACKAGE);
  assert.equal(done.status, 'Succeeded', done.errorMessage);
  assert.equal(Number(done.numberComponentsDeployed), 4);
  await admin.sobject('Box__c').create({ Name: 'One', Size__c: 7 });
  const size = await admin.tooling.executeAnonymous('Assert.areEqual(7, Boxes.size());');
  assert.equal(size.exceptionMessage, null);
  const field = '<fields><fullName>Colour__c</fullName><label>Colour</label><length>20</length><type>Text</type></fields>';
  assert.equal((await deploy({ 'objects/Box__c.object': `<CustomObject ${NS}>${field}</CustomObject>` })).status, 'Succeeded');
  await admin.sobject('Box__c').create({ Name: 'Two', Colour__c: 'red' });
  assert.equal(await boxes(), 2);
  await org.close();
  org = newOrg();
  url = await org.listen('127.0.0.1', 0);
  admin = await connected(url);
  assert.equal((await admin.query("SELECT Id FROM Box__c WHERE Colour__c = 'red'")).totalSize, 1);
});

test('what was deployed can be listed and retrieved, as far as it is asked for', async () => {
  const types = [
    { name: 'CustomField', members: ['Box__c.Colour__c'] },
    { name: 'ApexClass', members: ['*'] },
    { name: 'ApexTrigger', members: ['Nowhere'] },
  ];
  const request = { apiVersion: '65.0', singlePackage: true, unpackaged: { types, version: '65.0' } };
  const result = await admin.metadata.retrieve(request as never).complete();
  const files = readZip(Buffer.from(result.zipFile, 'base64'));
  assert.equal(files.get('unpackaged/classes/Boxes.cls')?.toString(), BOXES);
  const object = files.get('unpackaged/objects/Box__c.object')?.toString() ?? '';
  assert.match(object, /Colour__c/);
  assert.doesNotMatch(object, /Size__c|sharingModel/);
  assert.match(files.get('unpackaged/package.xml')?.toString() ?? '', /<members>Box__c\.Colour__c<\/members>/);
  assert.match(JSON.stringify(result), /Entity of type 'ApexTrigger' named 'Nowhere' cannot be found/);
  const userId = (
    (await admin.sobject('User').create({
      ...{ Username: 'nobody@deploy.test', LastName: 'Nobody', Email: 'nobody@deploy.test', Alias: 'nobody', TimeZoneSidKey: 'GMT' },
      ...{ LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8', IsActive: true },
      ProfileId: (await admin.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'")).records[0]?.Id,
    })) as { id: string }
  ).id;
  await admin.soap.setPassword(userId, 'of nobody');
  const nobody = new Connection({ loginUrl: url, version: '65.0', logLevel: 'NONE' });
  await nobody.login('nobody@deploy.test', 'of nobody');
  await assert.rejects(() => nobody.metadata.checkRetrieveStatus(result.id), /INSUFFICIENT_ACCESS/);
  const listed = await admin.metadata.list([{ type: 'CustomField' }, { type: 'ApexClass' }], '65.0');
  assert.deepEqual(listed.map(({ type, fullName }) => `${type} ${fullName}`).sort(), [
    'ApexClass Boxes',
    'ApexClass BoxesTest',
    'CustomField Box__c.Colour__c',
    'CustomField Box__c.Size__c',
  ]);
});

test('a static resource that comes again has only what is in it now', async () => {
  const files = (...names: string[]): Record<string, string | Buffer> => ({
    'staticresources/Art.resource': writeZip(new Map(names.map((name) => [name, Buffer.from(name)]))),
    'staticresources/Art.resource-meta.xml': `<StaticResource ${NS}><cacheControl>Public</cacheControl><contentType>application/zip</contentType></StaticResource>`,
  });
  assert.equal((await deploy(files('a.txt', 'b.txt'))).status, 'Succeeded');
  const second = await deploy(files('a.txt', 'c.txt'));
  assert.equal(second.status, 'Succeeded', second.errorMessage);
  const { zipFile } = await admin.metadata
    .retrieve({ unpackaged: { types: [{ name: 'StaticResource', members: ['Art'] }], version: '65.0' } } as never)
    .complete();
  const resource = readZip(Buffer.from(zipFile, 'base64')).get('unpackaged/staticresources/Art.resource') as Buffer;
  assert.deepEqual([...readZip(resource).keys()].sort(), ['a.txt', 'c.txt']);
});

test('what was checked with tests is deployed quickly, by SOAP and by REST, and what has ended is not cancelled', async () => {
  const checked = (await deploy(PACKAGE, { checkOnly: true, testLevel: 'RunLocalTests' })) as Result & { readonly id: string };
  for (const rest of [false, true]) {
    const id = await admin.metadata.deployRecentValidation({ id: checked.id, rest });
    assert.notEqual(id, checked.id);
    let status = '';
    while (!/Succeeded|Failed/.test(status)) ({ status } = await admin.metadata.checkDeployStatus(id));
    assert.equal(status, 'Succeeded');
    await assert.rejects(() => admin.metadata.cancelDeploy(id), /has already ended: Succeeded/);
  }
});

test('components are created, changed, read and deleted one by one', async () => {
  const { metadata } = admin;
  const weight = { fullName: 'Box__c.Weight__c', label: 'Weight & more', type: 'Number', precision: 4, scale: 1 };
  const bad = { fullName: 'Box__c.Bad__c', label: 'Bad', type: 'Nothing' };
  const created = (await metadata.create('CustomField', [weight, bad] as never)) as unknown as {
    success: boolean;
    errors: { message: string }[];
  }[];
  assert.deepEqual(
    created.map(({ success }) => success),
    [true, false],
  );
  const heavy = (await admin.sobject('Box__c').create({ Name: 'Heavy', Weight__c: 7.5 })) as { id: string };
  await admin.sobject('Box__c').destroy(heavy.id);
  const again = (await metadata.create('CustomField', weight as never)) as unknown as { errors: { statusCode: string }[] };
  assert.equal(again.errors[0]?.statusCode, 'DUPLICATE_DEVELOPER_NAME');
  await metadata.update('CustomField', { ...weight, label: 'Mass' } as never);
  const [read, missing] = (await metadata.read('CustomField', ['Box__c.Weight__c', 'Box__c.None__c'])) as unknown as Record<
    string,
    unknown
  >[];
  assert.partialDeepStrictEqual(read, { fullName: 'Box__c.Weight__c', label: 'Mass', precision: 4 });
  assert.equal(missing?.fullName ?? null, null);
  const set = { fullName: 'Weigher', label: 'Weigher', fieldPermissions: [{ editable: true, field: 'Box__c.Weight__c', readable: true }] };
  const upserted = (await metadata.upsert('PermissionSet', set as never)) as unknown as { created: boolean; success: boolean };
  assert.deepEqual([upserted.success, upserted.created], [true, true]);
  assert.equal((await admin.query("SELECT Id FROM PermissionSet WHERE Name = 'Weigher'")).totalSize, 1);
  assert.equal(((await metadata.delete('PermissionSet', 'Weigher')) as unknown as { success: boolean }).success, true);
  const gone = (await metadata.delete('PermissionSet', 'Weigher')) as unknown as { success: boolean };
  assert.equal(gone.success, false);
  assert.ok(
    (await metadata.describe()).metadataObjects.some(({ xmlName, suffix }) => xmlName === 'PermissionSet' && suffix === 'permissionset'),
  );
  await assert.rejects(() => metadata.read('ApexClass' as never, 'Boxes'), /has content beside its metadata/);
});

test('destructive changes take components out', async () => {
  const gone = `<Package ${NS}><types><members>BoxesTest</members><members>Unknown</members><name>ApexClass</name></types></Package>`;
  const done = await deploy({ 'destructiveChanges.xml': gone });
  assert.equal(done.status, 'Succeeded', done.errorMessage);
  assert.match(
    done.details.componentSuccesses.find(({ fullName }) => fullName === 'Unknown')?.problem ?? '',
    /No ApexClass named: Unknown found/,
  );
  const kept = `<Package ${NS}><types><members>Box__c</members><name>CustomObject</name></types></Package>`;
  const refused = await deploy({ 'destructiveChanges.xml': kept });
  assert.equal(refused.status, 'Failed');
  assert.match(refused.details.componentFailures[0]?.problem ?? '', /Box__c/);
});

test('what is no archive is refused, and the server stays up', async () => {
  const result = (await admin.metadata.deploy(Buffer.from('no archive'), {}).complete(true)) as unknown as Result;
  assert.deepEqual([result.status, result.errorMessage], ['Failed', 'This is no zip archive.']);
  assert.equal(await boxes(), 2);
});

test('the Salesforce CLI deploys a project, by SOAP and by REST, and retrieves it', async (context) => {
  const cli = new SalesforceCli(admin.accessToken ?? '');
  try {
    if (!(await cli.login(url))) return context.skip(NOT_INSTALLED);
    const project = writeProject(join(folder, 'project'), { Greeting: "public class Greeting {\n    public String text = 'Hello';\n}\n" });
    const permissionSets = join(project, 'force-app/main/default/permissionsets');
    mkdirSync(permissionSets);
    writeFileSync(
      join(permissionSets, 'Greeter.permissionset-meta.xml'),
      `<PermissionSet ${NS}><classAccesses><apexClass>Greeting</apexClass><enabled>true</enabled></classAccesses><label>Greeter</label></PermissionSet>`,
    );
    type Deployed = { success: boolean; files: { fullName: string; state: string; error?: string; lineNumber?: number }[] };
    const deployProject = ['project', 'deploy', 'start', '--source-dir', 'force-app', '--wait', '5', '--target-org', 'local'];
    const first = await cli.run<Deployed>(deployProject, project);
    assert.equal(first?.result.success, true, first?.message);
    assert.deepEqual([...new Set(first?.result.files.map(({ fullName, state }) => `${fullName} ${state}`))].sort(), [
      'Greeter Created',
      'Greeting Created',
    ]);
    assert.equal((await admin.query("SELECT Id FROM PermissionSet WHERE Name = 'Greeter'")).totalSize, 1);
    const copy = writeProject(join(folder, 'copy'), {});
    const retrieve = ['project', 'retrieve', 'start', '--metadata', 'ApexClass:Greeting', '--wait', '5', '--target-org', 'local'];
    assert.equal((await cli.run(retrieve, copy))?.status, 0);
    assert.match(readFileSync(join(copy, 'force-app/main/default/classes/Greeting.cls'), 'utf8'), /'Hello'/);
    writeProject(project, { Greeting: 'public class Greeting {\n    public Nonsense text;\n}\n' });
    await cli.run(['config', 'set', 'org-metadata-rest-deploy=true', '--global']);
    const second = await cli.run<Deployed>(deployProject, project);
    const failed = second?.result.files.find(({ state }) => state === 'Failed');
    assert.partialDeepStrictEqual(failed, { fullName: 'Greeting', lineNumber: 2 });
  } finally {
    cli.remove();
  }
});
