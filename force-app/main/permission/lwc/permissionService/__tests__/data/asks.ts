import type { AskView } from '../../permissionService';

/** An ask waiting for its answer; a test names only what matters to it. */
export function ask(differences: Partial<AskView> = {}): AskView {
  return {
    id: 'a03000000000001AAA',
    name: 'ASK-000001',
    status: 'Pending',
    advocateId: 'a00000000000001AAA',
    advocateName: 'ADV-000001',
    advocateSummary: 'Head of IT · Banking · Europe',
    accountId: '001000000000001AAA',
    accountName: 'Harbour Bank',
    opportunityId: '006000000000001AAA',
    dealSummary: 'Prospect, 120,000 USD, closes in December',
    requestedById: '005000000000001AAA',
    requestedByName: 'Rita Rep',
    approverId: '005000000000002AAA',
    heldBy: 'Otto Owner',
    routeReason: 'Owns the customer.',
    since: '2026-11-20T08:00:00.000Z',
    submittedAt: '2026-11-20T08:00:00.000Z',
    answerDueAt: '2026-11-22T08:00:00.000Z',
    decidedAt: null,
    decidedByName: null,
    decisionReason: null,
    decisionNote: null,
    conditionNotBefore: null,
    conditionNote: null,
    activityType: 'Reference Call',
    needBy: '2026-12-01',
    context: 'They worry about <b>migration</b>.',
    valueToCustomer: 'A seat on our council.',
    automatic: false,
    canDecide: false,
    canWithdraw: false,
    canRelease: false,
    canLog: false,
    activityStatus: null,
    scheduledAt: null,
    tookPlaceOn: null,
    given: { completed: 2, lastTookPlaceOn: '2026-08-01', usesInQuarter: 1, capacity: 2, restDays: 14 },
    ...differences,
  };
}

/** What Apex answers when it refuses. */
export function refusal(message: string): unknown {
  return { ok: false, status: 500, statusText: 'Server Error', body: { message, exceptionType: 'System.AuraHandledException' } };
}
