import { refreshApex } from '@salesforce/apex';
import getDesk from '@salesforce/apex/DeskController.getDesk';
import getPolicy from '@salesforce/apex/PolicyController.getPolicy';
import savePolicy from '@salesforce/apex/PolicyController.savePolicy';
import scheduleClock from '@salesforce/apex/PolicyController.scheduleClock';

/** Something that needs a program manager. What is null in Apex is left out. */
export interface DeskItem {
  readonly recordId: string;
  readonly kind: string;
  readonly title: string;
  readonly detail?: string | null;
  /** ISO date-time. */
  readonly dueAt?: string | null;
  readonly amount?: number | null;
  readonly currencyCode?: string | null;
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

/** The rules, and whether the clock that keeps them runs. */
export interface PolicyView {
  readonly fields: readonly PolicyField[];
  readonly clockScheduled: boolean;
  /** ISO date-time. */
  readonly clockRunsNextAt?: string | null;
}

/** Wires what needs a program manager, the most pressing first. */
export { getDesk };

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

/** Has the clock that reminds, passes on and expires run every hour. */
export function startClock(): Promise<PolicyView> {
  return scheduleClock({});
}
