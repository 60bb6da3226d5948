import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';

/** The most rows that one fetch gives. */
const LARGEST_FETCH = 2000;

/** A `Database.Cursor` or `Database.PaginationCursor`: the rows of a query, read when it was made and handed out in parts. */
export class CursorValue {
  readonly records: ApexList;
  readonly paginates: boolean;

  constructor(records: ApexList, paginates: boolean) {
    this.records = records;
    this.paginates = paginates;
  }

  fetch(position: number, count: number): ApexList {
    const { elements, elementType } = this.records;
    if (position < 0 || count < 0 || position + count > elements.length || count > LARGEST_FETCH) {
      return raise('System.InvalidParameterValueException', `Invalid position or count: ${position}, ${count}`);
    }
    return this.#part(elementType, elements.slice(position, position + count));
  }

  page(start: number, size: number): FetchedPage {
    const { elements, elementType } = this.records;
    if (start < 0 || size < 1 || size > LARGEST_FETCH) {
      return raise('System.InvalidParameterValueException', `Invalid start or page size: ${start}, ${size}`);
    }
    const records = this.#part(elementType, elements.slice(start, start + size));
    return new FetchedPage(records, start + records.elements.length);
  }

  #part(elementType: string, elements: unknown[]): ApexList {
    currentTransaction().limits.consume('queries', 1);
    currentTransaction().limits.consume('queryRows', elements.length);
    return new ApexList(elementType, elements);
  }
}

/** A `Database.CursorFetchResult`. Rows deleted since the cursor was made are not told from others here: the rows are those of then. */
class FetchedPage {
  readonly records: ApexList;
  readonly nextIndex: number;

  constructor(records: ApexList, nextIndex: number) {
    this.records = records;
    this.nextIndex = nextIndex;
  }
}

/** Cursors over the rows of a query. */
export const cursorClasses: readonly LibraryClass[] = [
  {
    name: 'Database.Cursor',
    isInstance: (value) => value instanceof CursorValue && !value.paginates,
    members: {
      'List<SObject> fetch(Integer position, Integer count)': (self: CursorValue, position: number, count: number) =>
        self.fetch(position, count),
      'Integer getNumRecords()': (self: CursorValue) => self.records.elements.length,
    },
  },
  {
    name: 'Database.PaginationCursor',
    isInstance: (value) => value instanceof CursorValue && value.paginates,
    members: {
      'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)': (self: CursorValue, start: number, size: number) =>
        self.page(start, size),
      'Integer getNumRecords()': (self: CursorValue) => self.records.elements.length,
    },
  },
  {
    name: 'Database.CursorFetchResult',
    isInstance: (value) => value instanceof FetchedPage,
    members: {
      'Integer getNextIndex()': (self: FetchedPage) => self.nextIndex,
      'Integer getNumDeletedRecords()': () => 0,
      'List<SObject> getRecords()': (self: FetchedPage) => self.records,
      'Boolean isDone()': () => true,
    },
  },
];
