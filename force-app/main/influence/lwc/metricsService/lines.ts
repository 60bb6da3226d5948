import type { Figures } from './figures.ts';
import { valueOf } from './shares.ts';

/** Every figure about the program, in the order in which they are shown. */
export const METRICS = [
  'pipeline',
  'penetration',
  'adoption',
  'winRateLift',
  'cycleDifference',
  'fillRate',
  'answeredInTime',
  'answeredSinceSent',
  'utilisation',
  'concentration',
  'coverage',
  'loggingCompleteness',
] as const;

/** The name of a figure. */
export type Metric = (typeof METRICS)[number];

/** What a value is: a share of one, a difference of shares, a difference in days, hundredths of a currency, or so many times. */
export type Unit = 'share' | 'points' | 'days' | 'cents' | 'times';

/** One figure with what it comes from. */
export interface FigureLine {
  readonly metric: Metric;
  readonly unit: Unit;
  /** `null` when there is nothing to count, or too little to show. */
  readonly value: number | bigint | null;
  /** Of an amount. */
  readonly currencyCode?: string;
  /** Two-sided 95 %. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** Too few to be shown; `n` tells how many there are. */
  readonly hidden: boolean;
  /** The counts behind the value, in the order in which the words about them take them. */
  readonly n: readonly number[];
}

/** The figures one by one, each with its n. */
export function figureLines(figures: Figures): FigureLine[] {
  const { pipeline, lift, cycle, utilisation, concentration, coverage } = figures;
  const amounts: FigureLine[] = pipeline.amounts.map(({ currencyCode, cents, deals }) => ({
    metric: 'pipeline',
    unit: 'cents',
    value: cents,
    currencyCode,
    hidden: false,
    n: [deals, pipeline.withoutAmount],
  }));
  return [
    ...(amounts.length > 0 ? amounts : [line('pipeline', 'cents', null, [0, pipeline.withoutAmount])]),
    share('penetration', figures.penetration),
    share('adoption', figures.adoption),
    {
      ...line('winRateLift', 'points', lift.lift?.difference ?? null, [
        lift.withReference.hits,
        lift.withReference.of,
        lift.withoutReference.hits,
        lift.withoutReference.of,
        lift.leftOut.notAtLandmark,
        lift.leftOut.stillOpen,
        lift.leftOut.withoutCounterpart,
      ]),
      ...(lift.lift ? { interval: { low: lift.lift.low, high: lift.lift.high } } : {}),
      hidden: lift.lift === null,
    },
    {
      ...line('cycleDifference', 'days', cycle.difference, [
        cycle.withReference.won,
        cycle.withoutReference.won,
        ...(cycle.withReference.medianDays === null ? [] : [cycle.withReference.medianDays]),
        ...(cycle.withoutReference.medianDays === null ? [] : [cycle.withoutReference.medianDays]),
      ]),
      hidden: cycle.difference === null,
    },
    share('fillRate', figures.fillRate),
    share('answeredInTime', figures.answeredInTime.byApprover, figures.answeredInTime.automatic),
    share('answeredSinceSent', figures.answeredInTime.sinceSent),
    line('utilisation', 'share', utilisation.capacity === 0 ? null : utilisation.uses / utilisation.capacity, [
      utilisation.uses,
      utilisation.capacity,
      utilisation.advocates,
    ]),
    line('concentration', 'share', concentration.uses === 0 ? null : concentration.byBusiest / concentration.uses, [
      concentration.byBusiest,
      concentration.uses,
      concentration.busiest,
      concentration.advocates,
    ]),
    line('coverage', 'times', coverage.total.coverage, [
      coverage.total.freeSlots,
      coverage.total.forecast,
      coverage.total.openDeals,
      coverage.closedDeals,
    ]),
    share('loggingCompleteness', figures.loggingCompleteness),
  ];
}

function share(metric: Metric, counts: { readonly counted: number; readonly of: number }, ...more: readonly number[]): FigureLine {
  return line(metric, 'share', valueOf(counts), [counts.counted, counts.of, ...more]);
}

function line(metric: Metric, unit: Unit, value: number | null, n: readonly number[]): FigureLine {
  return { metric, unit, value, hidden: false, n };
}
