import type { ObjectFormulas } from '../data/formula/object-formulas.ts';
import type { Schema } from '../data/schema/description.ts';
import type { Transaction } from '../data/transaction.ts';
import type { FlowCatalog } from './flow-catalog.ts';
import type { FlowFormulas } from './formulas.ts';

/** What flows work with: the org they run in. */
export interface FlowOrg {
  readonly schema: Schema;
  readonly formulas: ObjectFormulas;
  readonly administratorId: string;
  /** Runs work in a transaction of its own; only where none is running. */
  transaction<T>(userId: string, work: (transaction: Transaction) => T): T;
}

/** All that elements need while they run. */
export interface FlowContext {
  readonly org: FlowOrg;
  readonly catalog: FlowCatalog;
  readonly formulas: FlowFormulas;
  /** Custom labels by lower-case name. */
  readonly labels: ReadonlyMap<string, string>;
  readonly transaction: Transaction;
  readonly timeZone: string;
  /** Where code started the interviews; absent when a record did. */
  readonly savepoint?: number;
}
