import type { DatabaseSync } from 'node:sqlite';
import { distanceBetween } from '../soql/distance.ts';
import { offsetAt } from '../values/time-zone.ts';

const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** Whether letters of a text have a case that SQLite does not know: it folds A to Z only. */
export function needsFolding(text: unknown): text is string {
  return typeof text === 'string' && BEYOND_ASCII.test(text);
}

/**
 * Gives a database the functions that queries need and SQL lacks: `folded(text)`, for comparing letters beyond A to Z without regard to
 * case, `distance(latitude, longitude, latitude, longitude, unit)` between two places, and `in_zone(milliseconds, zone)`, an instant as the wall clock of a time zone shows it.
 */
export function addFunctions(database: DatabaseSync): void {
  const options = { deterministic: true };
  database.function('folded', options, (text) => (typeof text === 'string' ? text.toLowerCase() : text));
  database.function('distance', options, distanceBetween);
  database.function('in_zone', options, (milliseconds, zone) =>
    milliseconds === null ? null : Number(milliseconds) + offsetAt(String(zone), Number(milliseconds)),
  );
}
