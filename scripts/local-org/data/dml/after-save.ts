import { noteChanges } from '../change-events/change-log.ts';
import type { ObjectDescription } from '../schema/description.ts';
import { runWorkflow } from '../workflow/run-workflow.ts';
import { behaviourOf } from './behaviours/index.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { hasFailed } from './dml-context.ts';
import { fillInFormulas } from './formula-fields.ts';
import { rollUp } from './roll-up.ts';
import { runFlows } from './run-flows.ts';
import { runTriggers } from './run-triggers.ts';

const EVENTS = { CREATE: 'after insert', UPDATE: 'after update' } as const;

/** What follows once rows of one object are stored, in the platform's order, until one of them fails. */
export function afterSave(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[], change: keyof typeof EVENTS): void {
  context.changed(object);
  behaviourOf(object).afterSave?.(context, rows);
  fillInFormulas(context, rows);
  const steps = [
    () => runTriggers(context, EVENTS[change], rows),
    () => runWorkflow(context, rows),
    () => runFlows(context, 'after save', rows),
  ];
  for (const step of steps) {
    step();
    if (hasFailed(rows)) {
      return;
    }
  }
  rollUp(context, object, rows);
  noteChanges(context, rows, change);
}
