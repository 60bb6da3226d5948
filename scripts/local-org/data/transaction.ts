import type { Approvals } from './approval/approvals.ts';
import type { ChangeLog } from './change-events/change-log.ts';
import type { ConvertedLead, LeadConversion } from './dml/convert-lead.ts';
import type { RecordError, SObjectRecord, Value } from './record.ts';
import type { FlowRunner } from './flows.ts';
import type { Schema } from './schema/description.ts';
import type { Limits } from './limits.ts';
import type { Security } from './security/security.ts';
import type { SoqlQuery } from './soql/ast.ts';
import type { QueryWay } from './soql/explain.ts';
import type { EventLog } from './store/event-log.ts';
import type { PendingWork } from './store/pending-work.ts';
import type { Translations } from './translation/translations.ts';

/** Whose permissions count: `user` enforces object, field and record access of the running user; `system` only what `sharing` asks. */
export interface Access {
  readonly mode: 'user' | 'system';
  /** Whether record access of the running user filters rows (class declared `with sharing`); implied by `user` mode. */
  readonly sharing: boolean;
}

export const SYSTEM: Access = { mode: 'system', sharing: false };
export const USER: Access = { mode: 'user', sharing: true };

/** One error of a DML row, with the platform's status code, such as `FIELD_CUSTOM_VALIDATION_EXCEPTION`. */
export interface DmlError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** The outcome of one row of a DML call. */
export interface DmlResult {
  readonly id: string | null;
  readonly success: boolean;
  /** Upsert only: whether the row was inserted. */
  readonly created?: boolean;
  /** Merge only: the records that moved to the master. */
  readonly updatedRelatedIds?: readonly string[];
  readonly errors: readonly DmlError[];
}

export interface DmlOptions extends Access {
  /** True: the first failing row throws `DmlFailure` and nothing is written. False: good rows in, bad rows reported. */
  readonly allOrNone: boolean;
  /** Cuts text that is too long for its field instead of refusing it (`DMLOptions.AllowFieldTruncation`). */
  readonly truncates?: boolean;
}

/** The rows of a query in order; for an aggregate query each record is an `AggregateResult`. */
export interface QueryOutcome {
  readonly records: SObjectRecord[];
  /** Rows that match without LIMIT paging by the caller: what COUNT() returns. */
  readonly totalSize: number;
  /** Of an aggregate query: the names of its columns (aliases, grouped fields, `expr0`) as they are spelled. */
  readonly aggregateNames?: readonly string[];
}

export interface QueryOptions extends Access {
  /** Values for `:name` in the text, by lower-case name; a list or set of values for IN. */
  readonly binds?: ReadonlyMap<string, Value | readonly Value[]>;
  /** ALL ROWS: deleted records too. */
  readonly allRows?: boolean;
}

/** How a search runs. */
export interface SearchOptions extends Access {
  /** Values for `:name` in the text, as for a query. */
  readonly binds?: QueryOptions['binds'];
  /** What is found instead of searching: `Test.setFixedSearchResults`. Conditions, order and limits apply to them. */
  readonly fixedIds?: readonly string[];
}

/** What a search found in one object. */
export interface FoundRecords {
  /** What the search asked of this object, as a query. */
  readonly query: SoqlQuery;
  readonly records: readonly SObjectRecord[];
}

/**
 * One unit of work of one running user: all of it is committed, or nothing. Execution is synchronous, so a transaction
 * is never interleaved with another; how long it would have waited for rows is kept in `row-locks.ts`.
 */
