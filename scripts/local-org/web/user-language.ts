import { SObjectRecord } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { Transaction } from '../data/transaction.ts';

/** The language that every org has. */
export const OWN_LANGUAGE = 'en_US';

/**
 * Gives the running user another language, and the locale that goes with it, as one would on the page of personal settings.
 *
 * @throws RangeError when the org is not translated into it.
 */
export function changeLanguage(transaction: Transaction, language: string): void {
  const offered = [OWN_LANGUAGE, ...transaction.translations.languages];
  const object = transaction.schema.object('User');
  if (object === undefined || !offered.includes(language)) {
    throw new RangeError(`The org is not translated into ${language}: choose one of ${offered.join(', ')}.`);
  }
  const user = new SObjectRecord(object);
  user.id = transaction.userId;
  user.put('LanguageLocaleKey', language);
  user.put('LocaleSidKey', localeOf(language));
  transaction.update([user], { ...SYSTEM, allOrNone: true });
}

/** The usual country of a language: `de_DE` for `de`. */
function localeOf(language: string): string {
  const { language: plain, region } = new Intl.Locale(language.replace('_', '-')).maximize();
  return `${plain}_${region ?? ''}`;
}
