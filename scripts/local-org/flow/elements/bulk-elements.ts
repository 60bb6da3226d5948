import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type {
  ActionElement,
  CreateElement,
  DeleteElement,
  LookupElement,
  RollbackElement,
  UpdateElement,
  FlowElement,
} from '../metadata/description.ts';
import { runAction } from './action.ts';
import { runCreate } from './create-records.ts';
import { runDelete } from './delete-records.ts';
import { runLookup } from './look-up-records.ts';
import { runRollback } from './roll-back.ts';
import { runUpdate } from './update-records.ts';

/** The interviews in which an element failed, and why. */
export type Faults = ReadonlyMap<Interview, unknown>;

/** Elements that work on records or call code: all interviews that have come to one run it together. */
export type BulkElement = ActionElement | CreateElement | DeleteElement | LookupElement | RollbackElement | UpdateElement;

const KINDS: ReadonlySet<FlowElement['kind']> = new Set<BulkElement['kind']>([
  'action',
  'create',
  'delete',
  'lookup',
  'rollback',
  'update',
]);

export function isBulk(element: FlowElement): element is BulkElement {
  return KINDS.has(element.kind);
}

/** Runs an element for the interviews that have come to it. */
export function runBulk(context: FlowContext, interviews: readonly Interview[], element: BulkElement): Faults {
  switch (element.kind) {
    case 'action':
      return runAction(context, interviews, element);
    case 'create':
      return runCreate(context, interviews, element);
    case 'delete':
      return runDelete(context, interviews, element);
    case 'lookup':
      return runLookup(context, interviews, element);
    case 'rollback':
      return runRollback(context, interviews, element);
    case 'update':
      return runUpdate(context, interviews, element);
  }
}
