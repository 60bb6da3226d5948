import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toCents } from '../../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { concentration, coverage, utilisation } from '../../../force-app/main/influence/lwc/metricsService/capacity.ts';
import { answeredInTime, fillRate, funnel } from '../../../force-app/main/influence/lwc/metricsService/responses.ts';
import {
  adoption,
  influencedPipeline,
  loggingCompleteness,
  penetration,
} from '../../../force-app/main/influence/lwc/metricsService/shares.ts';
import { advocate, ask, deal, need, openDeal, SENT, use } from './facts.ts';

const period = { from: '2026-01-01', to: '2026-03-31' };
const today = '2026-11-21';
const HOUR = 3_600_000;

test('pipeline adds each open deal with a reference once, by currency, and tells how many have no amount', () => {
  const referenced = { uses: [use('2026-01-10'), use('2026-01-12')] };
  const pipeline = influencedPipeline(
    [
      openDeal({ key: 'a', amount: 0.1, ...referenced }),
      openDeal({ key: 'b', amount: 0.2, ...referenced }),
      openDeal({ key: 'c', amount: 5, currencyCode: 'EUR', ...referenced }),
      openDeal({ key: 'd', amount: null, ...referenced }),
      openDeal({ key: 'e' }),
      deal({ key: 'f', ...referenced }),
    ],
    toCents,
  );
  assert.deepEqual(pipeline, {
    amounts: [
      { currencyCode: 'EUR', cents: 500n, deals: 1 },
      { currencyCode: 'USD', cents: 30n, deals: 2 },
    ],
    deals: ['a', 'b', 'c', 'd'],
    withoutAmount: 1,
  });
});

test('penetration counts the deals that reached the stage in the period', () => {
  const share = penetration(
    [
      deal({ key: 'with', uses: [use('2026-04-10')] }),
      openDeal({ key: 'without' }),
      deal({ key: 'before', reachedOn: '2025-12-31' }),
      deal({ key: 'never', reachedOn: null }),
    ],
    period,
  );
  assert.deepEqual(share, { counted: 1, of: 2, hits: ['with'], misses: ['without'] });
});

test('adoption counts sellers, not deals, and nobody without a deal at the stage', () => {
  const share = adoption(
    [deal({ owner: 'one' }), deal({ owner: 'one' }), deal({ owner: 'two' }), deal({ owner: 'three', reachedOn: '2026-04-01' })],
    [need({ requester: 'one' }), need({ requester: 'three' }), need({ requester: 'two', createdOn: '2025-12-31' })],
    period,
  );
  assert.deepEqual([share.counted, share.of, share.misses], [1, 2, ['two']]);
});

test('logging is complete where the question has an answer', () => {
  const won = { closeDate: '2026-03-01' };
  const share = loggingCompleteness(
    [
      deal({ key: 'yes', answered: true, ...won }),
      deal({ key: 'no', ...won }),
      deal({ key: 'lost', isWon: false, ...won }),
      deal({ key: 'later' }),
      deal({ key: 'early', reachedOn: null, ...won }),
    ],
    period,
  );
  assert.deepEqual([share.hits, share.misses], [['yes'], ['no']]);
});

test('a request is filled in time when as many references as needed took place by its day', () => {
  const share = fillRate(
    [
      need({ key: 'filled', tookPlaceOn: ['2026-03-31'] }),
      need({ key: 'late', tookPlaceOn: ['2026-04-01'] }),
      need({ key: 'half', needed: 2, tookPlaceOn: ['2026-03-05', '2026-04-05'] }),
      need({ key: 'gone', status: 'Cancelled', deal: null }),
      need({ key: 'lost', status: 'Cancelled', deal: 'closed' }),
      need({ key: 'changed mind', status: 'Cancelled', deal: 'open' }),
      need({ key: 'other period', needBy: '2026-04-01' }),
      need({ key: 'no day', needBy: null }),
    ],
    [openDeal({ key: 'open' }), deal({ key: 'closed' })],
    period,
    today,
  );
  assert.deepEqual([share.hits, share.misses], [['filled'], ['late', 'half', 'changed mind']]);
  assert.equal(fillRate([need()], [], period, '2026-03-31').of, 0, 'a day that is not over has not passed');
});

test('silence is a miss, and who waits in line is late by the clock of the rep only', () => {
  const now = Date.parse('2026-11-21T00:00:00Z');
  const { byApprover, sinceSent, automatic } = answeredInTime(
    [
      ask({ key: 'in time' }),
      ask({ key: 'at the limit', decidedAt: SENT + 48 * HOUR }),
      ask({ key: 'late', decidedAt: SENT + 49 * HOUR }),
      ask({ key: 'silent', status: 'Expired', decidedAt: null }),
      ask({ key: 'waited', submittedAt: SENT - 100 * HOUR }),
      ask({ key: 'withdrawn', status: 'Withdrawn', decidedAt: null }),
      ask({ key: 'own', automatic: true }),
      ask({ key: 'not due', status: 'Pending', decidedAt: null, dueAt: now + HOUR }),
      ask({ key: 'another time', dueOn: '2026-05-01' }),
    ],
    period,
    now,
  );
  assert.deepEqual(byApprover.hits, ['in time', 'at the limit', 'waited']);
  assert.deepEqual(byApprover.misses, ['late', 'silent']);
  assert.deepEqual(sinceSent.hits, ['in time', 'at the limit']);
  assert.equal(automatic, 1);
});

