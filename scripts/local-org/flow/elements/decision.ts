import { meets } from '../conditions.ts';
import type { FlowContext } from '../flow-context.ts';
import { Interview } from '../interview.ts';
import type { Criteria, DecisionElement } from '../metadata/description.ts';

/** Takes the first outcome whose criteria are met; which one is kept as a truth under the name of each. */
export function runDecision(context: FlowContext, interview: Interview, { outcomes, next }: DecisionElement): string | undefined {
  const taken = outcomes.find(({ criteria, onlyWhenChanged }) => {
    return meets(context, interview, criteria) && !(onlyWhenChanged && metBefore(context, interview, criteria));
  });
  for (const outcome of outcomes) {
    interview.frame.values.set(outcome.name.toLowerCase(), outcome === taken);
  }
  return taken === undefined ? next : taken.next;
}

/** Whether the record met the criteria before it was changed. */
function metBefore(context: FlowContext, interview: Interview, criteria: Criteria): boolean {
  const { trigger } = interview;
  if (trigger?.prior === undefined) {
    return false;
  }
  const before = new Interview(interview.frame, interview.startedAt, { ...trigger, record: trigger.prior });
  return meets(context, before, criteria);
}
