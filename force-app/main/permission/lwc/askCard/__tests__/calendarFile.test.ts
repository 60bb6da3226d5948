import { TextEncoder } from 'util';
import { calendarFile } from '../calendarFile';

Object.assign(globalThis, { TextEncoder });

const CALL = {
  id: 'a03000000000001AAA',
  startsAt: '2026-05-12T14:00:00.000+0000',
  minutes: 30,
  title: 'Reference Call with Harbour Bank',
  description: '',
};
const NOW = Date.parse('2026-05-01T08:00:00Z');

function linesOf(differences: Partial<typeof CALL>): string[] {
  return calendarFile({ ...CALL, ...differences }, NOW).split('\r\n');
}

describe('calendar file', () => {
  it('is one appointment in world time, of the length the customer gives', () => {
    expect(linesOf({})).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Vouchsafe//References//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:a03000000000001AAA@vouchsafe',
      `SEQUENCE:${NOW / 1000}`,
      'DTSTAMP:20260501T080000Z',
      'DTSTART:20260512T140000Z',
      'DTEND:20260512T143000Z',
      'SUMMARY:Reference Call with Harbour Bank',
      'DESCRIPTION:',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('lets no text break out of its line', () => {
    const lines = linesOf({ title: 'A; B, C \\ D', description: 'One\r\nEND:VEVENT\nTwo\rThree' });
    expect(lines).toContain('SUMMARY:A\\; B\\, C \\\\ D');
    expect(lines).toContain('DESCRIPTION:One\\nEND:VEVENT\\nTwo\\nThree');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('folds long lines at 75 bytes, never within a character', () => {
    const description = 'Größe 😀 '.repeat(40);
    const text = calendarFile({ ...CALL, description }, NOW);
    const sizes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
    expect(text.replace(/\r\n /g, '')).toContain(`DESCRIPTION:${description}`);
  });
});
