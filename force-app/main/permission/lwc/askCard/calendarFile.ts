/** One appointment of a calendar. */
export interface Appointment {
  /** The same for every version of the appointment, so that a calendar moves it instead of adding another. */
  readonly id: string;
  /** ISO date-time. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly title: string;
  readonly description: string;
}

const LONGEST_LINE = 75;
const MILLISECONDS_A_MINUTE = 60_000;

/**
 * An appointment as a calendar file.
 *
 * @param appointment what to put into the calendar.
 * @param now when the file is made, milliseconds since 1970; a later file replaces an earlier one.
 * @see RFC 5545, sections 3.1 (line folding), 3.3.11 (escaped text), 3.6.1 (events).
 */
export function calendarFile({ id, startsAt, minutes, title, description }: Appointment, now: number = Date.now()): string {
  const start = new Date(startsAt).getTime();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vouchsafe//References//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@vouchsafe`,
    `SEQUENCE:${Math.floor(now / 1000) % 2 ** 31}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(start + minutes * MILLISECONDS_A_MINUTE)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20260512T140000Z`. */
function utc(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines hold 75 bytes; what is longer goes on after a line break and a space. A character is never torn apart. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = '';
  let length = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > LONGEST_LINE) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += bytes;
  }
  return text;
}
