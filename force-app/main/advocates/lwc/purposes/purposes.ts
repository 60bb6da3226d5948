import { labels } from './labels';

/** What a reference can be for. */
export interface Purpose {
  readonly label: string;
  /** As `Advocate_Consent__c.Purpose__c` stores it. */
  readonly value: string;
}

/** The purposes, in the order in which they are offered. */
export const PURPOSES: readonly Purpose[] = [
  { label: labels.salesDeal, value: 'Sales Deal' },
  { label: labels.event, value: 'Event' },
  { label: labels.analyst, value: 'Analyst' },
  { label: labels.press, value: 'Press' },
  { label: labels.other, value: 'Other' },
];

/** A purpose as a person reads it. */
export function purposeInWords(value: string): string {
  return PURPOSES.find((purpose) => purpose.value === value)?.label ?? value;
}
