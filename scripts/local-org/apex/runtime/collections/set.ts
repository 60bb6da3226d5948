import { raiseNull } from '../exception.ts';
import { Entries } from './entries.ts';
import { CollectionIterator } from './iterator.ts';
import { CONTENT_KEY, keyText, SAME_ELEMENTS } from './key.ts';

/** An Apex `Set`: distinct elements by Apex equality, in the order of insertion. */
export class ApexSet implements Iterable<unknown> {
  readonly elementType: string;
  private readonly entries = new Entries<true>();

  constructor(elementType: string, elements: Iterable<unknown> = []) {
    this.elementType = elementType;
    for (const element of elements) {
      this.entries.set(element, true);
    }
  }

  get size(): number {
    return this.entries.size;
  }

  /** The elements as they are now. */
  get elements(): unknown[] {
    return this.entries.keys();
  }

  /** Adds an element and tells whether it is new. */
  add(value: unknown): boolean {
    return this.entries.set(value, true) === undefined;
  }

  /** Adds all and tells whether any is new. */
  addAll(values: Iterable<unknown> | null): boolean {
    const before = this.size;
    for (const value of [...(values ?? raiseNull())]) {
      this.entries.set(value, true);
    }
    return this.size > before;
  }

  contains(value: unknown): boolean {
    return this.entries.has(value);
  }

  containsAll(values: Iterable<unknown> | null): boolean {
    for (const value of values ?? raiseNull()) {
      if (!this.contains(value)) {
        return false;
      }
    }
    return true;
  }

  remove(value: unknown): boolean {
    return this.entries.delete(value) === true;
  }

  removeAll(values: Iterable<unknown> | null): boolean {
    const before = this.size;
    for (const value of [...(values ?? raiseNull())]) {
      this.entries.delete(value);
    }
    return this.size < before;
  }

  /** Keeps only the elements that are among `values`. */
  retainAll(values: Iterable<unknown> | null): boolean {
    const kept = new ApexSet(this.elementType, values ?? raiseNull());
    return this.removeAll(this.elements.filter((element) => !kept.contains(element)));
  }

  clear(): void {
    this.entries.clear();
  }

  iterator(): CollectionIterator {
    return new CollectionIterator(this.elements);
  }

  clone(): ApexSet {
    return new ApexSet(this.elementType, this.elements);
  }

  *[Symbol.iterator](): Generator<unknown> {
    for (const entry of this.entries) {
      yield entry.key;
    }
  }

  [SAME_ELEMENTS](other: object): boolean {
    return other instanceof ApexSet && other.size === this.size && this.containsAll(other.elements);
  }

  [CONTENT_KEY](): string {
    return `\u0000set(${this.elements.map(keyText).sort().join(',')})`;
  }
}
