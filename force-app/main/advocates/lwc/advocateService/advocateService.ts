import { refreshApex } from '@salesforce/apex';
import getActivityTypes from '@salesforce/apex/OwnerController.getActivityTypes';
import getContactsShown from '@salesforce/apex/OwnerController.getContactsShown';
import getMyAdvocates from '@salesforce/apex/OwnerController.getMyAdvocates';
import saveAdvocate from '@salesforce/apex/OwnerController.saveAdvocate';

/** What a customer agreed to for one kind of reference. */
export type Permission = 'Ask Every Time' | 'Pre-Approved' | 'Never';

/** One thing a customer agreed to, or never will. What is null in Apex is left out. */
export interface ConsentLine {
  /** Absent for a new one. */
  readonly id?: string | null;
  /** The kind of reference; absent for every kind. */
  readonly activityType?: string | null;
  /** What for; absent for every purpose. */
  readonly purpose?: string | null;
  /** A {@link Permission}. */
  readonly permission: string;
  /** ISO day, the last on which it holds; absent for no end. */
  readonly expiresOn?: string | null;
  /** What has to hold for a standing yes. */
  readonly conditionNote?: string | null;
  /** ISO day, the first on which a reference under a standing yes may take place. */
  readonly conditionNotBefore?: string | null;
  /** True when it shall hold no longer. */
  readonly ended?: boolean | null;
}

/** That somebody was shown the contact of an advocate. */
export interface ContactShown {
  readonly shownTo?: string | null;
  /** ISO date-time. */
  readonly shownAt: string;
  readonly dealSummary?: string | null;
}

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
  /** What holds today; whatever none of it covers is asked every time. */
  readonly consents?: readonly ConsentLine[] | null;
  /** ISO day. */
  readonly lastUsedOn?: string | null;
  /** ISO day. */
  readonly lastThankedOn?: string | null;
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
  /** What is new, has changed or holds no longer. */
  readonly consents: readonly ConsentLine[];
}

/** Wires: the advocates of the reader's customers, and the kinds of reference there are. */
export { getActivityTypes, getMyAdvocates };

/** Apex takes null, too, where the generated type doesn't say so. */
type WireLine = NonNullable<Parameters<typeof saveAdvocate>[0]['consents']>[number];

/** Stores what changed, all of it or nothing. */
export async function saveCare({ advocateId, fields, consents }: AdvocateCare): Promise<void> {
  await saveAdvocate({ advocateId, fields: { ...fields }, consents: consents.map((line) => ({ ...line }) as WireLine) });
}

/** Who was shown the contact of an advocate, the latest first. */
export function contactsShown(advocateId: string): Promise<readonly ContactShown[]> {
  return getContactsShown({ advocateId });
}

/** Reads wired advocates again. */
export async function refreshAdvocates(wired: unknown): Promise<void> {
  await refreshApex(wired);
}
