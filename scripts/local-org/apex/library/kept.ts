import type { Transaction } from '../../data/transaction.ts';

interface Kept {
  readonly changes: string;
  readonly value: unknown;
}

const KEPT = Symbol('kept reads');

/**
 * What was read from some objects, kept for the transaction until a row of one of them changes. `name` tells one read from another; what
 * is given back is shared and must not be changed.
 */
export function kept<T>(transaction: Transaction, name: string, objectNames: readonly string[], read: () => T): T {
  let reads = transaction.state.get(KEPT) as Map<string, Kept> | undefined;
  if (!reads) {
    reads = new Map();
    transaction.state.set(KEPT, reads);
  }
  const changes = objectNames.map((objectName) => transaction.changesOf(objectName)).join(',');
  const known = reads.get(name);
  if (known?.changes === changes) {
    return known.value as T;
  }
  const value = read();
  reads.set(name, { changes, value });
  return value;
}
