import type { SearchOptions } from '../../../data/transaction.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { runUncharged } from '../../runtime/cpu.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raiseNull } from '../../runtime/exception.ts';
import { isRunningTest } from '../../runtime/async.ts';
import type { SObjectRecord } from '../../../data/record.ts';
import { accessOf } from '../database/access.ts';
import type { AccessLevelValue } from '../database/access.ts';
import type { LibraryClass } from '../declaration.ts';

const FIXED = Symbol('fixed search results');

/** What searches of the running test find: `Test.setFixedSearchResults`. */
export function setFixedSearchResults(ids: ApexList | null): void {
  currentTransaction().state.set(FIXED, (ids ?? raiseNull('Argument 1 cannot be null')).elements);
}

/** Runs a search for Apex code: a list of records for each object. In a test it finds what the test has fixed, else nothing. */
export function searchLists(sosl: string, options: Omit<SearchOptions, 'fixedIds'>): ApexList {
  const transaction = currentTransaction();
  const fixedIds = isRunningTest() ? ((transaction.state.get(FIXED) as readonly string[] | undefined) ?? []) : undefined;
  const found = runUncharged(() => transaction.search(sosl, { ...options, ...(fixedIds && { fixedIds }) }));
  const lists = found.map(({ query, records }) => {
    const type = transaction.schema.object(query.from.text)?.name ?? 'SObject';
    return new ApexList(type, [...records]);
  });
  return new ApexList('List<SObject>', lists);
}

function searchText(sosl: string | null, level: AccessLevelValue | null): ApexList {
  return searchLists(sosl ?? raiseNull('Argument 1 cannot be null'), accessOf(level));
}

/** A `Search.SearchResults`: what was found, by object. */
class SearchResultsValue {
  readonly lists: readonly ApexList[];

  constructor(lists: readonly ApexList[]) {
    this.lists = lists;
  }

  of(objectName: string | null): ApexList {
    const list = this.lists.find(({ elementType }) => elementType.toLowerCase() === objectName?.toLowerCase());
    return new ApexList(
      'Search.SearchResult',
      (list?.elements ?? []).map((record) => new SearchResultValue(record as SObjectRecord)),
    );
  }
}

/** A `Search.SearchResult`: one record that was found. */
class SearchResultValue {
  readonly record: SObjectRecord;

  constructor(record: SObjectRecord) {
    this.record = record;
  }
}

function find(sosl: string | null, level: AccessLevelValue | null = null): SearchResultsValue {
  return new SearchResultsValue(searchText(sosl, level).elements as ApexList[]);
}

/** `System.Search` and the namespace `Search`. */
export const classes: readonly LibraryClass[] = [
  {
    name: 'System.Search',
    members: {
      'static List<List<SObject>> query(String sosl)': (sosl: string | null) => searchText(sosl, null),
      'static List<List<SObject>> query(String sosl, System.AccessLevel level)': searchText,
      'static Search.SearchResults find(String sosl)': (sosl: string | null) => find(sosl),
      'static Search.SearchResults find(String sosl, System.AccessLevel level)': find,
    },
  },
  {
    name: 'Search.SearchResults',
    isInstance: (value) => value instanceof SearchResultsValue,
    members: {
      'List<Search.SearchResult> get(String objectName)': (self: SearchResultsValue, objectName: string | null) => self.of(objectName),
    },
  },
  {
    name: 'Search.SearchResult',
    isInstance: (value) => value instanceof SearchResultValue,
    members: { 'SObject getSObject()': ({ record }: SearchResultValue) => record },
  },
];
