import { refreshApex } from '@salesforce/apex';
import getLedger from '@salesforce/apex/InfluenceController.getLedger';
import type { LedgerFact } from './metrics';

export { csvText } from './csv';
export { differencesByDeal, influencedBookings, NOT_STATED, toCents, toDecimal } from './metrics';
export type { Bookings, CurrencyBookings, DealDifference, Dimension, LedgerFact, PeriodBookings } from './metrics';
export { parseQuarter, quarterOf, quartersUntil } from './quarters';
export type { FiscalCalendar, Quarter } from './quarters';

/** A line of the ledger as a page shows it. */
export interface LedgerLine extends LedgerFact {
  readonly id: string;
  readonly name: string;
  /** `null` when the deal is gone or not shared with the reader. */
  readonly opportunityId?: string | null;
  readonly opportunityName?: string | null;
  readonly advocateName?: string | null;
  readonly accountName?: string | null;
  /** ISO date-time. */
  readonly bookedOn: string;
  readonly reason?: string | null;
  readonly ownerName?: string | null;
  readonly advocateOwnerName?: string | null;
}

/** Ledger lines of a time, with the org's fiscal calendar. */
export interface LedgerView {
  readonly lines: readonly LedgerLine[];
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  readonly fiscalYearNamedByStart: boolean;
  /** True when there are more lines than were read. */
  readonly truncated: boolean;
}

/** Wires the ledger lines whose close date lies between two ISO days, both included. */
export { getLedger };

/** Reads wired lines again. */
export async function refreshLedger(wired: unknown): Promise<void> {
  await refreshApex(wired);
}
