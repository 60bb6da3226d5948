import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { assign, element, flow, flowProject, start, variable } from '../../flow/flow-project.ts';

const project = flowProject(
  {
    Twice: flow(
      start('Set'),
      variable('amount', 'Number', 'in'),
      variable('result', 'Number', 'out'),
      variable('own', 'Number'),
      element('assignments', 'Set', undefined, assign('result', 'Assign', '@amount') + assign('result', 'Add', '@amount')),
    ),
    Asleep: flow(start('Set'), element('assignments', 'Set', undefined, ''), '<status>Draft</status>'),
  },
  {
    'Upper.cls': `public class Upper {
      @InvocableMethod public static List<String> upper(List<String> words) {
        List<String> results = new List<String>();
        for (String word : words) results.add(word.toUpperCase() + words.size());
        return results;
      }
    }`,
  },
);
after(() => project.close());

describe('Invocable.Action', () => {
  it('runs an invocable method once for all its invocations', () => {
    const script = `Invocable.Action action = Invocable.Action.createCustomAction('apex', 'Upper');
      action.addInvocation().setInvocationParameter('words', 'a');
      action.addInvocation().setInvocationParameter('words', 'b');
      for (Invocable.Action.Result result : action.invoke()) System.debug(result.isSuccess() + ' ' + result.getOutputParameters().get('output'));`;
    assert.deepEqual(project.run(script), ['true A2', 'true B2']);
  });

  it('runs an active flow', () => {
    const script = `Invocable.Action action = Invocable.Action.createCustomAction('flow', 'Twice');
      action.setInvocations(new List<Map<String, Object>>{ new Map<String, Object>{ 'amount' => 4 } });
      System.debug(action.invoke()[0].getOutputParameters());`;
    assert.deepEqual(project.run(script), ['{result=8.00, Flow__InterviewStatus=Finished}']);
  });

  it('tells of what it can not run', () => {
    const script = (
      type: string,
      name: string,
      input: string,
    ): string => `Invocable.Action action = Invocable.Action.createCustomAction('${type}', '${name}');
      action.setInvocationParameter('${input}', 1);
      Invocable.Action.Result result = action.invoke()[0];
      System.debug(result.isSuccess() + ' ' + result.getErrors()[0].getMessage());`;
    assert.deepEqual(project.run(script('flow', 'Twice', 'own')), ['false The flow Twice has no input own']);
    assert.deepEqual(project.run(script('flow', 'Asleep', 'x')), ['false There is no active flow Asleep']);
    assert.deepEqual(project.run(script('apex', 'Nothing', 'x')), ['false There is no class Nothing with an invocable method']);
    assert.deepEqual(project.run(script('quickAction', 'Go', 'x')), ['false The local org has no action Go of the type quickAction']);
  });
});
