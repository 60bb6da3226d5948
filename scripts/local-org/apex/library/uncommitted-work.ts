import type { Transaction } from '../../data/transaction.ts';
import { raise } from '../runtime/exception.ts';

const SETTLED = Symbol('settled writes');

/** How many statements have written something: DML, jobs, savepoints. `Test.startTest` begins anew. */
export function writesOf({ limits: { used } }: Transaction): number {
  return used.dmlStatements + used.futureCalls + used.queueableJobs;
}

/** Whether something was written that only a commit would make final. */
export function hasUncommittedWork(transaction: Transaction): boolean {
  return writesOf(transaction) !== 0 && writesOf(transaction) !== transaction.state.get(SETTLED);
}

/** All that was written so far was rolled back, and its savepoint is released. */
export function settleWrites(transaction: Transaction): void {
  transaction.state.set(SETTLED, writesOf(transaction));
}

/** Refuses a callout while something is written and not committed. */
export function refuseCalloutWithUncommittedWork(transaction: Transaction): void {
  if (hasUncommittedWork(transaction)) {
    raise('System.CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
  }
}
