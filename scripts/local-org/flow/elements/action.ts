import { ACTIONS } from '../actions/index.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { ActionElement } from '../metadata/description.ts';
import { assign, operandValue } from '../references.ts';
import type { Faults } from './bulk-elements.ts';
import { prepareEach } from './write-records.ts';

/** Runs an action once for all interviews. What it gives is kept as the element's name, and goes to the variables that ask for it. */
export function runAction(context: FlowContext, interviews: readonly Interview[], element: ActionElement): Faults {
  const action = ACTIONS[element.type];
  if (action === undefined) {
    throw new FlowFault(`The local org has no actions of the type ${element.type}.`);
  }
  const { writings, faults } = prepareEach(interviews, (interview) => [inputsOf(context, interview, element)]);
  if (writings.length === 0) {
    return faults;
  }
  const requests = writings.map(({ items: [inputs], interview }) => ({
    inputs: inputs ?? new Map<string, unknown>(),
    access: interview.frame.access,
  }));
  for (const [index, outcome] of action(context, element.action, requests).entries()) {
    const { interview } = writings[index];
    if (outcome.fault !== undefined) {
      faults.set(interview, outcome.fault);
      continue;
    }
    interview.frame.values.set(element.name.toLowerCase(), outcome.value);
    for (const { name, target } of element.outputs) {
      assign(context, interview, target, outcome.output(name));
    }
  }
  return faults;
}

function inputsOf(context: FlowContext, interview: Interview, { inputs }: ActionElement): ReadonlyMap<string, unknown> {
  const given = inputs.filter(({ value }) => value !== undefined);
  return new Map(given.map(({ name, value }) => [name.toLowerCase(), operandValue(context, interview, value)]));
}
