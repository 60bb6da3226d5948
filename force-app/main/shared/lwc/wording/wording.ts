import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 60 * 60],
  ['month', 30 * 24 * 60 * 60],
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
];

/** Puts values into a label's places: `fill('{0} of {1}', 2, 3)` is `2 of 3`. */
export function fill(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (place, position) => String(values[Number(position)] ?? place));
}

/** The label for one, or the label for many with the count put into its first place. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : fill(many, new Intl.NumberFormat(LOCALE).format(count));
}

/** `Analytics, Mobile and Core Platform`, as the reader's language puts it. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { style: 'long', type: 'conjunction' }).format(words);
}

/**
 * How long ago or ahead an instant is, in words: `2 hours ago`, `tomorrow`.
 *
 * @param instant ISO date-time.
 * @param now milliseconds since 1970.
 */
export function relativeTime(instant: string, now: number = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const [unit, length] = STEPS.find((step) => Math.abs(seconds) >= step[1]) ?? ['second', 60];
  const steps = unit === 'second' ? 0 : Math.round(seconds / length);
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }).format(steps, unit);
}

/**
 * A day as the reader writes it, `12 May 2026`.
 *
 * @param isoDay `2026-05-12`.
 */
export function dayInWords(isoDay: string): string {
  return new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${isoDay}T00:00:00Z`),
  );
}

/** A moment as the reader writes it, in the reader's time zone. */
export function momentInWords(instant: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: TIME_ZONE,
  }).format(new Date(instant));
}

/** Today as an ISO day, in the reader's time zone. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: TIME_ZONE }).format(now);
}
