import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaProblems } from './metadata-schema.ts';
import { componentName, elements, filesEndingIn, readXml, text } from './package-source.ts';

const translations = new Map(filesEndingIn('.translation-meta.xml').map((file) => [componentName(file), readXml(file)]));
const english = new Map(
  filesEndingIn('.labels-meta.xml')
    .flatMap((file) => elements(readXml(file), 'labels'))
    .map((label) => [text(label, 'fullName') ?? '', text(label, 'value') ?? '']),
);

function placeholders(words: string): string[] {
  return [...words.matchAll(/\{\d\}/g)].map(([placeholder]) => placeholder).sort();
}

test('there is German, as the Metadata API takes it', () => {
  assert.deepEqual([...translations.keys()], ['de']);
  assert.deepEqual(
    [...translations.values()].flatMap((translation) => schemaProblems('Translations', translation)),
    [],
  );
});

test('objects and fields are translated as the Metadata API takes it', () => {
  const files = filesEndingIn('.objectTranslation-meta.xml');
  assert.ok(files.length > 0);
  for (const file of files) assert.deepEqual(schemaProblems('CustomObjectTranslation', readXml(file)), [], file);
});

test('every field and every object of the package has a German label', () => {
  for (const file of filesEndingIn('.field-meta.xml')) {
    const [objectName = '', , fieldFile = ''] = file.split('/').slice(-3);
    const translation = readXml(`translations/main/app/objectTranslations/${objectName}-de/${objectName}-de.objectTranslation-meta.xml`);
    const name = fieldFile.replace('.field-meta.xml', '');
    const words = elements(translation, 'fields').find((field) => text(field, 'name') === name);
    assert.ok(words && text(words, 'label'), `${objectName}.${name}`);
    assert.ok(!objectName.endsWith('__c') || elements(translation, 'caseValues').length === 2, objectName);
  }
});

test('the package itself holds no translation: an org without Translation Workbench would refuse all of it', () => {
  assert.deepEqual(
    filesEndingIn('Translation-meta.xml', '.translation-meta.xml').filter((file) => file.startsWith('force-app/')),
    [],
  );
});

test('every label is translated once, and nothing else is', () => {
  for (const [language, translation] of translations) {
    const names = elements(translation, 'customLabels').map((label) => text(label, 'name') ?? '');
    assert.deepEqual([...english.keys()].filter((name) => !names.includes(name)).sort(), [], `labels without ${language}`);
    assert.deepEqual(
      names.filter((name) => !english.has(name)),
      [],
      `${language} without a label`,
    );
    assert.equal(new Set(names).size, names.length);
  }
});

test('a translation has the same blanks to fill as its label, and fits into one', () => {
  const longestLabel = 1000;
  for (const translation of translations.values()) {
    for (const label of elements(translation, 'customLabels')) {
      const name = text(label, 'name') ?? '';
      const words = text(label, 'label') ?? '';
      assert.deepEqual(placeholders(words), placeholders(english.get(name) ?? ''), name);
      assert.ok(words.trim().length > 0 && words.length <= longestLabel, name);
    }
  }
});

test('every tab that names itself is translated', () => {
  const named = filesEndingIn('.tab-meta.xml').filter((file) => text(readXml(file), 'label') !== undefined);
  assert.ok(named.length > 0);
  for (const translation of translations.values()) {
    assert.deepEqual(
      elements(translation, 'customTabs')
        .map((tab) => text(tab, 'name'))
        .sort(),
      named.map(componentName).sort(),
    );
  }
});
