import { randomBytes } from 'node:crypto';
import { SObjectRecord } from '../data/record.ts';
import { SYSTEM, USER } from '../data/transaction.ts';
import type { DmlResult, Transaction } from '../data/transaction.ts';
import { toId18 } from '../data/values/id.ts';
import { ApiError } from './errors.ts';
import type { ApiOrg } from './org-parts.ts';
import { valueOf } from './rest/record-input.ts';

/** The arguments of an operation: texts, or what is nested in them. */
type Given = Readonly<Record<string, unknown>>;

/** The operations of the Partner API, beside login and logout, that REST has nothing for; the others are REST's. */
export const PARTNER_OPERATIONS: ReadonlyMap<string, (org: ApiOrg, userId: string, given: Given) => unknown> = new Map(
  Object.entries({
    getServerTimestamp: (org: ApiOrg, userId: string) => ({
      timestamp: org.transaction(userId, (transaction) => new Date(transaction.now()).toISOString()),
    }),
    getUserInfo,
    setPassword,
    resetPassword,
    emptyRecycleBin,
    merge: (org: ApiOrg, userId: string, { mergeRequests }: Given) =>
      inTransaction(org, userId, (transaction) => listOf(mergeRequests).flatMap((request) => merge(transaction, request as Given))),
  }),
);

function emptyRecycleBin(org: ApiOrg, userId: string, { ids }: Given): unknown {
  const wanted = listOf(ids).map((id) => toId18(String(id)) ?? String(id));
  return inTransaction(org, userId, (transaction) => transaction.emptyRecycleBin(wanted, USER));
}

function inTransaction(org: ApiOrg, userId: string, work: (transaction: Transaction) => DmlResult[]): unknown[] {
  const results = org.transaction(userId, work, { queued: true });
  return results.map(({ id, success, errors }) => ({
    errors: errors.map(({ message, statusCode, fields }) => ({ fields, message, statusCode })),
    id,
    success,
  }));
}

function getUserInfo(org: ApiOrg, userId: string): unknown {
  return org.transaction(userId, (transaction) => {
    const fields = 'Name, Username, Email, ProfileId, UserRoleId, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey';
    const soql = `SELECT ${fields} FROM User WHERE Id = :id`;
    const [user] = transaction.query(soql, { ...SYSTEM, binds: new Map([['id', userId]]) }).records;
    return {
      organizationId: org.organizationId,
      profileId: user?.get('ProfileId'),
      roleId: user?.get('UserRoleId'),
      userEmail: user?.get('Email'),
      userFullName: user?.get('Name'),
      userId,
      userLanguage: user?.get('LanguageLocaleKey'),
      userLocale: user?.get('LocaleSidKey'),
      userName: user?.get('Username'),
      userTimeZone: user?.get('TimeZoneSidKey'),
    };
  });
}

function setPassword(org: ApiOrg, userId: string, given: Given): unknown {
  const whom = whose(org, userId, given);
  const password = String(given.password ?? '');
  if (password === '') throw new ApiError(400, 'INVALID_NEW_PASSWORD', 'Your password cannot be empty');
  org.setPassword(whom, password);
  return {};
}

function resetPassword(org: ApiOrg, userId: string, given: Given): unknown {
  const password = randomBytes(9).toString('base64url');
  org.setPassword(whose(org, userId, given), password);
  return { password };
}

/** The user whose password is to be another: oneself, or anybody for who manages users. */
function whose(org: ApiOrg, userId: string, given: Given): string {
  const id = toId18(String(given.userId ?? ''));
  const isUser = id !== undefined && org.schema.objectOfPrefix(id.slice(0, 3))?.name === 'User';
  if (!isUser) throw new ApiError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (id !== userId && !org.security.hasUserPermission(userId, 'ManageUsers')) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on cross-reference id');
  }
  return id;
}

function merge(transaction: Transaction, { masterRecord, recordToMergeIds }: Given): DmlResult[] {
  const { type, Id, ...fields } = (masterRecord ?? {}) as Readonly<Record<string, string>>;
  const object = transaction.schema.object(type ?? '');
  const id = toId18(Id ?? '');
  if (object === undefined || id === undefined) {
    throw new ApiError(400, 'INVALID_ID_FIELD', 'masterRecord needs its type and its Id');
  }
  const master = new SObjectRecord(object, new Map([['id', id]]));
  for (const [name, text] of Object.entries(fields)) {
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined) throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}'`);
    master.put(field.name, valueOf(field, text));
  }
  const duplicates = listOf(recordToMergeIds).map((duplicate) => toId18(String(duplicate)) ?? String(duplicate));
  return transaction.merge(master, duplicates, { ...USER, allOrNone: true });
}

function listOf(given: unknown): readonly unknown[] {
  return given === undefined ? [] : Array.isArray(given) ? given : [given];
}
