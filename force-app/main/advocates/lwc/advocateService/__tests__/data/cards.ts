import type { AdvocateCard } from '../../advocateService';

/** An advocate of the reader's; a test names only what matters to it. */
export function card(differences: Partial<AdvocateCard> = {}): AdvocateCard {
  return {
    id: 'a00000000000001AAA',
    name: 'ADV-000001',
    accountId: '001000000000001AAA',
    accountName: 'Harbour Bank',
    contactName: 'Ada Advocate',
    role: 'Head of IT',
    status: 'Active',
    usesInQuarter: 1,
    capacity: 2,
    availability: { state: 'Free' },
    consent: { 'Reference Call': 'Ask Every Time', 'Site Visit': 'Never', Quote: 'Pre-Approved' },
    lastAskedAt: null,
    timesShown: 3,
    ...differences,
  };
}
