import { ACTIONS, KINDS } from './labels';

/** Why something is on the desk, in words. */
export function kindInWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** What can be done about something on the desk, in words. */
export function actionInWords(action: string): string {
  return ACTIONS[action] ?? action;
}
