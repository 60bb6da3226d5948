import { SYSTEM } from '../../data/transaction.ts';
import type { Transaction } from '../../data/transaction.ts';
import type { SObjectRecord, Value } from '../../data/record.ts';
import { currentTransaction, inTransaction } from '../runtime/current.ts';
import { kept } from './kept.ts';

/** The running user as the library needs it. Locales are in the platform's form, `en_US`. */
export interface RunningUser {
  readonly id: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  /** The user's row, for what is asked less often. */
  readonly record: SObjectRecord | undefined;
}

const FIELDS =
  'Id, Username, FirstName, LastName, Name, Email, ProfileId, UserRoleId, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey, UserType';

/** What the running user is like; outside a transaction (a constant expression at compile time) a user in GMT. */
export function runningUser(): RunningUser {
  if (!inTransaction()) {
    return { id: '', timeZone: 'GMT', locale: 'en_US', language: 'en_US', record: undefined };
  }
  const transaction = currentTransaction();
  return kept(transaction, `user ${transaction.userId}`, ['User'], () => load(transaction));
}

/** A field of the one Organization record; null when it is blank. */
export function organizationField(field: 'Id' | 'Name'): string | null {
  const transaction = currentTransaction();
  const record = kept(
    transaction,
    'organization',
    ['Organization'],
    () => uncountedQuery(transaction, 'SELECT Id, Name FROM Organization')[0],
  );
  return (record?.get(field) as string | null | undefined) ?? null;
}

/** A query of the library itself: all rows, not counted against the transaction's limits. */
export function uncountedQuery(transaction: Transaction, soql: string, binds: ReadonlyMap<string, Value> = new Map()): SObjectRecord[] {
  const restore = transaction.limits.fresh();
  try {
    return transaction.query(soql, { ...SYSTEM, binds }).records;
  } finally {
    restore();
  }
}

function load(transaction: Transaction): RunningUser {
  const [record] = uncountedQuery(transaction, `SELECT ${FIELDS} FROM User WHERE Id = :user`, new Map([['user', transaction.userId]]));
  const text = (field: string, otherwise: string): string => (record?.get(field) as string | null | undefined) ?? otherwise;
  return {
    id: transaction.userId,
    timeZone: text('TimeZoneSidKey', 'GMT'),
    locale: text('LocaleSidKey', 'en_US'),
    language: text('LanguageLocaleKey', 'en_US'),
    record,
  };
}
