import type { Transaction } from '../../data/transaction.ts';

/** One line that `System.debug` wrote. */
export interface DebugEntry {
  /** `DEBUG`, `ERROR`, ... */
  readonly level: string;
  readonly message: string;
}

const LOG = Symbol('debug log');

/** What `System.debug` wrote in a transaction so far, oldest first. */
export function debugLog(transaction: Transaction): DebugEntry[] {
  let log = transaction.state.get(LOG) as DebugEntry[] | undefined;
  if (!log) {
    log = [];
    transaction.state.set(LOG, log);
  }
  return log;
}
