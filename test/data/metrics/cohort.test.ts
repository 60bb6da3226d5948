import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cycleDifference, winRateLift } from '../../../force-app/main/influence/lwc/metricsService/cohort.ts';
import { addDays } from '../../../force-app/main/influence/lwc/metricsService/days.ts';
import type { Deal } from '../../../force-app/main/influence/lwc/metricsService/facts.ts';
import { deal, openDeal, use } from './facts.ts';

const period = { from: '2026-01-01', to: '2026-03-31' };
const today = '2026-11-21';

function lift(deals: readonly Deal[], landmarkDays = 30): ReturnType<typeof winRateLift> {
  return winRateLift(deals, period, today, landmarkDays);
}

/** So many of each kind: with a reference in time won and lost, without one won and lost. */
function groups(withWon: number, withLost: number, withoutWon: number, withoutLost: number): Deal[] {
  const lost = { isWon: false };
  const referenced = { uses: [use('2026-01-20')] };
  return [
    ...Array.from({ length: withWon }, () => deal(referenced)),
    ...Array.from({ length: withLost }, () => deal({ ...referenced, ...lost })),
    ...Array.from({ length: withoutWon }, () => deal()),
    ...Array.from({ length: withoutLost }, () => deal(lost)),
  ];
}

test('thirty in each group show a lift, twenty-nine in one hide it and still tell the n', () => {
  const shown = lift(groups(20, 10, 15, 15));
  assert.ok(shown.lift && Math.abs(shown.lift.difference - (20 / 30 - 0.5)) < 1e-12);
  assert.deepEqual(
    [shown.withReference, shown.withoutReference],
    [
      { hits: 20, of: 30 },
      { hits: 15, of: 30 },
    ],
  );
  const hidden = lift(groups(20, 9, 15, 15));
  assert.equal(hidden.lift, null);
  assert.equal(hidden.withReference.of, 29);
  assert.equal(lift(groups(20, 10, 15, 14)).lift, null);
});

test('a reference after the landmark, or written down after the outcome was known, makes no deal a referenced one', () => {
  const result = lift([
    deal({ uses: [use('2026-01-31')] }),
    deal({ uses: [use('2026-02-01')] }),
    deal({ uses: [use('2026-01-10', true)] }),
  ]);
  assert.equal(result.withReference.of, 1);
  assert.equal(result.withoutReference.of, 2);
});

test('deals that were closed by the landmark, or are too young for one, are in no group', () => {
  const result = lift([
    deal({ closedOn: '2026-01-31' }),
    deal({ closedOn: '2026-02-01' }),
    deal({ uses: [use('2026-01-10')] }),
    openDeal(),
    openDeal({ uses: [use('2026-01-10')] }),
  ]);
  assert.deepEqual(result.leftOut, { notAtLandmark: 1, stillOpen: 2, withoutCounterpart: 0 });
  assert.deepEqual([result.withReference.of, result.withoutReference.of], [1, 1]);
  assert.equal(winRateLift([openDeal()], period, '2026-01-30', 30).leftOut.notAtLandmark, 1);
});

test('only deals that reached the stage in the period count', () => {
  const result = lift([deal({ reachedOn: '2025-12-31' }), deal({ reachedOn: '2026-04-01' }), deal({ reachedOn: null })]);
  assert.deepEqual(result.leftOut, { notAtLandmark: 0, stillOpen: 0, withoutCounterpart: 0 });
});

test('deals are compared with deals of the same segment and size only', () => {
  const other = { segment: 'Retail' };
  const result = lift([deal({ uses: [use('2026-01-10')], ...other }), deal(), deal({ uses: [use('2026-01-10')], sizeBand: '5000+' })]);
  assert.equal(result.leftOut.withoutCounterpart, 3);
  assert.equal(result.strata, 0);
});

