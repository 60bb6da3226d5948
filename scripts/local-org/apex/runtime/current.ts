import type { Transaction } from '../../data/transaction.ts';

/**
 * The running transaction and what goes with it. Execution is synchronous, so a stack in this module is enough: whoever enters
 * Apex (a request, a trigger, a job, a test) does it through `withTransaction`.
 */
const transactions: Transaction[] = [];

type Switch = (transaction: Transaction | undefined) => void;
let onSwitch: Switch = () => undefined;

/** Tells who wants to know when another transaction becomes the running one (the holder of static variables). */
export function setTransactionSwitch(listener: Switch): void {
  onSwitch = listener;
}

/** Runs the work with this transaction as the running one; natives and emitted code find it by `currentTransaction`. */
export function withTransaction<T>(transaction: Transaction, work: () => T): T {
  const previous = transactions.at(-1);
  if (previous === transaction) {
    return work();
  }
  transactions.push(transaction);
  onSwitch(transaction);
  try {
    return work();
  } finally {
    transactions.pop();
    onSwitch(transactions.at(-1));
  }
}

/** The transaction in which Apex runs now. */
export function currentTransaction(): Transaction {
  const transaction = transactions.at(-1);
  if (!transaction) {
    throw new Error('Apex was run outside a transaction; enter it through withTransaction.');
  }
  return transaction;
}

/** Whether any Apex runs now. */
export function inTransaction(): boolean {
  return transactions.length > 0;
}

let sharing = false;

/** Whether the code that runs now is limited to the records that the running user may see (`with sharing`). */
export function currentSharing(): boolean {
  return sharing;
}

/** Enters code that declares its sharing; gives back what to restore with `restoreSharing` when it is left. */
export function enterSharing(withSharing: boolean): boolean {
  const previous = sharing;
  sharing = withSharing;
  return previous;
}

export function restoreSharing(previous: boolean): void {
  sharing = previous;
}
