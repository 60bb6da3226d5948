import { labels } from './labels';

/**
 * The one place that knows the shapes errors come in: Apex and wire errors, record errors of a page or a field, lists of
 * either, JavaScript errors, plain texts.
 *
 * @param error whatever was caught or wired.
 * @returns one or more sentences for a person, never empty, each said once.
 */
export function errorSentence(error: unknown): string {
  const sentences = [...new Set(sentencesOf(error))];
  return sentences.length > 0 ? sentences.join(' ') : labels.unknown;
}

function sentencesOf(error: unknown): string[] {
  if (typeof error === 'string') {
    return error.trim() === '' ? [] : [error.trim()];
  }
  if (Array.isArray(error)) {
    return error.flatMap(sentencesOf);
  }
  if (error instanceof TypeError) {
    return [labels.unreachable];
  }
  if (!isObject(error)) {
    return [];
  }
  if (error.body !== undefined) {
    return sentencesOf(error.body);
  }
  const details = recordErrors(error.output ?? error);
  return details.length > 0 ? details : sentencesOf(error.message);
}

/** A record that could not be saved names its errors by page and by field; its own message only says that there are some. */
function recordErrors(output: unknown): string[] {
  if (!isObject(output)) {
    return [];
  }
  const fieldErrors = isObject(output.fieldErrors) ? Object.values(output.fieldErrors) : [];
  return [output.errors, output.pageErrors, ...fieldErrors].flatMap((part) => (part === undefined ? [] : sentencesOf(part)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
