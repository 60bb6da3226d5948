/** Time zones by their IANA name, such as `Europe/Berlin`; `GMT` and `UTC` are the same. */

const MINUTE = 60_000;
/** Clocks change at full quarters of an hour: within one, a zone's offset is constant. */
const QUARTER = 15 * MINUTE;
const MAXIMUM_KEPT = 10_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Tells whether the name is a zone that is known here. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) {
      return false;
    }
    throw error;
  }
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, instant: number): number {
  if (zone === 'UTC' || zone === 'GMT') {
    return 0;
  }
  const key = `${zone} ${Math.floor(instant / QUARTER)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = computeOffset(zone, instant);
    if (offsets.size >= MAXIMUM_KEPT) {
      offsets.clear();
    }
    offsets.set(key, offset);
  }
  return offset;
}

function computeOffset(zone: string, instant: number): number {
  const parts: Record<string, number> = {};
  for (const part of formatterOf(zone).formatToParts(instant)) {
    parts[part.type] = Number(part.value);
  }
  const wall = Date.UTC(parts['year'], parts['month'] - 1, parts['day'], parts['hour'], parts['minute'], parts['second']);
  return wall - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which a wall clock in the zone shows the given time (milliseconds as if it were UTC). A time skipped by daylight
 * saving moves forward; of a time shown twice the first is meant.
 */
export function instantOfWallClock(zone: string, wall: number): number {
  const before = offsetAt(zone, wall - 24 * 60 * MINUTE);
  const after = offsetAt(zone, wall + 24 * 60 * MINUTE);
  if (before === after) {
    return wall - before;
  }
  const early = wall - before;
  if (offsetAt(zone, early) === before) {
    return early;
  }
  const late = wall - after;
  return offsetAt(zone, late) === after ? late : early;
}

/** The name of the zone at an instant, such as `GMT+1` (short) or `Central European Standard Time` (long). */
export function zoneName(zone: string, instant: number, style: 'short' | 'long', locale = 'en-US'): string {
  const formatted = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style }).formatToParts(instant);
  return formatted.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}
