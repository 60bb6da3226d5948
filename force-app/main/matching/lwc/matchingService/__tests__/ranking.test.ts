import type { AdvocateMatch } from '../ranking';
import { explain, groupByCompany, hasScore, importanceOf, rank } from '../ranking';
import { advocate, criterion } from './data/matches';

const industry = criterion();
const products = criterion({ name: 'Products', label: 'Products', comparison: 'Overlap', weight: 1, wanted: ['Analytics', 'Mobile'] });

const names = (entries: readonly { advocate: AdvocateMatch }[]): string[] => entries.map((entry) => entry.advocate.name);

describe('ranking advocates', () => {
  it('weighs the degrees, times readiness, to four decimals', () => {
    const { ranked } = rank([advocate({ degrees: { Industry: 1, Products: 1 / 3 }, readiness: 0.85 })], [industry, products]);
    expect(ranked[0]?.fit).toBe(0.83333333);
    expect(ranked[0]?.score).toBe(0.7083);
  });

  it('rounds a decimal half up although its binary form falls short of it', () => {
    const { ranked } = rank([advocate({ degrees: { Industry: 0.00105 } })], [criterion({ weight: 1 })]);
    expect(ranked[0]?.score).toBe(0.0011);
  });

  it('puts the better score first, then whoever was asked less, then the older number', () => {
    const both = { Industry: 1, Products: 1 };
    const { ranked } = rank(
      [
        advocate({ name: 'ADV-000004', degrees: { Industry: 1 } }),
        advocate({ name: 'ADV-000003', degrees: both, usesInQuarter: 1 }),
        advocate({ name: 'ADV-000002', degrees: both, usesInQuarter: 0 }),
        advocate({ name: 'ADV-000001', degrees: both, usesInQuarter: null }),
      ],
      [industry, products],
    );
    expect(names(ranked)).toEqual(['ADV-000001', 'ADV-000002', 'ADV-000003', 'ADV-000004']);
  });

  it('leaves a criterion out that is off or that the deal says nothing about', () => {
    const silent = criterion({ name: 'Region', weight: 2, wanted: [] });
    const { ranked } = rank([advocate({ degrees: { Industry: 1, Products: 0, Region: 0 } })], [industry, products, silent], {
      Products: 'Off',
    });
    expect(ranked[0]?.score).toBe(1);
  });

  it('excludes who misses a must, and says which', () => {
    const { ranked, excluded } = rank(
      [
        advocate({ name: 'ADV-000001', degrees: { Industry: 0, Products: 1 } }),
        advocate({ name: 'ADV-000002', degrees: { Industry: 1, Products: 0 } }),
      ],
      [industry, products],
      { Industry: 'Must' },
    );
    expect(names(ranked)).toEqual(['ADV-000002']);
    expect(excluded).toEqual([expect.objectContaining({ reason: 'Must Not Met', missed: ['Industry'] })]);
  });

  it('lets somebody back in who missed a must of the configuration once it is only nice', () => {
    const missed = advocate({ degrees: { Industry: 0 }, excludedReason: 'Must Not Met' });
    const must = criterion({ importance: 'Must' });
    expect(names(rank([missed], [must]).excluded)).toEqual(['ADV-000001']);
    expect(names(rank([missed], [must], { Industry: 'Nice' }).ranked)).toEqual(['ADV-000001']);
  });

  it('keeps somebody out who missed a must and is resting besides', () => {
    const missed = advocate({ excludedReason: 'Must Not Met', availability: { state: 'Resting', until: '2026-12-01' } });
    expect(rank([missed], [criterion({ importance: 'Must' })], { Industry: 'Nice' }).excluded[0]?.reason).toBe('Resting');
  });

  it('keeps the reason of the server whatever the settings', () => {
    const { ranked, excluded } = rank([advocate({ excludedReason: 'Own Account', degrees: { Industry: 1 } })], [industry], {
      Industry: 'Off',
    });
    expect(ranked).toEqual([]);
    expect(excluded[0]?.reason).toBe('Own Account');
  });

  it('takes a member that Apex left out for none', () => {
    const bare = advocate({ degrees: { Industry: 1 }, excludedReason: undefined, usesInQuarter: undefined });
    expect(names(rank([bare], [industry]).ranked)).toEqual(['ADV-000001']);
  });

  it('gives nobody a score when nothing counts', () => {
    expect(rank([advocate({ degrees: { Industry: 1 } })], [industry], { Industry: 'Off' }).ranked[0]?.score).toBe(0);
  });

  it('re-ranks 500 advocates within a frame', () => {
    const many = Array.from({ length: 500 }, (_unused, position) =>
      advocate({
        name: `ADV-${String(position).padStart(6, '0')}`,
        degrees: { Industry: (position % 7) / 6, Products: (position % 3) / 2 },
      }),
    );
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      rank(many, [industry, products], { Industry: 'Must' });
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(16);
  });
});

