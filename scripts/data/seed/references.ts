import { activityTypes } from './advocates.ts';
import type { PlannedAdvocate } from './advocates.ts';
import type { PlannedAccount } from './customers.ts';
import { addDays, daysBetween, earlier, later } from './days.ts';
import type { PlannedDeal } from './deals.ts';
import { products } from './offering.ts';
import type { Random } from './random.ts';

/** Where a planned ask ends. */
export type AskOutcome = 'Pending' | 'Approved' | 'Declined' | 'Expired' | 'Withdrawn' | 'Completed' | 'Missed';

/** An ask to be. Days and hours; moments are made when it is stored. */
export interface PlannedAsk {
  readonly advocate: number;
  readonly rank: number;
  readonly submittedOn: string;
  /** Hours from the ask to the answer; null when nobody answered. */
  readonly answeredAfterHours: number | null;
  readonly outcome: AskOutcome;
  readonly reason: string | null;
  readonly conditionNote: string | null;
  /** The day of the activity: past when it took place or was missed, any day when it is only scheduled; null for none. */
  readonly activityOn: string | null;
  readonly rating: number | null;
  readonly feedback: string | null;
  readonly effect: string | null;
  /** The use is written down only after the deal is won. */
  readonly lateLogged: boolean;
}

/** A need to be, with its asks. */
export interface PlannedNeed {
  readonly deal: number;
  readonly activityType: string;
  /** How many references are wanted. */
  readonly needed: number;
  readonly needBy: string;
  readonly context: string;
  readonly valueToCustomer: string;
  readonly asks: readonly PlannedAsk[];
}

/** What is known when references are planned. */
export interface Program {
  readonly accounts: readonly PlannedAccount[];
  readonly advocates: readonly PlannedAdvocate[];
  readonly deals: readonly PlannedDeal[];
  readonly referenced: ReadonlySet<number>;
  readonly today: string;
}

const window = 95;
const usesOfPerson = 2;
const usesOfAccount = 4;
const restDays = 14;
const pendingOfOwner = 6;
const declineReasons = ['Too busy now', 'Relationship is sensitive', 'Asked too recently', 'Wrong fit for this deal', 'Prefers not to'];
const conditions = [
  'Please keep it to thirty minutes.',
  'By video only.',
  'Send the questions two days ahead.',
  'Pricing is off the table.',
];
const feedback = [
  'The customer told them how the roll-out went and what they would do differently. Very credible.',
  'Answered every question on integration; the prospect asked for the security details next.',
  'Good conversation, though the prospect wanted somebody from a larger company.',
  'Confirmed the savings with their own numbers. That settled the business case.',
];
const benefits = [
  'They meet a peer who is about to go through the same change.',
  'A mention in our yearly customer report, if they like.',
  'Early access to the next release and a session with our product team.',
];

/** Plans who is asked for whom, so that nobody is used more often than the policy allows. */
export function planNeeds(random: Random, program: Program): PlannedNeed[] {
  const diary = new Diary(program);
  const order = [...program.deals.keys()]
    .filter((deal) => program.referenced.has(deal) || (isLive(program, deal) && random.chance(0.7)))
    .map((deal) => ({ deal, submittedOn: submission(random, program, deal) }))
    .sort((one, other) => (one.submittedOn < other.submittedOn ? -1 : one.submittedOn > other.submittedOn ? 1 : one.deal - other.deal));
  return order.flatMap(({ deal, submittedOn }) => planNeed(random, program, diary, deal, submittedOn));
}

/** Open deals but for the showcase ones: something is under way there. */
function isLive(program: Program, deal: number): boolean {
  const planned = program.deals[deal];
  return planned?.outcome === 'Open' && !planned.showcase;
}

function submission(random: Random, program: Program, deal: number): string {
  const { openedOn, closeDate, outcome } = at(program.deals, deal);
  return outcome === 'Open'
    ? later(
        addDays(openedOn, 1),
        addDays(
          program.today,
          -random.weighted([
            [0, 3],
            [1, 4],
            [2, 3],
            [4, 2],
            [8, 2],
            [16, 2],
          ] as const),
        ),
      )
    : earlier(addDays(openedOn, random.between(4, 48)), addDays(closeDate, -24));
}

