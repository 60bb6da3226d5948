import approveFromNowOn from '@salesforce/apex/DecisionController.approveFromNowOn';
import getApproved from '@salesforce/apex/DecisionController.getApproved';
import getChoices from '@salesforce/apex/DecisionController.getChoices';
import getPerson from '@salesforce/apex/DecisionController.getPerson';
import offerInstead from '@salesforce/apex/DecisionController.offerInstead';
import decideMany from '@salesforce/apex/OwnerController.decideMany';
import getWaiting from '@salesforce/apex/OwnerController.getWaiting';
import decide from '@salesforce/apex/PermissionController.decide';
import recordCustomerAnswer from '@salesforce/apex/PermissionController.recordCustomerAnswer';
import type { AskView } from 'c/permissionService';

/** A yes, a yes with conditions, a yes from now on, a no with its reason, or another advocate instead. */
export type Decision =
  | {
      readonly decision: 'Approve';
      readonly note: string;
      readonly notBefore: string;
      /** Given when the next of its kind are to be approved alike: the last day of that, ISO, or blank for no end. */
      readonly keepUntil?: string;
    }
  | { readonly decision: 'Decline'; readonly reason: string; readonly note: string }
  | { readonly decision: 'Instead'; readonly advocateId: string; readonly note: string };

/** What a customer said when their account's owner asked them; `Asked` while they have not answered. */
export type CustomerAnswer = 'Asked' | 'Agreed' | 'Declined' | 'No Answer';

/** What became of one of many asks decided at once. */
export interface DecisionOutcome {
  readonly id: string;
  readonly ok: boolean;
  /** Why not, in a sentence. */
  readonly message?: string | null;
}

/** An advocate who can be offered instead; the owner knows the person, so it is named. */
export interface AdvocateChoice {
  readonly id: string;
  readonly accountName?: string | null;
  readonly contactName?: string | null;
  readonly role?: string | null;
  /** The criteria of the need that the advocate meets. */
  readonly fit?: string | null;
}

/** Whom an owner writes to about an ask. */
export interface AskedPerson {
  readonly name: string;
  readonly firstName?: string | null;
  readonly email?: string | null;
  readonly writerName?: string | null;
  /** How long such a reference takes. */
  readonly minutes?: number | null;
}

/** Wires: asks that wait for the reader, and approved ones that are still to happen. */
export { getApproved, getWaiting };

/** Decides an ask. */
export function decideAsk(permissionRequestId: string, decision: Decision): Promise<AskView> {
  if (decision.decision === 'Decline') {
    const { reason, note } = decision;
    return decide({ permissionRequestId, decision: 'Decline', reason, note: orNull(note), notBefore: null });
  }
  if (decision.decision === 'Instead') {
    return offerInstead({ permissionRequestId, advocateId: decision.advocateId, note: orNull(decision.note) });
  }
  const conditions = { permissionRequestId, note: orNull(decision.note), notBefore: orNull(decision.notBefore) };
  return decision.keepUntil === undefined
    ? decide({ ...conditions, decision: 'Approve', reason: null })
    : approveFromNowOn({ ...conditions, expiresOn: orNull(decision.keepUntil) });
}

/** Decides many asks alike, yes or no; each that can't be decided says why, and doesn't hold up the others. */
export function decideAsks(ids: readonly string[], decision: Decision): Promise<readonly DecisionOutcome[]> {
  const yes = decision.decision === 'Approve';
  return decideMany({
    ids: [...ids],
    decision: yes ? 'Approve' : 'Decline',
    reason: decision.decision === 'Decline' ? decision.reason : null,
    note: orNull(decision.note),
    notBefore: yes ? orNull(decision.notBefore) : null,
  });
}

/** Records what the customer said to their account's owner; a no withdraws the ask. */
export function recordAnswer(permissionRequestId: string, answer: CustomerAnswer): Promise<AskView> {
  return recordCustomerAnswer({ permissionRequestId, answer });
}

/** Advocates that can be offered instead of the one asked for. */
export function choicesFor(permissionRequestId: string): Promise<readonly AdvocateChoice[]> {
  return getChoices({ permissionRequestId });
}

/** Whom to write to about an ask. */
export function personOf(permissionRequestId: string): Promise<AskedPerson> {
  return getPerson({ permissionRequestId });
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
