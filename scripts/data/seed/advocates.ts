import type { PlannedAccount, PlannedContact } from './customers.ts';
import { addDays } from './days.ts';
import { competitors, families, stories, useCases } from './offering.ts';
import type { Random } from './random.ts';

/** An advocate to be. */
export interface PlannedAdvocate {
  readonly account: number;
  readonly contact: number;
  readonly products: readonly string[];
  readonly useCases: readonly string[];
  readonly languages: readonly string[];
  readonly competitors: readonly string[];
  readonly activityTypes: readonly string[];
  readonly story: string;
  readonly sentiment: string | null;
  readonly verifiedOn: string | null;
  readonly releaseMode: string;
  /** Blank: the policy's. */
  readonly usesPerQuarter: number | null;
  readonly restDays: number | null;
  /** Set once all history is loaded. */
  readonly finalStatus: 'Candidate' | 'Active' | 'Resting' | 'Retired';
  readonly quietUntil: string | null;
  /** How often the program turns to this advocate, compared with others: a few carry most of the load. */
  readonly popularity: number;
}

/** The kinds of reference, the most common one first. */
export const activityTypes: readonly string[] = ['Reference Call', 'Site Visit', 'Written Story', 'Speaking', 'Quote'];

/** Plans so many advocates among the contacts. */
export function planAdvocates(
  random: Random,
  accounts: readonly PlannedAccount[],
  contacts: readonly PlannedContact[],
  count: number,
  today: string,
): PlannedAdvocate[] {
  return random.sample([...contacts.keys()], count).map((contact) => {
    const person = contacts[contact];
    const account = person && accounts[person.account];
    if (!person || !account) {
      throw new RangeError(`There is no contact ${contact} to make an advocate of.`);
    }
    const wants = random.sample(useCases, random.between(1, 3));
    const replaced = random.sample(competitors, random.between(0, 2));
    const finalStatus = random.weighted<PlannedAdvocate['finalStatus']>([
      ['Active', 86],
      ['Candidate', 7],
      ['Resting', 4],
      ['Retired', 3],
    ]);
    return {
      account: person.account,
      contact,
      products: random.sample(families, random.between(1, 4)),
      useCases: wants,
      languages: [...new Set([account.country.language, ...(random.chance(0.7) ? ['English'] : [])])],
      competitors: replaced,
      activityTypes: ['Reference Call', ...random.sample(activityTypes.slice(1), random.between(0, 3))],
      story: story(random, wants, replaced),
      sentiment: random.weighted([
        ['Positive', 70],
        ['Neutral', 18],
        ['Negative', 5],
        [null, 7],
      ]),
      verifiedOn: random.chance(0.08)
        ? null
        : addDays(
            today,
            -random.weighted([
              [90, 5],
              [250, 3],
              [500, 2],
            ] as const) + random.between(-85, 85),
          ),
      releaseMode: random.weighted([
        ['On Approval', 90],
        ['After Customer Agrees', 6],
        ['Coordinated', 4],
      ]),
      usesPerQuarter: random.chance(0.12) ? random.between(1, 4) : null,
      restDays: random.chance(0.1) ? random.pick([7, 21, 30]) : null,
      finalStatus,
      quietUntil: finalStatus === 'Active' && random.chance(0.04) ? addDays(today, random.between(10, 70)) : null,
      popularity: random.chance(0.1) ? 6 : 1,
    };
  });
}

function story(random: Random, wants: readonly string[], replaced: readonly string[]): string {
  return wants
    .map((want) =>
      random
        .pick(stories[want] ?? [])
        .replace('{competitor}', replaced[0] ?? 'an older system')
        .replace('{months}', String(random.between(3, 14)))
        .replace('{number}', String(random.between(4, 18)))
        .replace('{share}', String(random.between(12, 45))),
    )
    .join(' ');
}
