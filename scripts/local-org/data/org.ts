import type { ScratchDefinition } from '../metadata/scratch-definition.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { NO_FLOWS } from './flows.ts';
import type { FlowRunner } from './flows.ts';
import { readApprovalProcesses } from './approval/approval-processes.ts';
import type { ApprovalProcess } from './approval/approval-processes.ts';
import { readLabels } from './translation/labels.ts';
import { ObjectFormulas } from './formula/object-formulas.ts';
import type { LimitName } from './limits.ts';
import { LoopTurns } from './loop-turns.ts';
import type { TransactionObserver } from './observer.ts';
import { OrgTransaction } from './org-transaction.ts';
import { RowLocks } from './row-locks.ts';
import type { Schema } from './schema/description.ts';
import { buildSchema } from './schema/build-schema.ts';
import { createSecurity } from './security/create-security.ts';
import type { Security } from './security/security.ts';
import { loadApprovalDefinitions } from './setup/approval-definitions.ts';
import { automationNotRun } from './setup/automation.ts';
import { loadBase } from './setup/base.ts';
import { loadSetUp } from './setup/load-set-up.ts';
import { passwordFits, storePassword } from './setup/passwords.ts';
import { SetUpWriter } from './setup/set-up-writer.ts';
import { EventLog } from './store/event-log.ts';
import { PendingWork } from './store/pending-work.ts';
import { RecordStore } from './store/record-store.ts';
import { Sequences } from './store/sequences.ts';
import { IN_MEMORY, Store } from './store/store.ts';
import { alignTables, knownPrefixes } from './store/tables.ts';
import type { Transaction, TriggerRunner } from './transaction.ts';
import { readWorkflowRules } from './workflow/workflow-rules.ts';
import type { WorkflowRules } from './workflow/workflow-rules.ts';
import { readTranslations } from './translation/translations.ts';
import type { Translations } from './translation/translations.ts';

/** No code yet: the apex floor sets the real one. */
const NO_TRIGGERS: TriggerRunner = { handles: () => false, run: () => undefined };

/** How a transaction differs from the usual synchronous one. */
export interface TransactionOptions {
  readonly limits?: Readonly<Record<LimitName, number>>;
  /** Whether it was asked for from outside, and may have stood in line behind the transactions before it. */
  readonly queued?: boolean;
}

/**
 * An org: the objects and rules of a source tree over one SQLite file (or memory), with the records in it. All work happens in
 * transactions, one at a time.
 */
export class Org {
  readonly tree: SourceTree;
  readonly scratchDefinition: ScratchDefinition;
  readonly schema: Schema;
  readonly store: Store;
  readonly records: RecordStore;
  readonly sequences: Sequences;
  /** What has been promised and not been done: jobs, events. */
  readonly pendingWork: PendingWork;
  /** The events that were published of late. */
  readonly eventLog: EventLog;
  readonly security: Security;
  readonly formulas: ObjectFormulas;
  readonly workflowRules: WorkflowRules;
  readonly approvalProcesses: readonly ApprovalProcess[];
  readonly translations: Translations;
  /** What the project has that would act on records in a Salesforce org and does not here: a sentence each. */
  readonly warnings: readonly string[];
  readonly organizationId: string;
  /** The user with every right that each org has. */
  readonly administratorId: string;
  /** Set by the apex floor once it has compiled the triggers. */
  triggers: TriggerRunner = NO_TRIGGERS;
  /** Set by the floor that runs flows. */
  flows: FlowRunner = NO_FLOWS;
  /** Set by the apex floor: queues the change events of a transaction that is about to be committed. */
  publishChanges: (transaction: Transaction) => void = () => undefined;
  /** Milliseconds since the epoch; a test may put another clock. */
  clock: () => number = () => Date.now();
  /** Milliseconds that never go back, for how long rows are held; a test may put another. */
  stopwatch: () => number = () => performance.now();
  /** Told of every transaction that ends outside of tests. */
  observer: TransactionObserver | undefined;
  #setUpVersion = 0;
  readonly #turns = new LoopTurns(() => this.stopwatch());
  readonly #locks = new RowLocks(() => this.stopwatch());
  readonly #running: { transaction: OrgTransaction; rehearsal: boolean }[] = [];

  /**
   * Opens or creates the org.
   * @param file Path of the SQLite file, or `:memory:`.
   * @throws SetUpError when the metadata doesn't fit together or the file can't be used.
   */
  constructor(tree: SourceTree, scratchDefinition: ScratchDefinition, file: string = IN_MEMORY) {
    this.tree = tree;
    this.scratchDefinition = scratchDefinition;
    this.warnings = automationNotRun(tree);
    this.translations = readTranslations(tree);
    this.store = new Store(file);
    try {
      this.schema = buildSchema(tree, scratchDefinition, knownPrefixes(this.store));
      alignTables(this.store, this.schema);
      this.records = new RecordStore(this.store);
      this.sequences = new Sequences(this.store);
      this.pendingWork = new PendingWork(this.store);
      this.eventLog = new EventLog(this.store, this.sequences);
      this.security = createSecurity(this.schema, tree, {
        select: (sql, parameters) => this.store.select(sql, parameters),
        setUpVersion: () => this.#setUpVersion,
      });
      const labels = readLabels(tree);
      this.formulas = new ObjectFormulas({
        schema: this.schema,
        records: this.records,
        store: this.store,
        security: () => this.security,
        label: (name) => this.translations.label(name, this.#current?.language ?? 'en_US') ?? labels.get(name.toLowerCase()),
        surroundings: () => this.#current?.surroundings ?? { userId: this.administratorId, timeZone: 'UTC', now: () => this.clock() },
      });
      this.formulas.prepare();
      this.workflowRules = readWorkflowRules(tree, this.schema, this.formulas);
      this.approvalProcesses = readApprovalProcesses(tree, this.schema, this.formulas);
      const { organizationId, administratorId } = this.setUp((writer) => {
        loadSetUp(writer, tree, this.schema);
        loadApprovalDefinitions(writer, this.approvalProcesses);
        return loadBase(writer, this.schema, scratchDefinition);
      });
      this.organizationId = organizationId;
      this.administratorId = administratorId;
    } catch (error) {
      this.store.close();
      throw error;
    }
  }

  get #current(): OrgTransaction | undefined {
    return this.#running.at(-1)?.transaction;
  }

