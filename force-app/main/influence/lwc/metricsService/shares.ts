import { liesIn } from './days.ts';
import type { Period } from './days.ts';
import type { Deal, Need } from './facts.ts';

/** So many of so many, with which ones: a reader can go from the figure to the records. */
export interface Share {
  readonly counted: number;
  /** n: what is counted among. */
  readonly of: number;
  /** Keys of those counted. */
  readonly hits: readonly string[];
  /** Keys of those not counted. */
  readonly misses: readonly string[];
}

/** Amounts of one currency. */
export interface PipelineAmount {
  readonly currencyCode: string;
  readonly cents: bigint;
  /** n: deals with an amount. */
  readonly deals: number;
}

/** Open deals with a reference. */
export interface Pipeline {
  /** By currency code; currencies are never added to each other. */
  readonly amounts: readonly PipelineAmount[];
  readonly deals: readonly string[];
  /** Of `deals`, those that nobody has given an amount yet. */
  readonly withoutAmount: number;
}

/** A share of things by whether each is a hit; keys in the order of the things. */
export function shareOf<T>(things: readonly T[], keyOf: (thing: T) => string, isHit: (thing: T) => boolean): Share {
  const hits = things.filter(isHit).map(keyOf);
  const misses = things.filter((thing) => !isHit(thing)).map(keyOf);
  return { counted: hits.length, of: things.length, hits, misses };
}

/** The value of a share, 0 to 1; `null` when there is nothing to count among. */
export function valueOf({ counted, of }: Pick<Share, 'counted' | 'of'>): number | null {
  return of === 0 ? null : counted / of;
}

/** Influenced pipeline: the amounts of the open deals with a qualifying use so far, each deal once. */
export function influencedPipeline(deals: readonly Deal[], toCents: (amount: number | string) => bigint): Pipeline {
  const influenced = deals.filter(({ isClosed, uses }) => !isClosed && uses.length > 0);
  const amounts = new Map<string, { cents: bigint; deals: number }>();
  for (const { amount, currencyCode } of influenced) {
    if (amount !== null) {
      const before = amounts.get(currencyCode) ?? { cents: 0n, deals: 0 };
      amounts.set(currencyCode, { cents: before.cents + toCents(amount), deals: before.deals + 1 });
    }
  }
  return {
    amounts: [...amounts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([currencyCode, sum]) => ({ currencyCode, ...sum })),
    deals: influenced.map(({ key }) => key),
    withoutAmount: influenced.filter(({ amount }) => amount === null).length,
  };
}

/** Penetration: of the deals that reached the policy's stage in the period, those with a reference by now. */
export function penetration(deals: readonly Deal[], period: Period): Share {
  return shareOf(
    deals.filter(({ reachedOn }) => liesIn(reachedOn, period)),
    ({ key }) => key,
    ({ uses }) => uses.length > 0,
  );
}

/** Adoption: of the sellers with a deal that reached the policy's stage in the period, those who requested a reference in it. */
export function adoption(deals: readonly Deal[], needs: readonly Need[], period: Period): Share {
  const sellers = [...new Set(deals.filter(({ reachedOn }) => liesIn(reachedOn, period)).map(({ owner }) => owner))];
  const requesters = new Set(needs.filter(({ createdOn }) => liesIn(createdOn, period)).map(({ requester }) => requester));
  return shareOf(
    sellers,
    (seller) => seller,
    (seller) => requesters.has(seller),
  );
}

/** Logging completeness: of the deals won in the period that had reached the policy's stage, those for which "was a reference used?" has an answer. */
export function loggingCompleteness(deals: readonly Deal[], period: Period): Share {
  return shareOf(
    deals.filter(({ isWon, reachedOn, closeDate }) => isWon && reachedOn !== null && liesIn(closeDate, period)),
    ({ key }) => key,
    ({ answered }) => answered,
  );
}
