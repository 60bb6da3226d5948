import { stratifiedDifference, median } from './comparison.ts';
import type { Count, Difference, Stratum } from './comparison.ts';
import { addDays, daysBetween, liesIn } from './days.ts';
import type { Period } from './days.ts';
import type { Deal } from './facts.ts';

/** Fewer deals than this in either group, and a comparison stays hidden. */
export const FEWEST_IN_GROUP = 30;

/** Days after reaching the stage at which deals are told apart, where the reader does not choose. */
export const LANDMARK_DAYS = 60;

/** Why deals that reached the stage are not compared. */
export interface LeftOut {
  /** Closed before the landmark, or not as old yet. */
  readonly notAtLandmark: number;
  /** Open at the landmark and open today: the outcome is not known. */
  readonly stillOpen: number;
  /** Nobody like them (segment and size) in the other group. */
  readonly withoutCounterpart: number;
}

/** Win rates of deals with and without a reference. */
export interface WinRateLift {
  /** `null` when hidden: fewer than 30 comparable deals in a group. */
  readonly lift: Difference | null;
  /** Comparable deals: won, of how many. */
  readonly withReference: Count;
  readonly withoutReference: Count;
  /** Combinations of segment and size in which both groups occur. */
  readonly strata: number;
  readonly leftOut: LeftOut;
}

/** Days to a win of deals with and without a reference. */
export interface CycleDifference {
  /** Median days with less median days without, from the landmark; negative is faster. `null` when hidden. */
  readonly difference: number | null;
  readonly withReference: { readonly won: number; readonly medianDays: number | null };
  readonly withoutReference: { readonly won: number; readonly medianDays: number | null };
}

/** A deal at its landmark. */
interface Member {
  readonly deal: Deal;
  readonly landmark: string;
  readonly treated: boolean;
}

/**
 * Win-rate lift by the landmark method: among deals still open so many days after reaching the stage, those with a
 * reference by that day against those without; a reference after it changes nothing, and what was written down only
 * after the outcome was known does not count. Otherwise a deal that lives long enough to get a reference would be compared
 * with one that died early ("immortal time": Anderson, Cain & Gelber, Journal of Clinical Oncology 1 (1983) 710-719).
 *
 * @param period the deals that reached the stage in it.
 * @param today deals whose landmark lies after it are too young.
 */
export function winRateLift(deals: readonly Deal[], period: Period, today: string, landmarkDays = LANDMARK_DAYS): WinRateLift {
  const reached = deals.filter(({ reachedOn }) => liesIn(reachedOn, period));
  const atLandmark = membersOf(reached, today, landmarkDays);
  const decided = atLandmark.filter(({ deal }) => deal.isClosed);
  const shared = strataOf(decided).filter(({ treated, control }) => treated.of > 0 && control.of > 0);
  const withReference = total(shared.map(({ treated }) => treated));
  const withoutReference = total(shared.map(({ control }) => control));
  return {
    lift: enough(withReference.of, withoutReference.of) ? stratifiedDifference(shared) : null,
    withReference,
    withoutReference,
    strata: shared.length,
    leftOut: {
      notAtLandmark: reached.length - atLandmark.length,
      stillOpen: atLandmark.length - decided.length,
      withoutCounterpart: decided.length - withReference.of - withoutReference.of,
    },
  };
}

/** Difference of the median days from the landmark to the win, among the same deals as the lift that were won. */
export function cycleDifference(deals: readonly Deal[], period: Period, today: string, landmarkDays = LANDMARK_DAYS): CycleDifference {
  const won = membersOf(
    deals.filter(({ reachedOn, isWon }) => isWon && liesIn(reachedOn, period)),
    today,
    landmarkDays,
  );
  const daysOf = (treated: boolean): number[] =>
    won.filter((member) => member.treated === treated).map(({ deal, landmark }) => daysBetween(landmark, deal.closedOn ?? landmark));
  const [withDays, withoutDays] = [daysOf(true), daysOf(false)];
  const [withMedian, withoutMedian] = [median(withDays), median(withoutDays)];
  const shown = enough(withDays.length, withoutDays.length) && withMedian !== null && withoutMedian !== null;
  return {
    difference: shown ? withMedian - withoutMedian : null,
    withReference: { won: withDays.length, medianDays: shown ? withMedian : null },
    withoutReference: { won: withoutDays.length, medianDays: shown ? withoutMedian : null },
  };
}

function membersOf(deals: readonly Deal[], today: string, landmarkDays: number): Member[] {
  return deals.flatMap((deal) => {
    const landmark = deal.reachedOn === null ? null : addDays(deal.reachedOn, landmarkDays);
    if (landmark === null || landmark > today || (deal.closedOn !== null && deal.closedOn <= landmark)) {
      return [];
    }
    return [{ deal, landmark, treated: deal.uses.some(({ usedOn, late }) => !late && usedOn <= landmark) }];
  });
}

function strataOf(members: readonly Member[]): Stratum[] {
  const strata = new Map<string, { treated: { hits: number; of: number }; control: { hits: number; of: number } }>();
  for (const { deal, treated } of members) {
    const key = JSON.stringify([deal.segment, deal.sizeBand]);
    const stratum = strata.get(key) ?? { treated: { hits: 0, of: 0 }, control: { hits: 0, of: 0 } };
    strata.set(key, stratum);
    const group = treated ? stratum.treated : stratum.control;
    group.of += 1;
    group.hits += deal.isWon ? 1 : 0;
  }
  return [...strata.values()];
}

function total(counts: readonly Count[]): Count {
  return counts.reduce((sum, { hits, of }) => ({ hits: sum.hits + hits, of: sum.of + of }), { hits: 0, of: 0 });
}

function enough(withReference: number, withoutReference: number): boolean {
  return withReference >= FEWEST_IN_GROUP && withoutReference >= FEWEST_IN_GROUP;
}
