/** What an advocate gave so far. */
export interface AdvocateGiven {
  readonly completed?: number | null;
  /** ISO day. */
  readonly lastTookPlaceOn?: string | null;
  readonly usesInQuarter?: number | null;
  readonly capacity?: number | null;
  readonly restDays?: number | null;
  /** ISO day. */
  readonly lastThankedOn?: string | null;
  /** What the customer was promised for the latest reference; only for whoever decides. */
  readonly lastPromise?: string | null;
}

/** One ask as its people see it; names no contact. Days are ISO days, moments ISO date-times. */
export interface AskView {
  readonly id: string;
  readonly name: string;
  /** A status of `Permission_Request__c`. */
  readonly status: string;
  readonly advocateId?: string | null;
  /** The number, such as ADV-000012. */
  readonly advocateName?: string | null;
  /** Role, industry and region. */
  readonly advocateSummary?: string | null;
  readonly accountId?: string | null;
  readonly accountName?: string | null;
  /** `null` when the reader can't open the deal. */
  readonly opportunityId?: string | null;
  readonly dealSummary?: string | null;
  readonly requestedById?: string | null;
  readonly requestedByName?: string | null;
  readonly approverId?: string | null;
  /** The approver or the queue. */
  readonly heldBy?: string | null;
  readonly routeReason?: string | null;
  /** When the present status began. */
  readonly since?: string | null;
  readonly submittedAt?: string | null;
  readonly answerDueAt?: string | null;
  readonly decidedAt?: string | null;
  readonly decidedByName?: string | null;
  readonly decisionReason?: string | null;
  readonly decisionNote?: string | null;
  readonly conditionNotBefore?: string | null;
  readonly conditionNote?: string | null;
  readonly activityType?: string | null;
  readonly needBy?: string | null;
  readonly context?: string | null;
  readonly valueToCustomer?: string | null;
  readonly automatic?: boolean | null;
  /** A release mode of `Advocate__c`. */
  readonly releaseMode?: string | null;
  readonly canDecide?: boolean | null;
  readonly canWithdraw?: boolean | null;
  readonly canRelease?: boolean | null;
  readonly canLog?: boolean | null;
  readonly canRate?: boolean | null;
  readonly activityStatus?: string | null;
  readonly scheduledAt?: string | null;
  readonly tookPlaceOn?: string | null;
  /** How many minutes of the customer's time this kind of reference takes. */
  readonly minutes?: number | null;
  /** How good it was for those who asked, 1 to 5. */
  readonly rating?: number | null;
  /** Place in the approver's queue, 1 for the next. */
  readonly queuePosition?: number | null;
  /** When a queued ask is expected to reach its approver. */
  readonly expectedAt?: string | null;
  /** 1 for the first choice, 2 for the first alternate. */
  readonly rank?: number | null;
  /** How many alternates would be asked after this one. */
  readonly alternatesWaiting?: number | null;
  /** Their companies, the next first. */
  readonly alternateNames?: readonly string[] | null;
  /** While the ask waits: hours in which its approver usually answers; nothing for fewer than five answers. */
  readonly answersWithinHours?: number | null;
  /** Not Asked, Asked, Agreed, Declined or No Answer. */
  readonly customerAnswer?: string | null;
  /** Why this advocate: the criteria of the need that the advocate meets. */
  readonly fit?: string | null;
  /** The number of the advocate offered instead. */
  readonly insteadName?: string | null;
  readonly given?: AdvocateGiven | null;
}

/** The person behind an approved ask, shown on demand and recorded. */
export interface ReleasedContact {
  readonly name: string;
  readonly title?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly releasedAt: string;
}
