import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { RestAnswer, RestContext } from '../../../scripts/local-org/api/rest/call.ts';
import { findResource } from '../../../scripts/local-org/api/rest/resources.ts';
import { assign, element, flow, flowProject, start, variable } from '../flow/flow-project.ts';

const project = flowProject(
  {
    Greet: flow(
      '<description>Says hello</description>',
      start('Set'),
      variable('who', 'Contact', 'in'),
      variable('on', 'Date', 'in'),
      variable('text', 'String', 'out'),
      element('assignments', 'Set', undefined, assign('text', 'Assign', 'Hello {!who.LastName} on {!on}')),
    ),
    Breaks: flow(start('Gone')),
  },
  {
    'Adder.cls': `public class Adder {
      public class Request { @InvocableVariable(label='Numbers' required=true) public List<Integer> numbers; }
      public class Result { @InvocableVariable public Integer sum = 0; @AuraEnabled public String hidden; }
      @InvocableMethod(label='Add numbers' description='Adds') public static List<Result> add(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request request : requests) {
          Result result = new Result();
          for (Integer item : request.numbers) result.sum += item;
          results.add(result);
        }
        return results;
      }
    }`,
  },
);
after(() => project.close());

function call(method: string, path: string, body?: unknown, userId = project.org.administratorId): RestAnswer {
  const { org, engine } = project;
  const { handler, parameters } = findResource(method, path);
  const context = { org, engine, tree: org.tree } as unknown as RestContext;
  return org.rehearse(org.administratorId, (transaction) =>
    handler({
      context,
      transaction,
      userId,
      version: 'v65.0',
      method,
      parameters,
      query: new URLSearchParams(),
      headers: {},
      body,
    }),
  );
}

describe('actions over REST', () => {
  it('lists and describes what the project has', () => {
    const { body } = call('GET', 'actions/custom/flow') as { body: { actions: { name: string }[] } };
    assert.deepEqual(
      body.actions.map(({ name }) => name),
      ['Breaks', 'Greet'],
    );
    const apex = call('GET', 'actions/custom/apex/Adder').body as Record<string, unknown> & {
      inputs: object[];
      outputs: { name: string }[];
    };
    assert.deepEqual([apex['label'], apex['description'], apex['type']], ['Add numbers', 'Adds', 'APEX']);
    assert.deepEqual(apex.inputs, [
      { description: null, label: 'Numbers', name: 'numbers', type: 'INTEGER', byteLength: 0, maxOccurs: 2000, required: true },
    ]);
    assert.deepEqual(
      apex.outputs.map(({ name }) => name),
      ['sum'],
    );
  });

  it('runs flows and invocable methods with JSON', () => {
    const greeting = call('POST', 'actions/custom/flow/Greet', { inputs: [{ who: { LastName: 'Ada' }, on: '2026-11-22' }] });
    assert.equal(greeting.status, 200);
    const [first] = greeting.body as { outputValues: object }[];
    assert.deepEqual(first?.outputValues, { text: 'Hello Ada on 2026-11-22', Flow__InterviewStatus: 'Finished' });
    const sums = call('POST', 'actions/custom/apex/Adder', { inputs: [{ numbers: [1, 2] }, { numbers: [3] }] }).body as {
      outputValues: object;
    }[];
    assert.deepEqual(
      sums.map(({ outputValues }) => outputValues),
      [{ sum: 3 }, { sum: 3 }],
    );
  });

  it('answers 400 with the reason where one fails, 404 where there is none', () => {
    const failed = call('POST', 'actions/custom/flow/Breaks', { inputs: [{}] });
    assert.equal(failed.status, 400);
    const [answer] = failed.body as { isSuccess: boolean; errors: { message: string }[] }[];
    assert.equal(answer?.isSuccess, false);
    assert.match(String(answer?.errors[0]?.message), /The flow Breaks leads to Gone/);
    const refused = call('POST', 'actions/custom/apex/Adder', { inputs: [{ number: 1 }] }).body as { errors: { message: string }[] }[];
    assert.equal(refused[0]?.errors[0]?.message, 'The action Adder has no input number');
    assert.throws(() => call('GET', 'actions/custom/flow/Nothing'), /resource/i);
    const nobody = '005000000000000AAA';
    assert.throws(() => call('POST', 'actions/custom/flow/Greet', { inputs: [{}] }, nobody), /takes the permission Run Flows/);
  });
});
