import { makeId } from '../values/id.ts';
import type { Store } from './store.ts';

/**
 * Counters for record ids and auto numbers. As on the platform a number that was handed out is not given again, even when its
 * transaction is rolled back; they are written down when one commits.
 */
export class Sequences {
  readonly #store: Store;
  readonly #last = new Map<string, number>();
  readonly #changed = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
    for (const [name, last] of store.select('SELECT name, last FROM "_sequence"')) {
      this.#last.set(name as string, Number(last));
    }
  }

  /** The next number of a counter, from 1. */
  next(name: string): number {
    const number = (this.#last.get(name) ?? 0) + 1;
    this.#last.set(name, number);
    this.#changed.add(name);
    return number;
  }

  /** The id of the next record of an object, by its key prefix. */
  nextId(prefix: string): string {
    return makeId(prefix, this.next(`id:${prefix}`));
  }

  /** Writes what has changed; called inside the transaction that is about to commit. */
  save(): void {
    for (const name of this.#changed) {
      this.#store.run('INSERT OR REPLACE INTO "_sequence" (name, last) VALUES (?, ?)', [name, this.#last.get(name) as number]);
    }
    this.#changed.clear();
  }
}
