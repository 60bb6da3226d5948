import { Approvals } from './approval/approvals.ts';
import { ChangeLog } from './change-events/change-log.ts';
import { convertLeads } from './dml/convert-lead.ts';
import type { ConvertedLead, LeadConversion } from './dml/convert-lead.ts';
import { deleteRows } from './dml/delete.ts';
import type { DmlContext, DmlRow, WrittenKinds } from './dml/dml-context.ts';
import { emptyRecycleBinOf } from './dml/empty-recycle-bin.ts';
import { handOutIds, insertRows } from './dml/insert.ts';
import { mergeRow } from './dml/merge.ts';
import { checkNotMixed } from './dml/mixed-dml.ts';
import { checkDistinct, checkNotRepeated, resultsOf, rowsOf, runStatement } from './dml/statement.ts';
import { undeleteRows } from './dml/undelete.ts';
import { updateRows } from './dml/update.ts';
import { upsertKey, upsertRows } from './dml/upsert.ts';
import { PlatformError } from './errors.ts';
import type { FormulaSurroundings } from './formula/object-formulas.ts';
import type { FlowRunner } from './flows.ts';
import { GovernorLimits } from './governor-limits.ts';
import type { LimitName, Limits } from './limits.ts';
import { StatementLog } from './observer.ts';
import type { Org } from './org.ts';
import { SObjectRecord } from './record.ts';
import type { Value } from './record.ts';
import type { TransactionLocks } from './row-locks.ts';
import type { ObjectDescription, Schema } from './schema/description.ts';
import { Savepoints } from './savepoints.ts';
import type { Security } from './security/security.ts';
import { USER_RECORD_ACCESS } from './security/user-record-access.ts';
import { parseSoql } from './soql/parse.ts';
import { explainQuery } from './soql/explain.ts';
import type { QueryWay } from './soql/explain.ts';
import { runQuery } from './soql/run.ts';
import { runSearch } from './sosl/run.ts';
import type { EventLog } from './store/event-log.ts';
import type { PendingWork } from './store/pending-work.ts';
import type { QueryContext } from './store/query-context.ts';
import { deleteSystemRow, fillUserRecordAccess, insertSystemRow, noteViewed, setCreatedDate, updateSystemRow } from './system-rows.ts';
import type { Access, DmlOptions, DmlResult, FoundRecords, QueryOptions, QueryOutcome, SearchOptions, Transaction } from './transaction.ts';
import type { Translations } from './translation/translations.ts';
import { prefixOf, toId18 } from './values/id.ts';

/** Objects whose records decide what users may see and do. */
const DECIDING_OBJECTS: ReadonlySet<string> = new Set([
  'CustomPermission',
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'Profile',
  'SetupEntityAccess',
  'User',
  'UserRole',
]);

const NAMES_USER_RECORD_ACCESS = new RegExp(`\\b${USER_RECORD_ACCESS}\\b`, 'i');

/** The transaction of an org. */
export class OrgTransaction implements Transaction {
  readonly limits: Limits;
  readonly state = new Map<symbol, unknown>();
  readonly afterCommitActions: (() => void)[] = [];
  readonly afterUndoActions: (() => void)[] = [];
  /** What was asked and written, noted only when somebody watches the org. */
  readonly log: StatementLog | undefined;
  userId: string;
  readonly #org: Org;
  readonly #locks: TransactionLocks;
  #written: WrittenKinds = {};
  #triggerDepth = 0;
  readonly changes = new ChangeLog();
  readonly #savepoints: Savepoints;
  #touchedRights = false;
  #changeCount = 0;
  #lastUndo = 0;
  readonly #lastChange = new Map<string, number>();
  readonly #inBeforeTrigger = new Set<string>();

  constructor(org: Org, userId: string, locks: TransactionLocks, limits?: Readonly<Record<LimitName, number>>) {
    this.#org = org;
    this.#locks = locks;
    this.userId = userId;
    this.limits = new GovernorLimits(limits);
    this.log = org.observer && new StatementLog();
    this.#savepoints = new Savepoints(org.store, this.changes);
  }

  get schema(): Schema {
    return this.#org.schema;
  }

  get security(): Security {
    return this.#org.security;
  }

  get flows(): FlowRunner {
    return this.#org.flows;
  }

  get translations(): Translations {
    return this.#org.translations;
  }

  get eventLog(): EventLog {
    return this.#org.eventLog;
  }

  get pendingWork(): PendingWork {
    return this.#org.pendingWork;
  }

  get language(): string {
    const [row] = this.#org.store.select('SELECT "LanguageLocaleKey" FROM "User" WHERE "Id" = ?', [this.userId]);
    return (row?.[0] as string | null | undefined) ?? 'en_US';
  }

