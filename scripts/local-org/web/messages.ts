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
/** Among how many of the latest mails of all users somebody's own are looked for. */
const MOST_SEARCHED = 5000;
const RECIPIENTS = ['ToAddresses', 'CcAddresses', 'BccAddresses'] as const;

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

/**
 * The mails that would have been sent, latest first: those to the user's own address.
 * @param all for an administrator, who reads every mail; a mail may tell of deals and asks that its reader alone may see.
 */
export function readMails(transaction: Transaction, userId: string, all: boolean): Mail[] {
  const own = all ? undefined : addressOf(transaction, userId);
  const soql = `SELECT Id, ToAddresses, CcAddresses, BccAddresses, Subject, TextBody, HtmlBody, SentDate FROM OutboxMail ORDER BY SentDate DESC, Id DESC LIMIT ${MOST_SEARCHED}`;
  return transaction
    .query(soql, SYSTEM)
    .records.filter((record) => all || (own !== undefined && RECIPIENTS.some((field) => addresses(record, field).includes(own))))
    .slice(0, MOST_MAILS)
    .map((record) => ({
      id: record.id ?? '',
      to: text(record, 'ToAddresses'),
      subject: text(record, 'Subject'),
      text: text(record, 'TextBody'),
      html: text(record, 'HtmlBody'),
      sentAt: moment(record, 'SentDate'),
    }));
}

function addressOf(transaction: Transaction, userId: string): string | undefined {
  const { records } = transaction.query('SELECT Email FROM User WHERE Id = :user', { ...SYSTEM, binds: new Map([['user', userId]]) });
  return (records[0]?.get('Email') as string | null | undefined)?.toLowerCase();
}

function addresses(record: SObjectRecord, field: string): string[] {
  return text(record, field)
    .split(';')
    .map((address) => address.trim().toLowerCase());
}

function text(record: SObjectRecord, field: string): string {
  return (record.get(field) as string | null) ?? '';
}

function moment(record: SObjectRecord, field: string): string | null {
  const value = record.get(field);
  return value instanceof DatetimeValue ? value.toApiString() : null;
}
