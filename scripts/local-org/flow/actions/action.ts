import type { Access } from '../../data/transaction.ts';
import type { FlowContext } from '../flow-context.ts';

/** What one interview asks of an action: inputs by lower-case name. */
export interface ActionRequest {
  readonly inputs: ReadonlyMap<string, unknown>;
  readonly access: Access;
}

/** What an action gives back to one interview. */
export interface ActionOutcome {
  /** Why it failed. */
  readonly fault?: unknown;
  /** What the element's name stands for afterwards. */
  readonly value: unknown;
  /** An output by its name. */
  output(name: string): unknown;
}

/** Runs an action of a type by its name, once for all requests, and gives an outcome for each in their order. */
export type Action = (context: FlowContext, name: string, requests: readonly ActionRequest[]) => readonly ActionOutcome[];

/** An outcome without outputs. */
export const DONE: ActionOutcome = { value: null, output: () => null };
