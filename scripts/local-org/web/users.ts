import type { SObjectRecord } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { Transaction } from '../data/transaction.ts';
import type { ShellUser } from './page/shell-page.ts';

/** The active users with a user name, in the order in which they were made. */
export function activeUsers(transaction: Transaction): ShellUser[] {
  const soql = "SELECT Id, Name, Username, Title FROM User WHERE IsActive = TRUE AND UserType = 'Standard' ORDER BY CreatedDate, Id";
  return transaction.query(soql, SYSTEM).records.map((record) => ({
    id: record.id ?? '',
    name: text(record, 'Name'),
    username: text(record, 'Username'),
    title: text(record, 'Title'),
  }));
}

function text(record: SObjectRecord, field: string): string {
  return (record.get(field) as string | null) ?? '';
}
