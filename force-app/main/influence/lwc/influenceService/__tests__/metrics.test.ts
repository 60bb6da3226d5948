import { differencesByDeal, influencedBookings, NOT_STATED, toCents, toDecimal } from '../metrics';
import { line } from './data/lines';

const byYear = (closeDate: string): string => closeDate.slice(0, 4);

describe('influenced bookings', () => {
  it('sums to the cent where floating numbers would not', () => {
    const [usd] = influencedBookings([line({ amount: 0.1 }), line({ amount: 0.2 }), line({ amount: 1234567890.11 })], byYear);
    expect(usd?.total.cents).toBe(123456789041n);
  });

  it('cuts by type of deal, and the cuts add up to the total', () => {
    const [usd] = influencedBookings(
      [line({ dealType: 'New', amount: 10 }), line({ dealType: 'Renewal', amount: 2.5 }), line({ dealType: null, amount: -1 })],
      byYear,
    );
    expect([...(usd?.total.parts ?? [])]).toEqual([
      ['New', 1000n],
      ['Renewal', 250n],
      [NOT_STATED, -100n],
    ]);
    expect(usd?.total.cents).toBe(1150n);
  });

  it('cuts by any other frozen dimension', () => {
    const [usd] = influencedBookings(
      [line({ region: 'Europe', amount: 1 }), line({ region: 'Asia Pacific', amount: 2 })],
      byYear,
      'region',
    );
    expect(usd?.total.parts.get('Asia Pacific')).toBe(200n);
  });

  it('counts a deal once, and not at all once it was reversed', () => {
    const [usd] = influencedBookings(
      [
        line({ opportunityKey: 'one', amount: 50 }),
        line({ opportunityKey: 'one', amount: 50 }),
        line({ opportunityKey: 'two', amount: 70 }),
        line({ opportunityKey: 'two', amount: -70, kind: 'Reversed' }),
      ],
      byYear,
    );
    expect(usd?.total).toMatchObject({ cents: 10000n, deals: 1, lines: 4 });
  });

  it('sums by period in order, and leaves out what lies in none', () => {
    const [usd] = influencedBookings(
      [
        line({ closeDate: '2026-01-01', amount: 1 }),
        line({ closeDate: '2025-01-01', amount: 2 }),
        line({ closeDate: '2020-01-01', amount: 4 }),
      ],
      (closeDate) => (closeDate > '2021' ? byYear(closeDate) : undefined),
    );
    expect(usd?.periods.map(({ period, cents }) => [period, cents])).toEqual([
      ['2025', 200n],
      ['2026', 100n],
    ]);
    expect(usd?.total.cents).toBe(300n);
  });

  it('shows apart what was logged after the win', () => {
    const [usd] = influencedBookings([line({ amount: 3 }), line({ amount: 4, lateLogged: true })], byYear);
    expect(usd?.total).toMatchObject({ cents: 700n, lateLoggedCents: 400n });
  });

  it('never adds one currency to another', () => {
    const currencies = influencedBookings([line({ currencyCode: 'USD', amount: 1 }), line({ currencyCode: 'EUR', amount: 2 })], byYear);
    expect(currencies.map(({ currencyCode, total }) => [currencyCode, total.cents])).toEqual([
      ['EUR', 200n],
      ['USD', 100n],
    ]);
  });
});

describe('what changed since a report', () => {
  const earlier = (one: { bookedOn: string }): boolean => one.bookedOn < '2026-09';

  it('is told deal by deal, the largest change first, and adds up to the change of the sum', () => {
    const lines = [
      line({ opportunityKey: 'same', amount: 10, bookedOn: '2026-08-01' }),
      line({ opportunityKey: 'lost', amount: 50, bookedOn: '2026-08-01' }),
      line({ opportunityKey: 'lost', amount: -50, bookedOn: '2026-10-01', kind: 'Reversed' }),
      line({ opportunityKey: 'new', amount: 20.5, bookedOn: '2026-10-01' }),
    ];
    const differences = differencesByDeal(lines, earlier);
    expect(
      differences.map(({ opportunityKey, reportedCents, cents, differenceCents }) => [
        opportunityKey,
        reportedCents,
        cents,
        differenceCents,
      ]),
    ).toEqual([
      ['lost', 5000n, 0n, -5000n],
      ['new', 0n, 2050n, 2050n],
    ]);
    const [before] = influencedBookings(lines.filter(earlier), byYear);
    const [now] = influencedBookings(lines, byYear);
    expect(differences.reduce((sum, one) => sum + one.differenceCents, 0n)).toBe((now?.total.cents ?? 0n) - (before?.total.cents ?? 0n));
  });

  it('is nothing when a deal was only restated', () => {
    const lines = [
      line({ amount: 10, bookedOn: '2026-08-01' }),
      line({ amount: -10, bookedOn: '2026-10-01', kind: 'Reversed' }),
      line({ amount: 10, bookedOn: '2026-10-01' }),
    ];
    expect(differencesByDeal(lines, earlier)).toEqual([]);
  });
});

describe('exact cents', () => {
  it.each([
    [0, 0n],
    [-0.01, -1n],
    [19.99, 1999n],
    ['1234.5', 123450n],
    ['7.10000', 710n],
    [9007199254740.99, 900719925474099n],
    ['90071992547409.91', 9007199254740991n],
  ])('takes %p', (amount, cents) => {
    expect(toCents(amount)).toBe(cents);
  });

  it.each([[0.001], [Number.NaN], [1e21], ['12,50'], ['']])('refuses %p', (amount) => {
    expect(() => toCents(amount)).toThrow('at most two decimals');
  });

  it.each([
    [0n, '0.00'],
    [-5n, '-0.05'],
    [123450n, '1234.50'],
  ])('writes %p', (cents, text) => {
    expect(toDecimal(cents)).toBe(text);
  });
});
