import { refreshApex } from '@salesforce/apex';
import askTheDesk from '@salesforce/apex/MatchingController.askTheDesk';
import findAdvocates from '@salesforce/apex/MatchingController.findAdvocates';
import type { AdvocateMatch, MatchCriterion } from './ranking';

export { explain, groupByCompany, importanceOf, MUST_NOT_MET, rank } from './ranking';
export type {
  AdvocateMatch,
  Availability,
  CompanyGroup,
  ExcludedAdvocate,
  Factor,
  Importance,
  MatchCriterion,
  RankedAdvocate,
  Ranking,
  Settings,
} from './ranking';

/** What an ask is filled in with. */
export interface AskDefaults {
  readonly activityTypes: readonly string[];
  readonly activityType?: string | null;
  /** ISO day. */
  readonly needBy?: string | null;
  readonly context?: string | null;
}

/** The answer of a search. */
export interface MatchResult {
  readonly deal: {
    readonly id: string;
    readonly name: string;
    readonly accountName?: string | null;
    readonly isClosed: boolean;
  };
  readonly criteria: readonly MatchCriterion[];
  readonly advocates: readonly AdvocateMatch[];
  readonly askDefaults: AskDefaults;
  readonly warnings: readonly string[];
}

/** Values wanted instead of the deal's own, by criterion name. */
export type Wanted = Readonly<Record<string, readonly string[]>>;

/** Wires the advocates for a deal. `wanted` is what {@link wantedParameter} made. */
export { findAdvocates };

/** How `findAdvocates` takes the values wanted: `null` means those of the deal. */
export function wantedParameter(wanted: Wanted): string | null {
  return Object.keys(wanted).length > 0 ? JSON.stringify(wanted) : null;
}

/** A need that no customer found meets, for the program managers. */
export interface DeskNeed {
  readonly opportunityId: string;
  readonly activityType: string;
  /** ISO day. */
  readonly needBy: string;
  readonly context: string;
  /** The criteria as searched, JSON. */
  readonly criteria: string;
  /** How many customers the search found. */
  readonly found: number;
}

/** Hands a need to the program managers. */
export async function handToDesk(need: DeskNeed): Promise<void> {
  await askTheDesk({ ...need });
}

/** Searches again, for instance when an ask has changed who can still be asked. */
export async function refreshMatches(wired: unknown): Promise<void> {
  await refreshApex(wired);
}
