import type { ApexList } from '../../runtime/collections/list.ts';
import { CollectionIterator } from '../../runtime/collections/iterator.ts';
import type { LibraryClass } from '../declaration.ts';

/** A `Database.QueryLocator`: the rows of a query, read when it was made. */
export class QueryLocatorValue {
  readonly query: string;
  readonly records: ApexList;

  constructor(query: string, records: ApexList) {
    this.query = query;
    this.records = records;
  }
}

/** `Database.QueryLocator` and its iterator. */
export const queryLocatorClasses: readonly LibraryClass[] = [
  {
    name: 'Database.QueryLocator',
    isInstance: (value) => value instanceof QueryLocatorValue,
    members: {
      'String getQuery()': (self: QueryLocatorValue) => self.query,
      'Database.QueryLocatorIterator iterator()': (self: QueryLocatorValue) => self.records.iterator(),
    },
  },
  {
    name: 'Database.QueryLocatorIterator',
    implements: ['System.Iterator<SObject>'],
    isInstance: (value) => value instanceof CollectionIterator,
    members: {
      'Boolean hasNext()': (self: CollectionIterator) => self.hasNext(),
      'SObject next()': (self: CollectionIterator) => self.next(),
    },
  },
];
