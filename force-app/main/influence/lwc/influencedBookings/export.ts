import type { LedgerLine } from 'c/influenceService';
import { csvText } from 'c/influenceService';
import { labels } from './labels';

/** Ledger lines as comma-separated text, one row a line, with every dimension that was frozen on it. */
export function linesAsCsv(lines: readonly LedgerLine[]): string {
  const header = [
    labels.csvLine,
    labels.csvDeal,
    labels.csvDealKey,
    labels.csvKind,
    labels.csvAmount,
    labels.csvCurrency,
    labels.csvCloseDate,
    labels.csvBookedOn,
    labels.byDealType,
    labels.byIndustry,
    labels.byRegion,
    labels.bySize,
    labels.byOwner,
    labels.byAdvocate,
    labels.byAdvocateOwner,
    labels.csvReason,
    labels.csvLate,
  ];
  return csvText([
    header,
    ...lines.map((line) => [
      line.name,
      line.opportunityName ?? '',
      line.opportunityKey,
      line.kind,
      { number: String(line.amount) },
      line.currencyCode ?? '',
      line.closeDate,
      line.bookedOn,
      line.dealType ?? '',
      line.industry ?? '',
      line.region ?? '',
      line.sizeBand ?? '',
      line.ownerName ?? line.ownerKey ?? '',
      [line.accountName, line.advocateName].filter(Boolean).join(' '),
      line.advocateOwnerName ?? line.advocateOwnerKey ?? '',
      line.reason ?? '',
      line.lateLogged ? labels.csvYes : labels.csvNo,
    ]),
  ]);
}