test('a difference in mix alone is no lift (Simpson)', () => {
  const easy = { segment: 'Easy' };
  const hard = { segment: 'Hard', isWon: false };
  const referenced = { uses: [use('2026-01-10')] };
  const deals = [
    ...Array.from({ length: 40 }, () => deal({ ...easy, ...referenced })),
    ...Array.from({ length: 10 }, () => deal(easy)),
    ...Array.from({ length: 10 }, () => deal({ ...hard, ...referenced })),
    ...Array.from({ length: 40 }, () => deal(hard)),
  ];
  assert.equal(lift(deals).lift?.difference, 0);
});

const anyDeal = fc
  .record({
    segment: fc.constantFrom('A', 'B', 'C'),
    sizeBand: fc.constantFrom('', 'S', 'L'),
    reached: fc.integer({ min: -20, max: 120 }),
    open: fc.boolean(),
    closedAfter: fc.integer({ min: 0, max: 200 }),
    isWon: fc.boolean(),
    usedAfter: fc.option(fc.integer({ min: 0, max: 150 }), { nil: null }),
    late: fc.boolean(),
  })
  .map(({ segment, sizeBand, reached, open, closedAfter, isWon, usedAfter, late }) => {
    const reachedOn = addDays(period.from, reached);
    return deal({
      segment,
      sizeBand,
      reachedOn,
      isClosed: !open,
      isWon: !open && isWon,
      closedOn: open ? null : addDays(reachedOn, closedAfter),
      uses: usedAfter === null ? [] : [use(addDays(reachedOn, usedAfter), late)],
    });
  });

test('every deal that reached the stage is counted in exactly one place', () => {
  fc.assert(
    fc.property(fc.array(anyDeal, { maxLength: 150 }), (deals) => {
      const { withReference, withoutReference, leftOut } = lift(deals);
      const reached = deals.filter(({ reachedOn }) => reachedOn !== null && reachedOn >= period.from && reachedOn <= period.to).length;
      assert.equal(
        withReference.of + withoutReference.of + leftOut.notAtLandmark + leftOut.stillOpen + leftOut.withoutCounterpart,
        reached,
      );
    }),
  );
});

test('the order of the deals does not matter, and what happens after the landmark moves no deal to another group', () => {
  fc.assert(
    fc.property(fc.array(anyDeal, { maxLength: 150 }), (deals) => {
      const result = lift(deals);
      const reversed = lift([...deals].reverse());
      assert.deepEqual([reversed.withReference, reversed.withoutReference], [result.withReference, result.withoutReference]);
      const later = deals.map((one) => ({ ...one, uses: [...one.uses, use('2030-01-01')] }));
      assert.deepEqual([lift(later).withReference, lift(later).withoutReference], [result.withReference, result.withoutReference]);
    }),
  );
});

test('the cycle is compared among won deals, from the landmark, and hidden under thirty', () => {
  const referenced = Array.from({ length: 30 }, (_unused, index) =>
    deal({ uses: [use('2026-01-10')], closedOn: addDays('2026-01-31', 1 + index) }),
  );
  const others = Array.from({ length: 31 }, (_unused, index) => deal({ closedOn: addDays('2026-01-31', 21 + index) }));
  const lost = Array.from({ length: 40 }, () => deal({ isWon: false, closedOn: '2026-02-02' }));
  const result = cycleDifference([...referenced, ...others, ...lost], period, today, 30);
  assert.deepEqual(result, {
    difference: 15.5 - 36,
    withReference: { won: 30, medianDays: 15.5 },
    withoutReference: { won: 31, medianDays: 36 },
  });
  assert.equal(cycleDifference([...referenced.slice(1), ...others], period, today, 30).difference, null);
});

test('ten thousand deals are compared in well under a second', () => {
  const deals = Array.from({ length: 10_000 }, (_unused, index) =>
    deal({
      key: String(index),
      segment: String(Math.floor(index / 8) % 10),
      isWon: index % 3 === 0,
      uses: index % 4 === 0 ? [use('2026-01-10')] : [],
    }),
  );
  const started = performance.now();
  const result = lift(deals);
  assert.ok(performance.now() - started < 700);
  assert.equal(result.withReference.of + result.withoutReference.of, 10_000);
});
