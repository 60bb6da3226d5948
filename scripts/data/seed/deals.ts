import { quarterOf, quartersUntil } from '../../../force-app/main/influence/lwc/influenceService/quarters.ts';
import type { FiscalCalendar } from '../../../force-app/main/influence/lwc/influenceService/quarters.ts';
import type { Owner, PlannedAccount } from './customers.ts';
import { addDays, daysBetween, earlier } from './days.ts';
import { products, useCases } from './offering.ts';
import type { Random } from './random.ts';

/** A product line of a deal to be. */
export interface PlannedLine {
  readonly product: number;
  readonly quantity: number;
  readonly unitPrice: number;
}

/** A stage a deal came into. */
export interface StageEntry {
  readonly stage: string;
  readonly day: string;
}

/** A deal to be. */
export interface PlannedDeal {
  readonly account: number;
  readonly owner: Extract<Owner, 'rep' | 'rep2'>;
  readonly name: string;
  readonly type: string;
  readonly useCases: readonly string[];
  readonly lines: readonly PlannedLine[];
  readonly openedOn: string;
  readonly closeDate: string;
  /** The stage while it is open: the last one before it was closed. */
  readonly stage: string;
  /** How it got there, in order; the first is the stage it was opened in, the last is `stage`. */
  readonly path: readonly StageEntry[];
  readonly outcome: 'Won' | 'Lost' | 'Open';
  /** An open deal with nothing asked yet, for a first search. */
  readonly showcase: boolean;
}

/** How many deals close in each of the eight quarters, the present one last. */
const closedByQuarter = [32, 34, 37, 40, 43, 46, 50, 44];
const stages = ['Qualification', 'Needs Analysis', 'Value Proposition', 'Proposal/Price Quote', 'Negotiation/Review'] as const;
const dealTypes: readonly (readonly [string, number])[] = [
  ['New Customer', 60],
  ['Existing Customer - Upgrade', 28],
  ['Renewal', 12],
];

/**
 * Plans the deals of eight fiscal quarters: closed ones up to yesterday, the rest open.
 *
 * @param withReference decides for each closed deal whether references will be used, which makes winning more likely.
 */
export function planDeals(
  random: Random,
  accounts: readonly PlannedAccount[],
  count: number,
  today: string,
  calendar: FiscalCalendar,
): { deals: PlannedDeal[]; referenced: ReadonlySet<number> } {
  const deals: PlannedDeal[] = [];
  const referenced = new Set<number>();
  const names = new Map<string, number>();
  const quarters = quartersUntil(quarterOf(today, calendar), closedByQuarter.length, calendar);
  quarters.forEach((quarter, position) => {
    const last = earlier(quarter.to, addDays(today, -1));
    const length = daysBetween(quarter.from, last);
    for (let deal = 0; deal < (closedByQuarter[position] ?? 0) && length >= 0 && deals.length < count; deal += 1) {
      const closeDate = addDays(quarter.from, random.between(0, length));
      const withReference = random.chance(0.34 + position * 0.025);
      if (withReference) {
        referenced.add(deals.length);
      }
      const outcome = random.chance(withReference ? 0.68 : 0.46) ? 'Won' : 'Lost';
      const openedOn = addDays(closeDate, -random.between(75, withReference ? 160 : 180));
      deals.push(planDeal(random, accounts, names, closeDate, openedOn, closeDate, outcome, false));
    }
  });
  for (let open = 0; deals.length < count; open += 1) {
    const closeDate = addDays(today, random.between(14, 120));
    deals.push(planDeal(random, accounts, names, closeDate, addDays(today, -random.between(10, 120)), today, 'Open', open < 8));
  }
  return { deals, referenced };
}

function planDeal(
  random: Random,
  accounts: readonly PlannedAccount[],
  names: Map<string, number>,
  closeDate: string,
  openedOn: string,
  until: string,
  outcome: PlannedDeal['outcome'],
  showcase: boolean,
): PlannedDeal {
  const account = random.between(0, accounts.length - 1);
  const customer = accounts[account];
  const size = Math.max(1, ['1-49', '50-249', '250-999', '1000-4999', '5000+'].indexOf(customer?.sizeBand ?? ''));
  const chosen = random.sample([...products.keys()], random.between(1, showcase ? 2 : 3));
  const lines = chosen.map((product) => ({
    product,
    quantity: random.between(1, size + 1),
    unitPrice: Math.round((products[product]?.price ?? 0) * random.between(78, 100) + random.between(0, 99)) / 100,
  }));
  const family = products[chosen[0] ?? 0]?.family ?? '';
  const plain = `${customer?.name ?? ''} – ${family}`;
  const seen = (names.get(plain) ?? 0) + 1;
  names.set(plain, seen);
  const path = planPath(random, openedOn, until);
  return {
    account,
    owner: showcase || random.chance(0.55) ? 'rep' : 'rep2',
    name: seen === 1 ? plain : `${plain} ${seen}`,
    type: random.weighted(dealTypes),
    useCases: random.sample(useCases, random.between(1, 2)),
    lines,
    openedOn,
    closeDate,
    stage: path.at(-1)?.stage ?? stages[0],
    path,
    outcome,
    showcase,
  };
}

/** From one stage to the next, evenly up to a day, and more than a week in each. */
function planPath(random: Random, openedOn: string, until: string): StageEntry[] {
  const days = daysBetween(openedOn, until);
  const steps = Math.max(1, Math.min(random.between(1, stages.length), Math.floor(days / 8)));
  return stages.slice(0, steps).map((stage, position) => ({ stage, day: addDays(openedOn, Math.floor((days * position) / steps)) }));
}
