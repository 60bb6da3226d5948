import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** About how many bytes a value takes in JavaScript for each byte that the platform counts for it. */
const BYTES_A_BYTE = 4;

/** By how many times the limit the heap may grow, garbage included, before it is worth finding out how much of that is in use. */
const WORTH_A_LOOK = 20;

let collect: (() => void) | undefined;

/** Throws garbage away, now. */
function collectGarbage(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}

/**
 * Measures what one transaction keeps in memory. The platform counts the bytes of every value; here the heap of the whole process is
 * looked at, before and now, which is rough: code that stays well below the limit passes and code that fills the memory is stopped, but
 * nothing can be said about code near the limit.
 */
export class HeapGauge {
  readonly #before = getHeapStatistics().used_heap_size;
  #lookAt: number | undefined;

  /** What `Limits.getHeapSize` says: a rough measure that includes garbage, in the platform's bytes. */
  get estimate(): number {
    return Math.max(0, Math.round(this.#growth / (BYTES_A_BYTE * WORTH_A_LOOK)));
  }

  get #growth(): number {
    return getHeapStatistics().used_heap_size - this.#before;
  }

  /** How much is in use, in the platform's bytes: 0 as long as it can't be much. */
  held(limit: number): number {
    this.#lookAt ??= limit * WORTH_A_LOOK;
    if (this.#growth < this.#lookAt) {
      return 0;
    }
    collectGarbage();
    const growth = this.#growth;
    this.#lookAt = Math.max(growth, 0) + limit * WORTH_A_LOOK;
    return Math.round(growth / BYTES_A_BYTE);
  }
}
