import { raise, raiseNull } from '../exception.ts';
import { invoke } from '../invoke.ts';
import { valuesAreSame } from '../equality.ts';
import { CollectionIterator } from './iterator.ts';
import { CONTENT_KEY, keyText, SAME_ELEMENTS } from './key.ts';
import { sortElements } from './sort.ts';

/** An Apex `List`: elements in order, with the platform's messages where an index is out of bounds. */
export class ApexList implements Iterable<unknown> {
  elements: unknown[];
  /** In canonical form: `Account`, `Map<Id,String>`. */
  readonly elementType: string;
  private iterating = 0;

  constructor(elementType: string, elements: unknown[] = []) {
    this.elementType = elementType;
    this.elements = elements;
  }

  /** A list of a given number of nulls: `new Integer[5]`. */
  static ofSize(elementType: string, size: number): ApexList {
    return new ApexList(elementType, new Array<unknown>(size).fill(null));
  }

  get size(): number {
    return this.elements.length;
  }

  get(index: number | null): unknown {
    return this.elements[this.checked(index)];
  }

  set(index: number | null, value: unknown): void {
    this.elements[this.checked(index)] = value;
  }

  add(value: unknown): void {
    this.refuseWhileIterating();
    this.elements.push(value);
  }

  /** Unlike the other changes, the platform lets this one pass while the list is walked. */
  insert(index: number | null, value: unknown): void {
    if (index !== this.elements.length) {
      this.checked(index);
    }
    this.elements.splice(index as number, 0, value);
  }

  addAll(values: Iterable<unknown> | null): void {
    this.refuseWhileIterating();
    // Copied first: a list may be added to itself.
    for (const value of [...(values ?? raiseNull())]) {
      this.elements.push(value);
    }
  }

  remove(index: number | null): unknown {
    const place = this.checked(index);
    this.refuseWhileIterating();
    return this.elements.splice(place, 1)[0];
  }

  clear(): void {
    this.refuseWhileIterating();
    this.elements = [];
  }

  contains(value: unknown): boolean {
    return this.indexOf(value) >= 0;
  }

  indexOf(value: unknown): number {
    return this.elements.findIndex((element) => valuesAreSame(element, value));
  }

  /** Sorts by the elements' own order: primitives, `Comparable`, records; nulls first. */
  sort(): void {
    this.refuseWhileIterating();
    sortElements(this.elements);
  }

  /** Sorts by an Apex `Comparator`. */
  sortBy(comparator: unknown): void {
    this.refuseWhileIterating();
    this.elements.sort((left, right) => invoke(comparator, 'compare', [left, right]) as number);
  }

  iterator(): CollectionIterator {
    return new CollectionIterator(this.elements);
  }

  clone(): ApexList {
    return new ApexList(this.elementType, [...this.elements]);
  }

  *[Symbol.iterator](): Generator<unknown> {
    this.iterating += 1;
    try {
      yield* this.elements;
    } finally {
      this.iterating -= 1;
    }
  }

  [SAME_ELEMENTS](other: object): boolean {
    return (
      other instanceof ApexList &&
      other.size === this.size &&
      this.elements.every((element, index) => valuesAreSame(element, other.elements[index]))
    );
  }

  [CONTENT_KEY](): string {
    return `\u0000list(${this.elements.map(keyText).join(',')})`;
  }

  private checked(index: number | null): number {
    if (index === null) {
      return raiseNull();
    }
    if (index < 0 || index >= this.elements.length) {
      raise('System.ListException', `List index out of bounds: ${index}`);
    }
    return index;
  }

  private refuseWhileIterating(): void {
    if (this.iterating > 0) {
      raise('System.FinalException', 'Cannot modify a collection while it is being iterated.');
    }
  }
}
