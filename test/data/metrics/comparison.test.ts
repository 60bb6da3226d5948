import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { median, stratifiedDifference, wilson } from '../../../force-app/main/influence/lwc/metricsService/comparison.ts';
import type { Stratum } from '../../../force-app/main/influence/lwc/metricsService/comparison.ts';

function stratum(treated: [hits: number, of: number], control: [hits: number, of: number]): Stratum {
  return { treated: { hits: treated[0], of: treated[1] }, control: { hits: control[0], of: control[1] } };
}

function near(actual: number | undefined, expected: number, digits: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.5 * 10 ** -digits, `${actual} is not ${expected}`);
}

test('the Mantel-Haenszel difference of the UGDP trial is that of the textbook', () => {
  // Deaths in the University Group Diabetes Program, tolbutamide against placebo, under 55 and older: Rothman, Greenland &
  // Lash, Modern Epidemiology, chapter "Introduction to stratified analysis". By hand: weights 106*120/226 = 56.283 and
  // 98*85/183 = 45.519; differences 0.033805 and 0.036255; (1.90266 + 1.65029) / 101.802 = 0.0349.
  const difference = stratifiedDifference([stratum([8, 106], [5, 120]), stratum([22, 98], [16, 85])]);
  near(difference?.difference, 0.0349, 4);
});

test('the stratified Newcombe interval is that of SAS for a table of six strata', () => {
  // The example with which tern's `prop_diff_strat_nc` was validated against PROC FREQ (method of Yan & Su 2010, weights of
  // Cochran-Mantel-Haenszel): 0.25390590 (0.03467969, 0.44544132).
  const difference = stratifiedDifference([
    stratum([8, 9], [3, 6]),
    stratum([4, 4], [6, 12]),
    stratum([2, 5], [2, 5]),
    stratum([5, 7], [3, 4]),
    stratum([6, 7], [3, 8]),
    stratum([5, 8], [3, 5]),
  ]);
  near(difference?.difference, 0.2539059, 7);
  near(difference?.low, 0.03467969, 7);
  near(difference?.high, 0.44544132, 7);
});

test('one stratum gives the interval of Newcombe himself', () => {
  // Newcombe 1998, table II, method 10: 56/70 against 48/80 is 0.2 (0.0524, 0.3339), and 9/10 against 3/10 is 0.6 (0.1705, 0.8090).
  const many = stratifiedDifference([stratum([56, 70], [48, 80])]);
  near(many?.low, 0.0524, 4);
  near(many?.high, 0.3339, 4);
  const few = stratifiedDifference([stratum([9, 10], [3, 10])]);
  near(few?.low, 0.1705, 4);
  near(few?.high, 0.809, 4);
});

test('a Wilson interval is that of the literature', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857-872, table I.
  const of81 = wilson({ hits: 81, of: 263 });
  near(of81.low, 0.2553, 4);
  near(of81.high, 0.3662, 4);
  const none = wilson({ hits: 0, of: 20 });
  near(none.low, 0, 4);
  near(none.high, 0.1611, 4);
});

const counts = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([hits, misses]) => [hits, hits + misses] as [number, number]);
const strata = fc.array(
  fc.tuple(counts, counts).map(([treated, control]) => stratum(treated, control)),
  { maxLength: 12 },
);

test('the difference lies in its interval, and both lie between -1 and 1', () => {
  fc.assert(
    fc.property(strata, (given) => {
      const result = stratifiedDifference(given);
      if (result) {
        assert.ok(result.low <= result.difference + 1e-12 && result.difference <= result.high + 1e-12);
        assert.ok(result.low >= -1 - 1e-12 && result.high <= 1 + 1e-12, `${result.low} to ${result.high}`);
        assert.ok(Math.abs(result.treated - result.control - result.difference) < 1e-12);
      } else {
        assert.ok(given.every(({ treated, control }) => treated.of === 0 || control.of === 0));
      }
    }),
  );
});

test('swapping the groups turns the sign of everything', () => {
  fc.assert(
    fc.property(strata, (given) => {
      const result = stratifiedDifference(given);
      const swapped = stratifiedDifference(given.map(({ treated, control }) => ({ treated: control, control: treated })));
      if (result && swapped) {
        for (const [one, other] of [
          [result.difference, -swapped.difference],
          [result.low, -swapped.high],
          [result.high, -swapped.low],
        ] as const) {
          assert.ok(Math.abs(one - other) < 1e-9);
        }
      } else {
        assert.equal(result, swapped);
      }
    }),
  );
});

test('neither the order of the strata nor one that lacks a group changes anything', () => {
  fc.assert(
    fc.property(strata, counts, (given, alone) => {
      const result = stratifiedDifference(given);
      const other = stratifiedDifference([stratum(alone, [0, 0]), ...[...given].reverse(), stratum([0, 0], alone)]);
      if (result && other) {
        assert.ok(Math.abs(result.difference - other.difference) < 1e-9 && Math.abs(result.low - other.low) < 1e-9);
      } else {
        assert.equal(result, other);
      }
    }),
  );
});

test('a stratum with only one outcome does not make the interval infinite or empty', () => {
  const result = stratifiedDifference([stratum([5, 5], [0, 4]), stratum([3, 3], [0, 6])]);
  assert.ok(result && result.difference > 0.999 && result.high <= 1.000001 && result.low > 0 && result.low < 1);
});

test('a median is the middle, or the mean of the two in the middle', () => {
  assert.equal(median([]), null);
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 30]), 3);
});
