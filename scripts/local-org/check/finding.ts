/** Something that a check found: where, and what. */
export interface Finding {
  /** Absolute. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** What a check has to say: its findings, and a sentence when it could not be done. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Why the check, or a part of it, was left out. */
  readonly leftOut?: string;
}
