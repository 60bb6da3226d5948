import { liesIn } from './days.ts';
import type { Period } from './days.ts';
import type { Ask, Deal, Need } from './facts.ts';
import { shareOf } from './shares.ts';
import type { Share } from './shares.ts';

/** Asks answered in time, by whose clock. */
export interface AnsweredInTime {
  /** From the moment the ask reached its approver. */
  readonly byApprover: Share;
  /** From the moment the rep sent it: waiting in line counts. */
  readonly sinceSent: Share;
  /** Asks that nobody had to answer; not counted above. */
  readonly automatic: number;
}

/** One step of the way from a request to a win. */
export interface FunnelStep {
  readonly key: 'requested' | 'asked' | 'approved' | 'tookPlace' | 'won';
  /** Requests that came as far as this; each step is a part of the one before. */
  readonly needs: readonly string[];
}

/** Statuses of an ask that its approver said yes to. */
const AGREED = new Set(['Approved', 'Completed', 'Missed']);

/**
 * Fill rate: of the requests whose need-by day lies in the period and is over, those for which as many references as needed
 * took place by that day. Left out are those cancelled because the deal was gone: cancelled, and the deal closed or deleted.
 */
export function fillRate(needs: readonly Need[], deals: readonly Deal[], period: Period, today: string): Share {
  const openDeals = new Set(deals.filter(({ isClosed }) => !isClosed).map(({ key }) => key));
  const dealGone = ({ status, deal }: Need): boolean => status === 'Cancelled' && (deal === null || !openDeals.has(deal));
  return shareOf(
    needs.filter((need) => need.needBy !== null && need.needBy < today && liesIn(need.needBy, period) && !dealGone(need)),
    ({ key }) => key,
    ({ needBy, needed, tookPlaceOn }) => tookPlaceOn.filter((day) => needBy !== null && day <= needBy).length >= needed,
  );
}

/**
 * Answered in time: of the asks whose answer fell due in the period, those answered within the limit; silence is a miss. An
 * ask that was withdrawn without an answer was not due. The rep's clock gives the same limit from the moment of sending.
 */
export function answeredInTime(asks: readonly Ask[], period: Period, now: number): AnsweredInTime {
  const inPeriod = asks.filter(({ dueOn, submittedOn, automatic }) => liesIn(automatic ? submittedOn : dueOn, period));
  const due = inPeriod.filter((ask) => !ask.automatic && (isAnswered(ask) || (ask.status !== 'Withdrawn' && (ask.dueAt ?? now) < now)));
  const keyOf = ({ key }: Ask): string => key;
  return {
    byApprover: shareOf(due, keyOf, (ask) => isAnswered(ask) && (ask.decidedAt ?? 0) <= (ask.dueAt ?? 0)),
    sinceSent: shareOf(due, keyOf, (ask) => isAnswered(ask) && (ask.decidedAt ?? 0) <= limitSinceSent(ask)),
    automatic: inPeriod.filter(({ automatic }) => automatic).length,
  };
}

/** The way from the requests made in a period to the deals they helped to win, counted in requests. */
export function funnel(needs: readonly Need[], asks: readonly Ask[], deals: readonly Deal[], period: Period): FunnelStep[] {
  const asked = new Set(asks.map(({ need }) => need));
  const agreed = new Set(asks.filter(({ status }) => AGREED.has(status)).map(({ need }) => need));
  const won = new Set(deals.filter(({ isWon }) => isWon).map(({ key }) => key));
  const steps: readonly { readonly key: FunnelStep['key']; readonly passes: (need: Need) => boolean }[] = [
    { key: 'requested', passes: ({ createdOn }): boolean => liesIn(createdOn, period) },
    { key: 'asked', passes: ({ key }): boolean => asked.has(key) },
    { key: 'approved', passes: ({ key }): boolean => agreed.has(key) },
    { key: 'tookPlace', passes: ({ tookPlaceOn }): boolean => tookPlaceOn.length > 0 },
    { key: 'won', passes: ({ deal }): boolean => deal !== null && won.has(deal) },
  ];
  let left = needs;
  return steps.map(({ key, passes }) => {
    left = left.filter(passes);
    return { key, needs: left.map((need) => need.key) };
  });
}

/** Somebody said yes or no, whatever came of it afterwards. */
function isAnswered({ decidedAt }: Ask): boolean {
  return decidedAt !== null;
}

function limitSinceSent({ submittedAt, askedAt, dueAt }: Ask): number {
  return submittedAt === null || askedAt === null || dueAt === null ? (dueAt ?? 0) : submittedAt + (dueAt - askedAt);
}
