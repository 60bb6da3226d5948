import { parseQuarter, quarterOf, quartersUntil } from '../quarters';

const calendarYear = { startMonth: 1 };
const fromFebruary = { startMonth: 2 };
const fromFebruaryByStart = { startMonth: 2, namedByStart: true };

describe('fiscal quarters', () => {
  it.each([
    ['2026-01-01', calendarYear, '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-12-31', calendarYear, '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-01-31', fromFebruary, '2026-Q4', '2025-11-01', '2026-01-31'],
    ['2026-02-01', fromFebruary, '2027-Q1', '2026-02-01', '2026-04-30'],
    ['2026-02-01', fromFebruaryByStart, '2026-Q1', '2026-02-01', '2026-04-30'],
    ['2024-02-29', calendarYear, '2024-Q1', '2024-01-01', '2024-03-31'],
    ['2026-11-21T23:30:00.000Z', { startMonth: 10 }, '2027-Q1', '2026-10-01', '2026-12-31'],
  ])('finds the quarter of %s', (day, calendar, key, from, to) => {
    expect(quarterOf(day, calendar)).toMatchObject({ key, from, to });
  });

  it.each([
    ['2026-Q3', calendarYear],
    ['2027-Q1', fromFebruary],
    ['2026-Q4', fromFebruaryByStart],
  ])('reads %s back to the same quarter', (key, calendar) => {
    const quarter = parseQuarter(key, calendar);
    expect(quarter.key).toBe(key);
    expect(quarterOf(quarter.from, calendar)).toEqual(quarter);
    expect(quarterOf(quarter.to, calendar)).toEqual(quarter);
  });

  it('lists the quarters up to one, oldest first, without a gap', () => {
    expect(quartersUntil(parseQuarter('2026-Q2', fromFebruary), 4, fromFebruary).map(({ key }) => key)).toEqual([
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
      '2026-Q2',
    ]);
  });

  it('says how to write a day or a quarter', () => {
    expect(() => quarterOf('21.11.2026', calendarYear)).toThrow('write it like 2026-11-21');
    expect(() => parseQuarter('Q3', calendarYear)).toThrow('write it like 2026-Q3');
  });
});
