import { setTimeout } from 'node:timers/promises';
import type { Connection } from 'jsforce';
import { Collections } from './collections.ts';
import { accountNumberPrefix } from './customers.ts';
import { addDays } from './days.ts';
import { readDirectory } from './directory.ts';
import { play } from './history.ts';
import type { PastClock } from './history.ts';
import { planProgram } from './plan.ts';
import type { Plan } from './plan.ts';
import { storeConsents, storeUnmetDemand } from './store-care.ts';
import { storeCustomers, storeProducts } from './store-customers.ts';
import { correctDeals, dealSteps } from './store-deals.ts';
import { closeNeeds, referenceSteps, storeLateUses } from './store-references.ts';

/** How to seed. */
export interface SeedOptions {
  /** The moment that counts as now; history ends on the day before. */
  readonly now: Date;
  /**
   * The org's clock, where it can go back: then the org lives through its past, and stages, bookings and answers have the days
   * on which they came about. No real org has one; there everything is stamped with the present.
   */
  readonly clock?: PastClock;
  /** Called as records are stored: so many of so many. */
  readonly onProgress?: (stored: number, total: number) => void;
}

/** What a seed did. */
export interface SeedOutcome {
  /** True when the org was seeded before; nothing was changed then. */
  readonly alreadySeeded: boolean;
  /** Records stored, by object. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The org keeps moments to the second: what is written down after a win has to come in a later one. */
const longerThanASecond = 1100;

/** Written to the first account once everything is there. */
const completed = 'Seeded by Vouchsafe';

/**
 * Fills an org with a reference program of eight fiscal quarters, in the order real life has: customers and advocates,
 * open deals, asks, answers, activities, uses, and only then won and lost deals. Everything goes through the org's own
 * triggers. A second run changes nothing.
 *
 * @param connection of a user who holds Vouchsafe_Program_Manager and may create accounts, contacts, products and deals.
 * @throws Error when an earlier seed stopped half-way, or when the org refuses a record.
 */
export async function seedProgram(connection: Connection, options: SeedOptions): Promise<SeedOutcome> {
  if (await isSeeded(connection)) {
    return { alreadySeeded: true, counts: {} };
  }
  const today = options.now.toISOString().slice(0, 10);
  const directory = await readDirectory(connection);
  const plan = planProgram(today, directory.calendar);
  const total = recordsOf(plan);
  let stored = 0;
  const collections = new Collections(connection, (count) => {
    stored += count;
    options.onProgress?.(Math.min(stored, total), total);
  });

  const firstDay = plan.deals.map(({ openedOn }) => openedOn).sort()[0] ?? today;
  options.clock?.goTo(new Date(`${addDays(firstDay, -1)}T09:00:00Z`));
  const priceBookEntries = await storeProducts(connection, collections, directory);
  const customers = await storeCustomers(collections, plan, directory);
  const { deals, steps } = dealSteps(plan, directory, customers, priceBookEntries, options.clock !== undefined);
  const { references, steps: more } = referenceSteps(plan, directory, customers, deals, options.now);
  await play([...steps, ...more], collections, options.clock);
  if (options.clock) {
    // Counts of the last ninety days were right at the time of each use; saved again, they are right today.
    await collections.update(
      'Reference_Activity__c',
      [...references.activities.values()].map((Id) => ({ Id })),
    );
  }
  await closeNeeds(connection, collections);
  await correctDeals(collections, plan, deals);
  await setTimeout(longerThanASecond);
  await storeLateUses(collections, plan, deals, references);
  await storeConsents(collections, plan, directory, customers);
  await storeUnmetDemand(collections, plan, directory, deals);
  await collections.update('Account', [{ Id: customers.accounts[0] ?? '', Description: `${completed} on ${today}.` }]);
  options.onProgress?.(total, total);
  return {
    alreadySeeded: false,
    counts: {
      Account: customers.accounts.length,
      Contact: customers.contacts.length,
      Advocate__c: customers.advocates.length,
      Opportunity: deals.opportunities.length,
      Reference_Request__c: plan.needs.length,
      Permission_Request__c: plan.needs.flatMap((need) => need.asks).length,
      Reference_Activity__c: references.activities.size,
      Advocate_Consent__c: plan.consents.length,
      Unmet_Demand__c: plan.unmetDemand.length,
    },
  };
}

/** About how many records will be stored: a change counts like a new record, the few corrections at the end don't count. */
function recordsOf(plan: Plan): number {
  const asks = plan.needs.flatMap((need) => need.asks);
  const settled = asks.filter((ask) => ask.outcome === 'Completed' || ask.outcome === 'Missed');
  return (
    plan.accounts.length +
    plan.contacts.length +
    plan.advocates.length +
    plan.deals.length +
    plan.deals.flatMap((deal) => deal.lines).length +
    plan.needs.length +
    plan.consents.length +
    plan.unmetDemand.length +
    asks.length +
    asks.filter((ask) => ask.activityOn !== null).length +
    settled.length +
    asks.filter((ask) => ask.outcome === 'Completed').length +
    plan.deals.filter((deal) => deal.outcome !== 'Open').length
  );
}

async function isSeeded(connection: Connection): Promise<boolean> {
  const seeded = await connection.query<{ Description: string | null }>(
    `SELECT Description FROM Account WHERE AccountNumber LIKE '${accountNumberPrefix}%' ORDER BY AccountNumber LIMIT 1`,
  );
  const first = seeded.records[0];
  if (first && !first.Description?.startsWith(completed)) {
    throw new Error(
      `An earlier seed stopped half-way: start over with "npm start -- --reset", or delete the accounts whose number starts with ${accountNumberPrefix} and seed again.`,
    );
  }
  return first !== undefined;
}
