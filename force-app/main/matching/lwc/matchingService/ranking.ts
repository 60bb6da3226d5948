/**
 * Re-weighs, orders and explains the advocates that the server compared. Self-contained and free of platform imports.
 *
 * The server says how well each criterion is met (a degree, 0 to 1) and how ready an advocate is; this module only
 * weighs. With untouched settings it gives exactly the server's base order.
 */

/** How much a criterion matters to the person who searches. */
export type Importance = 'Must' | 'Nice' | 'Off';

/** One criterion and what the deal wants of it. */
export interface MatchCriterion {
  readonly name: string;
  readonly label: string;
  readonly comparison: string;
  /** One of {@link Importance}; anything else counts as nice. */
  readonly importance: string;
  readonly weight: number;
  /** Empty when the deal says nothing: the criterion then counts for nobody. */
  readonly wanted: readonly string[];
  readonly options: readonly string[];
}

/** Whether an advocate can be asked now. */
export interface Availability {
  readonly state: string;
  /** ISO day on which the state ends, when it is known. */
  readonly until?: string | null;
}

/** An advocate as the server compared it. Names nobody. What is null in Apex is left out or null here, as everywhere below. */
export interface AdvocateMatch {
  readonly id: string;
  readonly name: string;
  readonly accountId?: string | null;
  readonly accountName?: string | null;
  readonly role?: string | null;
  readonly persona?: string | null;
  readonly seniority?: string | null;
  readonly industry?: string | null;
  readonly region?: string | null;
  readonly country?: string | null;
  readonly sizeBand?: string | null;
  readonly products: readonly string[];
  readonly useCases: readonly string[];
  readonly languages: readonly string[];
  readonly activityTypes: readonly string[];
  readonly story?: string | null;
  readonly verifiedOn?: string | null;
  readonly lastUsedOn?: string | null;
  readonly readiness: number;
  readonly usesInQuarter?: number | null;
  readonly capacity?: number | null;
  /** Criterion name to degree, 0 to 1. */
  readonly degrees: Readonly<Record<string, number>>;
  /** Criterion name to the advocate's values that met it. */
  readonly matched: Readonly<Record<string, readonly string[]>>;
  readonly baseScore: number;
  readonly availability: Availability;
  readonly excludedReason?: string | null;
  readonly answersWithinHours?: number | null;
  /** ISO day on which a reference could happen at the earliest; nothing when nobody knows it or it will never come. */
  readonly earliestOn?: string | null;
  /** The searcher keeps it at hand. */
  readonly favourite?: boolean | null;
}

/** What the searcher made made of each criterion, by criterion name; a criterion left out keeps its own importance. */
export type Settings = Readonly<Record<string, Importance>>;

/** Whom the searcher wants to see at all. */
export interface Filter {
  /** ISO day by which the reference must have happened; blank for any time. */
  readonly neededBy?: string;
  readonly favouritesOnly?: boolean;
}

/** How one criterion went into an advocate's score. */
export interface Factor {
  readonly criterion: string;
  readonly label: string;
  readonly importance: Importance;
  readonly degree: number;
  /** Share of the fit this criterion can give at most, 0 to 1; all shares add up to 1. */
  readonly share: number;
  readonly wanted: readonly string[];
  readonly matched: readonly string[];
}

/** An advocate with the score the settings give it. */
export interface RankedAdvocate {
  readonly advocate: AdvocateMatch;
  /** Fit times readiness, 0 to 1, to four decimals. */
  readonly score: number;
  /** Weighted share of the criteria met, 0 to 1. */
  readonly fit: number;
}

/** An advocate that cannot be asked, and why. */
export interface ExcludedAdvocate extends RankedAdvocate {
  /** The server's code, {@link MUST_NOT_MET} or {@link TOO_LATE}. */
  readonly reason: string;
  /** Labels of the must criteria that are missed. */
  readonly missed: readonly string[];
  /** True when it can't be asked yet, but will be in time for the day needed. */
  readonly inTime: boolean;
}

/** All advocates in order, best first. */
export interface Ranking {
  readonly ranked: readonly RankedAdvocate[];
  readonly excluded: readonly ExcludedAdvocate[];
}

/** The advocates of one company, the best of them first. */
export interface CompanyGroup {
  /** The account's id; an advocate without one stands alone under its own. */
  readonly key: string;
  readonly best: RankedAdvocate;
  readonly others: readonly RankedAdvocate[];
}

/** The reason of an advocate that misses a must criterion. */
export const MUST_NOT_MET = 'Must Not Met';
/** The reason of an advocate who can't give the reference by the day it is needed. */
export const TOO_LATE = 'Too Late';

/** The importance a criterion has under the settings. */
export function importanceOf(criterion: MatchCriterion, settings: Settings): Importance {
  const importance = settings[criterion.name] ?? criterion.importance;
  return importance === 'Must' || importance === 'Off' ? importance : 'Nice';
}

/**
 * Orders advocates under the settings.
 *
 * @param advocates what the server returned, in any order.
 * @param criteria the criteria the degrees were measured by.
 * @param settings what the searcher changed; empty gives the server's base order.
 * @param filter whom the searcher wants to see; empty shows everybody.
 */
