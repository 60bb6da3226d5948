import { companyWords, industries, jobs, sizeBands } from './offering.ts';
import type { Job } from './offering.ts';
import { countries, people } from './places.ts';
import type { Country } from './places.ts';
import type { Random } from './random.ts';

/** Who owns a planned record, by their part in the story. */
export type Owner = 'rep' | 'rep2' | 'owner' | 'owner2';

/** A customer to be. */
export interface PlannedAccount {
  readonly number: string;
  readonly name: string;
  readonly industry: string;
  readonly country: Country;
  readonly city: string;
  readonly sizeBand: string;
  readonly employees: number;
  readonly owner: Owner;
  readonly domain: string;
}

/** A person to be, at a customer. */
export interface PlannedContact {
  readonly account: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly job: Job;
}

/** Marks the accounts of the seed, so that it finds them again. */
export const accountNumberPrefix = 'VOUCH-';

/** Plans so many customers, all with different names. */
export function planAccounts(random: Random, count: number): PlannedAccount[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_unused, index) => {
    const [industry, endings] = random.pick(industries);
    const country = random.weighted(countries.map((candidate) => [candidate, candidate.weight] as const));
    let name = '';
    do {
      name = `${random.pick(companyWords)} ${random.pick(endings)}`;
    } while (taken.has(name));
    taken.add(name);
    const [sizeBand, fewest, most] = random.weighted(sizeBands.map((band, size) => [band, [10, 24, 30, 24, 12][size] ?? 1] as const));
    return {
      number: `${accountNumberPrefix}${String(index + 1).padStart(4, '0')}`,
      name,
      industry,
      country,
      city: random.pick(country.cities),
      sizeBand,
      employees: random.between(fewest, most),
      owner: random.weighted<Owner>([
        ['owner', 44],
        ['owner2', 40],
        ['rep', 16],
      ]),
      domain: `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`,
    };
  });
}

/** Plans so many people for each customer; nobody shares a mail address. */
export function planContacts(random: Random, accounts: readonly PlannedAccount[], each: number): PlannedContact[] {
  const addresses = new Set<string>();
  return accounts.flatMap((account, index) =>
    random.sample(jobs, each).map((job) => {
      const names = people[account.country.culture];
      let contact: PlannedContact;
      do {
        const firstName = random.pick(names.given);
        const lastName = random.pick(names.family);
        contact = {
          account: index,
          firstName,
          lastName,
          email: `${mailName(firstName)}.${mailName(lastName)}@${account.domain}`,
          phone: `${account.country.phone} ${String(random.between(100, 199)).padStart(4, '0')}`,
          job,
        };
      } while (addresses.has(contact.email));
      addresses.add(contact.email);
      return contact;
    }),
  );
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}
