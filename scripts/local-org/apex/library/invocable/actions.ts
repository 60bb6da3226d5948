import type { Access } from '../../../data/transaction.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { ApexException, asApexException } from '../../runtime/exception.ts';
import { fromApex } from '../../runtime/flow-values.ts';
import { classInfoOf, instanceFields } from '../../runtime/class-info.ts';
import { findInvocable, PLAIN_OUTPUT } from '../../runtime/invocable-methods.ts';
import type { InvocableMethod } from '../../runtime/invocable-methods.ts';

/** What one invocation of an action has come to. */
export interface ActionOutcome {
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly error?: { readonly code: string; readonly message: string };
}

/**
 * Runs a custom action for all inputs together: `apex` by the name of a class, `flow` by the name of an active flow.
 *
 * @param access Whose rights count in a flow that does not say so itself.
 */
export function runCustomAction(
  type: string,
  name: string,
  inputs: readonly ReadonlyMap<string, unknown>[],
  access: Access,
): ActionOutcome[] {
  switch (type.toLowerCase()) {
    case 'apex':
      return runApex(name, inputs);
    case 'flow':
      return runFlow(name, inputs, access);
    default:
      return refusals(inputs, 'INVALID_API_INPUT', `The local org has no action ${name} of the type ${type}`);
  }
}

function refusals(inputs: readonly unknown[], code: string, message: string): ActionOutcome[] {
  return inputs.map(() => ({ outputs: new Map(), error: { code, message } }));
}

function runApex(name: string, inputs: readonly ReadonlyMap<string, unknown>[]): ActionOutcome[] {
  const method = findInvocable(name);
  if (method === undefined) {
    return refusals(inputs, 'NOT_FOUND', `There is no class ${name} with an invocable method`);
  }
  const unknown = unknownInput(
    inputs,
    method.inputs.map((input) => input.name),
  );
  if (unknown !== undefined) {
    return refusals(inputs, 'INVALID_API_INPUT', `The action ${name} has no input ${unknown}`);
  }
  try {
    const requests = inputs.map((input) => new Map([...input].map(([key, value]) => [key.toLowerCase(), fromApex(value)])));
    return method.invoke(requests).map((result) => ({ outputs: outputsOf(method, result) }));
  } catch (error) {
    const exception = asApexException(error);
    if (!(exception instanceof ApexException) || !exception.catchable) throw error;
    return refusals(inputs, 'UNKNOWN_EXCEPTION', `An unexpected error occurred: ${exception.toString()}`);
  }
}

/** The outputs of a result by their names: the variables of an object, or the plain value. */
function outputsOf({ outputs }: InvocableMethod, result: unknown): Map<string, unknown> {
  const info = classInfoOf(result);
  if (info === undefined) {
    return new Map<string, unknown>(outputs.length === 0 ? [] : [[PLAIN_OUTPUT, result]]);
  }
  const fields = instanceFields(info).filter(({ invocable }) => invocable !== undefined);
  return new Map(fields.map(({ name, key }) => [name, (result as Record<string, unknown>)[key] ?? null]));
}

function runFlow(name: string, inputs: readonly ReadonlyMap<string, unknown>[], access: Access): ActionOutcome[] {
  const transaction = currentTransaction();
  const flow = transaction.flows.find(name);
  if (flow?.active !== true) {
    return refusals(inputs, 'NOT_FOUND', `There is no active flow ${name}`);
  }
  const taken = flow.parameters.filter(({ input }) => input).map((parameter) => parameter.name);
  const unknown = unknownInput(inputs, taken);
  if (unknown !== undefined) {
    return refusals(inputs, 'INVALID_API_INPUT', `The flow ${name} has no input ${unknown}`);
  }
  const requests = inputs.map((input) => new Map([...input].map(([key, value]) => [key.toLowerCase(), fromApex(value)])));
  return transaction.flows.start(transaction, name, requests, access).map(({ variables, error }) => {
    const shown = flow.parameters.filter(({ output }) => output);
    const outputs = new Map<string, unknown>(shown.map((output) => [output.name, variables.get(output.name.toLowerCase()) ?? null]));
    outputs.set('Flow__InterviewStatus', error === undefined ? 'Finished' : 'Error');
    return { outputs, ...(error !== undefined && { error: { code: 'UNKNOWN_EXCEPTION', message: error } }) };
  });
}

function unknownInput(inputs: readonly ReadonlyMap<string, unknown>[], known: readonly string[]): string | undefined {
  const names = new Set(known.map((name) => name.toLowerCase()));
  return inputs.flatMap((input) => [...input.keys()]).find((key) => !names.has(key.toLowerCase()));
}

/** Outputs as Apex has them. */
export function outputMap(outputs: ReadonlyMap<string, unknown>): ApexMap {
  const map = new ApexMap('String', 'Object');
  for (const [name, value] of outputs) map.put(name, Array.isArray(value) ? new ApexList('Object', value) : value);
  return map;
}
