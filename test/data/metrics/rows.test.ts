import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '../../../force-app/main/influence/lwc/metricsService/rows.ts';
import type { AdvocateRow, DealRow, InfluenceRow, Rows } from '../../../force-app/main/influence/lwc/metricsService/rows.ts';

const settings = {
  now: '2026-11-21T03:00:00.000+0000',
  timeZone: 'America/Los_Angeles',
  defaultCurrency: 'USD',
  amountField: 'Amount',
  usesPerPerson: 2,
  usesPerAccount: 4,
  influencingTypes: ['Reference Call'],
};
const none: Rows = { settings, deals: [], reachedAt: {}, influences: [], needs: [], asks: [], activities: [], advocates: [], answers: [] };

const won: DealRow & { Amount: number } = {
  Id: 'deal',
  Name: 'Deal',
  AccountId: 'prospect',
  OwnerId: 'seller',
  CloseDate: '2026-05-01',
  IsClosed: true,
  IsWon: true,
  CreatedDate: '2026-01-01T12:00:00.000Z',
  LastStageChangeDate: '2026-05-01T20:00:00.000Z',
  Amount: 12.5,
};
const used: InfluenceRow = {
  Id: 'influence',
  Opportunity__c: 'deal',
  Used_On__c: '2026-04-01',
  CreatedDate: '2026-04-02T12:00:00.000Z',
  CreatedById: 'seller',
  Reference_Activity__c: 'activity',
  Reference_Activity__r: { Status__c: 'Completed', Confirmed_By__c: 'seller', Activity_Type__c: 'Reference Call', Advocate__c: 'advocate' },
};
const advocate: AdvocateRow = { Id: 'advocate', Name: 'ADV-1', Account__c: 'customer', Status__c: 'Active' };

function usesOf(influence: InfluenceRow, deal: DealRow = won, advocates: AdvocateRow[] = [advocate]): number {
  return factsOf({ ...none, deals: [deal], influences: [influence], advocates }).deals[0]?.uses.length ?? -1;
}

test('days are those of the time zone of the org, whatever form a moment has', () => {
  const facts = factsOf({
    ...none,
    deals: [{ ...won, LastStageChangeDate: '2026-05-02T06:59:00.000+0000' }],
    reachedAt: { deal: '2026-01-05T08:00:00.000Z' },
  });
  assert.equal(facts.today, '2026-11-20');
  assert.deepEqual([facts.deals[0]?.reachedOn, facts.deals[0]?.closedOn], ['2026-01-05', '2026-05-01']);
});

test('a completed and confirmed reference before the win qualifies', () => {
  assert.equal(usesOf(used), 1);
});

test('what the ledger would not book does not qualify', () => {
  const activity = used.Reference_Activity__r;
  assert.equal(usesOf({ ...used, Reference_Activity__r: { ...activity, Status__c: 'Scheduled' } }), 0);
  assert.equal(usesOf({ ...used, Reference_Activity__r: { ...activity, Confirmed_By__c: null } }), 0);
  assert.equal(usesOf({ ...used, Reference_Activity__r: { ...activity, Activity_Type__c: 'Story' } }), 0);
  assert.equal(usesOf({ ...used, Used_On__c: '2026-05-03' }), 0);
  assert.equal(usesOf({ ...used, Used_On__c: '2026-05-02' }), 1, 'somewhere on earth it was that day already');
  assert.equal(usesOf(used, won, [{ ...advocate, Account__c: 'prospect' }]), 0);
  const family = { ...advocate, Account__r: { ParentId: 'between', Parent: { ParentId: 'head' } } };
  assert.equal(usesOf(used, { ...won, Account: { ParentId: 'head' } }, [family]), 0);
  assert.equal(usesOf(used, { ...won, Account: { ParentId: 'other head' } }, [family]), 1);
});

test('what was written down after the win is late, and nothing when the one who wrote it confirmed it', () => {
  const late = { ...used, CreatedDate: '2026-05-01T20:00:01.000Z' };
  assert.equal(usesOf(late), 0);
  const confirmed = { ...late, Reference_Activity__r: { ...late.Reference_Activity__r, Confirmed_By__c: 'manager' } };
  const [deal] = factsOf({ ...none, deals: [won], influences: [confirmed], advocates: [advocate] }).deals;
  assert.deepEqual(
    deal?.uses.map(({ late: isLate }) => isLate),
    [true],
  );
});

test('an activity counts once a deal', () => {
  const facts = factsOf({ ...none, deals: [won], influences: [used, { ...used, Id: 'again' }], advocates: [advocate] });
  assert.equal(facts.deals[0]?.uses.length, 1);
});

test('the amount is read where policy says, and a size is a band of employees', () => {
  const row = { ...won, Account: { Industry: 'Banking', NumberOfEmployees: 250 }, Total__c: 7 };
  const [deal] = factsOf({ ...none, settings: { ...settings, amountField: 'Total__c' }, deals: [row] }).deals;
  assert.deepEqual([deal?.amount, deal?.segment, deal?.sizeBand], [7, 'Banking', '250-999']);
  assert.deepEqual([factsOf({ ...none, deals: [won] }).deals[0]?.segment, factsOf({ ...none, deals: [won] }).deals[0]?.sizeBand], ['', '']);
});

test('an answer or a use answers the question, a dismissal does not', () => {
  const answeredBy = (Answer__c: string): boolean | undefined =>
    factsOf({ ...none, deals: [won], answers: [{ Id: 'answer', Opportunity_Key__c: 'deal', Answer__c }] }).deals[0]?.answered;
  assert.deepEqual([answeredBy('Used'), answeredBy('Not Used'), answeredBy('Dismissed')], [true, true, false]);
  assert.equal(factsOf({ ...none, deals: [won], influences: [used] }).deals[0]?.answered, true);
});

test('references that took place stand with the need they were for', () => {
  const facts = factsOf({
    ...none,
    needs: [{ Id: 'need', Name: 'RR-1', CreatedDate: '2026-03-01T12:00:00.000Z' }],
    activities: [
      { Id: 'one', Took_Place_On__c: '2026-03-05', Permission_Request__r: { Reference_Request__c: 'need' } },
      { Id: 'two', Took_Place_On__c: '2026-03-06', Permission_Request__r: { Reference_Request__c: 'other' } },
      { Id: 'three', Took_Place_On__c: '2026-03-07', Permission_Request__r: null },
    ],
  });
  assert.deepEqual(facts.needs[0]?.tookPlaceOn, ['2026-03-05']);
  assert.equal(facts.needs[0]?.needed, 1);
});
