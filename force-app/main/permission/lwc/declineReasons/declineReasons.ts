import { labels } from './labels';

/** A reason for a no. */
export interface DeclineReason {
  readonly label: string;
  /** As `Permission_Request__c.Decision_Reason__c` stores it. */
  readonly value: string;
}

/** The reasons an owner may give, in the order in which they are offered. */
export const DECLINE_REASONS: readonly DeclineReason[] = [
  { label: labels.tooBusy, value: 'Too busy now' },
  { label: labels.sensitive, value: 'Relationship is sensitive' },
  { label: labels.openIssue, value: 'Open issue with us' },
  { label: labels.askedRecently, value: 'Asked too recently' },
  { label: labels.prefersNot, value: 'Prefers not to' },
  { label: labels.wrongFit, value: 'Wrong fit for this deal' },
  { label: labels.otherReason, value: 'Other' },
];