  get approvals(): Approvals {
    return new Approvals(this.#dmlContext(), this.#org.approvalProcesses);
  }

  /** What formulas may ask of the moment. */
  get surroundings(): FormulaSurroundings {
    return { userId: this.userId, timeZone: this.#timeZone(), now: () => this.now() };
  }

  now(): number {
    return this.#org.clock();
  }

  query(soql: string, options: QueryOptions): QueryOutcome {
    if (NAMES_USER_RECORD_ACCESS.test(soql)) {
      const query = parseSoql(soql);
      if (query.from.text.toLowerCase() === USER_RECORD_ACCESS.toLowerCase()) fillUserRecordAccess(this.#dmlContext(), query, options);
    }
    const run = (): QueryOutcome => runQuery(this.#queryContext(), soql, options);
    return this.log ? this.log.note('Query', soql, ({ records, totalSize }) => records.length || totalSize, run, options.binds) : run();
  }

  explain(soql: string, options: QueryOptions): readonly QueryWay[] {
    return explainQuery(this.#queryContext(), soql, options);
  }

  search(sosl: string, options: SearchOptions): readonly FoundRecords[] {
    const run = (): readonly FoundRecords[] => runSearch(this.#queryContext(), sosl, options);
    const rowsOf = (found: readonly FoundRecords[]): number => found.reduce((sum, { records }) => sum + records.length, 0);
    return this.log ? this.log.note('Search', sosl, rowsOf, run) : run();
  }

  insert(records: readonly SObjectRecord[], options: DmlOptions): DmlResult[] {
    const rows = rowsOf(records);
    checkNotRepeated(rows);
    this.#run('Insert', rows, options, (context, chunk) => insertRows(context, chunk, options));
    handOutIds(rows);
    return resultsOf(rows);
  }

  update(records: readonly SObjectRecord[], options: DmlOptions): DmlResult[] {
    const rows = rowsOf(records);
    checkDistinct(rows);
    this.#run('Update', rows, options, (context, chunk) => updateRows(context, chunk, options));
    return resultsOf(rows);
  }

  upsert(records: readonly SObjectRecord[], externalIdField: string, options: DmlOptions): DmlResult[] {
    const rows = rowsOf(records);
    checkNotRepeated(rows);
    checkDistinct(rows);
    const [first] = rows;
    if (first === undefined) {
      return [];
    }
    const key = upsertKey(first.given.description, externalIdField);
    checkDistinct(rows);
    const created = new Set<DmlRow>();
    this.#run('Upsert', rows, options, (context, chunk) => upsertRows(context, chunk, key, options, created));
    handOutIds(rows.filter((row) => created.has(row)));
    return resultsOf(rows).map((result, index) => ({ ...result, created: result.success && created.has(rows[index]) }));
  }

  delete(ids: readonly string[], options: DmlOptions): DmlResult[] {
    return this.#onIds('Delete', ids, options, (context, chunk) => deleteRows(context, chunk, options));
  }

  undelete(ids: readonly string[], options: DmlOptions): DmlResult[] {
    return this.#onIds('Undelete', ids, options, (context, chunk) => undeleteRows(context, chunk, options));
  }

  emptyRecycleBin(ids: readonly string[], access: Access): DmlResult[] {
    const options = { ...access, allOrNone: false };
    return this.#onIds('Delete', ids, options, (context, chunk) => emptyRecycleBinOf(context, chunk, options));
  }

  merge(master: SObjectRecord, duplicateIds: readonly string[], options: DmlOptions): DmlResult[] {
    const rows = rowsOf([master]);
    let moved: readonly string[] = [];
    this.#run('Merge', rows, options, (context, [row]) => {
      moved = mergeRow(context, row, duplicateIds, options);
    });
    return resultsOf(rows).map((result) => ({ ...result, updatedRelatedIds: moved }));
  }

  convertLeads(conversions: readonly LeadConversion[], options: DmlOptions): (DmlResult & { converted?: ConvertedLead })[] {
    return convertLeads(this.#dmlContext(), conversions, options, this.#org.tree);
  }

  savepoint(): number {
    return this.#savepoints.set();
  }

  rollback(savepoint: number): void {
    if (this.#savepoints.goBackTo(savepoint)) {
      this.#lastUndo = ++this.#changeCount;
      this.#forgetRights();
    }
  }

  release(savepoint: number): void {
    this.#savepoints.release(savepoint);
  }

  setCreatedDate(id: string, milliseconds: number): void {
    setCreatedDate(this.#dmlContext(), this.#recordOfId(id), milliseconds);
  }

  changesOf(objectName: string): number {
    return Math.max(this.#lastChange.get(objectName) ?? 0, this.#lastUndo);
  }

  insertSystemRow(objectName: string, contents: Readonly<Record<string, Value>>): string {
    return insertSystemRow(this.#dmlContext(), objectName, contents);
  }

  updateSystemRow(id: string, contents: Readonly<Record<string, Value>>): void {
    updateSystemRow(this.#dmlContext(), this.#recordOfId(id), contents);
  }

  deleteSystemRow(id: string): void {
    deleteSystemRow(this.#dmlContext(), this.#recordOfId(id));
  }

  afterEnd(action: () => void): void {
    this.afterCommitActions.push(action);
    this.afterUndoActions.push(action);
  }

  afterCommit(action: () => void): void {
    this.afterCommitActions.push(action);
  }

  /**
   * Becomes another user, as `System.runAs` does: set-up objects and others may be written again. Returns the way back.
   */
  becomeUser(userId: string): () => void {
    const before = { userId: this.userId, written: this.#written };
    this.userId = userId;
    this.#written = {};
    return () => {
      this.userId = before.userId;
      this.#written = before.written;
    };
  }

  /** Called when the transaction was undone. */
  ended(): void {
    this.#forgetRights();
  }

  #forgetRights(): void {
    if (this.#touchedRights) {
      this.#org.setUpChanged();
    }
  }

  #run(
    operation: 'Insert' | 'Update' | 'Upsert' | 'Delete' | 'Undelete' | 'Merge',
    rows: readonly DmlRow[],
    options: DmlOptions,
    process: (context: DmlContext, chunk: readonly DmlRow[]) => void,
  ): void {
    const context = this.#dmlContext();
    for (const object of new Set(rows.map(({ given }) => given.description))) {
      checkWritable(object, operation);
      checkNotMixed(context, object, operation, rows);
    }
    const run = (): void => runStatement(context, operation, rows, options, (chunk) => process(context, chunk));
    if (!this.log) return run();
    const objects = [...new Set(rows.map(({ given }) => given.description.name))].join(', ');
    this.log.note(operation, objects, () => rows.length, run);
  }

  #onIds(
    operation: 'Delete' | 'Undelete',
    ids: readonly string[],
    options: DmlOptions,
    process: (context: DmlContext, chunk: readonly DmlRow[]) => void,
  ): DmlResult[] {
    const rows = rowsOf(ids.map((id) => this.#recordOfId(id)));
    checkDistinct(rows);
    this.#run(operation, rows, options, process);
    return resultsOf(rows);
  }

  #recordOfId(text: string): SObjectRecord {
    const id = toId18(text);
    const object = id === undefined ? undefined : this.schema.objectOfPrefix(prefixOf(id));
    if (id === undefined || object === undefined) {
      throw new PlatformError('MALFORMED_ID', `bad id ${text}`);
    }
    return new SObjectRecord(object, new Map([['id', id]]));
  }

  #dmlContext(): DmlContext {
    const org = this.#org;
    const depth = { get: () => this.#triggerDepth, set: (value: number) => (this.#triggerDepth = value) };
    return {
      schema: org.schema,
      store: org.store,
      records: org.records,
      sequences: org.sequences,
      security: org.security,
      limits: this.limits,
      triggers: org.triggers,
      flows: org.flows,
      formulas: org.formulas,
      workflowRules: org.workflowRules,
      changes: () => this.changes,
      emailTemplate: (name) => org.tree.find('EmailTemplate', name),
      transaction: this,
      locks: this.#locks,
      written: this.#written,
      inBeforeTrigger: this.#inBeforeTrigger,
      get triggerDepth() {
        return depth.get();
      },
      set triggerDepth(value: number) {
        depth.set(value);
      },
      changed: (object: ObjectDescription) => {
        this.#lastChange.set(object.name, ++this.#changeCount);
        if (DECIDING_OBJECTS.has(object.name)) {
          this.#touchedRights = true;
          org.setUpChanged();
        }
      },
    };
  }

  #queryContext(): QueryContext {
    const { store, schema, security } = this.#org;
    const [organization] = store.select('SELECT "FiscalYearStartMonth" FROM "Organization"');
    return {
      schema,
      limits: this.limits,
      security,
      userId: this.userId,
      timeZone: this.#timeZone(),
      fiscalYearStartMonth: Number(organization?.[0] ?? 1),
      now: () => this.now(),
      locks: this.#locks,
      noteViewed: (records, how) => noteViewed(this.#dmlContext(), records, how),
      inUsersWords: (object) => this.translations.object(object, this.language),
      select: (sql, parameters) => store.select(sql, parameters),
    };
  }

  #timeZone(): string {
    const [row] = this.#org.store.select('SELECT "TimeZoneSidKey" FROM "User" WHERE "Id" = ?', [this.userId]);
    return (row?.[0] as string | null) ?? 'UTC';
  }
}

function checkWritable(object: ObjectDescription, operation: string): void {
  const allowed =
    operation === 'Insert' ? object.createable : operation === 'Delete' || operation === 'Undelete' ? object.deletable : object.updateable;
  if (!allowed || object.kind === 'platformEvent') {
    throw new PlatformError(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `DML operation ${operation.toUpperCase()} not allowed on ${object.name}`,
    );
  }
}
