import type { Connection } from 'jsforce';
import type { Collections, Row } from './collections.ts';
import { hoursBefore, moment } from './days.ts';
import type { Directory } from './directory.ts';
import type { Plan } from './plan.ts';
import type { PlannedAsk, PlannedNeed } from './references.ts';
import type { StoredCustomers } from './store-customers.ts';
import type { StoredDeals } from './store-deals.ts';

/** What was stored of the references. */
export interface StoredReferences {
  /** The activity of an ask that came to one. */
  readonly activities: ReadonlyMap<PlannedAsk, string>;
}

/** An ask with all that it belongs to. */
interface Entry {
  readonly need: PlannedNeed;
  readonly ask: PlannedAsk;
  readonly request: string;
  readonly advocate: string;
  readonly opportunity: string;
  readonly requester: string;
  readonly accountOwner: string;
  /** Who answers: the account owner, or a program manager where a seller owns the customer. */
  readonly decider: string;
}

/**
 * Needs, asks with their answers, activities and uses, each step after the one before, as in real life. An ask comes with
 * its answer, as when a program manager loads history; what came of it follows from the activity.
 */
export async function storeReferences(
  collections: Collections,
  plan: Plan,
  directory: Directory,
  customers: StoredCustomers,
  deals: StoredDeals,
  now: Date,
): Promise<StoredReferences> {
  const entries = await storeNeeds(collections, plan, directory, customers, deals);
  const asks = await collections.create(
    'Permission_Request__c',
    entries.map((entry) => askRow(entry, now)),
  );
  const happening = entries.map((entry, index) => ({ entry, ask: asks[index] ?? '' })).filter(({ entry }) => entry.ask.activityOn !== null);
  const ids = await collections.create(
    'Reference_Activity__c',
    happening.map(({ entry, ask }) => ({
      Advocate__c: entry.advocate,
      Permission_Request__c: ask,
      Activity_Type__c: entry.need.activityType,
      Status__c: 'Scheduled',
      Scheduled_At__c: moment(entry.ask.activityOn ?? '', 14),
      OwnerId: entry.requester,
    })),
  );
  const activities = new Map(happening.map(({ entry }, index) => [entry.ask, ids[index] ?? '']));
  await collections.update(
    'Reference_Activity__c',
    happening.flatMap(({ entry }) => outcomeRow(entry, activities.get(entry.ask) ?? '')),
  );
  await collections.create(
    'Reference_Influence__c',
    happening
      .filter(({ entry }) => entry.ask.outcome === 'Completed' && !entry.ask.lateLogged)
      .map(({ entry }) => useRow(entry, activities)),
  );
  return { activities };
}

/** Uses that somebody wrote down only after the deal was won. */
export async function storeLateUses(collections: Collections, plan: Plan, deals: StoredDeals, references: StoredReferences): Promise<void> {
  const rows = plan.needs.flatMap((need) =>
    need.asks
      .filter((ask) => ask.lateLogged)
      .map((ask) => useRow({ ask, opportunity: deals.opportunities[need.deal] ?? '' }, references.activities)),
  );
  await collections.create('Reference_Influence__c', rows);
}

/** Needs of deals that are over and that nobody filled. */
export async function closeNeeds(connection: Connection, collections: Collections): Promise<void> {
  const unfilled = await connection.query<{ Id: string }>(
    "SELECT Id FROM Reference_Request__c WHERE Status__c = 'Open' AND Opportunity__r.IsClosed = true ORDER BY Name",
    { autoFetch: true, maxFetch: 10_000 },
  );
  await collections.update(
    'Reference_Request__c',
    unfilled.records.map(({ Id }) => ({
      Id,
      Status__c: 'Unfilled',
      Close_Reason__c: 'The deal was decided before a reference took place.',
    })),
  );
}

