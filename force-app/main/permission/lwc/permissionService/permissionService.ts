import { refreshApex } from '@salesforce/apex';
import ask from '@salesforce/apex/PermissionController.ask';
import askRanked from '@salesforce/apex/PermissionController.askRanked';
import getBriefing from '@salesforce/apex/PermissionController.getBriefing';
import getAsk from '@salesforce/apex/PermissionController.getAsk';
import getAsksForAccount from '@salesforce/apex/PermissionController.getAsksForAccount';
import getAsksForDeal from '@salesforce/apex/PermissionController.getAsksForDeal';
import logOutcome from '@salesforce/apex/PermissionController.logOutcome';
import rateReference from '@salesforce/apex/PermissionController.rateReference';
import releaseContact from '@salesforce/apex/PermissionController.releaseContact';
import withdraw from '@salesforce/apex/PermissionController.withdraw';
import type { AskView, ReleasedContact } from './askView';

export type { AdvocateGiven, AskView, ReleasedContact } from './askView';

/** One line of a briefing. */
export interface BriefingFact {
  readonly label: string;
  readonly text: string;
}

/** What both sides should know before a reference happens; names companies and roles, nobody. */
export interface Briefing {
  readonly name: string;
  readonly activityType?: string | null;
  readonly minutes?: number | null;
  /** ISO date-time. */
  readonly scheduledAt?: string | null;
  /** ISO day. */
  readonly needBy?: string | null;
  /** Nothing when the reader can't see the deal. */
  readonly prospectName?: string | null;
  readonly prospectFacts: readonly BriefingFact[];
  readonly customerName?: string | null;
  readonly customerSummary?: string | null;
  readonly customerFacts: readonly BriefingFact[];
  readonly story?: string | null;
  /** What the deal wants to hear about. */
  readonly topics: readonly string[];
  /** What both have in common, in one line. */
  readonly fit?: string | null;
  /** ISO day. */
  readonly notBefore?: string | null;
  readonly conditionNote?: string | null;
  readonly valueToCustomer?: string | null;
}

/** What a requester fills in. */
export interface AskInput {
  readonly opportunityId: string;
  readonly advocateId: string;
  /** Whom to ask next, best first, should the answer be no. */
  readonly alternateIds: readonly string[];
  readonly activityType: string;
  /** ISO day. */
  readonly needBy: string;
  readonly context: string;
  readonly valueToCustomer: string;
  /** The criteria as searched, JSON. */
  readonly criteria: string;
  /** Why the deal can't wait for the stage from which references are asked for; blank when it needn't. */
  readonly eligibilityOverride: string;
}

/** What became of an approved ask. */
export type Outcome =
  | {
      readonly outcome: 'Completed';
      readonly tookPlaceOn: string;
      readonly effect: string;
      readonly feedback: string;
      /** How good it was, `1` to `5`, or blank. */
      readonly rating: string;
    }
  | { readonly outcome: 'Missed'; readonly feedback: string }
  | { readonly outcome: 'Moved'; readonly scheduledAt: string; readonly feedback: string };

/** Wires: the asks of a deal, of an account (waiting first), one ask and its briefing. */
export { getAsk, getAsksForAccount, getAsksForDeal, getBriefing };

/**
 * Submits an ask, with its alternates if there are any.
 *
 * @returns the asks made now: one, or two when time is short.
 */
export async function submitAsk({ advocateId, alternateIds, eligibilityOverride, ...need }: AskInput): Promise<readonly AskView[]> {
  return alternateIds.length === 0 && eligibilityOverride === ''
    ? [await ask({ ...need, advocateId })]
    : askRanked({ ...need, advocateIds: [advocateId, ...alternateIds], eligibilityOverride });
}

/** Takes an ask back. */
export function withdrawAsk(permissionRequestId: string): Promise<AskView> {
  return withdraw({ permissionRequestId });
}

/** Shows the contact to the requester; the server records that it did. */
export function showContact(permissionRequestId: string): Promise<ReleasedContact> {
  return releaseContact({ permissionRequestId });
}

/** Records what became of an approved ask, and how good it was when that was said. */
export function recordOutcome(permissionRequestId: string, outcome: Outcome): Promise<AskView> {
  return logOutcome({
    permissionRequestId,
    outcome: outcome.outcome,
    tookPlaceOn: outcome.outcome === 'Completed' ? outcome.tookPlaceOn : null,
    scheduledAt: outcome.outcome === 'Moved' ? outcome.scheduledAt : null,
    effect: outcome.outcome === 'Completed' ? orNull(outcome.effect) : null,
    feedback: orNull(outcome.feedback),
    rating: outcome.outcome === 'Completed' && outcome.rating ? Number(outcome.rating) : null,
  });
}

/** Records how good a reference was that took place, 1 to 5. */
export function rateAsk(permissionRequestId: string, rating: number): Promise<AskView> {
  return rateReference({ permissionRequestId, rating });
}

/** Reads wired asks again. */
export async function refreshAsks(wired: unknown): Promise<void> {
  await refreshApex(wired);
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