describe('grouping by company', () => {
  it('keeps the order of the best of each company, and the others behind it', () => {
    const { ranked } = rank(
      [
        advocate({ name: 'ADV-000001', accountId: 'one', degrees: { Industry: 1 } }),
        advocate({ name: 'ADV-000002', accountId: 'two', degrees: { Industry: 0.8 } }),
        advocate({ name: 'ADV-000003', accountId: 'one', degrees: { Industry: 0.5 } }),
        advocate({ name: 'ADV-000004', id: 'alone', accountId: null, degrees: { Industry: 0.9 } }),
      ],
      [industry],
    );
    expect(groupByCompany(ranked).map(({ key, best, others }) => [key, best.advocate.name, names(others)])).toEqual([
      ['one', 'ADV-000001', ['ADV-000003']],
      ['alone', 'ADV-000004', []],
      ['two', 'ADV-000002', []],
    ]);
  });
});

describe('explaining a score', () => {
  it('shows every counting factor with its share, which add up to one', () => {
    const factors = explain(advocate({ degrees: { Industry: 1 }, matched: { Industry: ['Banking'] } }), [industry, products]);
    expect(factors.map(({ criterion: name, degree, share, matched }) => [name, degree, share, matched])).toEqual([
      ['Industry', 1, 0.75, ['Banking']],
      ['Products', 0, 0.25, []],
    ]);
  });

  it('takes the setting over the configuration, and nice for anything unknown', () => {
    expect(importanceOf(criterion({ importance: 'Must' }), {})).toBe('Must');
    expect(importanceOf(criterion({ importance: 'Must' }), { Industry: 'Off' })).toBe('Off');
    expect(importanceOf(criterion({ importance: 'Maybe' }), {})).toBe('Nice');
  });

  it('leaves out who can’t do it by the day needed, and puts those free in time before the others', () => {
    const soon = advocate({ name: 'ADV-000001', degrees: { Industry: 1 }, earliestOn: '2026-05-10' });
    const late = advocate({ name: 'ADV-000002', degrees: { Industry: 1 }, earliestOn: '2026-05-14' });
    const unknown = advocate({ name: 'ADV-000003', degrees: { Industry: 1 } });
    const resting = { excludedReason: 'Resting', availability: { state: 'Resting', until: '2026-05-11' } };
    const back = advocate({ name: 'ADV-000004', earliestOn: '2026-05-12', ...resting });
    const { ranked, excluded } = rank([late, unknown, back, soon], [industry], {}, { neededBy: '2026-05-12' });
    expect(names(ranked)).toEqual(['ADV-000001']);
    expect(excluded.map(({ advocate: { name }, reason, inTime }) => [name, reason, inTime])).toEqual([
      ['ADV-000004', 'Resting', true],
      ['ADV-000002', 'Too Late', false],
      ['ADV-000003', 'Too Late', false],
    ]);
    expect(rank([back], [industry]).excluded[0]?.inTime).toBe(false);
  });

  it('shows favourites only when only they are wanted', () => {
    const kept = advocate({ name: 'ADV-000001', favourite: true });
    const kept2 = advocate({ name: 'ADV-000003', favourite: true, excludedReason: 'Resting' });
    const { ranked, excluded } = rank([kept, advocate({ name: 'ADV-000002' }), kept2], [industry], {}, { favouritesOnly: true });
    expect([...names(ranked), ...names(excluded)]).toEqual(['ADV-000001', 'ADV-000003']);
  });

  it('knows when there is nothing to score by', () => {
    expect(hasScore([industry])).toBe(true);
    expect(hasScore([criterion({ wanted: [] })])).toBe(false);
    expect(hasScore([industry], { Industry: 'Off' })).toBe(false);
  });
});
