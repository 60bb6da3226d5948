import type { ObjectDescription } from '../../data/schema/description.ts';
import { currentTransaction, inTransaction } from '../runtime/current.ts';
import { runningUser } from './running-user.ts';

/** The text of a custom label in the running user's language; undefined when it keeps its own. */
export function translatedLabel(name: string): string | undefined {
  if (!inTransaction()) return undefined;
  const { translations } = currentTransaction();
  return translations.languages.length === 0 ? undefined : translations.label(name, runningUser().language);
}

/** The custom labels of the program that runs, by lower-case name. */
let labels: ReadonlyMap<string, string> = new Map();

/** Says which labels there are; called by whoever starts a program. */
export function setLabels(ofProgram: ReadonlyMap<string, string>): void {
  labels = ofProgram;
}

/** A custom label in a language, in the running user's when none is given; undefined when there is no such label. */
export function labelNamed(name: string, language?: string): string | undefined {
  const own = labels.get(name.toLowerCase());
  return own === undefined ? undefined : ((language === undefined ? translatedLabel(name) : labelIn(name, language)) ?? own);
}

/** A custom label translated into a language; undefined when it is not. */
export function labelIn(name: string, language: string): string | undefined {
  return currentTransaction().translations.label(name, language);
}

/** An object with its labels in the running user's language. */
export function inUsersWords(object: ObjectDescription): ObjectDescription {
  return inTransaction() ? currentTransaction().translations.object(object, runningUser().language) : object;
}
