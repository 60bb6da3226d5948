import { refreshApex } from '@salesforce/apex';
import askTheDesk from '@salesforce/apex/MatchingController.askTheDesk';
import findAdvocates from '@salesforce/apex/MatchingController.findAdvocates';
import forgetSearch from '@salesforce/apex/MatchingController.forgetSearch';
import getSavedSearches from '@salesforce/apex/MatchingController.getSavedSearches';
import keepAtHand from '@salesforce/apex/MatchingController.keepAtHand';
import saveSearch from '@salesforce/apex/MatchingController.saveSearch';
import type { AdvocateMatch, MatchCriterion, Settings } from './ranking';

export { explain, groupByCompany, hasScore, importanceOf, MUST_NOT_MET, rank, TOO_LATE } from './ranking';
export type {
  AdvocateMatch,
  Availability,
  CompanyGroup,
  ExcludedAdvocate,
  Factor,
  Filter,
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
  /** The stage the deal has yet to reach before references are usually asked for; nothing when it may ask. */
  readonly eligibleFrom?: string | null;
  /** Why it may ask all the same, to choose from. */
  readonly overrideReasons?: readonly { readonly value: string; readonly label: string }[] | null;
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

/** A search kept to use again. */
export interface SavedSearch {
  readonly id: string;
  readonly title: string;
  /** What {@link searchText} made. */
  readonly criteria?: string | null;
}

/** What a search can be told: it is kept as text, and read again by {@link parseSearch}. */
export interface Search {
  readonly settings: Settings;
  readonly wanted: Wanted;
  readonly favouritesOnly: boolean;
}

/** Wires: the advocates for a deal (`wanted` is what {@link wantedParameter} made), the reader's own saved searches. */
export { findAdvocates, getSavedSearches };

/** How `findAdvocates` takes the values wanted: `null` means those of the deal. */
export function wantedParameter(wanted: Wanted): string | null {
  return Object.keys(wanted).length > 0 ? JSON.stringify(wanted) : null;
}

/** A search as text, equal for equal searches. */
export function searchText({ settings, wanted, favouritesOnly }: Search): string {
  return JSON.stringify({ settings, wanted, favouritesOnly });
}

/** Reads a saved search; what isn't one searches for what the deal says. */
export function parseSearch(text: string | null | undefined): Search {
  try {
    const { settings, wanted, favouritesOnly } = JSON.parse(text ?? '') as Partial<Search>;
    return { settings: settings ?? {}, wanted: wanted ?? {}, favouritesOnly: favouritesOnly === true };
  } catch {
    return { settings: {}, wanted: {}, favouritesOnly: false };
  }
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
  /** Why the deal can't wait for its stage; blank when it needn't. */
  readonly eligibilityOverride: string;
}

/** Hands a need to the program managers. */
export async function handToDesk(need: DeskNeed): Promise<void> {
  await askTheDesk({ ...need });
}

/** Keeps an advocate at hand, or lets go of it. */
export async function setFavourite(advocateId: string, isWanted: boolean): Promise<void> {
  await keepAtHand({ advocateId, isWanted });
}

/** Keeps a search; one of the same title is replaced. */
export function keepSearch(title: string, criteria: string): Promise<SavedSearch> {
  return saveSearch({ title, criteria });
}

/** Deletes a saved search. */
export async function dropSearch(searchId: string): Promise<void> {
  await forgetSearch({ searchId });
}

/** Reads the saved searches again. */
export async function refreshSearches(wired: unknown): Promise<void> {
  await refreshApex(wired);
}

/** Searches again, for instance when an ask has changed who can still be asked. */
export async function refreshMatches(wired: unknown): Promise<void> {
  await refreshApex(wired);
}
