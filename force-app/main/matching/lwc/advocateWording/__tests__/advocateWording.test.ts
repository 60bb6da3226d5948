import { answersInWords, availabilityInWords, exclusionInWords, metOf, reasonInWords } from 'c/advocateWording';
import type { ExcludedAdvocate, Factor } from 'c/matchingService';
import { advocate } from '../../matchingService/__tests__/data/matches';

function factor(differences: Partial<Factor>): Factor {
  return {
    criterion: 'Products',
    label: 'Products',
    importance: 'Nice',
    degree: 1,
    share: 1,
    wanted: ['Analytics', 'Mobile'],
    matched: [],
    ...differences,
  };
}

function excluded(reason: string, until: string | null = null, missed: string[] = []): ExcludedAdvocate {
  return { advocate: advocate({ availability: { state: 'Free', until } }), score: 0, fit: 0, reason, missed, inTime: false };
}

describe('reasons in words', () => {
  it.each([
    [{ degree: 1, matched: ['Analytics', 'Mobile'] }, 'full', 'Products: Analytics, Mobile'],
    [{ degree: 0.5, matched: ['Analytics'] }, 'partly', '1 of 2 Products: Analytics'],
    [{ degree: 0.6, wanted: ['Germany'], matched: ['Europe'], label: 'Region' }, 'partly', 'Region: close (Europe)'],
    [{ degree: 0.5, wanted: ['50-249'], matched: [], label: 'Size' }, 'partly', 'Size: close (50-249)'],
    [{ degree: 0 }, 'none', 'Products: no match'],
  ])('%p', (differences, met, words) => {
    expect(metOf(factor(differences))).toBe(met);
    expect(reasonInWords(factor(differences))).toBe(words);
  });
});

describe('availability in words', () => {
  it.each([
    [{ state: 'Free', until: null }, 'Free'],
    [{ state: 'Resting', until: '2026-05-12' }, 'Resting until May 12, 2026'],
    [{ state: 'Resting', until: null }, 'Resting'],
    [{ state: 'Quiet', until: '2026-05-12' }, 'Quiet until May 12, 2026'],
    [{ state: 'Quiet', until: null }, 'Quiet'],
    [{ state: 'Fully Booked', until: '2026-05-12' }, 'Fully booked until May 12, 2026'],
    [{ state: 'Fully Booked', until: null }, 'Fully booked'],
    [{ state: 'Never', until: null }, 'Never to be asked'],
  ])('%p', (availability, words) => {
    expect(availabilityInWords(availability)).toBe(words);
  });

  it('says how quickly an owner answers only when it is known', () => {
    expect([answersInWords(null), answersInWords(20), answersInWords(49)]).toEqual([
      undefined,
      'usually answers within a day',
      'usually answers within 3 days',
    ]);
  });
});

describe('exclusions in words', () => {
  it.each([
    [excluded('Resting', '2026-05-12'), 'Resting until May 12, 2026'],
    [excluded('Account Fully Booked', '2026-05-12'), 'Their company is fully booked until May 12, 2026'],
    [excluded('Account Fully Booked'), 'Their company is fully booked'],
    [excluded('Retired'), 'No longer vouches'],
    [excluded('Not Active'), 'Not active yet'],
    [excluded('Own Account'), 'This is the prospect itself'],
    [excluded('Same Parent'), 'Belongs to the same group as the prospect'],
    [excluded('Asked Already'), 'Already asked for this deal'],
    [excluded('Does Not Offer'), 'Does not offer this kind of reference'],
    [excluded('Must Not Met', null, ['Industry', 'Size']), 'Misses a must: Industry and Size'],
    [{ ...excluded('Resting', '2026-05-12'), inTime: true }, 'Resting until May 12, 2026, still in time'],
    [{ ...excluded('Too Late'), advocate: advocate({ earliestOn: '2026-05-14' }) }, 'Can’t happen before May 14, 2026'],
    [excluded('Too Late'), "Can't be asked at the moment"],
    [excluded('Something New'), "Can't be asked at the moment"],
  ])('%#', (entry, words) => {
    expect(exclusionInWords(entry)).toBe(words);
  });
});
