import type { CurrencyBookings, Dimension, LedgerLine } from 'c/influenceService';
import { NOT_STATED } from 'c/influenceService';
import { labels } from './labels';

/** A column of the table: what it is called and which parts it sums. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly parts: readonly string[];
}

/** What bookings can be cut by, and what a reader calls it. */
export const CUTS: readonly { readonly label: string; readonly value: Dimension }[] = [
  { label: labels.byDealType, value: 'dealType' },
  { label: labels.byIndustry, value: 'industry' },
  { label: labels.byRegion, value: 'region' },
  { label: labels.bySize, value: 'sizeBand' },
  { label: labels.byOwner, value: 'ownerKey' },
  { label: labels.byAdvocate, value: 'advocateKey' },
  { label: labels.byAdvocateOwner, value: 'advocateOwnerKey' },
];

const DEAL_TYPES: readonly Column[] = [
  { key: 'New', label: labels.newDeals, parts: ['New'] },
  { key: 'Expansion', label: labels.expansion, parts: ['Expansion'] },
  { key: 'Renewal', label: labels.renewal, parts: ['Renewal'] },
];
/** With the others one less than there are colours. */
const OWN_COLUMNS = 5;

/**
 * The columns of a cut: the types of deals, or the largest values of another dimension with the others in one column, so
 * that the columns always add up to the total.
 */
export function columnsOf(bookings: CurrencyBookings, dimension: Dimension, lines: readonly LedgerLine[]): Column[] {
  const { parts } = bookings.total;
  if (dimension === 'dealType') {
    return parts.has(NOT_STATED) ? [...DEAL_TYPES, { key: 'not-stated', label: labels.notStated, parts: [NOT_STATED] }] : [...DEAL_TYPES];
  }
  const names = namesOf(dimension, lines);
  const ordered = [...parts].sort((left, right) => (right[1] > left[1] ? 1 : right[1] < left[1] ? -1 : 0)).map(([part]) => part);
  const own = ordered
    .slice(0, OWN_COLUMNS)
    .map((part) => ({ key: part || 'not-stated', label: names.get(part) ?? labels.notStated, parts: [part] }));
  const others = ordered.slice(OWN_COLUMNS);
  return others.length === 0 ? own : [...own, { key: 'others', label: labels.others, parts: others }];
}

/** Values that are ids are called by the name the latest line has for them. */
function namesOf(dimension: Dimension, lines: readonly LedgerLine[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const line of lines) {
    const part = line[dimension] ?? NOT_STATED;
    const name = nameOf(line, dimension, part);
    if (part !== NOT_STATED) {
      names.set(part, name ?? part);
    }
  }
  return names;
}

function nameOf(line: LedgerLine, dimension: Dimension, part: string): string | null | undefined {
  switch (dimension) {
    case 'ownerKey':
      return line.ownerName;
    case 'advocateOwnerKey':
      return line.advocateOwnerName;
    case 'advocateKey':
      return line.accountName ?? line.advocateName;
    default:
      return part;
  }
}
