import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { RollbackElement } from '../metadata/description.ts';
import type { Faults } from './bulk-elements.ts';

/** Undoes what the interviews have written since they were started. */
export function runRollback(context: FlowContext, interviews: readonly Interview[], { name }: RollbackElement): Faults {
  if (context.savepoint === undefined) {
    return new Map(interviews.map((interview) => [interview, new FlowFault(`The element ${name} can't undo the save of a record.`)]));
  }
  context.transaction.rollback(context.savepoint);
  return new Map();
}
