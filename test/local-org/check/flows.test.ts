import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkFlow, warnOfScreens } from '../../../scripts/local-org/check/flows.ts';
import { assign, element, fieldValue, filter, flow, flowProject, start, to, variable } from '../flow/flow-project.ts';

const project = flowProject({
  Right: flow(
    start('Find'),
    variable('found', 'Account', 'in'),
    element(
      'recordLookups',
      'Find',
      'Set',
      `<object>Account</object>${filter('Name', 'EqualTo', '@found.Name')}<sortField>Name</sortField><storeOutputAutomatically>true</storeOutputAutomatically>`,
    ),
    element('assignments', 'Set', undefined, assign('found', 'Assign', '@Find') + assign('found.Name', 'Assign', '@$User.Username')),
  ),
  Wrong: flow(
    start('Nowhere'),
    variable('one', 'Missing__c'),
    `<recordCreates>\n<name>Make</name><object>Account</object>\n${fieldValue('Missing__c', '@nobody.Name')}</recordCreates>`,
    `<actionCalls><name>Call</name><actionType>apex</actionType><actionName>Missing</actionName></actionCalls>`,
    `<subflows><name>Inner</name>${to('connector', 'one')}<flowName>MissingFlow</flowName></subflows>`,
    `<actionCalls><name>Post</name><actionType>chatterPost</actionType><actionName>chatterPost</actionName></actionCalls>`,
    '<waits><name>Wait</name></waits>',
  ),
  Wizard: flow('<processType>Flow</processType>', start('Hello'), '\n<screens><name>Hello</name></screens>'),
});
after(() => project.close());

function messages(name: string): string[] {
  const { tree, schema } = project.org;
  const component = tree.find('Flow', name);
  assert.ok(component);
  return checkFlow({ tree, schema }, component).map(({ message }) => message);
}

test('a flow whose names all exist has no findings', () => {
  assert.deepEqual(messages('Right'), []);
});

test('names that lead nowhere are found in flows, and what does not run', () => {
  assert.deepEqual(messages('Wrong').sort(), [
    'The flow has no element Nowhere',
    'The flow has no element one',
    'The flow has no nobody',
    'The local org does not support an action of the type chatterPost (Post) in a flow',
    'The local org does not support the element waits (Wait) in a flow',
    'There is no Apex class Missing',
    'There is no field Account.Missing__c',
    'There is no flow MissingFlow',
    'There is no object Missing__c',
  ]);
});

test('screens are warned of, with their line', () => {
  const [warning] = warnOfScreens(project.org.tree);
  assert.equal(warning?.message, "The local org shows no screens of flows: Wizard can't be started here (Hello)");
  assert.ok((warning?.line ?? 1) > 1);
});
