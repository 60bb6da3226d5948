import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSourceTree } from '../../../scripts/local-org/metadata/source-tree.ts';
import type { Component } from '../../../scripts/local-org/metadata/source-tree.ts';
import { parseXml } from '../../../scripts/local-org/metadata/xml-element.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';
import { readPage } from '../../../scripts/local-org/web/page/flexi-pages.ts';
import { loginPage } from '../../../scripts/local-org/web/page/login-page.ts';
import { messagePage, shellPage } from '../../../scripts/local-org/web/page/shell-page.ts';
import type { PageFacts } from '../../../scripts/local-org/web/page/shell-page.ts';

function component(type: string, name: string, xml: string): Component {
  const path = `/shop/${name}.xml`;
  return { type, name, path, xml: parseXml(xml, path) };
}

const BUNDLE = component(
  'LightningComponentBundle',
  'jobBoard',
  '<LightningComponentBundle><isExposed>true</isExposed><targetConfigs><targetConfig targets="lightning__RecordPage"><property name="height" type="Integer"/><property name="open" type="Boolean"/></targetConfig></targetConfigs></LightningComponentBundle>',
);
const HIDDEN = component(
  'LightningComponentBundle',
  'jobRow',
  '<LightningComponentBundle><isExposed>false</isExposed></LightningComponentBundle>',
);
const tree = createSourceTree(['/shop'], [BUNDLE, HIDDEN]);

function instance(name: string, properties = ''): string {
  return `<itemInstances><componentInstance>${properties}<componentName>${name}</componentName><identifier>${name}</identifier></componentInstance></itemInstances>`;
}

function property(name: string, value: string): string {
  return `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
}

function region(name: string, type: string, items: string): string {
  return `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
}

function page(regions: string): Component {
  return component(
    'FlexiPage',
    'Job_Page',
    `<FlexiPage><masterLabel>Job</masterLabel>${regions}<template><name>flexipage:recordHomeTemplateDesktop</name></template></FlexiPage>`,
  );
}

describe('a FlexiPage', () => {
  test('facets become the children of the component that names them', () => {
    const read = readPage(
      page(
        region('body', 'Facet', instance('force:detailPanel')) +
          region('tabs', 'Facet', instance('flexipage:tab', property('body', 'body') + property('title', 'Standard.Tab.detail'))) +
          region(
            'main',
            'Region',
            instance('flexipage:tabset', property('tabs', 'tabs')) +
              instance('c:jobBoard', property('height', '3') + property('open', 'true') + property('title', '7')),
          ),
      ),
      tree,
    );
    assert.deepEqual(Object.keys(read.regions), ['main']);
    const [tabset, board] = read.regions['main'] ?? [];
    const [tab] = tabset?.facets['tabs'] ?? [];
    assert.equal(tab?.properties['title'], 'Standard.Tab.detail');
    assert.equal(tab?.facets['body']?.[0]?.name, 'force:detailPanel');
    assert.deepEqual(board?.properties, { height: 3, open: true, title: '7' });
  });

  for (const [what, name] of [
    ['a component of the platform that the shell does not draw', 'force:somethingElse'],
    ['a bundle that does not exist', 'c:nowhere'],
    ['a bundle that is not exposed', 'c:jobRow'],
  ] as const) {
    test(`${what} is refused in its place, with file and component`, () => {
      const [refused] = readPage(page(region('main', 'Region', instance(name))), tree).regions['main'] ?? [];
      assert.match(refused?.refusal ?? '', new RegExp(`/shop/Job_Page\\.xml: .*${name}`));
    });
  }

  test('the project may leave out the namespace of its own components', () => {
    const [board] = readPage(page(region('main', 'Region', instance('jobBoard'))), tree).regions['main'] ?? [];
    assert.equal(board?.name, 'c:jobBoard');
    assert.equal(board.refusal, undefined);
  });

  test('the pages of this package hold nothing that is refused', () => {
    const own = readProject(['force-app']);
    const pages = own.ofType('FlexiPage');
    assert.ok(pages.length > 0);
    for (const one of pages) assert.doesNotMatch(JSON.stringify(readPage(one, own)), /"refusal"/, one.path);
  });

  test('a visibility rule is refused, not ignored', () => {
    const ruled = instance('c:jobBoard', '<visibilityRule><criteria/></visibilityRule>');
    const [refused] = readPage(page(region('main', 'Region', ruled)), tree).regions['main'] ?? [];
    assert.match(refused?.refusal ?? '', /visibility rule \(on c:jobBoard\)/);
  });
});

describe('pages of the server', () => {
  test('nothing that a person typed ends the script of the shell', () => {
    const facts = {
      user: { name: '</script><script>alert(1)</script>' },
      application: { label: 'A & B' },
      internationalisation: { lang: 'de' },
    } as unknown as PageFacts;
    const html = shellPage(facts, 'build');
    assert.equal(html.split('</script>').length - 1, 3);
    assert.match(html, /<title>A &#38; B<\/title>/);
    assert.match(html, /<html lang="de"/);
  });

  test('names on the login page are text', () => {
    const html = loginPage('App', [{ id: '1', name: '<b>Ann</b>', username: 'a"b', title: '' }], 'secret', '/lightning"><x');
    assert.doesNotMatch(html, /<b>Ann|lightning"><x/);
    assert.match(html, /data-username="a&#34;b"/);
  });

  test('without demo users the login page asks for name and password at once', () => {
    assert.match(loginPage('App', [], undefined, '/lightning'), /<details open/);
  });

  test('a message is text', () => {
    assert.match(messagePage('Oh', 'line <1>'), /line &#60;1&#62;/);
  });
});
