import { refreshApex } from '@salesforce/apex';
import act from '@salesforce/apex/DeskController.act';
import askFor from '@salesforce/apex/DeskController.askFor';
import getDesk from '@salesforce/apex/DeskController.getDesk';
import getSuggestions from '@salesforce/apex/DeskController.getSuggestions';
import getPolicy from '@salesforce/apex/PolicyController.getPolicy';
import addSample from '@salesforce/apex/SetupController.addSample';
import getSetup from '@salesforce/apex/SetupController.getSetup';
import removeSample from '@salesforce/apex/SetupController.removeSample';
import startJob from '@salesforce/apex/SetupController.startJob';
import savePolicy from '@salesforce/apex/PolicyController.savePolicy';

import type { AdvocateMatch } from 'c/matchingService';

/** Something that needs a program manager. What is null in Apex is left out. */
export interface DeskItem {
  readonly recordId: string;
  /** What the actions are done to. */
  readonly subjectId: string;
  readonly kind: string;
  readonly title: string;
  readonly detail?: string | null;
  /** ISO date-time. */
  readonly dueAt?: string | null;
  readonly amount?: number | null;
  readonly currencyCode?: string | null;
  /** What can be done about it here, the most likely first. */
  readonly actions?: readonly string[] | null;
  /** 3 is the most pressing, 1 the least. */
  readonly risk: number;
}

/** One rule of the program. */
export interface PolicyField {
  /** The key when saving. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | null;
  /** Number, Checkbox, Choice or Text. */
  readonly kind: string;
  readonly value?: string | null;
  /** What holds while nothing is set. */
  readonly standard?: string | null;
  readonly options?: readonly string[] | null;
}

/** The rules of the program. */
export interface PolicyView {
  readonly fields: readonly PolicyField[];
}

/** One thing that an org needs, and whether it is there. */
export interface SetupCheck {
  /** People, Jobs, Criteria, Contacts or Sample. */
  readonly area: string;
  /** Good, Bad or Note. */
  readonly state: string;
  readonly title: string;
  readonly detail?: string | null;
  /** ISO date-time. */
  readonly lastRunAt?: string | null;
  /** ISO date-time. */
  readonly nextRunAt?: string | null;
  /** Start, Add Sample or Remove Sample. */
  readonly action?: string | null;
  /** The name of the job to start. */
  readonly subject?: string | null;
}

/** How well the org is set up. */
export interface SetupView {
  readonly checks: readonly SetupCheck[];
  /** True when the reader also sets the rules of the program. */
  readonly steward: boolean;
}

/** Wires what needs a program manager, the most pressing first. */
export { getDesk };

/** Does one of an item's actions to its subject. */
export async function doOnDesk(subjectId: string, action: string): Promise<void> {
  await act({ subjectId, action });
}

/** Reads who fits best where a search found too little, and can be asked now. */
export function readSuggestions(demandId: string): Promise<readonly AdvocateMatch[]> {
  return getSuggestions({ demandId });
}

/** Asks for an advocate on behalf of whoever searched. */
export async function askOnBehalf(demandId: string, advocateId: string): Promise<void> {
  await askFor({ demandId, advocateId });
}

/** Reads the wired desk again. */
export async function refreshDesk(wired: unknown): Promise<void> {
  await refreshApex(wired);
}

/** Reads the rules. */
export function readPolicy(): Promise<PolicyView> {
  return getPolicy({});
}

/** Stores rules by name; blank brings the standard back. */
export function storePolicy(values: Readonly<Record<string, string>>): Promise<PolicyView> {
  return savePolicy({ values: { ...values } });
}

/** Reads how well the org is set up. */
export function readSetup(): Promise<SetupView> {
  return getSetup({});
}

/** Schedules a job that does not run. */
export function startScheduledJob(name: string): Promise<SetupView> {
  return startJob({ name });
}

/** Schedules all jobs that do not run. */
export function startAllJobs(): Promise<SetupView> {
  return startJob({ name: null });
}

/** Puts the sample in. */
export function putSampleIn(): Promise<SetupView> {
  return addSample({});
}

/** Takes the sample out, with all that hangs on it. */
export function takeSampleOut(): Promise<SetupView> {
  return removeSample({});
}
