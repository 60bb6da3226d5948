import type { Org } from '../data/org.ts';

/**
 * Lets an org live through its past: its clock is put back to a moment and goes on from there, so that records get the times that
 * they would have had. For filling a new org only: what was stored in the present before looks like the future then.
 */
export class OrgPast {
  readonly #org: Org;
  readonly #present: () => number;

  constructor(org: Org) {
    this.#org = org;
    this.#present = org.clock;
  }

  /** Puts the clock of the org to a moment. */
  goTo(moment: Date): void {
    const behind = this.#present() - moment.getTime();
    this.#org.clock = () => this.#present() - behind;
  }

  /** Brings the present back. */
  end(): void {
    this.#org.clock = this.#present;
  }
}
