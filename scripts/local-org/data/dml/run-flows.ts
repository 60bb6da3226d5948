import { LimitExceeded } from '../errors.ts';
import type { FlowMoment } from '../flows.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';
import { MAXIMUM_DEPTH } from './run-triggers.ts';

/** Runs the flows of an object over some rows, and fails the rows that they refuse. */
export function runFlows(context: DmlContext, moment: FlowMoment, rows: readonly DmlRow[]): void {
  const [first] = rows;
  const objectName = first?.record.description.name;
  if (objectName === undefined || !context.flows.handles(objectName, moment)) {
    return;
  }
  if (context.triggerDepth >= MAXIMUM_DEPTH) {
    throw new LimitExceeded('Maximum trigger depth exceeded');
  }
  context.triggerDepth++;
  try {
    for (const { index, statusCode, message, fields } of context.flows.run(context.transaction, moment, objectName, rows)) {
      fail(rows[index], statusCode, message, fields);
    }
  } finally {
    context.triggerDepth--;
  }
}
