import { hasMethod, invoke } from '../invoke.ts';
import { raise } from '../exception.ts';
import { keyOf } from './key.ts';

interface Entry<V> {
  readonly key: unknown;
  value: V;
}

/**
 * Keys with values in the order of insertion, found by Apex equality: the common part of sets and maps. Objects whose class declares
 * `equals` and `hashCode` are compared by these.
 */
export class Entries<V> {
  private readonly entries = new Map<unknown, Entry<V>>();
  /** Objects with an equality of their own, by hash code. */
  private byHashCode: Map<unknown, object[]> | undefined;
  private iterating = 0;

  get size(): number {
    return this.entries.size;
  }

  has(key: unknown): boolean {
    return this.entries.has(this.find(key));
  }

  get(key: unknown): V | undefined {
    return this.entries.get(this.find(key))?.value;
  }

  /** Sets the value of a key and gives the one before, or undefined when the key is new. */
  set(key: unknown, value: V): V | undefined {
    const found = this.find(key, true);
    const entry = this.entries.get(found);
    if (entry) {
      const before = entry.value;
      entry.value = value;
      return before;
    }
    this.refuseWhileIterating();
    this.entries.set(found, { key, value });
    return undefined;
  }

  /** Removes a key and gives its value, or undefined when there was none. */
  delete(key: unknown): V | undefined {
    const found = this.find(key);
    const entry = this.entries.get(found);
    if (!entry) {
      return undefined;
    }
    this.refuseWhileIterating();
    this.entries.delete(found);
    this.forget(found);
    return entry.value;
  }

  clear(): void {
    this.refuseWhileIterating();
    this.entries.clear();
    this.byHashCode = undefined;
  }

  *[Symbol.iterator](): Generator<Entry<V>> {
    this.iterating += 1;
    try {
      yield* this.entries.values();
    } finally {
      this.iterating -= 1;
    }
  }

  /** The keys as they are now, free to be walked while the collection changes. */
  keys(): unknown[] {
    const keys: unknown[] = [];
    for (const entry of this.entries.values()) {
      keys.push(entry.key);
    }
    return keys;
  }

  values(): V[] {
    const values: V[] = [];
    for (const entry of this.entries.values()) {
      values.push(entry.value);
    }
    return values;
  }

  private find(key: unknown, adding = false): unknown {
    if (typeof key !== 'object' || key === null) {
      return key;
    }
    const content = keyOf(key);
    if (content !== key || !hasMethod(key, 'hashCode', 0) || !hasMethod(key, 'equals', 1)) {
      return content;
    }
    const hash = invoke(key, 'hashCode', []);
    const alike = this.byHashCode?.get(hash);
    const equal = alike?.find((other) => other === key || invoke(key, 'equals', [other]) === true);
    if (equal) {
      return equal;
    }
    if (adding) {
      this.byHashCode ??= new Map();
      this.byHashCode.set(hash, [...(alike ?? []), key]);
    }
    return key;
  }

  private forget(key: unknown): void {
    for (const [hash, alike] of this.byHashCode ?? []) {
      const rest = alike.filter((other) => other !== key);
      if (rest.length < alike.length) {
        this.byHashCode?.set(hash, rest);
      }
    }
  }

  private refuseWhileIterating(): void {
    if (this.iterating > 0) {
      raise('System.FinalException', 'Cannot modify a collection while it is being iterated.');
    }
  }
}
