import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import { runAssignment } from './assignment.ts';
import { runFilter, runSort } from './collections.ts';
import { runDecision } from './decision.ts';
import { runCustomError } from './custom-error.ts';
import { runLoop } from './loop.ts';
import { runTransform } from './transform.ts';

/** Runs an element for one interview and gives the name of the element that follows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each takes the element of its own kind, by which it is found
type Run = (context: FlowContext, interview: Interview, element: any) => string | undefined;

/** Elements that each interview runs by itself, by their kind. */
export const SIMPLE_ELEMENTS: Readonly<Record<string, Run>> = {
  assignment: runAssignment,
  customError: runCustomError,
  decision: runDecision,
  filter: runFilter,
  loop: runLoop,
  sort: runSort,
  transform: runTransform,
};
