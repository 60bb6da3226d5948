import type { Connection } from 'jsforce';
import type { FiscalCalendar } from '../../../force-app/main/influence/lwc/influenceService/quarters.ts';
import type { Owner } from './customers.ts';

/** What the seed needs to know of the org before it stores anything. */
export interface Directory {
  /** The user who seeds: a program manager. */
  readonly self: string;
  /** Whose records are whose. */
  readonly users: Readonly<Record<Owner, string>>;
  readonly standardPriceBook: string;
  readonly calendar: FiscalCalendar;
}

const userNames: Readonly<Record<Owner, string>> = {
  rep: 'rep@vouchsafe.test',
  rep2: 'rep2@vouchsafe.test',
  owner: 'owner@vouchsafe.test',
  owner2: 'owner2@vouchsafe.test',
};

/**
 * Looks up the users who get the records, the standard price book and the fiscal year.
 *
 * In an org without the demo users, everything goes to the user who seeds.
 *
 * @throws Error when the org has no active standard price book.
 */
export async function readDirectory(connection: Connection): Promise<Directory> {
  const self = connection.userInfo?.id ?? (await connection.identity()).user_id;
  const found = await connection.query<{ Id: string; Username: string }>(
    `SELECT Id, Username FROM User WHERE IsActive = true AND Username IN (${Object.values(userNames)
      .map((name) => `'${name}'`)
      .join(', ')})`,
  );
  const ids = new Map(found.records.map((user) => [user.Username.toLowerCase(), user.Id]));
  const idOf = (owner: Owner): string => ids.get(userNames[owner]) ?? self;
  const books = await connection.query<{ Id: string }>('SELECT Id FROM Pricebook2 WHERE IsStandard = true AND IsActive = true LIMIT 1');
  const standardPriceBook = books.records[0]?.Id;
  if (standardPriceBook === undefined) {
    throw new Error('The org has no active standard price book: activate it in Setup, then seed again.');
  }
  return {
    self,
    users: { rep: idOf('rep'), rep2: idOf('rep2'), owner: idOf('owner'), owner2: idOf('owner2') },
    standardPriceBook,
    calendar: await readFiscalCalendar(connection),
  };
}

/** The org's fiscal year. */
export async function readFiscalCalendar(connection: Connection): Promise<FiscalCalendar> {
  const organizations = await connection.query<{ FiscalYearStartMonth: number; UsesStartDateAsFiscalYearName: boolean }>(
    'SELECT FiscalYearStartMonth, UsesStartDateAsFiscalYearName FROM Organization LIMIT 1',
  );
  const organization = organizations.records[0];
  return { startMonth: organization?.FiscalYearStartMonth ?? 1, namedByStart: organization?.UsesStartDateAsFiscalYearName ?? false };
}
