/** How long a statement waits for a row on the platform, in milliseconds, before it gives up. */
export const LONGEST_WAIT = 10_000;

/** Most rows whose release is remembered; more than that in the few seconds that matter are forgotten, oldest first. */
const MOST_ROWS = 100_000;

/**
 * Who held which row until when.
 *
 * On the platform transactions run side by side: one that asks for a row (FOR UPDATE, an update, a delete) waits until the one that has it
 * ends, at most ten seconds. Here they run one after another, so a row is always free by the time somebody asks. What is kept instead is
 * the time: a transaction that came in while another had the row would have waited from its asking to the other's end, and when that
 * is longer than ten seconds it is refused, as it would have been there.
 *
 * What differs, seen from outside:
 * - The refusal comes when the other transaction has ended, not at ten seconds: nothing is read or answered while one runs. A synchronous
 *   transaction is ended by its limit of ten seconds of CPU time, so this is seen beside jobs, which have sixty.
 * - Whoever wants other rows, or only reads, waits for the other transaction as well; it is not refused for that.
 * - Nobody can hold two rows crosswise, so there is no deadlock to be broken; and a child's parents are not locked with it.
 */
export class RowLocks {
  readonly #now: () => number;
  readonly #releasedAt = new Map<string, number>();

  /** @param now A clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The locks of a transaction that begins now and came in at `arrivedAt`. */
  begin(arrivedAt: number = this.#now()): TransactionLocks {
    return new TransactionLocks(this.#now, this.#releasedAt, arrivedAt);
  }
}

/** The rows that one transaction holds until it ends. */
export class TransactionLocks {
  readonly #now: () => number;
  readonly #releasedAt: Map<string, number>;
  readonly #held = new Set<string>();
  /** How far this transaction's own time is behind the clock: by the time it stood in line, less what it has spent waiting for rows. */
  #behind: number;

  constructor(now: () => number, releasedAt: Map<string, number>, arrivedAt: number) {
    this.#now = now;
    this.#releasedAt = releasedAt;
    this.#behind = Math.max(0, now() - arrivedAt);
  }

  /** Takes rows. Gives the one that another transaction had for too long; undefined when all of them are this one's. */
  take(ids: readonly string[]): string | undefined {
    for (const id of ids) {
      if (this.#held.has(id)) {
        continue;
      }
      const wait = (this.#releasedAt.get(id) ?? -Infinity) - (this.#now() - this.#behind);
      if (wait > LONGEST_WAIT) {
        this.#behind -= LONGEST_WAIT;
        return id;
      }
      this.#behind -= Math.max(0, wait);
      this.#held.add(id);
    }
    return undefined;
  }

  /** Lets every row go: the transaction has ended. */
  release(): void {
    const now = this.#now();
    for (const id of this.#held) {
      this.#releasedAt.delete(id);
      this.#releasedAt.set(id, now);
    }
    for (const id of this.#releasedAt.keys()) {
      if (this.#releasedAt.size <= MOST_ROWS) {
        return;
      }
      this.#releasedAt.delete(id);
    }
  }
}
