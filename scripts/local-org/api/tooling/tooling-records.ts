import { GovernorLimits, READING_LIMITS } from '../../data/governor-limits.ts';
import type { ObjectDescription, Schema } from '../../data/schema/description.ts';
import { schemaOf } from '../../data/schema/build-schema.ts';
import type { Security } from '../../data/security/security.ts';
import { SetUpWriter } from '../../data/setup/set-up-writer.ts';
import { runQuery } from '../../data/soql/run.ts';
import { RecordStore } from '../../data/store/record-store.ts';
import { Sequences } from '../../data/store/sequences.ts';
import { IN_MEMORY, Store } from '../../data/store/store.ts';
import { alignTables } from '../../data/store/tables.ts';
import { SYSTEM } from '../../data/transaction.ts';
import type { QueryOutcome } from '../../data/transaction.ts';
import { borrowedObjects, testRunObjects } from './test-run-objects.ts';

/**
 * The records that only the Tooling API has: Apex and plain REST don't know these objects. They are kept in a database apart from the
 * org's.
 */
export class ToolingRecords {
  readonly schema: Schema = schemaOf([...borrowedObjects, ...testRunObjects]);
  readonly #store: Store;
  readonly #security: Security;
  readonly #sequences: Sequences;
  readonly #writer: SetUpWriter;

  /**
   * @param security The org's; whoever may use the Tooling API reads all of these records.
   * @param file Where they are kept; absent for an org in memory.
   */
  constructor(security: Security, file: string = IN_MEMORY) {
    this.#store = new Store(file);
    this.#security = security;
    alignTables(this.#store, this.schema);
    const records = new RecordStore(this.#store);
    this.#sequences = new Sequences(this.#store);
    this.#writer = new SetUpWriter(this.schema, this.#store, records, this.#sequences, Date.now());
  }

  /** Whether records of this object, named in any case, are kept here and not in the org. */
  has(objectName: string): boolean {
    return testRunObjects.some(({ name }) => name.toLowerCase() === objectName.toLowerCase());
  }

  /** Runs a query over these objects. Throws `QueryError`. */
  query(userId: string, soql: string): QueryOutcome {
    const context = {
      schema: this.schema,
      limits: new GovernorLimits(READING_LIMITS),
      security: this.#security,
      userId,
      timeZone: 'UTC',
      fiscalYearStartMonth: 1,
      now: () => Date.now(),
      inUsersWords: (object: ObjectDescription) => object,
      select: this.#store.select.bind(this.#store),
    };
    return runQuery(context, soql, SYSTEM);
  }

  /** Writes records: all that the work does, or nothing. */
  write<T>(work: (writer: SetUpWriter) => T): T {
    this.#store.execute('BEGIN');
    try {
      const result = work(this.#writer);
      this.#sequences.save();
      this.#store.execute('COMMIT');
      return result;
    } catch (error) {
      this.#store.rollBack();
      throw error;
    }
  }

  close(): void {
    this.#store.close();
  }
}
