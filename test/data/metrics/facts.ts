import type { Advocate, Ask, Deal, Need } from '../../../force-app/main/influence/lwc/metricsService/facts.ts';

/** A won deal that reached the stage on the first of January; a test names only what matters to it. */
export function deal(given: Partial<Deal> = {}): Deal {
  return {
    key: 'deal',
    name: 'Deal',
    owner: 'seller',
    ownerName: 'Seller',
    amount: 100,
    currencyCode: 'USD',
    closeDate: '2026-05-01',
    isClosed: true,
    isWon: true,
    segment: 'Banking',
    sizeBand: '50-249',
    reachedOn: '2026-01-01',
    closedOn: '2026-05-01',
    uses: [],
    answered: false,
    ...given,
  };
}

/** An open deal. */
export function openDeal(given: Partial<Deal> = {}): Deal {
  return deal({ isClosed: false, isWon: false, closedOn: null, ...given });
}

/** A use of an advocate on a day. */
export function use(usedOn: string, late = false): Deal['uses'][number] {
  return { activity: `activity ${usedOn}`, advocate: 'advocate', usedOn, late };
}

/** A need of one reference by the end of March. */
export function need(given: Partial<Need> = {}): Need {
  return {
    key: 'need',
    name: 'RR-1',
    deal: 'deal',
    requester: 'seller',
    createdOn: '2026-03-01',
    needBy: '2026-03-31',
    needed: 1,
    status: 'Open',
    tookPlaceOn: [],
    ...given,
  };
}

const HOUR = 3_600_000;
/** When `ask` is sent, in milliseconds. */
export const SENT = Date.parse('2026-03-02T09:00:00Z');

/** An ask that reached its approver at once and has 48 hours. */
export function ask(given: Partial<Ask> = {}): Ask {
  return {
    key: 'ask',
    name: 'PR-1',
    need: 'need',
    advocate: 'advocate',
    status: 'Approved',
    automatic: false,
    submittedAt: SENT,
    submittedOn: '2026-03-02',
    askedAt: SENT,
    dueAt: SENT + 48 * HOUR,
    dueOn: '2026-03-04',
    decidedAt: SENT + HOUR,
    ...given,
  };
}

/** Somebody who vouches twice in 90 days. */
export function advocate(given: Partial<Advocate> = {}): Advocate {
  return {
    key: 'advocate',
    name: 'ADV-1',
    account: 'account',
    accountName: 'Customer',
    segment: 'Banking',
    isActive: true,
    usesPerQuarter: 2,
    quietUntil: null,
    ...given,
  };
}
