import type { SObjectRecord } from '../../data/record.ts';
import type { TriggerRunner } from '../../data/transaction.ts';
import { ApexList } from './collections/list.ts';
import { currentTransaction } from './current.ts';
import { hasMethod, invoke } from './invoke.ts';
import { promise } from './work-queue.ts';

/** Platform events published by one call. */
export interface Publication {
  readonly events: readonly SObjectRecord[];
  /** Is told how the publication ended, where the call named it. */
  readonly callback: object | null;
}

/** What a callback is told: which events it is about. */
export class PublishResult {
  readonly uuids: readonly string[];

  constructor(uuids: readonly string[]) {
    this.uuids = uuids;
  }

  get list(): ApexList {
    return new ApexList('String', [...this.uuids]);
  }
}

let triggers: TriggerRunner | undefined;
let inOwnTransaction: (userId: string, work: () => void) => void = () => {
  throw new Error('No engine delivers platform events.');
};

/** Says who runs triggers on events, and how to begin a transaction when none runs; called by whoever owns the org. */
export function setEventDelivery(runner: TriggerRunner, begin: (userId: string, work: () => void) => void): void {
  triggers = runner;
  inOwnTransaction = begin;
}

/** Delivers events once the running transaction is committed, in a transaction of their own. */
export function deliverAfterCommit({ events, callback }: Publication): void {
  promise({ kind: 'events', dueAt: currentTransaction().now(), values: [callback, ...events] }, false);
}

/** Delivers events once the running transaction is over, even if it is undone. */
export function deliverAtOnce(publication: Publication): void {
  const transaction = currentTransaction();
  const { userId } = transaction;
  transaction.afterEnd(() => inOwnTransaction(userId, () => deliverAfterCommit(publication)));
}

/** Runs the triggers on events, and the flows that wait for them, in the running transaction (a test's, or one opened for the delivery), then the callback. */
export function deliverNow(publication: Publication): void {
  const transaction = currentTransaction();
  for (const [object, records] of Map.groupBy(publication.events, (event) => event.description)) {
    triggers?.run(transaction, 'after insert', { objectName: object.name, newRecords: records });
  }
  transaction.flows.receive(transaction, publication.events);
  tell(publication, 'onSuccess');
}

/** As if the platform could not publish: no trigger runs, the callback hears of the failure. */
export function failToDeliver(publication: Publication): void {
  tell(publication, 'onFailure');
}

function tell({ events, callback }: Publication, method: 'onSuccess' | 'onFailure'): void {
  if (callback && hasMethod(callback, method, 1)) {
    invoke(callback, method, [new PublishResult(events.map((event) => event.get('EventUuid') as string))]);
  }
}
