import { SObjectRecord } from '../../../data/record.ts';
import type { Content } from '../../../data/record.ts';
import { SYSTEM } from '../../../data/transaction.ts';
import type { Transaction } from '../../../data/transaction.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';

/**
 * Keeps a message in the org: it is part of the transaction, so a roll-back takes it away, and what is committed counts as sent. It
 * counts against no limit of rows or statements.
 */
export function storeMessage(
  transaction: Transaction,
  objectName: 'OutboxMail' | 'BellNotification',
  contents: Readonly<Record<string, Content>>,
): void {
  const object = transaction.schema.object(objectName);
  if (!object) {
    throw new Error(`The org has no object ${objectName} to keep messages in.`);
  }
  const record = new SObjectRecord(object);
  for (const [name, content] of Object.entries(contents)) {
    record.put(name, content);
  }
  record.put('SentDate', new DatetimeValue(transaction.now()));
  const restore = transaction.limits.fresh();
  try {
    transaction.insert([record], { ...SYSTEM, allOrNone: true });
  } finally {
    restore();
  }
}