function planNeed(random: Random, program: Program, diary: Diary, deal: number, submittedOn: string): PlannedNeed[] {
  const planned = at(program.deals, deal);
  const activityType = random.weighted(activityTypes.map((type, index) => [type, [60, 12, 10, 8, 10][index] ?? 1] as const));
  const asks: PlannedAsk[] = [];
  const wanted = random.chance(0.2) ? 2 : 1;
  let good = 0;
  while (good < wanted && asks.length < 4) {
    const advocate = diary.choose(random, deal, activityType, submittedOn);
    if (advocate === undefined) {
      break;
    }
    const own = at(program.accounts, at(program.advocates, advocate).account).owner === planned.owner;
    const ask =
      planned.outcome === 'Open'
        ? planLiveAsk(random, program.today, advocate, asks.length + 1, submittedOn, own)
        : planPastAsk(random, planned, advocate, asks.length + 1, submittedOn, own);
    diary.note(advocate, ask);
    asks.push(ask);
    good += ['Declined', 'Expired', 'Withdrawn', 'Missed'].includes(ask.outcome) ? 0 : 1;
  }
  if (asks.length === 0) {
    return [];
  }
  const account = at(program.accounts, planned.account);
  const family = at(products, planned.lines[0]?.product ?? 0).family;
  return [
    {
      deal,
      activityType,
      needed: wanted,
      needBy:
        planned.outcome === 'Open'
          ? later(addDays(program.today, 12), addDays(submittedOn, 21))
          : earlier(addDays(submittedOn, 21), planned.closeDate),
      context: `${account.name} (${account.industry}, ${account.country.name}) is deciding on ${family} and wants to hear how others went about: ${planned.useCases.join(', ').toLowerCase()}.`,
      valueToCustomer: random.pick(benefits),
      asks,
    },
  ];
}

function planPastAsk(random: Random, deal: PlannedDeal, advocate: number, rank: number, submittedOn: string, own: boolean): PlannedAsk {
  const room = daysBetween(submittedOn, deal.closeDate);
  const outcome: AskOutcome = own
    ? random.weighted([
        ['Completed', 90],
        ['Missed', 10],
      ])
    : random.weighted([
        ['Completed', 66],
        ['Declined', 17],
        ['Expired', 6],
        ['Withdrawn', 5],
        ['Missed', 6],
      ]);
  const answered = outcome !== 'Expired' && outcome !== 'Withdrawn';
  const happened = outcome === 'Completed';
  const effect = happened ? random.weighted(deal.outcome === 'Won' ? winningEffects : losingEffects) : null;
  return {
    advocate,
    rank,
    submittedOn,
    answeredAfterHours: answered
      ? random.weighted([
          [3, 3],
          [9, 4],
          [26, 4],
          [44, 2],
          [70, 1],
        ] as const) + random.between(0, 4)
      : null,
    outcome,
    reason: outcome === 'Declined' ? random.pick(declineReasons) : null,
    conditionNote: happened && random.chance(0.15) ? random.pick(conditions) : null,
    activityOn: happened || outcome === 'Missed' ? addDays(submittedOn, Math.min(room - 2, random.between(5, 16))) : null,
    rating: happened && random.chance(0.7) ? random.between(3, 5) : null,
    feedback: happened && random.chance(0.6) ? random.pick(feedback) : null,
    effect,
    lateLogged: happened && deal.outcome === 'Won' && random.chance(0.03),
  };
}

const winningEffects: readonly (readonly [string | null, number])[] = [
  ['Decisive', 34],
  ['Helped', 50],
  ['No Effect', 4],
  [null, 12],
];
const losingEffects: readonly (readonly [string | null, number])[] = [
  ['Helped', 30],
  ['No Effect', 45],
  [null, 25],
];

function planLiveAsk(random: Random, today: string, advocate: number, rank: number, submittedOn: string, own: boolean): PlannedAsk {
  const age = daysBetween(submittedOn, today);
  const outcome: AskOutcome = own
    ? 'Approved'
    : age <= 2
      ? random.weighted([
          ['Pending', 80],
          ['Approved', 14],
          ['Declined', 6],
        ])
      : random.weighted([
          ['Pending', 14],
          ['Approved', 40],
          ['Completed', age >= 6 ? 34 : 0],
          ['Declined', 12],
        ]);
  const answeredAfterHours = outcome === 'Pending' ? null : Math.min(random.between(2, 46), Math.max(1, age * 24 - 4));
  const happened = outcome === 'Completed';
  const scheduled = outcome === 'Approved' && random.chance(0.6);
  return {
    advocate,
    rank,
    submittedOn,
    answeredAfterHours,
    outcome,
    reason: outcome === 'Declined' ? random.pick(declineReasons) : null,
    conditionNote: outcome === 'Approved' && random.chance(0.3) ? random.pick(conditions) : null,
    activityOn: happened
      ? addDays(submittedOn, random.between(3, age - 1))
      : scheduled
        ? addDays(today, age >= 6 && random.chance(0.5) ? -1 : random.between(2, 8))
        : null,
    rating: happened ? random.between(3, 5) : null,
    feedback: happened ? random.pick(feedback) : null,
    effect: null,
    lateLogged: false,
  };
}

