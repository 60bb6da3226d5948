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
    consents: [
      { id: 'a0A000000000001AAA', activityType: 'Quote', purpose: 'Sales Deal', permission: 'Pre-Approved', expiresOn: '2027-05-12' },
      { id: 'a0A000000000002AAA', activityType: 'Site Visit', permission: 'Never' },
    ],
    lastAskedAt: null,
    timesShown: 3,
    ...differences,
  };
}
