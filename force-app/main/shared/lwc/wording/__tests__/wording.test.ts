import { counted, dayInWords, fill, listed, momentInWords, relativeTime, today } from 'c/wording';

jest.mock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'en-US' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'America/New_York' }), { virtual: true });

const NOW = Date.parse('2026-11-21T12:00:00Z');

describe('wording', () => {
  it('fills places, keeps those without a value, and takes values as they are', () => {
    expect(fill('{0} of {1}, {2}', 1, '$& {0}')).toBe('1 of $& {0}, {2}');
  });

  it('counts in the reader’s way', () => {
    expect(counted(1, 'one ask', '{0} asks')).toBe('one ask');
    expect(counted(1234, 'one ask', '{0} asks')).toBe('1,234 asks');
  });

  it('lists words', () => {
    expect(listed(['Analytics', 'Mobile', 'Core'])).toBe('Analytics, Mobile, and Core');
  });

  it.each([
    ['2026-11-21T11:59:40Z', 'now'],
    ['2026-11-21T11:15:00Z', '45 minutes ago'],
    ['2026-11-21T10:00:00Z', '2 hours ago'],
    ['2026-11-20T12:00:00Z', 'yesterday'],
    ['2026-11-22T12:00:00Z', 'tomorrow'],
    ['2026-11-28T12:00:00Z', 'in 7 days'],
    ['2026-08-20T12:00:00Z', '3 months ago'],
    ['2024-11-20T12:00:00Z', '2 years ago'],
  ])('puts %s into relative words', (instant, words) => {
    expect(relativeTime(instant, NOW)).toBe(words);
  });

  it('writes a day without moving it to another zone', () => {
    expect(dayInWords('2026-05-12')).toBe('May 12, 2026');
  });

  it('writes a moment and today in the reader’s zone', () => {
    expect(momentInWords('2026-11-21T02:30:00Z').replace(/\s/g, ' ')).toBe('Nov 20, 2026, 9:30 PM');
    expect(today(new Date('2026-11-21T02:30:00Z'))).toBe('2026-11-20');
  });
});
