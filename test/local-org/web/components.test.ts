import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { buildComponents } from '../../../scripts/local-org/web/bundling/build.ts';
import type { ComponentBuild } from '../../../scripts/local-org/web/bundling/build.ts';
import { withoutNativeShadowStyles } from '../../../scripts/local-org/web/bundling/native-shadow-styles.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'components-'));
after(() => rmSync(folder, { recursive: true }));

const LABELS =
  '<CustomLabels><labels><fullName>Shop_Greeting</fullName><language>en_US</language><protected>true</protected><shortDescription>x</shortDescription><value>Good &amp; early</value></labels></CustomLabels>';

/** A project with one exposed component of this source. */
function project(name: string, script: string, template: string): string {
  const source = path.join(folder, name, 'force-app');
  const bundle = path.join(source, 'lwc/greeting');
  mkdirSync(bundle, { recursive: true });
  mkdirSync(path.join(source, 'labels'));
  writeFileSync(path.join(folder, name, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
  writeFileSync(path.join(source, 'labels/CustomLabels.labels-meta.xml'), LABELS);
  writeFileSync(
    path.join(bundle, 'greeting.js-meta.xml'),
    '<LightningComponentBundle><isExposed>true</isExposed></LightningComponentBundle>',
  );
  writeFileSync(path.join(bundle, 'greeting.ts'), script);
  writeFileSync(path.join(bundle, 'greeting.html'), template);
  return path.join(folder, name);
}

function build(name: string): Promise<ComponentBuild> {
  return buildComponents({
    folders: [path.join(folder, name)],
    root,
    // Kept between runs: compiling the base components anew takes seconds.
    cacheFolder: path.join(root, '.cache/test'),
  });
}

const CLASS = 'export default class Greeting extends LightningElement {\n  text: string = label;\n}\n';
const TEMPLATE = '<template><p>{text}</p></template>';

describe('building components', () => {
  test('puts the package, its labels and the base components into one script, and finds it again', async () => {
    project('good', `import { LightningElement } from 'lwc';\nimport label from '@salesforce/label/c.Shop_Greeting';\n${CLASS}`, TEMPLATE);
    const first = await build('good');
    const script = readFileSync(path.join(first.folder, 'app.js'), 'utf8');
    assert.match(script, /localOrg\.labels\?\.\[?.{0,2}Shop_Greeting.{0,8}Good & early/, 'the page may have the label in another language');
    const start = performance.now();
    assert.equal((await build('good')).name, first.name);
    assert.ok(performance.now() - start < 1000);
  });

  test('two processes that build the same at the same time both find it whole', async () => {
    project('twice', `import { LightningElement } from 'lwc';\nimport label from '@salesforce/label/c.Shop_Greeting';\n${CLASS}`, TEMPLATE);
    // A module loaded a second time knows nothing of the first one's builds, as another process would not.
    const another = (await import(`../../../scripts/local-org/web/bundling/build.ts?${'another'}`)) as {
      buildComponents: typeof buildComponents;
    };
    const options = { folders: [path.join(folder, 'twice')], root, cacheFolder: path.join(folder, 'cache') };
    const builds = await Promise.all([buildComponents(options), another.buildComponents(options)]);
    for (const { folder: built } of builds) {
      assert.deepEqual(readdirSync(built).sort(), ['app.js', 'facts.json', 'synthetic-shadow.js']);
    }
    assert.deepEqual(readdirSync(path.join(folder, 'cache/builds')), [builds[0].name]);
  });

  for (const [name, imported, message] of [
    [
      'label',
      "import label from '@salesforce/label/c.Nothing';",
      /No custom label for @salesforce\/label\/c\.Nothing\. It is imported by .*greeting\.ts/,
    ],
    ['class', "import label from '@salesforce/apex/Nothing.run';", /No Apex class Nothing/],
    ['permission', "import label from '@salesforce/customPermission/Nothing';", /No custom permission Nothing/],
    ['platform permission', "import label from '@salesforce/userPermission/Nothing';", /No user permission Nothing .*CustomizeApplication/],
    ['module', "import label from 'lightning/nothing';", /No module lightning\/nothing, which .*greeting\.ts/],
    ['bundle', "import label from 'c/nothing';", /No module c\/nothing/],
  ] as const) {
    test(`an import of a ${name} that does not exist stops the build with one sentence`, async () => {
      project(`bad-${name}`, `import { LightningElement } from 'lwc';\n${imported}\n${CLASS}`, TEMPLATE);
      await assert.rejects(build(`bad-${name}`), message);
    });
  }

  test('a module that the platform has and the local org does not fails where it is used', async () => {
    project(
      'absent',
      `import { LightningElement } from 'lwc';\nimport { subscribe, onError as label } from 'lightning/empApi';\n${CLASS}`,
      '<template><p onclick={subscribe}>{text}</p><lightning-map></lightning-map></template>',
    );
    const script = readFileSync(path.join((await build('absent')).folder, 'app.js'), 'utf8');
    assert.match(script, /The local org has no module lightning\/empApi, which [^"`]*greeting\.ts imports\./);
    assert.match(script, /The local org has no module lightning\/map, which [^"`]*greeting\.html imports\./);
  });

  test('a message channel is known by its name', async () => {
    project(
      'channel',
      `import { LightningElement } from 'lwc';\nimport label from '@salesforce/messageChannel/Shop__c';\n${CLASS}`,
      TEMPLATE,
    );
    const channels = path.join(folder, 'channel/force-app/messageChannels');
    mkdirSync(channels);
    writeFileSync(
      path.join(channels, 'Shop.messageChannel-meta.xml'),
      '<LightningMessageChannel><masterLabel>Shop</masterLabel></LightningMessageChannel>',
    );
    const script = readFileSync(path.join((await build('channel')).folder, 'app.js'), 'utf8');
    assert.match(script, /channel:\s*.Shop__c/);
  });

  test('tells which fields the components name, for the schema to confirm', async () => {
    const imported = "import label from '@salesforce/schema/Account.Nothing__c';";
    project('field', `import { LightningElement } from 'lwc';\n${imported}\n${CLASS}`, TEMPLATE);
    const { schemaReferences } = await build('field');
    assert.deepEqual(schemaReferences, [
      { reference: 'Account.Nothing__c', importer: path.join(folder, 'field/force-app/lwc/greeting/greeting.ts') },
    ]);
  });

  test('a template that does not compile names its file', async () => {
    project(
      'bad-template',
      `import { LightningElement } from 'lwc';\nconst label = '';\n${CLASS}`,
      '<template><p class="{text}"></p></template>',
    );
    await assert.rejects(build('bad-template'), /greeting\.html.*LWC1034/s);
  });
});

describe('style sheets of the base components', () => {
  test('lose the rules of native shadow and what that leaves empty', () => {
    const css =
      ':host([data-render-mode="shadow"]) .a { color: red } .b, [data-render-mode="shadow"] .c { color: blue } @media print { [data-render-mode="shadow"] { color: red } }';
    assert.equal(withoutNativeShadowStyles(css).trim(), '.b { color: blue }');
  });

  test('keep the rules for everything but native shadow', () => {
    const css = ':host(:not([data-render-mode="shadow"])) .a { color: red }';
    assert.equal(withoutNativeShadowStyles(css), css);
  });
});
