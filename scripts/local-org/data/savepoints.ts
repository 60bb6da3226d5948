import type { Change, ChangeLog } from './change-events/change-log.ts';
import { PlatformError } from './errors.ts';
import type { Store } from './store/store.ts';

/** The savepoints of a transaction, which its store keeps; what its change events would tell goes back with them. */
export class Savepoints {
  readonly #store: Store;
  readonly #changes: ChangeLog;
  readonly #open: { readonly handle: number; readonly mark: readonly Change[] }[] = [];
  #count = 0;

  constructor(store: Store, changes: ChangeLog) {
    this.#store = store;
    this.#changes = changes;
  }

  set(): number {
    const handle = ++this.#count;
    this.#store.execute(`SAVEPOINT sp_${handle}`);
    this.#open.push({ handle, mark: this.#changes.mark });
    return handle;
  }

  /**
   * Undoes everything since a savepoint, which stays.
   * @returns false when the store itself has given up the whole transaction.
   * @throws PlatformError `INVALID_OPERATION` when the savepoint is gone.
   */
  goBackTo(handle: number): boolean {
    if (!this.#store.isUsable) {
      return false;
    }
    const place = this.#open.findIndex((each) => each.handle === handle);
    if (place < 0) {
      throw new PlatformError('INVALID_OPERATION', 'The savepoint is no longer valid: an earlier one was rolled back or it was released.');
    }
    this.#store.execute(`ROLLBACK TO sp_${handle}`);
    this.#open.length = place + 1;
    this.#changes.goBackTo(this.#open[place].mark);
    return true;
  }

  /** Forgets a savepoint and those set after it. */
  release(handle: number): void {
    const place = this.#open.findIndex((each) => each.handle === handle);
    if (place >= 0 && this.#store.isUsable) {
      this.#store.execute(`RELEASE sp_${handle}`);
      this.#open.length = place;
    }
  }
}
