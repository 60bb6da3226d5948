import type { LedgerLine } from '../../influenceService';

let number = 0;

/** A recognising ledger line; a test names only what matters to it. */
export function line(differences: Partial<LedgerLine> = {}): LedgerLine {
  number += 1;
  const position = String(number).padStart(7, '0');
  return {
    id: `a05000000${position}`,
    name: `LED-${position}`,
    opportunityId: '006000000000001AAA',
    opportunityName: 'Big deal',
    opportunityKey: '006000000000001AAA',
    advocateKey: 'a00000000000001AAA',
    advocateName: 'ADV-000001',
    accountName: 'Harbour Bank',
    activityKey: 'a01000000000001AAA',
    kind: 'Recognised',
    amount: 100,
    currencyCode: 'USD',
    closeDate: '2026-08-15',
    bookedOn: '2026-08-15T10:00:00.000Z',
    reason: 'Deal won',
    dealType: 'New',
    industry: 'Retail',
    region: 'Europe',
    sizeBand: '50-249',
    ownerKey: '005000000000001AAA',
    ownerName: 'Rita Rep',
    advocateOwnerKey: '005000000000002AAA',
    lateLogged: false,
    ...differences,
  };
}
