import { refreshApex } from '@salesforce/apex';
import getMyAdvocates from '@salesforce/apex/OwnerController.getMyAdvocates';
import saveAdvocate from '@salesforce/apex/OwnerController.saveAdvocate';
import saveConsent from '@salesforce/apex/OwnerController.saveConsent';

/** What a customer agreed to for one kind of reference. */
export type Permission = 'Ask Every Time' | 'Pre-Approved' | 'Never';

/** One of an owner's advocates. The owner knows the person, so it is named here. What is null in Apex is left out. */
export interface AdvocateCard {
  readonly id: string;
  readonly name: string;
  readonly accountId?: string | null;
  readonly accountName?: string | null;
  readonly contactName?: string | null;
  readonly role?: string | null;
  /** A status of `Advocate__c`. */
  readonly status?: string | null;
  /** The advocate's own limit; absent for the policy's. */
  readonly usesPerQuarter?: number | null;
  /** The advocate's own rest; absent for the policy's. */
  readonly restDays?: number | null;
  /** ISO day. */
  readonly quietUntil?: string | null;
  readonly usesInQuarter?: number | null;
  /** The limit in force. */
  readonly capacity?: number | null;
  readonly availability?: { readonly state: string; readonly until?: string | null } | null;
  /** Kind of reference to what was agreed. */
  readonly consent?: Readonly<Record<string, string>> | null;
  /** ISO date-time. */
  readonly lastAskedAt?: string | null;
  /** How often the contact was shown to somebody. */
  readonly timesShown?: number | null;
}

/** What an owner changed about an advocate. */
export interface AdvocateCare {
  readonly advocateId: string;
  /** Field of `Advocate__c` to its new value, only those that changed; blank clears. */
  readonly fields: Readonly<Record<string, string>>;
  /** Kind of reference to what is now agreed, only those that changed. */
  readonly consents: Readonly<Record<string, string>>;
}

/** Wires the advocates of the reader's customers. */
export { getMyAdvocates };

/** Stores what changed. */
export async function saveCare({ advocateId, fields, consents }: AdvocateCare): Promise<void> {
  if (Object.keys(fields).length > 0) {
    await saveAdvocate({ advocateId, fields: { ...fields } });
  }
  for (const [activityType, permission] of Object.entries(consents)) {
    // One after the other: all of them touch the same advocate.
    // eslint-disable-next-line no-await-in-loop
    await saveConsent({ advocateId, activityType, permission, expiresOn: null });
  }
}

/** Reads wired advocates again. */
export async function refreshAdvocates(wired: unknown): Promise<void> {
  await refreshApex(wired);
}
