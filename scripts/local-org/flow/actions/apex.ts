import { classInfoOf, instanceFields } from '../../apex/runtime/class-info.ts';
import { ApexException, asApexException } from '../../apex/runtime/exception.ts';
import { fromApex } from '../../apex/runtime/flow-values.ts';
import { findInvocable } from '../../apex/runtime/invocable-methods.ts';
import { enterSharing, restoreSharing } from '../../apex/runtime/current.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { ActionOutcome, ActionRequest } from './action.ts';

/** Calls the `@InvocableMethod` of a class once for all interviews. */
export function callApex(_context: FlowContext, name: string, requests: readonly ActionRequest[]): readonly ActionOutcome[] {
  const method = findInvocable(name);
  if (method === undefined) {
    throw new FlowFault(`There is no class ${name} with an invocable method.`);
  }
  const sharing = enterSharing(requests.every(({ access }) => access.sharing));
  try {
    return method.invoke(requests.map(({ inputs }) => inputs)).map(outcomeOf);
  } catch (error) {
    const exception = asApexException(error);
    if (exception instanceof ApexException && exception.catchable) {
      throw new FlowFault(`An Apex error occurred: ${exception.toString()}`, { cause: exception });
    }
    throw error;
  } finally {
    restoreSharing(sharing);
  }
}

function outcomeOf(result: unknown): ActionOutcome {
  const info = classInfoOf(result);
  return {
    value: fromApex(result),
    output: (name) => {
      const field = info && instanceFields(info).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      return field === undefined ? fromApex(result) : fromApex((result as Record<string, unknown>)[field.key]);
    },
  };
}