export function rank(
  advocates: readonly AdvocateMatch[],
  criteria: readonly MatchCriterion[],
  settings: Settings = {},
  filter: Filter = {},
): Ranking {
  const counting = countingCriteria(criteria, settings);
  const musts = counting.filter((criterion) => importanceOf(criterion, settings) === 'Must');
  const ranked: RankedAdvocate[] = [];
  const excluded: ExcludedAdvocate[] = [];
  const shown = filter.favouritesOnly === true ? advocates.filter(({ favourite }) => favourite === true) : advocates;
  for (const advocate of shown) {
    const scored = scoreOf(advocate, counting);
    const missed = musts.filter((criterion) => degreeOf(advocate, criterion) === 0).map((criterion) => criterion.label);
    const ready = isReady(advocate, filter);
    const reason = exclusionOf(advocate, missed) ?? (ready ? null : TOO_LATE);
    if (reason === null) {
      ranked.push(scored);
    } else {
      excluded.push({ ...scored, reason, missed, inTime: Boolean(filter.neededBy) && ready && reason !== MUST_NOT_MET });
    }
  }
  return {
    ranked: ranked.sort(bestFirst),
    excluded: excluded.sort((left, right) => Number(right.inTime) - Number(left.inTime) || bestFirst(left, right)),
  };
}

/** Whether anything is compared at all: without a wanted value that counts, every score would be 0. */
export function hasScore(criteria: readonly MatchCriterion[], settings: Settings = {}): boolean {
  return totalWeight(countingCriteria(criteria, settings)) > 0;
}

/** Puts advocates of one company together, companies in the order of their best advocate. */
export function groupByCompany(ranked: readonly RankedAdvocate[]): CompanyGroup[] {
  const groups = new Map<string, { key: string; best: RankedAdvocate; others: RankedAdvocate[] }>();
  for (const entry of ranked) {
    const key = entry.advocate.accountId ?? entry.advocate.id;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { key, best: entry, others: [] });
    } else {
      group.others.push(entry);
    }
  }
  return [...groups.values()];
}

/**
 * Every factor of an advocate's fit, in the criteria's order. Criteria that are off or that the deal says nothing about are left out.
 */
export function explain(advocate: AdvocateMatch, criteria: readonly MatchCriterion[], settings: Settings = {}): Factor[] {
  const counting = countingCriteria(criteria, settings);
  const whole = totalWeight(counting);
  return counting.map((criterion) => ({
    criterion: criterion.name,
    label: criterion.label,
    importance: importanceOf(criterion, settings),
    degree: degreeOf(advocate, criterion),
    share: whole === 0 ? 0 : criterion.weight / whole,
    wanted: criterion.wanted,
    matched: advocate.matched[criterion.name] ?? [],
  }));
}

function countingCriteria(criteria: readonly MatchCriterion[], settings: Settings): MatchCriterion[] {
  return criteria.filter((criterion) => criterion.wanted.length > 0 && importanceOf(criterion, settings) !== 'Off');
}

function scoreOf(advocate: AdvocateMatch, counting: readonly MatchCriterion[]): RankedAdvocate {
  const whole = totalWeight(counting);
  const met = counting.reduce((sum, criterion) => sum + criterion.weight * degreeOf(advocate, criterion), 0);
  const fit = whole === 0 ? 0 : rounded(met / whole, 8);
  return { advocate, fit, score: rounded(fit * advocate.readiness, 4) };
}

/**
 * The server tells of a missed must only under the criteria's own importance, so its word on that is weighed anew here;
 * an advocate it left out for that alone may still not be free.
 */
function exclusionOf(advocate: AdvocateMatch, missed: readonly string[]): string | null {
  const { excludedReason, availability } = advocate;
  if (excludedReason && excludedReason !== MUST_NOT_MET) {
    return excludedReason;
  }
  if (excludedReason === MUST_NOT_MET && availability.state !== 'Free') {
    return availability.state;
  }
  return missed.length > 0 ? MUST_NOT_MET : null;
}

/** ISO days compare as text. Somebody without a day is never ready by one. */
function isReady({ earliestOn }: AdvocateMatch, { neededBy }: Filter): boolean {
  return !neededBy || (Boolean(earliestOn) && (earliestOn ?? '') <= neededBy);
}

function degreeOf(advocate: AdvocateMatch, criterion: MatchCriterion): number {
  return advocate.degrees[criterion.name] ?? 0;
}

function totalWeight(criteria: readonly MatchCriterion[]): number {
  return criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
}

/** The server rounds decimals half up; the nudge keeps a binary 0.12345 from falling short of its decimal half. */
function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale + 1e-7) / scale;
}

/** Better score first; among equals whoever was asked less this quarter, then the older number. */
function bestFirst(left: RankedAdvocate, right: RankedAdvocate): number {
  return (
    right.score - left.score ||
    (left.advocate.usesInQuarter ?? 0) - (right.advocate.usesInQuarter ?? 0) ||
    (left.advocate.name < right.advocate.name ? -1 : left.advocate.name > right.advocate.name ? 1 : 0)
  );
}
