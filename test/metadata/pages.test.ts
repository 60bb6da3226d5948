import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentName, elements, fields, files, filesEndingIn, readXml, text, texts } from './package-source.ts';
import type { Element } from './package-source.ts';

const bundles = new Set(filesEndingIn('.js-meta.xml').map((file) => file.split('/').at(-2) ?? ''));
const pages = new Map(filesEndingIn('.flexipage-meta.xml').map((file) => [componentName(file), readXml(file)]));
const tabs = new Map(filesEndingIn('.tab-meta.xml').map((file) => [componentName(file), readXml(file)]));

/** Standard columns of list views and layouts. */
const standardNames = new Set(['NAME', 'Name', 'OwnerId', 'CreatedById', 'LastModifiedById', 'OWNER.ALIAS', 'CREATED_DATE']);

function isField(object: string, name: string): boolean {
  return standardNames.has(name) || fields.some((field) => field.object === object && field.name === name);
}

function unknownFields(object: string, names: readonly string[]): string[] {
  return names.filter((name) => !isField(object, name)).map((name) => `${object}.${name}`);
}

function components(page: Element): string[] {
  return elements(page, 'flexiPageRegions')
    .flatMap((region) => elements(region, 'itemInstances'))
    .flatMap((item) => elements(item, 'componentInstance'))
    .map((component) => text(component, 'componentName') ?? '');
}

test('every component on a page exists, is exposed and made for that kind of page', () => {
  let checked = 0;
  for (const [page, definition] of pages) {
    const target = text(definition, 'type') === 'RecordPage' ? 'lightning__RecordPage' : 'lightning__AppPage';
    for (const name of components(definition).filter((component) => component.startsWith('c:'))) {
      const bundle = name.slice(2);
      assert.ok(bundles.has(bundle), `${page}: there is no component ${bundle}`);
      const configuration = readXml(filesEndingIn(`/${bundle}/${bundle}.js-meta.xml`)[0] ?? '');
      assert.equal(text(configuration, 'isExposed'), 'true', bundle);
      assert.ok(texts(elements(configuration, 'targets')[0], 'target').includes(target), `${bundle} is not made for ${target}`);
      checked += 1;
    }
  }
  assert.ok(checked >= 5);
});

test('every facet that a page names is a region of that page', () => {
  for (const [name, page] of pages) {
    const regions = elements(page, 'flexiPageRegions');
    const defined = new Set(regions.map((region) => text(region, 'name')));
    const named = regions
      .flatMap((region) => elements(region, 'itemInstances'))
      .flatMap((item) => elements(item, 'componentInstance'))
      .flatMap((component) => elements(component, 'componentInstanceProperties'))
      .filter((property) => ['body', 'tabs'].includes(text(property, 'name') ?? ''))
      .map((property) => text(property, 'value'));
    assert.deepEqual(
      named.filter((facet) => !defined.has(facet)),
      [],
      name,
    );
  }
});

test('every tab of the application exists, and every page that it opens', () => {
  const application = readXml(filesEndingIn('/Vouchsafe.app-meta.xml')[0] ?? '');
  const missing = texts(application, 'tabs').filter((tab) => !tab.startsWith('standard-') && !tabs.has(tab));
  assert.deepEqual(missing, []);
  for (const override of elements(application, 'actionOverrides')) {
    const page = pages.get(text(override, 'content') ?? '');
    assert.ok(page, text(override, 'content'));
    assert.equal(text(page, 'sobjectType'), text(override, 'pageOrSobjectType'));
  }
  for (const [name, tab] of tabs) {
    const page = text(tab, 'flexiPage');
    assert.ok(page === undefined || pages.has(page), name);
  }
});

