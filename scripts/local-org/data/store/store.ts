import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { SetUpError, StorageFailure } from '../errors.ts';
import type { SqlValue } from './columns.ts';
import { addFunctions } from './functions.ts';

/** The path that stands for a database in memory. */
export const IN_MEMORY = ':memory:';

/** The most statements kept ready of each kind: programs with queries that differ each time must not fill the memory. */
const MOST_STATEMENTS = 2000;

/**
 * The SQLite file of an org. Statements are prepared once per text. A file belongs to one running org at a time.
 */
export class Store {
  readonly file: string;
  readonly database: DatabaseSync;
  readonly #readers = new Map<string, StatementSync>();
  readonly #writers = new Map<string, StatementSync>();
  /** Set while a transaction goes on that SQLite has given up: nothing may be written in its name any more. */
  #failure: StorageFailure | undefined;

  /** @throws SetUpError when the file is damaged, is no database, or another org has it open. */
  constructor(file: string) {
    this.file = file;
    this.database = openChecked(file);
    addFunctions(this.database);
  }

  /** Runs a SELECT; each row is the list of its columns. */
  select(sql: string, parameters: readonly SqlValue[] = []): SqlValue[][] {
    let statement = this.#readers.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      statement.setReturnArrays(true);
      keep(this.#readers, sql, statement);
    }
    const prepared = statement;
    return this.#guarded(() => prepared.all(...parameters) as unknown as SqlValue[][]);
  }

  /** Runs an INSERT, UPDATE or DELETE and says how many rows it touched. */
  run(sql: string, parameters: readonly SqlValue[] = []): number {
    let statement = this.#writers.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      keep(this.#writers, sql, statement);
    }
    const prepared = statement;
    return this.#guarded(() => Number(prepared.run(...parameters).changes));
  }

  /** Runs statements that return nothing: DDL, BEGIN, SAVEPOINT. */
  execute(sql: string): void {
    this.#guarded(() => {
      this.database.exec(sql);
    });
  }

  /** Undoes the whole transaction, also when SQLite has done so already. */
  rollBack(): void {
    this.#failure = undefined;
    if (this.database.isTransaction) {
      this.database.exec('ROLLBACK');
    }
  }

  /** Whether a transaction is open and can still be written to. */
  get isUsable(): boolean {
    return this.#failure === undefined;
  }

  #guarded<T>(work: () => T): T {
    if (this.#failure !== undefined) {
      throw this.#failure;
    }
    const inTransaction = this.database.isTransaction;
    try {
      return work();
    } catch (error) {
      const failure = storageFailure(error, this.file);
      if (failure === undefined) {
        throw error;
      }
      if (inTransaction) {
        this.#failure = failure;
      }
      throw failure;
    }
  }

  /** Forgets prepared statements: after tables have changed. */
  forgetStatements(): void {
    this.#readers.clear();
    this.#writers.clear();
  }

  close(): void {
    this.forgetStatements();
    this.database.close();
  }
}

function keep(statements: Map<string, StatementSync>, sql: string, statement: StatementSync): void {
  if (statements.size >= MOST_STATEMENTS) {
    statements.clear();
  }
  statements.set(sql, statement);
}

/** SQLite's code for a full disk; those that say the disk or the file has failed. */
const DISK_FULL = 13;
const DISK_FAILED: ReadonlySet<number> = new Set([10, 11, 26]);

/** The failure an error of SQLite stands for, or `undefined` when it is no matter of the disk. */
function storageFailure(error: unknown, file: string): StorageFailure | undefined {
  const { errcode } = error as { errcode?: unknown };
  const code = typeof errcode === 'number' ? errcode & 0xff : undefined;
  if (code === DISK_FULL) {
    return new StorageFailure(`The disk with ${file} is full: make room and try again; nothing of this change was kept.`, { cause: error });
  }
  return code !== undefined && DISK_FAILED.has(code)
    ? new StorageFailure(
        `The data file ${file} can't be read or written any more (${String((error as Error).message)}); stop the org and look at the disk.`,
        {
          cause: error,
        },
      )
    : undefined;
}

function openChecked(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 200; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000');
    if (file !== IN_MEMORY) {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT');
      const verdict = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
      if (verdict.quick_check !== 'ok') {
        throw new Error(verdict.quick_check);
      }
    }
    return database;
  } catch (cause) {
    database?.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/locked|busy/i.test(reason)) {
      throw new SetUpError(
        `The data file ${file} is in use by another running org; stop that one, or name another folder with --data-dir.`,
        {
          cause,
        },
      );
    }
    throw new SetUpError(
      `The data file ${file} can't be read (${reason}); move it away to keep it, or begin afresh with: npm start -- --reset`,
      { cause },
    );
  }
}
