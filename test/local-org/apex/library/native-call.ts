import { loadLibrary } from '../../../../scripts/local-org/apex/library/registry.ts';
import type { Native } from '../../../../scripts/local-org/apex/library/declaration.ts';
import type { Transaction } from '../../../../scripts/local-org/data/transaction.ts';
import { withTransaction } from '../../../../scripts/local-org/apex/runtime/current.ts';

const library = loadLibrary();

/** Calls a member of the library the way emitted code does: `native('System.String', 'Integer length()')('abc')`. */
export function native(className: string, signature: string): Native {
  return library.native(className, signature);
}

/** All overloads and members of one class by a short name: `member('System.String')('Integer length()', 'abc')`. */
export function memberOf(className: string): (signature: string, ...args: unknown[]) => unknown {
  return (signature, ...args) => native(className, signature)(...args);
}

/** Runs the work in a transaction that has a user in a zone and a clock, and nothing else. */
export function asUser<T>(work: () => T, { timeZone = 'GMT', locale = 'en_US', now = Date.UTC(2026, 10, 21, 10) } = {}): T {
  const contents: Readonly<Record<string, string>> = { TimeZoneSidKey: timeZone, LocaleSidKey: locale, LanguageLocaleKey: locale };
  const user = { get: (field: string) => contents[field] ?? null };
  const transaction = {
    userId: '005Lo0000000001AAA',
    state: new Map(),
    now: () => now,
    changesOf: () => 0,
    limits: { fresh: () => () => undefined, consume: () => undefined },
    query: () => ({ records: [user], totalSize: 1 }),
    schema: { object: () => undefined, objects: () => [] },
  } as unknown as Transaction;
  return withTransaction(transaction, work);
}
