/** What the figures about the program are computed from. All days are ISO days in the org's time zone; all keys are record ids. */

/** A reference that qualifies as used on a deal. */
export interface Use {
  /** The activity, counted once a deal. */
  readonly activity: string;
  readonly advocate: string;
  readonly usedOn: string;
  /** Written down after the deal was closed, when its outcome was known. */
  readonly late: boolean;
}

/** A deal. */
export interface Deal {
  readonly key: string;
  readonly name: string;
  readonly owner: string;
  readonly ownerName: string;
  /** In the deal's currency, at most two decimals; `null` when nobody has said. */
  readonly amount: number | string | null;
  readonly currencyCode: string;
  readonly closeDate: string;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  /** The industry of its account; empty when not stated. */
  readonly segment: string;
  /** The employees of its account, in bands; empty when not stated. */
  readonly sizeBand: string;
  /** When it first reached the policy's stage or a later one; `null` when it never did. */
  readonly reachedOn: string | null;
  /** When its stage last changed, of a closed deal; `null` while it is open. */
  readonly closedOn: string | null;
  /** References used on it that qualify, by day of use. */
  readonly uses: readonly Use[];
  /** Whether somebody has answered "was a reference used?", by recording a use or by saying so. */
  readonly answered: boolean;
}

/** A need for references. */
export interface Need {
  readonly key: string;
  readonly name: string;
  /** The deal, or `null`. */
  readonly deal: string | null;
  readonly requester: string;
  readonly createdOn: string;
  readonly needBy: string | null;
  readonly needed: number;
  readonly status: string;
  /** The days on which references for it took place. */
  readonly tookPlaceOn: readonly string[];
}

/** One ask. Moments are milliseconds since 1970, `null` when they did not come. */
export interface Ask {
  readonly key: string;
  readonly name: string;
  readonly need: string | null;
  readonly advocate: string | null;
  readonly status: string;
  /** Approved without asking anybody: own customer or standing consent. */
  readonly automatic: boolean;
  readonly submittedAt: number | null;
  readonly submittedOn: string | null;
  readonly askedAt: number | null;
  readonly dueAt: number | null;
  readonly dueOn: string | null;
  readonly decidedAt: number | null;
}

/** Somebody who may vouch. */
export interface Advocate {
  readonly key: string;
  readonly name: string;
  readonly account: string;
  readonly accountName: string;
  readonly segment: string;
  readonly isActive: boolean;
  /** Uses in any 90 days, their own limit or the policy's. */
  readonly usesPerQuarter: number;
  readonly quietUntil: string | null;
}

/** All of it, as it stands at a moment. */
export interface Facts {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly today: string;
  readonly deals: readonly Deal[];
  readonly needs: readonly Need[];
  readonly asks: readonly Ask[];
  readonly advocates: readonly Advocate[];
  /** Uses in any 90 days that all advocates of one account may give together. */
  readonly usesPerAccount: number;
}
