import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type {
  AssignmentElement,
  CustomErrorElement,
  DecisionElement,
  FilterElement,
  LoopElement,
  SortElement,
  TransformElement,
} from '../metadata/description.ts';
import { runAssignment } from './assignment.ts';
import { runFilter, runSort } from './collections.ts';
import { runDecision } from './decision.ts';
import { runCustomError } from './custom-error.ts';
import { runLoop } from './loop.ts';
import { runTransform } from './transform.ts';

/** Elements that each interview runs by itself. */
export type SimpleElement =
  AssignmentElement | CustomErrorElement | DecisionElement | FilterElement | LoopElement | SortElement | TransformElement;

/** Runs an element for one interview and gives the name of the element that follows. */
export function runSimple(context: FlowContext, interview: Interview, element: SimpleElement): string | undefined {
  switch (element.kind) {
    case 'assignment':
      return runAssignment(context, interview, element);
    case 'customError':
      return runCustomError(context, interview, element);
    case 'decision':
      return runDecision(context, interview, element);
    case 'filter':
      return runFilter(context, interview, element);
    case 'loop':
      return runLoop(context, interview, element);
    case 'sort':
      return runSort(context, interview, element);
    case 'transform':
      return runTransform(context, interview, element);
  }
}
