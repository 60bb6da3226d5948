import { apexValueOf, fromApex } from '../../apex/runtime/flow-values.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { ActionOutcome, ActionRequest } from './action.ts';

/** Starts another flow, as a process does. */
export function startFlow(context: FlowContext, name: string, requests: readonly ActionRequest[]): readonly ActionOutcome[] {
  const { transaction } = context;
  return requests.map(({ inputs, access }) => {
    const given = new Map([...inputs].map(([key, value]) => [key, apexValueOf(value)]));
    const [{ error, variables }] = transaction.flows.start(transaction, name, [given], access);
    const values = new Map([...variables].map(([key, value]) => [key, fromApex(value)]));
    return {
      value: values,
      output: (output) => values.get(output.toLowerCase()) ?? null,
      ...(error !== undefined && { fault: new FlowFault(error) }),
    };
  });
}
