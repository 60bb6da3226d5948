import type { FiscalCalendar } from '../../../force-app/main/influence/lwc/influenceService/quarters.ts';
import { planAdvocates } from './advocates.ts';
import type { PlannedAdvocate } from './advocates.ts';
import { planConsents } from './consents.ts';
import type { PlannedConsent } from './consents.ts';
import { planAccounts, planContacts } from './customers.ts';
import type { PlannedAccount, PlannedContact } from './customers.ts';
import { planDeals } from './deals.ts';
import type { PlannedDeal } from './deals.ts';
import { Random } from './random.ts';
import { planNeeds } from './references.ts';
import type { PlannedNeed } from './references.ts';
import { planUnmetDemand } from './unmet-demand.ts';
import type { PlannedUnmetDemand } from './unmet-demand.ts';

/** A whole program, before any of it is stored. Records point at each other by their position in these lists. */
export interface Plan {
  readonly accounts: readonly PlannedAccount[];
  readonly contacts: readonly PlannedContact[];
  readonly advocates: readonly PlannedAdvocate[];
  readonly deals: readonly PlannedDeal[];
  /** In the order in which they were asked for. */
  readonly needs: readonly PlannedNeed[];
  readonly consents: readonly PlannedConsent[];
  readonly unmetDemand: readonly PlannedUnmetDemand[];
}

/** How much to plan. */
export const sizes = { accounts: 300, contactsEach: 3, advocates: 500, deals: 400 } as const;

/**
 * Plans a reference program of eight fiscal quarters. The same day and calendar give the same plan.
 *
 * @param today ISO day.
 * @param calendar the org's fiscal year.
 */
export function planProgram(today: string, calendar: FiscalCalendar): Plan {
  const random = new Random(20_261);
  const accounts = planAccounts(random, sizes.accounts);
  const contacts = planContacts(random, accounts, sizes.contactsEach);
  const advocates = planAdvocates(random, accounts, contacts, sizes.advocates, today);
  const { deals, referenced } = planDeals(random, accounts, sizes.deals, today, calendar);
  const needs = planNeeds(random, { accounts, advocates, deals, referenced, today });
  const consents = planConsents(random, advocates, today);
  const unmetDemand = planUnmetDemand(random, deals, needs, today);
  return { accounts, contacts, advocates, deals, needs, consents, unmetDemand };
}
