/** Turns of the event loop that are looked back upon: a request is read at the latest in the second one after it came in. */
const TURNS_KEPT = 3;

/**
 * Tells how long ago a request may have come in. While a transaction runs nothing is read, so the time at which a request is read says
 * little: it came in at some time since the loop last looked. The earliest such time is taken.
 */
export class LoopTurns {
  readonly #now: () => number;
  #begins: number[] = [];
  #turnsLeft = 0;

  /** @param now A clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Notes that something is about to keep the loop busy. */
  busy(): void {
    if (this.#turnsLeft === 0) {
      this.#begins = [this.#now()];
      this.#waitForTurn();
    }
    this.#turnsLeft = TURNS_KEPT;
  }

  /** The earliest time at which what is begun now can have come in. */
  get earliestArrival(): number {
    return this.#begins[0] ?? this.#now();
  }

  #waitForTurn(): void {
    setImmediate(() => {
      this.#turnsLeft -= 1;
      if (this.#turnsLeft === 0) {
        this.#begins = [];
        return;
      }
      this.#begins = [...this.#begins, this.#now()].slice(-TURNS_KEPT);
      this.#waitForTurn();
    }).unref();
  }
}
