import type { Work } from '../../data/store/pending-work.ts';
import { currentTransaction } from './current.ts';
import { storeObjects } from './stored/objects.ts';

/** What the running transaction leaves to be done later, in transactions of its own. */
export interface Promised {
  readonly kind: 'queueable' | 'batch' | 'future' | 'schedulable' | 'scheduledBatch' | 'finalizer' | 'events' | 'deployment' | 'flow';
  readonly recordId?: string;
  readonly dueAt: number | null;
  /** By which others know that it is queued: see `PendingWork.sign`. */
  readonly signature?: string;
  /** The Apex values that are needed to do it. */
  readonly values: readonly unknown[];
}

/** Before everything that is queued already. */
export const AT_ONCE = 0;

let wake: () => void = () => {
  throw new Error('No engine does queued work.');
};

/** Says who looks at the queue once a transaction that put something into it is committed; called by whoever owns the org. */
export function setWaker(waker: () => void): void {
  wake = waker;
}

/**
 * Puts work into the org's queue, in the running transaction and as its user: it is in the queue when the transaction is committed, and
 * stays there until it is done, also when the process ends.
 *
 * @param waits whether somebody else will do it (a test, at `Test.stopTest`).
 * @throws System.SerializationException when one of its values can't be kept.
 */
export function promise({ kind, recordId = '', dueAt, signature, values }: Promised, waits: boolean): void {
  const transaction = currentTransaction();
  const { userId } = transaction;
  const position = transaction.pendingWork.add({ kind, recordId, userId, dueAt, contents: storeObjects(values) } satisfies Omit<
    Work,
    'position'
  >);
  if (signature !== undefined) {
    transaction.pendingWork.sign(position, signature);
  }
  if (!waits) {
    transaction.afterCommit(wake);
  }
}
