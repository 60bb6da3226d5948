/** The governor limits of one transaction: what was used, what is allowed. `consume` throws when a limit is passed. */
export interface Limits {
  readonly used: Record<LimitName, number>;
  readonly allowed: Readonly<Record<LimitName, number>>;
  /** Adds to a counter; throws `LimitExceeded` (an uncatchable `System.LimitException` in Apex) when it passes what is allowed. */
  consume(name: LimitName, amount: number): void;
  /** Notes what is used now, and gives the way to return to it: a call of which only the good rows are kept counts its last attempt. */
  mark(): () => void;
  /**
   * Begins a fresh set of counters (`Test.startTest`), for a job of a test with what a job is allowed, and gives back the way to return to
   * the ones before (`Test.stopTest`).
   */
  fresh(allowed?: Readonly<Record<LimitName, number>>): () => void;
}

export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'aggregateQueries'
  | 'soslQueries'
  | 'dmlStatements'
  | 'dmlRows'
  | 'cpuMilliseconds'
  | 'heapBytes'
  | 'callouts'
  | 'emails'
  | 'futureCalls'
  | 'queueableJobs'
  | 'publishImmediate'
  | 'mobilePush';
