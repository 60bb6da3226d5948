import type { SObjectRecord } from '../../data/record.ts';
import type { TriggerRunner } from '../../data/transaction.ts';
import { currentTransaction } from './current.ts';

let triggers: TriggerRunner | undefined;
let deliverer: (events: readonly SObjectRecord[], userId: string) => void = () => {
  throw new Error('No engine delivers platform events.');
};

/** Says who runs triggers on events, and how committed events are delivered; called by whoever owns the org. */
export function setEventDelivery(runner: TriggerRunner, deliver: (events: readonly SObjectRecord[], userId: string) => void): void {
  triggers = runner;
  deliverer = deliver;
}

/** Delivers events once the running transaction is committed, in a transaction of their own. */
export function deliverAfterCommit(events: readonly SObjectRecord[]): void {
  const transaction = currentTransaction();
  const { userId } = transaction;
  transaction.afterCommit(() => deliverer(events, userId));
}

/** Runs the triggers on events in the running transaction: a test's, or one opened for the delivery. */
export function deliverNow(events: readonly SObjectRecord[]): void {
  const transaction = currentTransaction();
  for (const [object, records] of Map.groupBy(events, (event) => event.description)) {
    triggers?.run(transaction, 'after insert', { objectName: object.name, newRecords: records });
  }
}
