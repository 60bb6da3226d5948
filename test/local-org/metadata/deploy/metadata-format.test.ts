import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readComponents } from '../../../../scripts/local-org/metadata/deploy/metadata-format.ts';
import { SourceFolder } from '../../../../scripts/local-org/metadata/deploy/source-folder.ts';
import { writeZip } from '../../../../scripts/local-org/metadata/deploy/zip-archive.ts';
import { readProject } from '../../../../scripts/local-org/metadata/read-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'metadata-format-'));
after(() => rmSync(folder, { recursive: true }));

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NS}>
    <fields>
        <fullName>Size__c</fullName>
        <label>Size &amp; weight</label>
        <length>40</length>
        <type>Text</type>
    </fields>
    <label>Box</label>
    <nameField><label>Name</label><type>Text</type></nameField>
    <pluralLabel>Boxes</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>
    <deploymentStatus>Deployed</deploymentStatus>
</CustomObject>`;
const label = (name: string, value: string): string =>
  `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected><shortDescription>${name}</shortDescription><value>${value}</value></labels>`;

function entries(files: Readonly<Record<string, string>>): Map<string, Buffer> {
  return new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
}

function project(name: string): SourceFolder {
  return new SourceFolder(join(folder, name)).begin(join(folder, 'no-definition.json'));
}

test('an object and its parts become files of a source tree, each a component', () => {
  const components = readComponents(entries({ 'objects/Box__c.object': OBJECT }));
  assert.deepEqual(
    components.map(({ type, fullName }) => `${type} ${fullName}`),
    ['CustomObject Box__c', 'CustomField Box__c.Size__c'],
  );
  const source = project('objects');
  assert.deepEqual(
    components.map((component) => source.write(component)),
    [true, true],
  );
  const tree = readProject([source.path]);
  assert.equal(tree.find('CustomField', 'Box__c.Size__c')?.xml.textOf('label'), 'Size & weight');
  assert.equal(tree.find('CustomObject', 'Box__c')?.xml.textOf('pluralLabel'), 'Boxes');
  assert.equal(tree.find('CustomObject', 'Box__c')?.xml.child('fields'), undefined);
});

test('a second deployment changes what it brings and leaves the rest', () => {
  const source = project('labels');
  const labels = (...children: string[]): Map<string, Buffer> =>
    entries({ 'labels/CustomLabels.labels': `<CustomLabels ${NS}>${children.join('')}</CustomLabels>` });
  readComponents(labels(label('One', '1'), label('Two', '2'))).forEach((component) => source.write(component));
  const again = readComponents(labels(label('Two', 'two'), label('Three', '3')));
  assert.deepEqual(
    again.map(({ type, fullName }) => `${type} ${fullName}`),
    ['CustomLabels CustomLabels', 'CustomLabel Two', 'CustomLabel Three'],
  );
  assert.equal(source.write(again[0]), false);
  assert.equal(source.write(again[0]), undefined, 'the same once more changes nothing');
  const values = readProject([source.path])
    .ofType('CustomLabels')
    .flatMap(({ xml }) => xml.all('labels').map((each) => `${each.textOf('fullName')}=${each.textOf('value')}`));
  assert.deepEqual(values, ['One=1', 'Two=two', 'Three=3']);
  assert.equal(source.remove({ type: 'CustomLabel', fullName: 'One' }), true);
  assert.equal(source.remove({ type: 'CustomLabel', fullName: 'One' }), false);
});

test('bundles come whole, resources unpacked, folders of reports under their own ending', () => {
  const meta = '<LightningComponentBundle><apiVersion>65.0</apiVersion></LightningComponentBundle>';
  const bundle = { 'lwc/box/box.js-meta.xml': meta, 'lwc/box/box.js': 'a', 'lwc/box/helper.js': 'b' };
  const packed = new Map([
    ['staticresources/icons.resource', writeZip(entries({ 'svg/a.svg': '<svg/>' }))],
    ...entries({
      'staticresources/icons.resource-meta.xml': '<StaticResource><contentType>application/zip</contentType></StaticResource>',
      'reports/Boxes-meta.xml': '<ReportFolder><name>Boxes</name></ReportFolder>',
      'reports/Boxes/All.report': '<Report><name>All</name></Report>',
    }),
  ]);
  const source = project('bundles');
  const components = readComponents(new Map([...entries(bundle), ...packed]));
  components.forEach((component) => source.write(component));
  assert.equal(readFileSync(source.pathOf('staticresources/icons/svg/a.svg'), 'utf8'), '<svg/>');
  const names = readProject([source.path]).components.map(({ type, name }) => `${type} ${name}`);
  assert.deepEqual(names.sort(), ['LightningComponentBundle box', 'Report All', 'ReportFolder Boxes', 'StaticResource icons']);
  assert.deepEqual(components.map(({ type, fullName }) => `${type} ${fullName}`).sort(), [
    'LightningComponentBundle box',
    'Report Boxes/All',
    'ReportFolder Boxes',
    'StaticResource icons',
  ]);
  const smaller = readComponents(entries({ 'lwc/box/box.js-meta.xml': meta, 'lwc/box/box.js': 'a' }));
  assert.equal(source.write(smaller[0]), false);
  assert.throws(() => readFileSync(source.pathOf('lwc/box/helper.js')), /ENOENT/);
  assert.equal(source.remove({ type: 'LightningComponentBundle', fullName: 'box' }), true);
});

test('broken XML and unknown types are told by file and line', () => {
  const broken = entries({ 'objects/Box__c.object': '<CustomObject>\n<label>Box</lable>\n</CustomObject>' });
  assert.throws(() => readComponents(broken), { name: 'BadComponent', archivePath: 'objects/Box__c.object', line: 2 });
  assert.throws(() => readComponents(entries({ 'things/A.nonsense': '<A/>' })), /does not know the metadata type of "\*\.nonsense" files/);
  assert.throws(() => readComponents(entries({ 'classes/A.cls': 'public class A {}' })), /A\.cls-meta\.xml is missing/);
});
