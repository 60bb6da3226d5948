import type { SObjectRecord } from './record.ts';
import type { Access, DmlError, Transaction } from './transaction.ts';

/** Where in a DML call flows of an object run. */
export type FlowMoment = 'before save' | 'after save' | 'before delete';

/** A record that a DML call changes, and how it was stored before; `old` is absent for a new one. */
export interface RecordChange {
  readonly record: SObjectRecord;
  readonly old: SObjectRecord | undefined;
}

/** Why a record can't be saved: by its place in the list of changes. */
export interface RefusedChange extends DmlError {
  readonly index: number;
}

/** How an interview that code started has ended. */
export interface FlowOutcome {
  /** What went wrong; absent when the interview is finished. */
  readonly error?: string;
  /** The last value of every variable, by lower-case name, as Apex values. */
  readonly variables: ReadonlyMap<string, unknown>;
}

/** A variable of a flow that callers may set or read. */
export interface FlowParameter {
  readonly name: string;
  /** Such as `STRING`, `SOBJECT`. */
  readonly type: string;
  readonly objectName?: string;
  readonly collection: boolean;
  readonly input: boolean;
  readonly output: boolean;
}

/** A flow that code may start. */
export interface StartableFlow {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly active: boolean;
  readonly parameters: readonly FlowParameter[];
}

/** The flows of an org. The floor that runs them supplies it. */
export interface FlowRunner {
  /** Whether flows run when records of the object are written. */
  handles(objectName: string, moment: FlowMoment): boolean;
  /**
   * Runs the flows of the object over at most 200 changes of one call. Before a save the records may be changed in place.
   * @returns the changes that a flow refused, or in which it failed.
   */
  run(transaction: Transaction, moment: FlowMoment, objectName: string, changes: readonly RecordChange[]): RefusedChange[];
  /** Runs a path of a flow that was left for later, from what was written down for it. */
  resume(transaction: Transaction, values: readonly unknown[]): void;
  /** Runs the flows that wait for these platform events. */
  receive(transaction: Transaction, events: readonly SObjectRecord[]): void;
  /** The flow of a name in any case, when code may start it. */
  find(name: string): StartableFlow | undefined;
  startable(): readonly StartableFlow[];
  /**
   * Starts an interview for each set of inputs (Apex values by variable name in any case), all of them together.
   * @param access Whose rights count unless the flow says otherwise.
   */
  start(transaction: Transaction, name: string, inputs: readonly ReadonlyMap<string, unknown>[], access: Access): FlowOutcome[];
}

/** An org whose flows nobody runs yet. */
export const NO_FLOWS: FlowRunner = {
  handles: () => false,
  run: () => [],
  resume: () => undefined,
  receive: () => undefined,
  find: () => undefined,
  startable: () => [],
  start: () => {
    throw new Error('Nobody runs the flows of this org.');
  },
};
