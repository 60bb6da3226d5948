import type { Connection } from 'jsforce';
import { influencedBookings } from '../../../force-app/main/influence/lwc/influenceService/metrics.ts';
import type { CurrencyBookings, LedgerFact } from '../../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { parseQuarter, quarterOf } from '../../../force-app/main/influence/lwc/influenceService/quarters.ts';
import type { Quarter } from '../../../force-app/main/influence/lwc/influenceService/quarters.ts';
import { readFiscalCalendar } from '../seed/directory.ts';
import { labelText } from './label-texts.ts';

/** Influenced bookings of one fiscal quarter. */
export interface BookingsReport {
  readonly quarter: Quarter;
  /** What the figure means and what it doesn't, in the words of the page. */
  readonly definition: string;
  /** One entry a currency, cut by deal type; none when nothing was booked. */
  readonly currencies: readonly CurrencyBookings[];
}

/** What to report. */
export interface ReportInput {
  /** A fiscal quarter such as `2026-Q3`; absent for the present one. */
  readonly quarter?: string;
  /** ISO day that counts as today. */
  readonly today: string;
}

/** A ledger line as a query returns it. */
interface LedgerRow {
  readonly Opportunity_Key__c: string;
  readonly Advocate_Key__c: string;
  readonly Activity_Key__c: string;
  readonly Kind__c: string;
  readonly Amount__c: number;
  readonly Currency__c: string | null;
  readonly Close_Date__c: string;
  readonly Deal_Type__c: string | null;
  readonly Industry__c: string | null;
  readonly Region__c: string | null;
  readonly Size_Band__c: string | null;
  readonly Owner_Key__c: string | null;
  readonly Advocate_Owner_Key__c: string | null;
  readonly Late_Logged__c: boolean;
}

const columns = [
  'Opportunity_Key__c',
  'Advocate_Key__c',
  'Activity_Key__c',
  'Kind__c',
  'Amount__c',
  'Currency__c',
  'Close_Date__c',
  'Deal_Type__c',
  'Industry__c',
  'Region__c',
  'Size_Band__c',
  'Owner_Key__c',
  'Advocate_Owner_Key__c',
  'Late_Logged__c',
] satisfies (keyof LedgerRow)[];

/**
 * Reads the ledger lines of a fiscal quarter and sums them by the same module as the page.
 *
 * @param connection of a user who may read the ledger.
 * @throws RangeError when the quarter is not written like `2026-Q3`.
 */
export async function reportBookings(connection: Connection, input: ReportInput): Promise<BookingsReport> {
  const calendar = await readFiscalCalendar(connection);
  const quarter = input.quarter === undefined ? quarterOf(input.today, calendar) : parseQuarter(input.quarter, calendar);
  const lines: LedgerFact[] = [];
  const query = connection.query<LedgerRow>(
    `SELECT ${columns.join(', ')} FROM Influence_Entry__c WHERE Close_Date__c >= ${quarter.from} AND Close_Date__c <= ${quarter.to} ORDER BY Id`,
    { autoFetch: true, maxFetch: Number.MAX_SAFE_INTEGER },
  );
  for (const row of (await query).records) {
    lines.push(factOf(row));
  }
  return {
    quarter,
    definition: labelText('Vouchsafe_Bookings_Definition'),
    currencies: influencedBookings(lines, () => quarter.key, 'dealType'),
  };
}

function factOf(row: LedgerRow): LedgerFact {
  return {
    opportunityKey: row.Opportunity_Key__c,
    advocateKey: row.Advocate_Key__c,
    activityKey: row.Activity_Key__c,
    kind: row.Kind__c,
    amount: row.Amount__c,
    currencyCode: row.Currency__c,
    closeDate: row.Close_Date__c,
    dealType: row.Deal_Type__c,
    industry: row.Industry__c,
    region: row.Region__c,
    sizeBand: row.Size_Band__c,
    ownerKey: row.Owner_Key__c,
    advocateOwnerKey: row.Advocate_Owner_Key__c,
    lateLogged: row.Late_Logged__c,
  };
}
