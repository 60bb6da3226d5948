import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The name of the file, in the data folder, that keeps how far the clock is ahead. */
export const CLOCK_FILE = 'clock.json';

const HOUR = 3_600_000;
/** A year: far enough for whatever waits for a date. */
const FARTHEST_STEP = 366 * 24 * HOUR;

/**
 * The org's clock: the computer's, ahead by as much as somebody has moved it. It only goes forward, as records carry its times, and it
 * stays ahead over a restart for the same reason.
 */
export class MovableClock {
  readonly #file: string | undefined;
  readonly #present: () => number;
  #ahead: number;

  /**
   * @param file where to keep how far it is ahead; absent for an org in memory.
   * @param present the computer's clock, in milliseconds since the epoch.
   */
  constructor(file?: string, present: () => number = () => Date.now()) {
    this.#file = file;
    this.#present = present;
    this.#ahead = file !== undefined && existsSync(file) ? readAhead(file) : 0;
  }

  /** Milliseconds since the epoch. */
  readonly now = (): number => this.#present() + this.#ahead;

  /** How many milliseconds it is ahead of the computer's clock. */
  get ahead(): number {
    return this.#ahead;
  }

  /**
   * Moves forward, an hour at a time, and has the jobs that become due run on the way.
   * @param runDueJobs runs what is due now and says how many jobs that were.
   * @returns how many jobs ran.
   * @throws RangeError when it is no way forward of at most a year.
   */
  advance(milliseconds: number, runDueJobs: () => number): number {
    if (!(milliseconds > 0 && milliseconds <= FARTHEST_STEP)) {
      throw new RangeError('The clock moves forward, by at most a year at a time.');
    }
    const goal = this.#ahead + milliseconds;
    let jobs = 0;
    while (this.#ahead < goal) {
      this.#ahead = Math.min(goal, this.#ahead + HOUR);
      jobs += runDueJobs();
    }
    if (this.#file !== undefined) writeFileSync(this.#file, `${JSON.stringify({ aheadMilliseconds: this.#ahead })}\n`);
    return jobs;
  }
}

function readAhead(file: string): number {
  try {
    const { aheadMilliseconds } = JSON.parse(readFileSync(file, 'utf8')) as { aheadMilliseconds: number };
    if (Number.isFinite(aheadMilliseconds) && aheadMilliseconds >= 0) return aheadMilliseconds;
    throw new SyntaxError('aheadMilliseconds is no number of milliseconds');
  } catch (cause) {
    throw new Error(`${file} does not say how far the clock is ahead; remove the file and start again.`, { cause });
  }
}
