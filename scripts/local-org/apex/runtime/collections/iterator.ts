import { raise } from '../exception.ts';

/** What `iterator()` of a list or set gives: an Apex `Iterator` over the elements as they were. */
export class CollectionIterator {
  private readonly elements: readonly unknown[];
  private position = 0;

  constructor(elements: readonly unknown[]) {
    this.elements = elements;
  }

  hasNext(): boolean {
    return this.position < this.elements.length;
  }

  next(): unknown {
    if (!this.hasNext()) {
      raise('System.NoSuchElementException', 'Iterator has no more elements.');
    }
    this.position += 1;
    return this.elements[this.position - 1];
  }
}
