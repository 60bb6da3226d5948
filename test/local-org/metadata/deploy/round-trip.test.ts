import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { readComponents } from '../../../../scripts/local-org/metadata/deploy/metadata-format.ts';
import { writeComponents } from '../../../../scripts/local-org/metadata/deploy/metadata-writer.ts';
import { SourceFolder } from '../../../../scripts/local-org/metadata/deploy/source-folder.ts';
import { readZip, writeZip } from '../../../../scripts/local-org/metadata/deploy/zip-archive.ts';
import { readProject } from '../../../../scripts/local-org/metadata/read-project.ts';
import type { SourceTree } from '../../../../scripts/local-org/metadata/source-tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
after(() => rmSync(folder, { recursive: true }));

const project = resolve(import.meta.dirname, '../../../..');
const tree = readProject([project]);

/** Names of all that a tree has; parts of objects and labels count one by one, wherever their files lie. */
function namesOf(source: SourceTree): string[] {
  const spread = new Set(['CustomLabels', 'CustomFieldTranslation', 'Translations']);
  const labels = source
    .ofType('CustomLabels')
    .flatMap(({ xml }) => xml.all('labels').map((label) => `CustomLabel ${label.textOf('fullName')}`));
  const components = source.components.filter(({ type }) => !spread.has(type)).map(({ type, name }) => `${type} ${name}`);
  return [...components, ...labels].sort();
}

test('this package goes through the format of the Metadata API and comes out with every component', () => {
  const archive = writeZip(writeComponents(tree, () => true));
  const source = new SourceFolder(join(folder, 'all')).begin(join(project, 'config/project-scratch-def.json'));
  for (const component of readComponents(readZip(archive))) source.write(component);
  const again = readProject([source.path]);
  assert.deepEqual(namesOf(again), namesOf(tree));
  for (const type of ['ApexClass', 'ApexTrigger']) {
    for (const { name, contentPath } of tree.ofType(type)) {
      assert.equal(readFileSync(again.find(type, name)?.contentPath as string, 'utf8'), readFileSync(contentPath as string, 'utf8'), name);
    }
  }
  const field = 'Advocate__c.Status__c';
  assert.deepEqual(again.find('CustomField', field)?.xml.textsOf('label'), tree.find('CustomField', field)?.xml.textsOf('label'));
});

test('only what is asked for is written', () => {
  const one = writeComponents(tree, (type, name) => type === 'CustomField' && name === 'Advocate__c.Status__c');
  assert.deepEqual([...one.keys()], ['objects/Advocate__c.object']);
  assert.deepEqual(
    readComponents(one).map(({ type, fullName }) => `${type} ${fullName}`),
    ['CustomField Advocate__c.Status__c'],
  );
  const label = tree.ofType('CustomLabels')[0]?.xml.child('labels')?.textOf('fullName') ?? '';
  const labels = readComponents(writeComponents(tree, (type, name) => type === 'CustomLabel' && name === label));
  assert.deepEqual(
    labels.map(({ fullName }) => fullName),
    ['CustomLabels', label],
  );
});

test('a DataWeave script comes with its text', () => {
  const source = join(folder, 'scripts', 'dw');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'hello.dwl'), '"Hello"');
  writeFileSync(join(source, 'hello.dwl-meta.xml'), '<DataWeaveResource><apiVersion>65.0</apiVersion></DataWeaveResource>');
  const archive = writeComponents(readProject([join(folder, 'scripts')]), () => true);
  assert.deepEqual([...archive.keys()].sort(), ['dw/hello.dwl', 'dw/hello.dwl-meta.xml']);
  const [component] = readComponents(archive);
  assert.deepEqual([component?.type, component?.fullName], ['DataWeaveResource', 'hello']);
  assert.equal(component?.files.find(({ path }) => path.endsWith('dw/hello.dwl'))?.content.toString(), '"Hello"');
});
