import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from './apex-project.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const project = createApexProject({
  'labels/CustomLabels.labels-meta.xml': `<CustomLabels ${XMLNS}><labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected>
    <shortDescription>g</shortDescription><value>Hello</value></labels></CustomLabels>`,
  'translations/de.translation-meta.xml': `<Translations ${XMLNS}><customLabels><label>Guten Tag</label><name>Greeting</name></customLabels></Translations>`,
});
after(() => project.close());

test('labels are looked up by name at run time, in any language', () => {
  const log = project.run(`
    System.debug(System.Label.get('', 'Greeting') + ', ' + Label.get('', 'greeting', 'de') + ', ' + Label.get(null, 'Greeting', 'fr'));
    System.debug(Label.translationExists('', 'Greeting', 'de') + ' ' + Label.translationExists('', 'Greeting', 'fr'));
    try { Label.get('', 'Nothing'); } catch (Exception problem) { System.debug(problem.getMessage()); }`);
  assert.deepEqual(log, ['Hello, Guten Tag, Hello', 'true false', 'External string does not exist: Nothing']);
});
