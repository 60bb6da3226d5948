import type { AdvocateMatch, AskDefaults, MatchCriterion, MatchResult } from '../../matchingService';

/** A criterion; a test names only what matters to it. */
export function criterion(differences: Partial<MatchCriterion> = {}): MatchCriterion {
  return {
    name: 'Industry',
    label: 'Industry',
    comparison: 'Exact',
    importance: 'Nice',
    weight: 3,
    wanted: ['Banking'],
    options: ['Banking', 'Retail'],
    ...differences,
  };
}

/** An advocate that fits nothing yet; a test names only what matters to it. */
export function advocate(differences: Partial<AdvocateMatch> = {}): AdvocateMatch {
  return {
    id: 'a00000000000001AAA',
    name: 'ADV-000001',
    accountId: '001000000000001AAA',
    accountName: 'Harbour Bank',
    role: 'Head of IT',
    persona: null,
    seniority: null,
    industry: 'Banking',
    region: 'Europe',
    country: 'Germany',
    sizeBand: '1000-4999',
    products: [],
    useCases: [],
    languages: ['English', 'German'],
    activityTypes: ['Reference Call'],
    story: 'Replaced three systems.\nTook six weeks.',
    verifiedOn: '2026-10-01',
    lastUsedOn: null,
    readiness: 1,
    usesInQuarter: 0,
    capacity: 2,
    degrees: {},
    matched: {},
    baseScore: 0,
    availability: { state: 'Free', until: null },
    excludedReason: null,
    answersWithinHours: null,
    ...differences,
  };
}

/** What an ask is filled in with. */
export const ASK_DEFAULTS: AskDefaults = {
  activityTypes: ['Reference Call', 'Site Visit'],
  activityType: 'Reference Call',
  needBy: '2099-01-15',
  context: 'They worry about migration.',
};

/** The answer of a search with two criteria. */
export function matchResult(advocates: readonly AdvocateMatch[], deal: Partial<MatchResult['deal']> = {}): MatchResult {
  return {
    deal: { id: '006000000000001AAA', name: 'Big deal', accountName: 'Prospect', isClosed: false, ...deal },
    criteria: [
      criterion(),
      criterion({
        name: 'Products',
        label: 'Products',
        comparison: 'Overlap',
        weight: 1,
        wanted: ['Analytics', 'Mobile'],
        options: ['Analytics', 'Mobile', 'Core Platform'],
      }),
    ],
    advocates,
    askDefaults: ASK_DEFAULTS,
    warnings: [],
  };
}
