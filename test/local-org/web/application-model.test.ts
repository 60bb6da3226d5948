import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readApplication, tabsNotShown } from '../../../scripts/local-org/web/page/application-model.ts';
import { createApexProject } from '../apex/apex-project.ts';

const project = createApexProject({
  'applications/Cars.app-meta.xml':
    '<CustomApplication><label>Cars</label><navType>Standard</navType><tabs>standard-Feed</tabs><tabs>standard-Account</tabs><tabs>Web</tabs><uiType>Lightning</uiType></CustomApplication>',
  'tabs/Web.tab-meta.xml': '<CustomTab><label>Web</label><motif>Custom1: Heart</motif><url>https://example.com</url></CustomTab>',
});
after(() => project.close());

test('an application is shown without tabs that the local org does not have, and says so', () => {
  const { org } = project;
  const application = org.transaction(org.administratorId, (transaction) =>
    readApplication(org.tree, org.schema, org.security, transaction),
  );
  assert.deepEqual(
    application.tabs.map(({ target }) => target),
    ['Account'],
  );
  assert.deepEqual(
    tabsNotShown(org.tree, org.schema).map((sentence) => sentence.replace(/^.*\//, '')),
    ['standard-Feed', 'Web'].map((name) => `Cars.app-meta.xml: the local org has no tab ${name}; the application is shown without it.`),
  );
});