test('list views, compact layouts and layouts show fields that exist', () => {
  const unknown: string[] = [];
  for (const file of filesEndingIn('.listView-meta.xml')) {
    const view = readXml(file);
    const filtered = elements(view, 'filters').map((filter) => text(filter, 'field') ?? '');
    unknown.push(...unknownFields(objectOf(file), [...texts(view, 'columns'), ...filtered]));
  }
  for (const file of filesEndingIn('.compactLayout-meta.xml')) {
    unknown.push(...unknownFields(objectOf(file), texts(readXml(file), 'fields')));
  }
  for (const file of filesEndingIn('.layout-meta.xml')) {
    const layout = readXml(file);
    const shown = elements(layout, 'layoutSections')
      .flatMap((section) => elements(section, 'layoutColumns'))
      .flatMap((column) => elements(column, 'layoutItems'))
      .map((item) => text(item, 'field') ?? '');
    unknown.push(...unknownFields(componentName(file).split('-')[0] ?? '', shown));
    for (const list of elements(layout, 'relatedLists')) {
      const [object = '', lookup = ''] = (text(list, 'relatedList') ?? '').split('.');
      unknown.push(...unknownFields(object, [lookup, ...texts(list, 'fields')]));
    }
  }
  assert.deepEqual(unknown, []);
});

test('every stored field that people see is on the layout of its object', () => {
  const layouts = new Map(
    filesEndingIn('.layout-meta.xml').map((file) => [
      componentName(file).split('-')[0] ?? '',
      new Set(
        elements(readXml(file), 'layoutSections')
          .flatMap((section) => elements(section, 'layoutColumns'))
          .flatMap((column) => elements(column, 'layoutItems'))
          .map((item) => text(item, 'field')),
      ),
    ]),
  );
  const machineOnly = new Set(['Advocate__c.Contact_Key__c', 'Reference_Request__c.Criteria__c']);
  const missing = fields
    .filter((field) => layouts.has(field.object) && !layouts.get(field.object)?.has(field.name))
    .map((field) => `${field.object}.${field.name}`)
    .filter((name) => !machineOnly.has(name));
  assert.deepEqual(missing, []);
});

test('configuration records fill fields that exist', () => {
  const records = filesEndingIn('.md-meta.xml');
  assert.ok(records.length >= 10);
  const unknown = records.flatMap((file) =>
    unknownFields(
      `${componentName(file).split('.')[0]}__mdt`,
      elements(readXml(file), 'values').map((value) => text(value, 'field') ?? ''),
    ),
  );
  assert.deepEqual(unknown, []);
});

test('every criterion compares with a field of the advocate', () => {
  for (const file of filesEndingIn('.md-meta.xml').filter((name) => name.includes('/Match_Criterion.'))) {
    const values = new Map(elements(readXml(file), 'values').map((value) => [text(value, 'field'), text(value, 'value')]));
    for (const name of ['Advocate_Field__c', 'Parent_Field__c']) {
      const field = values.get(name);
      assert.ok(!field || isField('Advocate__c', field), `${file}: ${field}`);
    }
  }
});

test('sharing rules give to groups of the package', () => {
  const groups = new Set(filesEndingIn('.group-meta.xml').map(componentName));
  for (const file of filesEndingIn('.sharingRules-meta.xml')) {
    for (const rule of elements(readXml(file), 'sharingOwnerRules')) {
      assert.ok(groups.has(text(elements(rule, 'sharedTo')[0], 'group') ?? ''), file);
    }
  }
});

test('every class, trigger and component is written for API version 65.0', () => {
  const versioned = filesEndingIn('.cls-meta.xml', '.trigger-meta.xml', '.js-meta.xml');
  assert.ok(versioned.length > 0);
  assert.deepEqual(
    versioned.filter((file) => text(readXml(file), 'apiVersion') !== '65.0'),
    [],
  );
  const missing = files.filter((file) => /\.(cls|trigger)$/.test(file) && !files.includes(`${file}-meta.xml`));
  assert.deepEqual(missing, []);
});

function objectOf(file: string): string {
  return /objects\/([^/]+)\//.exec(file)?.[1] ?? '';
}
