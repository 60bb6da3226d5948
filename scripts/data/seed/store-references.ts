import type { Connection } from 'jsforce';
import type { Collections, Row } from './collections.ts';
import { hoursBefore, moment } from './days.ts';
import type { Directory } from './directory.ts';
import type { Step } from './history.ts';
import type { Plan } from './plan.ts';
import type { PlannedAsk, PlannedNeed } from './references.ts';
import type { StoredCustomers } from './store-customers.ts';
import type { StoredDeals } from './store-deals.ts';

/** What was stored of the references; it comes as they are stored. */
export interface StoredReferences {
  /** The activity of an ask that came to one. */
  readonly activities: Map<PlannedAsk, string>;
}

/** Where references lie among the phases of a time: after the deals are opened, before they are closed. */
const PHASES = { needs: 3, asks: 4, activities: 5, outcomes: 6, uses: 7 } as const;

/** An ask with all that it belongs to. */
interface Entry {
  readonly need: PlannedNeed;
  readonly ask: PlannedAsk;
  readonly request: () => string;
  readonly advocate: string;
  readonly opportunity: () => string;
  readonly requester: string;
  readonly accountOwner: string;
  /** Who answers: the account owner, or a program manager where a seller owns the customer. */
  readonly decider: string;
}

/**
 * Needs, asks with their answers, activities and uses, each after the one before, as in real life. An ask comes with its answer,
 * as when a program manager loads history; what came of it follows from the activity.
 */
export function referenceSteps(
  plan: Plan,
  directory: Directory,
  customers: StoredCustomers,
  deals: StoredDeals,
  now: Date,
): { references: StoredReferences; steps: Step[] } {
  const references: StoredReferences = { activities: new Map() };
  const steps = plan.needs.flatMap((need) => needSteps(need, references, { plan, directory, customers, deals, now }));
  return { references, steps };
}

/** What a need is stored into. */
interface Surroundings {
  readonly plan: Plan;
  readonly directory: Directory;
  readonly customers: StoredCustomers;
  readonly deals: StoredDeals;
  readonly now: Date;
}

function needSteps(need: PlannedNeed, references: StoredReferences, { plan, directory, customers, deals, now }: Surroundings): Step[] {
  const { users, self } = directory;
  const requester = users[plan.deals[need.deal]?.owner ?? 'rep'];
  let request = '';
  const steps: Step[] = [
    {
      day: need.asks.map(({ submittedOn }) => submittedOn).sort()[0] ?? '',
      phase: PHASES.needs,
      object: 'Reference_Request__c',
      action: 'create',
      row: () => ({
        Opportunity__c: deals.opportunities[need.deal],
        Purpose__c: 'Sales Deal',
        Activity_Type__c: need.activityType,
        Needed__c: need.needed,
        Need_By__c: need.needBy,
        Context__c: need.context,
        Value_To_Customer__c: need.valueToCustomer,
        Status__c: 'Open',
        Requested_By__c: requester,
        OwnerId: requester,
      }),
      stored: (id) => {
        request = id;
      },
    },
  ];
  for (const ask of need.asks) {
    const accountOwner = plan.accounts[plan.advocates[ask.advocate]?.account ?? 0]?.owner ?? 'owner';
    const entry: Entry = {
      need,
      ask,
      request: () => request,
      advocate: customers.advocates[ask.advocate] ?? '',
      opportunity: () => deals.opportunities[need.deal] ?? '',
      requester,
      accountOwner: users[accountOwner],
      decider: accountOwner === 'rep' ? self : users[accountOwner],
    };
    steps.push(...askSteps(entry, references, now));
  }
  return steps;
}

function askSteps(entry: Entry, references: StoredReferences, now: Date): Step[] {
  const { ask, need } = entry;
  const { activityOn, outcome } = ask;
  const answeredOn = (ask.answeredAfterHours === null ? submittedAt(ask, now) : answeredAt(ask, now)).slice(0, 10);
  const day = activityOn !== null && activityOn < answeredOn ? activityOn : answeredOn;
  let askId = '';
  const steps: Step[] = [
    {
      day,
      phase: PHASES.asks,
      object: 'Permission_Request__c',
      action: 'create',
      row: () => askRow(entry, now),
      stored: (id) => {
        askId = id;
      },
    },
  ];
  if (activityOn === null) {
    return steps;
  }
  steps.push({
    day,
    phase: PHASES.activities,
    object: 'Reference_Activity__c',
    action: 'create',
    row: () => ({
      Advocate__c: entry.advocate,
      Permission_Request__c: askId,
      Activity_Type__c: need.activityType,
      Status__c: 'Scheduled',
      Scheduled_At__c: moment(activityOn, 14),
      OwnerId: entry.requester,
    }),
    stored: (id) => references.activities.set(ask, id),
  });
  if (outcome === 'Completed' || outcome === 'Missed') {
    steps.push({
      day: activityOn,
      phase: PHASES.outcomes,
      object: 'Reference_Activity__c',
      action: 'update',
      row: () => outcomeRow(entry, references.activities.get(ask) ?? ''),
    });
  }
  if (outcome === 'Completed' && !ask.lateLogged) {
    steps.push({
      day: activityOn,
      phase: PHASES.uses,
      object: 'Reference_Influence__c',
      action: 'create',
      row: () => useRow(ask, entry.opportunity(), references.activities),
    });
  }
  return steps;
}

/** Uses that somebody wrote down only after the deal was won. */
export async function storeLateUses(collections: Collections, plan: Plan, deals: StoredDeals, references: StoredReferences): Promise<void> {
  const rows = plan.needs.flatMap((need) =>
    need.asks.filter((ask) => ask.lateLogged).map((ask) => useRow(ask, deals.opportunities[need.deal] ?? '', references.activities)),
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

/** Whoever owns the customer needs nobody's permission. */
function isAutomatic(entry: Entry): boolean {
  return entry.requester === entry.accountOwner;
}

function askRow(entry: Entry, now: Date): Row {
  const submitted = submittedAt(entry.ask, now);
  const automatic = isAutomatic(entry);
  return {
    Reference_Request__c: entry.request(),
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

function outcomeRow(entry: Entry, activity: string): Row {
  const { outcome, activityOn, rating, feedback } = entry.ask;
  if (outcome === 'Missed') {
    return { Id: activity, Status__c: 'Missed' };
  }
  const confirmed = { Confirmed_By__c: entry.requester, Requester_Rating__c: rating, Feedback__c: feedback };
  return { Id: activity, Status__c: 'Completed', Took_Place_On__c: activityOn, ...confirmed };
}

function useRow(ask: PlannedAsk, opportunity: string, activities: ReadonlyMap<PlannedAsk, string>): Row {
  return {
    Reference_Activity__c: activities.get(ask),
    Opportunity__c: opportunity,
    Used_On__c: ask.activityOn,
    Effect__c: ask.effect,
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
