import type { ObjectDescription } from '../../data/schema/description.ts';
import { currentTransaction, inTransaction } from '../runtime/current.ts';
import { runningUser } from './running-user.ts';

/** The text of a custom label in the running user's language; undefined when it keeps its own. */
export function translatedLabel(name: string): string | undefined {
  if (!inTransaction()) return undefined;
  const { translations } = currentTransaction();
  return translations.languages.length === 0 ? undefined : translations.label(name, runningUser().language);
}

/** An object with its labels in the running user's language. */
export function inUsersWords(object: ObjectDescription): ObjectDescription {
  return inTransaction() ? currentTransaction().translations.object(object, runningUser().language) : object;
}
