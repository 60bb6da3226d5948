import { addDays, daysBetween, liesIn } from './days.ts';
import type { Period } from './days.ts';
import type { Advocate, Ask, Deal } from './facts.ts';

/** How many days of uses a limit is for. */
const WINDOW_DAYS = 90;

/** Statuses of an ask that uses an advocate. */
const USING = new Set(['Queued', 'Pending', 'Approved', 'Completed']);
/** Of these, what is promised and has not taken place yet. */
const PROMISED = new Set(['Queued', 'Pending', 'Approved']);

/** An advocate with the uses of a period. */
export interface AdvocateUses {
  readonly advocate: string;
  readonly uses: number;
}

/** How much of what advocates can give was taken. */
export interface Utilisation {
  readonly uses: number;
  /** Uses that the active advocates could give in the period; not a whole number, as a period is not a whole number of windows. */
  readonly capacity: number;
  /** Active advocates. */
  readonly advocates: number;
}

/** How unevenly uses are spread. */
export interface Concentration {
  readonly uses: number;
  /** Uses carried by the busiest tenth. */
  readonly byBusiest: number;
  /** How many advocates the busiest tenth is. */
  readonly busiest: number;
  /** Active advocates, and others who were used. */
  readonly advocates: number;
  /** Everybody who was used, the busiest first. */
  readonly ranking: readonly AdvocateUses[];
  /** How many advocates gave 0, 1, 2, ... uses, by position. */
  readonly distribution: readonly number[];
}

/** Free slots against expected demand in one segment. */
export interface SegmentCoverage {
  readonly segment: string;
  readonly freeSlots: number;
  /** Open deals at the stage that are to close in the next 90 days. */
  readonly openDeals: number;
  /** References these deals will want, by what closed deals used. */
  readonly forecast: number;
  /** `freeSlots / forecast`; `null` when nothing is forecast. */
  readonly coverage: number | null;
}

/** Whether there will be enough references. */
export interface Coverage {
  /** Most wanting first. */
  readonly segments: readonly SegmentCoverage[];
  readonly total: SegmentCoverage;
  /** References a closed deal at the stage used on average; `null` when none has closed. */
  readonly usesPerDeal: number | null;
  /** n: closed deals it comes from. */
  readonly closedDeals: number;
}

/** Utilisation: uses (asks queued, pending, approved or completed) submitted in the period over what active advocates can give in it. */
export function utilisation(
  asks: readonly Ask[],
  advocates: readonly Advocate[],
  usesPerAccount: number,
  period: Period,
  today: string,
): Utilisation {
  const until = period.to < today ? period.to : today;
  const days = Math.max(0, daysBetween(period.from, until) + 1);
  const active = advocates.filter(({ isActive }) => isActive);
  return {
    uses: usesIn(asks, period).length,
    capacity: (limitOf(active, usesPerAccount) * days) / WINDOW_DAYS,
    advocates: active.length,
  };
}