/** Remembers who was used when, and finds who can be asked. */
class Diary {
  readonly #program: Program;
  readonly #usable: readonly number[];
  readonly #usesOfAdvocate = new Map<number, { submittedOn: string; until: string }[]>();
  readonly #usesOfAccount = new Map<number, string[]>();
  readonly #askedForDeal = new Set<string>();
  readonly #pendingOfOwner = new Map<string, number>();

  constructor(program: Program) {
    this.#program = program;
    this.#usable = [...program.advocates.keys()].filter((advocate) => {
      const { finalStatus, quietUntil } = at(program.advocates, advocate);
      return finalStatus === 'Active' && quietUntil === null;
    });
  }

  /** The best of a handful of advocates who are free on a day; undefined when nobody is. */
  choose(random: Random, deal: number, activityType: string, day: string): number | undefined {
    const { account, lines, useCases } = at(this.#program.deals, deal);
    const prospect = at(this.#program.accounts, account);
    const families = lines.map((line) => at(products, line.product).family);
    let best: { advocate: number; score: number } | undefined;
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const advocate = random.pick(this.#usable);
      const candidate = at(this.#program.advocates, advocate);
      const customer = at(this.#program.accounts, candidate.account);
      const blocked =
        candidate.account === account ||
        !candidate.activityTypes.includes(activityType) ||
        this.#askedForDeal.has(`${deal}:${advocate}`) ||
        !this.#isFree(advocate, candidate, day);
      if (blocked) {
        continue;
      }
      const score =
        (customer.industry === prospect.industry ? 3 : 0) +
        (customer.country.region === prospect.country.region ? 1.5 : 0) +
        share(families, candidate.products) * 2 +
        share(useCases, candidate.useCases) * 2 +
        candidate.popularity * 0.5 +
        random.fraction();
      if (!best || score > best.score) {
        best = { advocate, score };
      }
    }
    if (best) {
      this.#askedForDeal.add(`${deal}:${best.advocate}`);
    }
    return best?.advocate;
  }

  /** Writes down an ask. */
  note(advocate: number, { submittedOn, activityOn, outcome }: PlannedAsk): void {
    const until = activityOn ?? submittedOn;
    const { account } = at(this.#program.advocates, advocate);
    if (outcome === 'Pending') {
      const { owner } = at(this.#program.accounts, account);
      this.#pendingOfOwner.set(owner, (this.#pendingOfOwner.get(owner) ?? 0) + 1);
    }
    this.#usesOfAdvocate.set(advocate, [...(this.#usesOfAdvocate.get(advocate) ?? []), { submittedOn, until }]);
    this.#usesOfAccount.set(account, [...(this.#usesOfAccount.get(account) ?? []), until]);
  }

  #isFree(advocate: number, candidate: PlannedAdvocate, day: string): boolean {
    const uses = this.#usesOfAdvocate.get(advocate) ?? [];
    const inWindow = (until: string): boolean => daysBetween(until, day) < window;
    return (
      (this.#pendingOfOwner.get(at(this.#program.accounts, candidate.account).owner) ?? 0) < pendingOfOwner &&
      uses.filter((use) => inWindow(use.until)).length < (candidate.usesPerQuarter ?? usesOfPerson) &&
      (this.#usesOfAccount.get(candidate.account) ?? []).filter(inWindow).length < usesOfAccount &&
      uses.every((use) => addDays(use.until, (candidate.restDays ?? restDays) + 1) < day)
    );
  }
}

function share(wanted: readonly string[], offered: readonly string[]): number {
  return wanted.length === 0 ? 0 : wanted.filter((value) => offered.includes(value)).length / wanted.length;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) {
    throw new RangeError(`The plan has no entry ${index}.`);
  }
  return found;
}
