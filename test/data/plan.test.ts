import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quarterOf } from '../../force-app/main/influence/lwc/influenceService/quarters.ts';
import { daysBetween } from '../../scripts/data/seed/days.ts';
import { planProgram, sizes } from '../../scripts/data/seed/plan.ts';
import { Random } from '../../scripts/data/seed/random.ts';

const today = '2026-11-21';
const calendar = { startMonth: 1 };
const plan = planProgram(today, calendar);
const asks = plan.needs.flatMap((need) => need.asks.map((ask) => ({ need, ask })));

test('the same day plans the same program, another day another one', () => {
  assert.deepEqual(planProgram(today, calendar), plan);
  assert.notDeepEqual(planProgram('2026-12-21', calendar).deals, plan.deals);
});

test('the program has the promised size', () => {
  assert.equal(plan.accounts.length, 300);
  assert.equal(plan.contacts.length, 900);
  assert.equal(plan.advocates.length, 500);
  assert.equal(plan.deals.length, sizes.deals);
  assert.ok(plan.needs.length > 150);
});

test('customers, mail addresses and deals have names of their own', () => {
  assert.equal(new Set(plan.accounts.map((account) => account.name)).size, plan.accounts.length);
  assert.equal(new Set(plan.contacts.map((contact) => contact.email)).size, plan.contacts.length);
  assert.equal(new Set(plan.deals.map((deal) => deal.name)).size, plan.deals.length);
});

test('closed deals fill eight quarters up to yesterday, open ones lie ahead', () => {
  const closed = plan.deals.filter((deal) => deal.outcome !== 'Open');
  assert.equal(new Set(closed.map((deal) => quarterOf(deal.closeDate, calendar).key)).size, 8);
  assert.ok(closed.every((deal) => deal.closeDate < today));
  assert.ok(plan.deals.filter((deal) => deal.outcome === 'Open').every((deal) => deal.closeDate > today));
});

test('on the first day of a quarter the present one has no closed deals yet, and the count still holds', () => {
  const fresh = planProgram('2026-10-01', calendar);
  assert.equal(fresh.deals.length, sizes.deals);
  assert.ok(fresh.deals.filter((deal) => deal.outcome !== 'Open').every((deal) => deal.closeDate < '2026-10-01'));
});

test('asks end in every way that an ask can end', () => {
  const outcomes = new Set(asks.map(({ ask }) => ask.outcome));
  assert.deepEqual([...outcomes].sort(), ['Approved', 'Completed', 'Declined', 'Expired', 'Missed', 'Pending', 'Withdrawn']);
});

test('a reference takes place after it was asked for and before the deal is closed', () => {
  for (const { need, ask } of asks) {
    if (ask.outcome === 'Completed') {
      assert.ok(ask.activityOn !== null && ask.activityOn > ask.submittedOn, `${need.deal}`);
      assert.ok(ask.activityOn < (plan.deals[need.deal]?.closeDate ?? ''), `${need.deal}`);
      assert.ok(ask.activityOn < today, `${need.deal}`);
    }
  }
});

test('nobody vouches for a deal of their own company, offers less than is asked, or is asked while not active', () => {
  for (const { need, ask } of asks) {
    const advocate = plan.advocates[ask.advocate];
    assert.notEqual(advocate?.account, plan.deals[need.deal]?.account);
    assert.ok(advocate?.activityTypes.includes(need.activityType));
    assert.equal(advocate?.finalStatus, 'Active');
    assert.equal(advocate?.quietUntil, null);
  }
});

test('no advocate and no company is used beyond the policy in any 90 days', () => {
  for (const { ask } of asks) {
    const recent = asks.filter(({ ask: other }) => {
      const days = daysBetween(other.submittedOn, ask.submittedOn);
      return days >= 0 && days < 90;
    });
    const ofPerson = recent.filter(({ ask: other }) => other.advocate === ask.advocate).length;
    const account = plan.advocates[ask.advocate]?.account;
    const ofCompany = recent.filter(({ ask: other }) => plan.advocates[other.advocate]?.account === account).length;
    assert.ok(ofPerson <= (plan.advocates[ask.advocate]?.usesPerQuarter ?? 2));
    assert.ok(ofCompany <= 4);
  }
});

test('every role finds something to do: open deals without an ask for the rep, waiting asks for each owner', () => {
  const asked = new Set(plan.needs.map((need) => need.deal));
  assert.ok(plan.deals.filter((deal, index) => deal.owner === 'rep' && deal.outcome === 'Open' && !asked.has(index)).length >= 8);
  for (const owner of ['owner', 'owner2']) {
    const waiting = asks.filter(
      ({ ask }) => ask.outcome === 'Pending' && plan.accounts[plan.advocates[ask.advocate]?.account ?? -1]?.owner === owner,
    ).length;
    assert.ok(waiting >= 3 && waiting <= 9, `${owner} has ${waiting} asks waiting`);
  }
});

test('consents hold for what may come, and a standing yes is only for what the advocate offers', () => {
  const permissions = new Set(plan.consents.map((consent) => consent.permission));
  assert.deepEqual([...permissions].sort(), ['Never', 'Pre-Approved']);
  for (const consent of plan.consents) {
    const advocate = plan.advocates[consent.advocate];
    const offered = consent.activityType !== null && (advocate?.activityTypes.includes(consent.activityType) ?? false);
    assert.ok(consent.permission === 'Pre-Approved' ? offered : !offered, `${consent.advocate}`);
    assert.ok(consent.expiresOn === null || consent.expiresOn > today);
  }
});

test('unmet demand lies in the past, is open only while its deal is, and leaves the first searches alone', () => {
  assert.ok(plan.unmetDemand.filter((demand) => !demand.resolved).length >= 5);
  for (const demand of plan.unmetDemand) {
    const deal = plan.deals[demand.deal];
    assert.ok(demand.searchedOn < today && demand.needBy > demand.searchedOn);
    assert.equal(demand.resolved, deal?.outcome !== 'Open');
    assert.equal(deal?.showcase, false);
  }
});

test('stories name nobody', () => {
  const familyNames = new Set(plan.contacts.map((contact) => contact.lastName));
  for (const advocate of plan.advocates) {
    const words = advocate.story.split(/[^\p{Letter}]+/u);
    assert.deepEqual(
      words.filter((word) => familyNames.has(word)),
      [],
    );
  }
});

test('the random generator keeps to its bounds and its weights', () => {
  const random = new Random(7);
  const counts = { often: 0, never: 0 };
  for (let draw = 0; draw < 500; draw += 1) {
    const number = random.between(3, 5);
    assert.ok(Number.isInteger(number) && number >= 3 && number <= 5);
    counts[
      random.weighted<'often' | 'never'>([
        ['often', 1],
        ['never', 0],
      ])
    ] += 1;
  }
  assert.deepEqual(counts, { often: 500, never: 0 });
  assert.deepEqual(random.sample([1, 2, 3], 3), [1, 2, 3]);
  assert.throws(() => random.pick([]), /nothing to choose from/);
});
