import { SYSTEM } from '../../data/transaction.ts';
import type { Transaction } from '../../data/transaction.ts';
import type { UserLanguage } from './context.ts';

/** How the user wants numbers and times written; the org's currency, as it has only one. */
export function languageOf(transaction: Transaction, userId: string): UserLanguage {
  const { records } = transaction.query('SELECT LocaleSidKey, TimeZoneSidKey FROM User WHERE Id = :id', {
    ...SYSTEM,
    binds: new Map([['id', userId]]),
  });
  const text = (name: string, standard: string): string => (records[0]?.get(name) as string | null | undefined) ?? standard;
  return {
    locale: text('LocaleSidKey', 'en_US').replace('_', '-'),
    timeZone: text('TimeZoneSidKey', 'America/Los_Angeles'),
    currency: 'USD',
  };
}
