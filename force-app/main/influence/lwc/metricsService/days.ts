/** Days as ISO texts (`2026-11-21`), as the org counts them. Pure: used by the page and the command line alike. */

const MILLISECONDS_A_DAY = 86_400_000;

/** A span of days, both ends included, ISO. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The ISO day so many days after another; negative for before. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_A_DAY);
}

/** True when an ISO day lies in a period; never for no day. */
export function liesIn(day: string | null, { from, to }: Period): boolean {
  return day !== null && from <= day && day <= to;
}

/**
 * Milliseconds since 1970 of a moment as an org writes it, `2026-11-21T08:00:00.000Z` or `...+0000`.
 *
 * @throws RangeError when it is no moment.
 */
export function millisecondsOf(moment: string): number {
  const milliseconds = Date.parse(moment.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(milliseconds)) {
    throw new RangeError(`"${moment}" is not a moment; write it like 2026-11-21T08:00:00.000Z.`);
  }
  return milliseconds;
}

/**
 * Tells the day of a moment in a time zone.
 *
 * @param timeZone IANA name, as Salesforce has it too: `America/Los_Angeles`.
 * @throws RangeError when there is no such zone.
 */
export function dayIn(timeZone: string): (moment: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
  return (moment) => format.format(millisecondsOf(moment));
}
