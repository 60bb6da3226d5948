import { NOT_STATED, toDecimal } from '../../../force-app/main/influence/lwc/influenceService/metrics.ts';
import type { CurrencyBookings } from '../../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { csvLine } from '../csv/write.ts';
import type { BookingsReport } from './bookings-report.ts';

/** How a report can be written. */
export type ReportFormat = 'table' | 'csv' | 'json';

/** Every format, in the order in which help names them. */
export const reportFormats: readonly ReportFormat[] = ['table', 'csv', 'json'];

const TOTAL = 'Total';
const dealTypes = ['New', 'Expansion', 'Renewal'];

/** Writes a report, ending in a line break. */
export function formatReport(report: BookingsReport, format: ReportFormat): string {
  switch (format) {
    case 'table':
      return formatTable(report);
    case 'csv':
      return formatCsv(report);
    case 'json':
      return formatJson(report);
  }
}

function formatTable({ quarter, definition, currencies }: BookingsReport): string {
  const heading = `Influenced bookings, ${quarter.key} (${quarter.from} to ${quarter.to})`;
  if (currencies.length === 0) {
    return `${heading}\nNothing was booked with a close date in this quarter.\n\n${definition}\n`;
  }
  const tables = currencies.map((bookings) => {
    const rows: [string, bigint][] = [...rowsOf(bookings), ['of which logged after the win', bookings.total.lateLoggedCents]];
    const nameWidth = Math.max(...rows.map(([name]) => name.length));
    const amounts = rows.map(([, cents]) => grouped(toDecimal(cents)));
    const amountWidth = Math.max(...amounts.map((amount) => amount.length));
    const lines = rows.map(
      ([name], index) => `  ${name.padEnd(nameWidth)}  ${(amounts[index] ?? '').padStart(amountWidth)} ${currencyOf(bookings)}`,
    );
    return [...lines, `  n = ${bookings.total.deals} deals, ${bookings.total.lines} ledger lines`].join('\n');
  });
  return `${heading}\n${tables.join('\n\n')}\n\n${definition}\n`;
}

function formatCsv({ quarter, definition, currencies }: BookingsReport): string {
  const header = [
    'Quarter',
    'From',
    'To',
    'Currency',
    'Deal type',
    'Influenced bookings',
    'Logged after the win',
    'Deals (n)',
    'Ledger lines',
    'Definition',
  ];
  const rows = currencies.flatMap((bookings) =>
    rowsOf(bookings).map(([name, cents]) => {
      const ofTotal = (figure: string): { number: string } => ({ number: name === TOTAL ? figure : '' });
      return [
        quarter.key,
        quarter.from,
        quarter.to,
        currencyOf(bookings),
        name,
        { number: toDecimal(cents) },
        ofTotal(toDecimal(bookings.total.lateLoggedCents)),
        ofTotal(String(bookings.total.deals)),
        ofTotal(String(bookings.total.lines)),
        definition,
      ];
    }),
  );
  return [header, ...rows].map((row) => csvLine(row)).join('');
}

function formatJson({ quarter, definition, currencies }: BookingsReport): string {
  const content = {
    metric: 'influenced bookings',
    definition,
    quarter: quarter.key,
    from: quarter.from,
    to: quarter.to,
    currencies: currencies.map((bookings) => ({
      currency: currencyOf(bookings),
      amount: toDecimal(bookings.total.cents),
      lateLogged: toDecimal(bookings.total.lateLoggedCents),
      deals: bookings.total.deals,
      lines: bookings.total.lines,
      byDealType: Object.fromEntries(partsOf(bookings).map(([name, cents]) => [name, toDecimal(cents)])),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The deal types, which add up to the last row, the total. */
function rowsOf(bookings: CurrencyBookings): [name: string, cents: bigint][] {
  return [...partsOf(bookings), [TOTAL, bookings.total.cents]];
}

function partsOf({ total }: CurrencyBookings): [string, bigint][] {
  const others = [...total.parts.keys()].filter((type) => !dealTypes.includes(type)).sort();
  return [...dealTypes, ...others].map((type) => [type === NOT_STATED ? 'Not stated' : type, total.parts.get(type) ?? 0n]);
}

function currencyOf({ currencyCode }: CurrencyBookings): string {
  return currencyCode === NOT_STATED ? 'Not stated' : currencyCode;
}

function grouped(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+\.)/g, ',');
}
