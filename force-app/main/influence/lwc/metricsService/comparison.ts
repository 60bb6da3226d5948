/**
 * Two groups compared within strata: is a difference more than a difference in mix? Pure statistics, nothing about deals.
 */

/** So many of so many. */
export interface Count {
  readonly hits: number;
  readonly of: number;
}

/** Both groups within one stratum. */
export interface Stratum {
  readonly treated: Count;
  readonly control: Count;
}

/** An interval; both ends are included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A difference of proportions, treated less control, each -1 to 1. */
export interface Difference extends Interval {
  readonly difference: number;
  /** The weighted proportions whose difference it is. */
  readonly treated: number;
  readonly control: number;
}

/** The 0.975 quantile of the standard normal distribution: two-sided 95 %. */
export const Z_95 = 1.959963984540054;

/**
 * The common difference of two proportions over strata with its interval.
 *
 * The difference is the Mantel-Haenszel one: the stratum differences weighted by `n1 n0 / (n1 + n0)`, so that strata with
 * few in either group count little (Mantel & Haenszel 1959; for differences Greenland & Robins, "Estimation of a common
 * effect parameter from sparse follow-up data", Biometrics 41 (1985) 55-68). The interval is the stratified Newcombe one
 * with the same weights: a stratified Wilson interval for each group, joined by Newcombe's square-and-add (Yan & Su,
 * "Stratified Wilson and Newcombe confidence intervals for multiple binomial proportions", Statistics in
 * Biopharmaceutical Research 2 (2010) 329-335). With one stratum it is Newcombe's method 10 (Statistics in Medicine 17
 * (1998) 873-890).
 *
 * @param strata those with nobody in one of the groups say nothing about a difference and are passed over.
 * @returns `null` when no stratum has both groups.
 */
export function stratifiedDifference(strata: readonly Stratum[], z = Z_95): Difference | null {
  const shared = strata.filter(({ treated, control }) => treated.of > 0 && control.of > 0);
  if (shared.length === 0) {
    return null;
  }
  const raw = shared.map(({ treated, control }) => (treated.of * control.of) / (treated.of + control.of));
  const total = sum(raw);
  const weights = raw.map((weight) => weight / total);
  const treatedCounts = shared.map(({ treated }) => treated);
  const controlCounts = shared.map(({ control }) => control);
  const treated = weighted(treatedCounts, weights);
  const control = weighted(controlCounts, weights);
  const difference = treated - control;
  const ofTreated = stratifiedWilson(treatedCounts, weights, z);
  const ofControl = stratifiedWilson(controlCounts, weights, z);
  const spreadTreated = spread(treatedCounts, weights);
  const spreadControl = spread(controlCounts, weights);
  return {
    difference,
    treated,
    control,
    low:
      difference -
      z * Math.sqrt(spreadTreated * ofTreated.low * (1 - ofTreated.low) + spreadControl * ofControl.high * (1 - ofControl.high)),
    high:
      difference +
      z * Math.sqrt(spreadTreated * ofTreated.high * (1 - ofTreated.high) + spreadControl * ofControl.low * (1 - ofControl.low)),
  };
}

/**
 * The Wilson score interval of a proportion (Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927) 209-212). Always within 0 to 1.
 */
export function wilson({ hits, of }: Count, z = Z_95): Interval {
  const proportion = hits / of;
  const middle = (proportion + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((proportion * (1 - proportion)) / of + (z * z) / (4 * of * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The median; the mean of the two in the middle when their number is even. `null` of nothing. */
export function median(values: readonly number[]): number | null {
  const ordered = [...values].sort((left, right) => left - right);
  const upper = ordered[Math.floor(ordered.length / 2)];
  const lower = ordered[Math.ceil(ordered.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Yan & Su: each stratum's Wilson interval at a quantile that makes the weighted sum hold the level as a whole. */
function stratifiedWilson(counts: readonly Count[], weights: readonly number[], z: number): Interval {
  const deviations = counts.map(({ hits, of }, index) => {
    const proportion = hits / of;
    return (weights[index] ?? 0) * Math.sqrt((proportion * (1 - proportion)) / of);
  });
  const together = sum(deviations);
  // Where every proportion is 0 or 1 nothing varies, and the strata count as if they varied alike.
  const parts = together > 0 ? deviations : weights;
  const share = Math.sqrt(sum(parts.map((part) => part * part))) / sum(parts);
  const intervals = counts.map((count) => wilson(count, z * share));
  return {
    low: sum(intervals.map(({ low }, index) => (weights[index] ?? 0) * low)),
    high: sum(intervals.map(({ high }, index) => (weights[index] ?? 0) * high)),
  };
}

function weighted(counts: readonly Count[], weights: readonly number[]): number {
  return sum(counts.map(({ hits, of }, index) => (weights[index] ?? 0) * (hits / of)));
}

/** The sum of squared weights over numbers: what turns `p (1 - p)` into a variance. */
function spread(counts: readonly Count[], weights: readonly number[]): number {
  return sum(counts.map(({ of }, index) => (weights[index] ?? 0) ** 2 / of));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