export interface Transaction {
  readonly schema: Schema;
  readonly limits: Limits;
  readonly security: Security;
  /** The user whose rights count now: `System.runAs` changes it for a while. */
  userId: string;
  /** The running user's language, as `LanguageLocaleKey` has it: `en_US`, `de`. */
  readonly language: string;
  readonly translations: Translations;
  /** The org's flows, for code that starts one. */
  readonly flows: FlowRunner;
  /** Per-transaction state of the floors above (Apex statics, the message queue, the debug log), by owner's symbol. */
  readonly state: Map<symbol, unknown>;
  /** The org's queue: what is put in and taken out counts when the transaction is committed. */
  readonly pendingWork: PendingWork;
  /** The events that were published of late, for subscribers. */
  readonly eventLog: EventLog;
  /** What change events will tell of this transaction. */
  readonly changes: ChangeLog;
  /** Submits records for approval and answers; locks records. */
  readonly approvals: Approvals;
  /** Milliseconds since the epoch; the org's clock, which a person or a test may move. */
  now(): number;
  query(soql: string, options: QueryOptions): QueryOutcome;
  /** How the platform would go about a query, the cheapest way first. Reads nothing of it. */
  explain(soql: string, options: QueryOptions): readonly QueryWay[];
  /** Runs a search (SOSL). */
  search(sosl: string, options: SearchOptions): readonly FoundRecords[];
  insert(records: readonly SObjectRecord[], options: DmlOptions): DmlResult[];
  update(records: readonly SObjectRecord[], options: DmlOptions): DmlResult[];
  upsert(records: readonly SObjectRecord[], externalIdField: string, options: DmlOptions): DmlResult[];
  delete(ids: readonly string[], options: DmlOptions): DmlResult[];
  undelete(ids: readonly string[], options: DmlOptions): DmlResult[];
  /** Erases records of the recycle bin; those that are not in it are reported, the others go. */
  emptyRecycleBin(ids: readonly string[], access: Access): DmlResult[];
  merge(master: SObjectRecord, duplicateIds: readonly string[], options: DmlOptions): DmlResult[];
  /** Makes accounts, contacts and deals of leads; what each became stands beside its outcome. */
  convertLeads(conversions: readonly LeadConversion[], options: DmlOptions): (DmlResult & { readonly converted?: ConvertedLead })[];
  /** Writes a row that the org keeps of itself (`AsyncApexJob`, `CronTrigger`): no triggers, nobody's rights, no limits. Gives its id. */
  insertSystemRow(objectName: string, contents: Readonly<Record<string, Value>>): string;
  /** Changes fields of such a row, if it is still there. */
  updateSystemRow(id: string, contents: Readonly<Record<string, Value>>): void;
  /** Takes such a row out for good, if it is still there. */
  deleteSystemRow(id: string): void;
  /** Opens a savepoint and returns its handle; `rollback` undoes everything since, `release` forgets it. */
  savepoint(): number;
  rollback(savepoint: number): void;
  release(savepoint: number): void;
  /** Gives a stored record another creation time (`Test.setCreatedDate`), without triggers. */
  setCreatedDate(id: string, milliseconds: number): void;
  /**
   * A number that grows whenever rows of an object are written in this transaction or taken back by a roll-back: who keeps what was read
   * of them compares it.
   */
  changesOf(objectName: string): number;
  /** Runs once the transaction has been committed (asynchronous jobs, messages, events published after commit). */
  afterCommit(action: () => void): void;
  /** Runs once the transaction is over, committed or undone (events published at once). */
  afterEnd(action: () => void): void;
}

/** What Apex supplies to DML: the triggers of an object, run with the lists the platform would give them. */
export interface TriggerRunner {
  handles(objectName: string, event: TriggerEvent): boolean;
  /**
   * Runs every trigger of the object for the event, at most 200 records at a time (the caller slices). `addError` leaves
   * messages in `record.errors`; in a before trigger of insert or update the new records may be changed in place.
   */
  run(transaction: Transaction, event: TriggerEvent, batch: TriggerBatch): void;
}

export type TriggerEvent =
  'before insert' | 'before update' | 'before delete' | 'after insert' | 'after update' | 'after delete' | 'after undelete';

export interface TriggerBatch {
  readonly objectName: string;
  /** `Trigger.new`: absent for delete. */
  readonly newRecords?: readonly SObjectRecord[];
  /** `Trigger.old`: absent for insert and undelete; same order as the new ones. */
  readonly oldRecords?: readonly SObjectRecord[];
}

export type { RecordError };
