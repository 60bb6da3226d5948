import type { SObjectRecord } from '../../data/record.ts';
import type { TriggerRunner } from '../../data/transaction.ts';
import { currentTransaction } from './current.ts';

/** Platform events published by one call. */
export interface Publication {
  readonly events: readonly SObjectRecord[];
  /** Is told how the publication ended, where the call named a callback. */
  readonly settle?: (outcome: 'success' | 'failure') => void;
}

let triggers: TriggerRunner | undefined;
let deliverer: (publication: Publication, userId: string) => void = () => {
  throw new Error('No engine delivers platform events.');
};

/** Says who runs triggers on events, and how committed events are delivered; called by whoever owns the org. */
export function setEventDelivery(runner: TriggerRunner, deliver: (publication: Publication, userId: string) => void): void {
  triggers = runner;
  deliverer = deliver;
}

/** Delivers events once the running transaction is committed, in a transaction of their own. */
export function deliverAfterCommit(publication: Publication): void {
  const transaction = currentTransaction();
  const { userId } = transaction;
  transaction.afterCommit(() => deliverer(publication, userId));
}

/** Runs the triggers on events in the running transaction (a test's, or one opened for the delivery), then the callback. */
export function deliverNow({ events, settle }: Publication): void {
  const transaction = currentTransaction();
  for (const [object, records] of Map.groupBy(events, (event) => event.description)) {
    triggers?.run(transaction, 'after insert', { objectName: object.name, newRecords: records });
  }
  settle?.('success');
}