/** Concentration: the share of the period's uses that the busiest tenth of the advocates carried, active ones and whoever else was used. */
export function concentration(asks: readonly Ask[], advocates: readonly Advocate[], period: Period): Concentration {
  const counts = new Map<string, number>(advocates.filter(({ isActive }) => isActive).map(({ key }) => [key, 0]));
  for (const { advocate } of usesIn(asks, period)) {
    const key = advocate ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ranking = [...counts]
    .map(([advocate, uses]) => ({ advocate, uses }))
    .sort((left, right) => right.uses - left.uses || (left.advocate < right.advocate ? -1 : 1));
  const busiest = Math.ceil(ranking.length / 10);
  const distribution = new Array<number>((ranking[0]?.uses ?? -1) + 1).fill(0);
  for (const { uses } of ranking) {
    distribution[uses] = (distribution[uses] ?? 0) + 1;
  }
  return {
    uses: sum(ranking),
    byBusiest: sum(ranking.slice(0, busiest)),
    busiest,
    advocates: ranking.length,
    ranking: ranking.filter(({ uses }) => uses > 0),
    distribution,
  };
}

/**
 * Coverage: free slots in the next 90 days over the references expected to be wanted in them, by segment.
 *
 * A free slot is a use that an active advocate may give in a window of 90 days and has not promised yet; somebody quiet for all
 * of it has none. Expected are the open deals at the stage that are to close in that time, times the references that closed
 * deals which reached the stage in the period used on average.
 */
export function coverage({ deals, asks, advocates, usesPerAccount, today }: CoverageFacts, period: Period): Coverage {
  const closed = deals.filter(({ isClosed, reachedOn }) => isClosed && liesIn(reachedOn, period));
  const usesPerDeal = closed.length === 0 ? null : closed.reduce((total, { uses }) => total + uses.length, 0) / closed.length;
  const next = { from: today, to: addDays(today, WINDOW_DAYS - 1) };
  const promised = new Map<string, number>();
  for (const { advocate, status } of asks) {
    if (advocate !== null && PROMISED.has(status)) {
      promised.set(advocate, (promised.get(advocate) ?? 0) + 1);
    }
  }
  const able = advocates.filter(({ isActive, quietUntil }) => isActive && (quietUntil === null || quietUntil < next.to));
  const demand = deals.filter(({ isClosed, reachedOn, closeDate }) => !isClosed && reachedOn !== null && liesIn(closeDate, next));
  const rowOf = (segment: string, ofSegment: readonly Advocate[], openDeals: number): SegmentCoverage => {
    const freeSlots = freeOf(ofSegment, promised, usesPerAccount);
    const forecast = openDeals * (usesPerDeal ?? 0);
    return { segment, freeSlots, openDeals, forecast, coverage: forecast === 0 ? null : freeSlots / forecast };
  };
  const segments = [...new Set([...able, ...demand].map(({ segment }) => segment))].map((segment) =>
    rowOf(
      segment,
      able.filter((advocate) => advocate.segment === segment),
      demand.filter((deal) => deal.segment === segment).length,
    ),
  );
  return {
    segments: segments.sort(
      (left, right) =>
        (left.coverage ?? Number.POSITIVE_INFINITY) - (right.coverage ?? Number.POSITIVE_INFINITY) ||
        (left.segment < right.segment ? -1 : 1),
    ),
    total: rowOf('', able, demand.length),
    usesPerDeal,
    closedDeals: closed.length,
  };
}

/** What coverage looks at. */
export interface CoverageFacts {
  readonly deals: readonly Deal[];
  readonly asks: readonly Ask[];
  readonly advocates: readonly Advocate[];
  readonly usesPerAccount: number;
  readonly today: string;
}

function usesIn(asks: readonly Ask[], period: Period): Ask[] {
  return asks.filter(({ status, submittedOn, advocate }) => advocate !== null && USING.has(status) && liesIn(submittedOn, period));
}

/** Uses that people of the same company give together are limited too. */
function limitOf(advocates: readonly Advocate[], usesPerAccount: number): number {
  return freeOf(advocates, new Map(), usesPerAccount);
}

function freeOf(advocates: readonly Advocate[], promised: ReadonlyMap<string, number>, usesPerAccount: number): number {
  const accounts = new Map<string, { free: number; promised: number }>();
  for (const { key, account, usesPerQuarter } of advocates) {
    const before = accounts.get(account) ?? { free: 0, promised: 0 };
    const given = promised.get(key) ?? 0;
    accounts.set(account, { free: before.free + Math.max(0, usesPerQuarter - given), promised: before.promised + given });
  }
  return [...accounts.values()].reduce(
    (total, account) => total + Math.max(0, Math.min(account.free, usesPerAccount - account.promised)),
    0,
  );
}

function sum(ranking: readonly AdvocateUses[]): number {
  return ranking.reduce((total, { uses }) => total + uses, 0);
}
