import type { Component } from '../../metadata/source-tree.ts';
import type { FlowRunner } from '../flows.ts';
import type { ChangeLog } from '../change-events/change-log.ts';
import type { Limits } from '../limits.ts';
import type { SObjectRecord, Value } from '../record.ts';
import type { TransactionLocks } from '../row-locks.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import type { Security } from '../security/security.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Sequences } from '../store/sequences.ts';
import type { Store } from '../store/store.ts';
import type { DmlError, Transaction, TriggerRunner } from '../transaction.ts';
import type { ObjectFormulas } from '../formula/object-formulas.ts';
import type { WorkflowRules } from '../workflow/workflow-rules.ts';

/** All that DML needs of the org and of the transaction it runs in. */
export interface DmlContext {
  readonly schema: Schema;
  readonly store: Store;
  readonly records: RecordStore;
  readonly sequences: Sequences;
  readonly security: Security;
  readonly limits: Limits;
  readonly triggers: TriggerRunner;
  readonly flows: FlowRunner;
  readonly formulas: ObjectFormulas;
  readonly workflowRules: WorkflowRules;
  /** The classic mail template of that name, without its folder. */
  emailTemplate(name: string): Component | undefined;
  readonly transaction: Transaction;
  readonly locks: TransactionLocks;
  /** The changes that change events will tell of. */
  changes(): ChangeLog;
  /** Which kinds of objects this transaction has written, to refuse mixing them. */
  readonly written: WrittenKinds;
  /** How deep triggers and flows are inside triggers and flows. */
  triggerDepth: number;
  /** Ids of records that are in a before trigger just now: nothing else may write them meanwhile. */
  readonly inBeforeTrigger: Set<string>;
  /** Tells the org that rows of an object changed: rights and users are remembered between questions. */
  changed(object: ObjectDescription): void;
}

/** The first object of each kind that a transaction wrote. */
export interface WrittenKinds {
  setup?: string;
  data?: string;
}

/** One record on its way through a DML call. */
export interface DmlRow {
  /** Its place in the call. */
  readonly index: number;
  /** The record as the caller gave it: untouched but for the id of an insert. */
  readonly given: SObjectRecord;
  /** What triggers see and what is stored. */
  record: SObjectRecord;
  /** The stored record before the call; absent for an insert. */
  old: SObjectRecord | undefined;
  errors: DmlError[];
  /** Values the platform itself writes in this change, by lower-case field name: roll-up summaries. */
  readonly derived?: ReadonlyMap<string, Value>;
}

/** The kind of DML call, as error messages name it. */
export type DmlOperation = 'Insert' | 'Update' | 'Upsert' | 'Delete' | 'Undelete' | 'Merge' | 'Process' | 'Lock' | 'Unlock' | 'ConvertLead';

/** Leaves an error on a row. */
export function fail(row: DmlRow, statusCode: string, message: string, fields: readonly string[] = []): void {
  row.errors.push({ statusCode, message, fields });
}

/** The rows that are still good. */
export function good(rows: readonly DmlRow[]): DmlRow[] {
  return rows.filter((row) => row.errors.length === 0);
}

/** A call with a failed row goes no further: either it is undone, or it runs again with the good rows. */
export function hasFailed(rows: readonly DmlRow[]): boolean {
  return rows.some((row) => row.errors.length > 0);
}