  /** Writes set-up data, in a transaction of its own: no triggers, no rules. */
  setUp<T>(work: (writer: SetUpWriter) => T): T {
    const writer = new SetUpWriter(this.schema, this.store, this.records, this.sequences, Math.floor(this.clock() / 1000) * 1000);
    this.store.execute('BEGIN IMMEDIATE');
    try {
      const result = work(writer);
      this.sequences.save();
      this.store.execute('COMMIT');
      return result;
    } catch (error) {
      this.store.rollBack();
      throw error;
    } finally {
      this.setUpChanged();
    }
  }

  /** What users may see and do has to be worked out anew: users, roles, groups or grants have changed. */
  setUpChanged(): void {
    this.#setUpVersion++;
  }

  /**
   * Runs one unit of work as a user and commits it, or undoes it all when it throws; then runs what it left for after the commit.
   * Inside a rehearsal it commits into the rehearsal.
   */
  transaction<T>(userId: string, work: (transaction: Transaction) => T, options: TransactionOptions = {}): T {
    const outer = this.#running.at(-1);
    if (outer !== undefined && !outer.rehearsal) {
      throw new Error('A transaction is in progress: another one can only begin after its commit.');
    }
    const { result, afterCommit } = this.#run(userId, work, options, false);
    for (const action of afterCommit) {
      action();
    }
    return result;
  }

  /**
   * Runs one unit of work as a user and undoes it whatever happens: a test. Transactions and further rehearsals may run inside it, and
   * see what it has done. What it leaves for after the commit does not run.
   */
  rehearse<T>(userId: string, work: (transaction: Transaction) => T, options: TransactionOptions = {}): T {
    return this.#run(userId, work, options, true).result;
  }

  #run<T>(
    userId: string,
    work: (transaction: Transaction) => T,
    options: TransactionOptions,
    rehearsal: boolean,
  ): { result: T; afterCommit: readonly (() => void)[] } {
    const outermost = this.#running.length === 0;
    const name = `level_${this.#running.length}`;
    const locks = this.#locks.begin(options.queued ? this.#turns.earliestArrival : undefined);
    const transaction = new OrgTransaction(this, userId, locks, options.limits);
    this.#turns.busy();
    this.store.execute(outermost ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
    this.#running.push({ transaction, rehearsal });
    const startedAt = this.clock();
    const start = performance.now();
    let failure: unknown;
    try {
      const result = work(transaction);
      if (!rehearsal && transaction.changes.mark.length > 0) {
        this.publishChanges(transaction);
      }
      if (rehearsal) {
        this.#undo(outermost, name, transaction);
        return { result, afterCommit: [] };
      }
      if (outermost) {
        this.sequences.save();
      }
      this.store.execute(outermost ? 'COMMIT' : `RELEASE ${name}`);
      return { result, afterCommit: transaction.afterCommitActions };
    } catch (error) {
      failure = error;
      this.#undo(outermost, name, transaction);
      throw error;
    } finally {
      this.#running.pop();
      locks.release();
      if (transaction.log) {
        const { limits, log } = transaction;
        const milliseconds = performance.now() - start;
        const { used, allowed } = limits;
        this.observer?.({ startedAt, milliseconds, userId, error: failure, statements: log.statements, used, allowed, transaction });
      }
      if (failure !== undefined && !rehearsal) transaction.afterUndoActions.forEach((action) => action());
    }
  }

  #undo(outermost: boolean, name: string, transaction: OrgTransaction): void {
    if (outermost) {
      this.store.rollBack();
    } else if (this.store.isUsable) {
      this.store.execute(`ROLLBACK TO ${name}; RELEASE ${name}`);
    }
    transaction.ended();
  }

  /** The id of the active user with this user name, in any case. */
  userId(username: string): string | undefined {
    const [row] = this.store.select('SELECT "Id" FROM "User" WHERE "Username" = ? AND "IsActive" = 1', [username]);
    return row?.[0] as string | undefined;
  }

  /** The id of the active user when the password is right. */
  authenticate(username: string, password: string): string | undefined {
    const userId = this.userId(username);
    return userId !== undefined && passwordFits(this.store, userId, password) ? userId : undefined;
  }

  /** Gives a user a password; only its hash is kept. */
  setPassword(userId: string, password: string): void {
    storePassword(this.store, userId, password);
  }

  close(): void {
    this.store.close();
  }
}
