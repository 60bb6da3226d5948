import { refreshApex } from '@salesforce/apex';
import accept from '@salesforce/apex/NominationController.accept';
import decline from '@salesforce/apex/NominationController.decline';
import getNomination from '@salesforce/apex/NominationController.getNomination';
import getNominations from '@salesforce/apex/NominationController.getNominations';
import nominate from '@salesforce/apex/NominationController.nominate';

/** A contact of the nominated customer. */
export interface NominationChoice {
  readonly contactId: string;
  readonly name: string;
  readonly title?: string | null;
}

/** Somebody says: this customer could vouch. What is null in Apex is left out. */
export interface Nomination {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly accountName?: string | null;
  readonly role: string;
  readonly why?: string | null;
  /** Waiting, Accepted or Declined. */
  readonly status: string;
  readonly nominatedByName?: string | null;
  /** ISO date-time. */
  readonly nominatedAt?: string | null;
  readonly declineReason?: string | null;
  readonly advocateId?: string | null;
  readonly advocateName?: string | null;
  /** Whom a program manager may make an advocate of. */
  readonly people?: readonly NominationChoice[] | null;
}

/** Wires the nominations of an account that the reader sees. */
export { getNominations };

/** Reads the wired nominations again. */
export async function refreshNominations(wired: unknown): Promise<void> {
  await refreshApex(wired);
}

/** Nominates a customer. */
export function nominateCustomer(accountId: string, role: string, why: string): Promise<Nomination> {
  return nominate({ accountId, role, why });
}

/** Reads one nomination with whom a program manager may make an advocate of. */
export function readNomination(nominationId: string): Promise<Nomination> {
  return getNomination({ nominationId });
}

/** Makes a candidate of a contact. */
export async function acceptNomination(nominationId: string, contactId: string): Promise<void> {
  await accept({ nominationId, contactId });
}

/** Declines with one of the reasons of `Nomination__c.Decline_Reason__c`. */
export async function declineNomination(nominationId: string, reason: string): Promise<void> {
  await decline({ nominationId, reason });
}
