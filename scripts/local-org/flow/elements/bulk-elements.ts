import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import { runAction } from './action.ts';
import { runCreate } from './create-records.ts';
import { runDelete } from './delete-records.ts';
import { runLookup } from './look-up-records.ts';
import { runRollback } from './roll-back.ts';
import { runUpdate } from './update-records.ts';

/** The interviews in which an element failed, and why. */
export type Faults = ReadonlyMap<Interview, unknown>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each takes the element of its own kind, by which it is found
type RunTogether = (context: FlowContext, interviews: readonly Interview[], element: any) => Faults;

/** Elements that work on records or call code: all interviews that have come to one run it together. By their kind. */
export const BULK_ELEMENTS: Readonly<Record<string, RunTogether>> = {
  action: runAction,
  create: runCreate,
  delete: runDelete,
  lookup: runLookup,
  rollback: runRollback,
  update: runUpdate,
};