async function storeNeeds(
  collections: Collections,
  plan: Plan,
  { users, self }: Directory,
  customers: StoredCustomers,
  deals: StoredDeals,
): Promise<Entry[]> {
  const requesterOf = (need: PlannedNeed): string => users[plan.deals[need.deal]?.owner ?? 'rep'];
  const requests = await collections.create(
    'Reference_Request__c',
    plan.needs.map((need) => ({
      Opportunity__c: deals.opportunities[need.deal],
      Purpose__c: 'Sales Deal',
      Activity_Type__c: need.activityType,
      Needed__c: need.needed,
      Need_By__c: need.needBy,
      Context__c: need.context,
      Value_To_Customer__c: need.valueToCustomer,
      Status__c: 'Open',
      Requested_By__c: requesterOf(need),
      OwnerId: requesterOf(need),
    })),
  );
  return plan.needs.flatMap((need, index) =>
    need.asks.map((ask) => {
      const accountOwner = plan.accounts[plan.advocates[ask.advocate]?.account ?? 0]?.owner ?? 'owner';
      return {
        need,
        ask,
        request: requests[index] ?? '',
        advocate: customers.advocates[ask.advocate] ?? '',
        opportunity: deals.opportunities[need.deal] ?? '',
        requester: requesterOf(need),
        accountOwner: users[accountOwner],
        decider: accountOwner === 'rep' ? self : users[accountOwner],
      };
    }),
  );
}

/** Whoever owns the customer needs nobody's permission. */
function isAutomatic(entry: Entry): boolean {
  return entry.requester === entry.accountOwner;
}

function askRow(entry: Entry, now: Date): Row {
  const submitted = submittedAt(entry.ask, now);
  const automatic = isAutomatic(entry);
  return {
    Reference_Request__c: entry.request,
    Advocate__c: entry.advocate,
    Rank__c: entry.ask.rank,
    Requested_By__c: entry.requester,
    Submitted_At__c: submitted,
    Asked_At__c: submitted,
    ...(automatic
      ? { Status__c: 'Approved', Automatic__c: true, Decided_At__c: submitted, Decided_By__c: entry.requester }
      : answerOf(entry, now)),
  };
}

function answerOf(entry: Entry, now: Date): Row {
  const { outcome, reason, conditionNote } = entry.ask;
  if (outcome === 'Pending' || outcome === 'Expired' || outcome === 'Withdrawn') {
    return { Status__c: outcome };
  }
  return {
    Status__c: outcome === 'Declined' ? 'Declined' : 'Approved',
    Decided_At__c: answeredAt(entry.ask, now),
    Decided_By__c: entry.decider,
    Decision_Reason__c: reason,
    Condition_Note__c: conditionNote,
  };
}

function outcomeRow(entry: Entry, activity: string): (Row & { Id: string })[] {
  const { outcome, activityOn, rating, feedback } = entry.ask;
  if (outcome === 'Completed') {
    const confirmed = { Confirmed_By__c: entry.requester, Requester_Rating__c: rating, Feedback__c: feedback };
    return [{ Id: activity, Status__c: 'Completed', Took_Place_On__c: activityOn, ...confirmed }];
  }
  return outcome === 'Missed' ? [{ Id: activity, Status__c: 'Missed' }] : [];
}

function useRow(entry: Pick<Entry, 'ask' | 'opportunity'>, activities: ReadonlyMap<PlannedAsk, string>): Row {
  return {
    Reference_Activity__c: activities.get(entry.ask),
    Opportunity__c: entry.opportunity,
    Used_On__c: entry.ask.activityOn,
    Effect__c: entry.ask.effect,
  };
}

/** In working hours; on the day of seeding, some minutes ago. */
function submittedAt(ask: PlannedAsk, now: Date): string {
  const planned = moment(ask.submittedOn, 8 + (ask.advocate % 8), ask.advocate % 60);
  const latest = hoursBefore(now, (20 + (ask.advocate % 200)) / 60);
  return planned < latest ? planned : latest;
}

function answeredAt(ask: PlannedAsk, now: Date): string {
  const planned = hoursBefore(new Date(submittedAt(ask, now)), -(ask.answeredAfterHours ?? 1));
  const latest = hoursBefore(now, 0.1);
  return planned < latest ? planned : latest;
}