test('the funnel narrows: each step is a part of the one before', () => {
  const steps = funnel(
    [
      need({ key: 'all', tookPlaceOn: ['2026-03-10'] }),
      need({ key: 'approved', deal: 'lost', tookPlaceOn: [] }),
      need({ key: 'took place', deal: 'lost', tookPlaceOn: ['2026-03-10'] }),
      need({ key: 'declined' }),
      need({ key: 'desk' }),
      need({ key: 'before', createdOn: '2025-12-31' }),
    ],
    [
      ask({ need: 'all', status: 'Completed' }),
      ask({ need: 'approved' }),
      ask({ need: 'took place', status: 'Completed' }),
      ask({ need: 'declined', status: 'Declined' }),
      ask({ need: 'before' }),
    ],
    [deal(), deal({ key: 'lost', isWon: false })],
    period,
  );
  assert.deepEqual(
    steps.map(({ key, needs }) => [key, needs.length]),
    [
      ['requested', 5],
      ['asked', 4],
      ['approved', 3],
      ['tookPlace', 2],
      ['won', 1],
    ],
  );
});

test('capacity is what people can give in the period, and people of one company not more than its limit', () => {
  const advocates = [
    advocate({ key: 'a', account: 'one', usesPerQuarter: 3 }),
    advocate({ key: 'b', account: 'one', usesPerQuarter: 3 }),
    advocate({ key: 'c', account: 'two' }),
    advocate({ key: 'd', account: 'three', isActive: false }),
  ];
  const used = utilisation([ask(), ask({ status: 'Declined' }), ask({ submittedOn: '2026-04-01' })], advocates, 4, period, today);
  assert.deepEqual(used, { uses: 1, capacity: 6, advocates: 3 });
  assert.equal(utilisation([], advocates, 4, period, '2026-02-14').capacity, 3, 'of a period that is half over, half');
});

test('the busiest tenth is rounded up, and whoever is no longer active counts where they were used', () => {
  const advocates = Array.from({ length: 10 }, (_unused, index) => advocate({ key: `a${index}` }));
  const uses = [...Array.from({ length: 5 }, () => ask({ advocate: 'a3' })), ask({ advocate: 'a1' }), ask({ advocate: 'retired' })];
  const result = concentration(uses, advocates, period);
  assert.deepEqual([result.busiest, result.byBusiest, result.uses, result.advocates], [2, 6, 7, 11]);
  assert.deepEqual(result.distribution, [8, 2, 0, 0, 0, 1]);
  assert.deepEqual(concentration([], [], period).distribution, []);
});

test('coverage sets what is free against what closed deals used, by segment, the most wanting first', () => {
  const closed = [deal({ key: 'x', uses: [use('2026-02-01')] }), deal({ key: 'y' })];
  const open = ['2026-11-21', '2027-02-18', '2027-02-19'].map((closeDate, index) => openDeal({ key: `o${index}`, closeDate }));
  const result = coverage(
    {
      deals: [...closed, ...open, openDeal({ key: 'retail', segment: 'Retail', closeDate: '2026-12-01' })],
      asks: [ask({ advocate: 'busy', status: 'Pending' }), ask({ advocate: 'busy', status: 'Completed' })],
      advocates: [
        advocate({ key: 'busy', account: 'one' }),
        advocate({ key: 'quiet', account: 'two', quietUntil: '2027-06-01' }),
        advocate({ key: 'gone', account: 'three', isActive: false }),
      ],
      usesPerAccount: 4,
      today,
    },
    period,
  );
  assert.equal(result.usesPerDeal, 0.5);
  assert.equal(result.closedDeals, 2);
  assert.deepEqual(result.segments, [
    { segment: 'Retail', freeSlots: 0, openDeals: 1, forecast: 0.5, coverage: 0 },
    { segment: 'Banking', freeSlots: 1, openDeals: 2, forecast: 1, coverage: 1 },
  ]);
  assert.deepEqual(result.total, { segment: '', freeSlots: 1, openDeals: 3, forecast: 1.5, coverage: 1 / 1.5 });
});

const someUses = fc.array(
  fc.record({ who: fc.integer({ min: 0, max: 30 }), status: fc.constantFrom('Queued', 'Pending', 'Approved', 'Completed', 'Declined') }),
  { maxLength: 80 },
);

test('however uses are spread, the busiest tenth carries at least its part and the distribution adds up', () => {
  fc.assert(
    fc.property(someUses, fc.integer({ min: 1, max: 31 }), (uses, count) => {
      const advocates = Array.from({ length: count }, (_unused, index) => advocate({ key: String(index), account: String(index % 7) }));
      const asks = uses.map(({ who, status }) => ask({ advocate: String(who), status }));
      const result = concentration(asks, advocates, period);
      assert.ok(result.byBusiest <= result.uses);
      assert.ok(result.byBusiest * result.advocates >= result.uses * result.busiest);
      assert.equal(
        result.distribution.reduce((sum, people) => sum + people, 0),
        result.advocates,
      );
      assert.equal(
        result.distribution.reduce((sum, people, given) => sum + people * given, 0),
        result.uses,
      );
      const { segments, total } = coverage({ deals: [], asks, advocates, usesPerAccount: 4, today }, period);
      assert.ok(total.freeSlots >= 0 && segments.every(({ freeSlots }) => freeSlots >= 0));
    }),
  );
});
