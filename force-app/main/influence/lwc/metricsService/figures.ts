import { concentration, coverage, utilisation } from './capacity.ts';
import type { Concentration, Coverage, Utilisation } from './capacity.ts';
import { cycleDifference, LANDMARK_DAYS, winRateLift } from './cohort.ts';
import type { CycleDifference, WinRateLift } from './cohort.ts';
import type { Period } from './days.ts';
import type { Facts } from './facts.ts';
import { answeredInTime, fillRate, funnel } from './responses.ts';
import type { AnsweredInTime, FunnelStep } from './responses.ts';
import { adoption, influencedPipeline, loggingCompleteness, penetration } from './shares.ts';
import type { Pipeline, Share } from './shares.ts';

/** All figures about the program in a period; influenced bookings come from the ledger and are summed apart. */
export interface Figures {
  readonly pipeline: Pipeline;
  readonly penetration: Share;
  readonly adoption: Share;
  readonly lift: WinRateLift;
  readonly cycle: CycleDifference;
  readonly fillRate: Share;
  readonly answeredInTime: AnsweredInTime;
  readonly utilisation: Utilisation;
  readonly concentration: Concentration;
  readonly coverage: Coverage;
  readonly loggingCompleteness: Share;
  readonly funnel: readonly FunnelStep[];
}

/** What a reader may choose. */
export interface FigureOptions {
  readonly period: Period;
  /** Days after reaching the stage at which deals with and without a reference are told apart. */
  readonly landmarkDays?: number;
  /** Exact cents of an amount; money is counted by the module of the bookings. */
  readonly toCents: (amount: number | string) => bigint;
}

/** Computes every figure from the same facts. */
export function programFigures(facts: Facts, { period, landmarkDays = LANDMARK_DAYS, toCents }: FigureOptions): Figures {
  const { deals, needs, asks, advocates, usesPerAccount, today, now } = facts;
  return {
    pipeline: influencedPipeline(deals, toCents),
    penetration: penetration(deals, period),
    adoption: adoption(deals, needs, period),
    lift: winRateLift(deals, period, today, landmarkDays),
    cycle: cycleDifference(deals, period, today, landmarkDays),
    fillRate: fillRate(needs, deals, period, today),
    answeredInTime: answeredInTime(asks, period, now),
    utilisation: utilisation(asks, advocates, usesPerAccount, period, today),
    concentration: concentration(asks, advocates, period),
    coverage: coverage(facts, period),
    loggingCompleteness: loggingCompleteness(deals, period),
    funnel: funnel(needs, asks, deals, period),
  };
}
