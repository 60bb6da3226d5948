import type { Limits } from '../limits.ts';
import type { SObjectRecord } from '../record.ts';
import type { TransactionLocks } from '../row-locks.ts';
import type { ObjectDescription, Schema } from '../schema/description.ts';
import type { Security } from '../security/security.ts';
import type { SqlValue } from './columns.ts';

/** All that running a query needs of the org and of the transaction it runs in. */
export interface QueryContext {
  readonly schema: Schema;
  readonly limits: Limits;
  readonly security: Security;
  /** The running user, for user mode, sharing and scopes. */
  readonly userId: string;
  /** IANA name of the running user's time zone: date literals and date functions follow it. */
  readonly timeZone: string;
  /** The month (1-12) in which the org's fiscal year begins. */
  readonly fiscalYearStartMonth: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The rows that the transaction holds; absent where nobody else can hold any. */
  readonly locks?: TransactionLocks;
  /** Notes that records were seen (FOR VIEW) or referred to (FOR REFERENCE). */
  noteViewed?(records: readonly SObjectRecord[], how: 'view' | 'reference'): void;
  /** The object with its labels in the running user's language. */
  inUsersWords(object: ObjectDescription): ObjectDescription;
  /** Runs a SELECT, prepared once a text; each row is the list of its columns. */
  select(sql: string, parameters: readonly SqlValue[]): SqlValue[][];
}
