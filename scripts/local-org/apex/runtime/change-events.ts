import { randomUUID } from 'node:crypto';
import type { Change } from '../../data/change-events/change-log.ts';
import { SObjectRecord } from '../../data/record.ts';
import type { Content } from '../../data/record.ts';
import type { Transaction } from '../../data/transaction.ts';
import { ApexList } from './collections/list.ts';
import { currentTransaction } from './current.ts';
import { deliverAfterCommit } from './event-delivery.ts';
import type { Publication } from './event-delivery.ts';

/** An `EventBus.ChangeEventHeader`. */
export class ChangeEventHeader {
  readonly values = new Map<string, unknown>();
}

/** The changes of a transaction as events, and no longer in its log: one for each record. */
export function takeChangeEvents(transaction: Transaction): Publication | undefined {
  const changes = transaction.changes.take();
  if (changes.length === 0) {
    return undefined;
  }
  const transactionKey = randomUUID();
  return { events: changes.map((change, index) => eventOf(change, transaction.now(), transactionKey, index + 1)), callback: null };
}

/** Promises the events of the running transaction, which is about to be committed. */
export function publishChanges(): void {
  const publication = takeChangeEvents(currentTransaction());
  if (publication) {
    deliverAfterCommit(publication);
  }
}

function eventOf(change: Change, now: number, transactionKey: string, sequenceNumber: number): SObjectRecord {
  const header = new ChangeEventHeader();
  const nulled = change.changedFields.filter((name) => change.values.get(name.toLowerCase()) === null);
  const values: Readonly<Record<string, unknown>> = {
    ChangedFields: new ApexList('String', [...change.changedFields]),
    ChangeOrigin: '',
    ChangeType: change.type,
    CommitNumber: BigInt(now),
    CommitTimestamp: BigInt(now),
    CommitUser: change.userId,
    DiffFields: new ApexList('String'),
    EntityName: change.objectName,
    NulledFields: new ApexList('String', nulled),
    RecordIds: new ApexList('String', [change.recordId]),
    SequenceNumber: sequenceNumber,
    TransactionKey: transactionKey,
  };
  for (const [name, value] of Object.entries(values)) header.values.set(name, value);
  const record = new SObjectRecord(change.event);
  // What is not told of is null, a checkbox too.
  for (const key of change.event.fields.keys()) record.contents.set(key, change.values.get(key) ?? null);
  record.contents.set('changeeventheader', header as unknown as Content);
  return record;
}
