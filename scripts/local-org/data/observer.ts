import type { LimitName } from './limits.ts';
import type { QueryOptions, Transaction } from './transaction.ts';

/** One query or DML call of a transaction, in the order in which they began. */
export interface ObservedStatement {
  readonly kind: 'Query' | 'Search' | 'Insert' | 'Update' | 'Upsert' | 'Delete' | 'Undelete' | 'Merge';
  /** The query as written, or the objects of a DML call. */
  readonly text: string;
  readonly rows: number;
  /** With all that it caused: triggers run within the call that fires them. */
  readonly milliseconds: number;
  /** What a query bound. */
  readonly binds?: QueryOptions['binds'];
  /** How many statements it runs inside of. */
  readonly depth: number;
}

/** A transaction that has ended. */
export interface ObservedTransaction {
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly userId: string;
  /** Absent when it was committed. */
  readonly error: unknown;
  readonly statements: readonly ObservedStatement[];
  readonly used: Readonly<Record<LimitName, number>>;
  readonly allowed: Readonly<Record<LimitName, number>>;
  /** For what the floors above left in its state, such as the debug log. */
  readonly transaction: Transaction;
}

/** Told of every transaction that ends; for people who want to see what a page costs. */
export type TransactionObserver = (ended: ObservedTransaction) => void;

/** Most statements that are kept of one transaction. */
const MOST_STATEMENTS = 500;

/** Notes the statements of one transaction. */
export class StatementLog {
  readonly statements: ObservedStatement[] = [];
  #depth = 0;

  /** Runs a statement and notes what it took; one that throws is noted as well. */
  note<Result>(
    kind: ObservedStatement['kind'],
    text: string,
    rowsOf: (result: Result) => number,
    work: () => Result,
    binds?: QueryOptions['binds'],
  ): Result {
    const place = this.statements.length;
    const start = performance.now();
    const depth = this.#depth++;
    const entry = (rows: number): ObservedStatement => ({
      kind,
      text,
      rows,
      milliseconds: performance.now() - start,
      depth,
      ...(binds && { binds }),
    });
    if (place < MOST_STATEMENTS) this.statements.push(entry(0));
    let rows = 0;
    try {
      const result = work();
      rows = rowsOf(result);
      return result;
    } finally {
      this.#depth--;
      if (place < MOST_STATEMENTS) this.statements[place] = entry(rows);
    }
  }
}
