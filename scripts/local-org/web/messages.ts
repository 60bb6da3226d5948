import { SObjectRecord } from '../data/record.ts';
import type { Value } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { Transaction } from '../data/transaction.ts';
import { DatetimeValue } from '../data/values/datetime.ts';

/** A notification of the bell. */
export interface Notification {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** The record to open, when the notification has one. */
  readonly targetId: string | null;
  readonly isRead: boolean;
  readonly sentAt: string | null;
}

/** A mail that would have been sent. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: string | null;
}

const MOST_NOTIFICATIONS = 50;
const MOST_MAILS = 200;

/** The user's notifications, latest first. */
export function readNotifications(transaction: Transaction, userId: string): Notification[] {
  const soql = `SELECT Id, Title, Body, TargetId, IsRead, SentDate FROM BellNotification WHERE RecipientId = :user ORDER BY SentDate DESC, Id DESC LIMIT ${MOST_NOTIFICATIONS}`;
  const { records } = transaction.query(soql, { ...SYSTEM, binds: new Map([['user', userId]]) });
  return records.map((record) => ({
    id: record.id ?? '',
    title: text(record, 'Title'),
    body: text(record, 'Body'),
    targetId: record.get('TargetId') as string | null,
    isRead: record.get('IsRead') === true,
    sentAt: moment(record, 'SentDate'),
  }));
}

/** Marks one of the user's own notifications as read; of others' it leaves everything as it is. */
export function markNotificationRead(transaction: Transaction, userId: string, id: string): void {
  if (!readNotifications(transaction, userId).some((notification) => notification.id === id)) return;
  const description = transaction.schema.object('BellNotification');
  if (!description) throw new Error('The org has no object for notifications; start it anew with `npm start -- --reset`.');
  const contents = new Map<string, Value>([
    ['id', id],
    ['isread', true],
  ]);
  transaction.update([new SObjectRecord(description, contents)], { ...SYSTEM, allOrNone: true });
}

/** The mails that would have been sent, latest first. Everyone at this computer may look at them. */
export function readMails(transaction: Transaction): Mail[] {
  const soql = `SELECT Id, ToAddresses, Subject, TextBody, HtmlBody, SentDate FROM OutboxMail ORDER BY SentDate DESC, Id DESC LIMIT ${MOST_MAILS}`;
  return transaction.query(soql, SYSTEM).records.map((record) => ({
    id: record.id ?? '',
    to: text(record, 'ToAddresses'),
    subject: text(record, 'Subject'),
    text: text(record, 'TextBody'),
    html: text(record, 'HtmlBody'),
    sentAt: moment(record, 'SentDate'),
  }));
}

function text(record: SObjectRecord, field: string): string {
  return (record.get(field) as string | null) ?? '';
}

function moment(record: SObjectRecord, field: string): string | null {
  const value = record.get(field);
  return value instanceof DatetimeValue ? value.toApiString() : null;
}
