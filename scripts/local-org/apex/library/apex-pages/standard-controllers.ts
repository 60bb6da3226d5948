import type { SObjectRecord } from '../../../data/record.ts';
import { SYSTEM } from '../../../data/transaction.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import type { QueryLocatorValue } from '../database/query-locator.ts';
import { PageReferenceValue } from '../system/page-reference.ts';

const DEFAULT_PAGE_SIZE = 20;

/** An `ApexPages.StandardController`: one record. */
class StandardController {
  readonly record: SObjectRecord;

  constructor(record: SObjectRecord) {
    this.record = record;
  }

  get page(): PageReferenceValue {
    return new PageReferenceValue(`/${this.record.id ?? ''}`);
  }

  save(): PageReferenceValue {
    const transaction = currentTransaction();
    const options = { ...SYSTEM, allOrNone: true };
    if (this.record.id === null) transaction.insert([this.record], options);
    else transaction.update([this.record], options);
    return this.page;
  }

  delete(): PageReferenceValue {
    const { id, description } = this.record;
    currentTransaction().delete([id ?? raiseNull()], { ...SYSTEM, allOrNone: true });
    return new PageReferenceValue(`/${description.keyPrefix}`);
  }
}

/** An `ApexPages.StandardSetController`: records in pages, some of them selected. */
class StandardSetController {
  readonly records: ApexList;
  selected: ApexList;
  pageSize = DEFAULT_PAGE_SIZE;
  pageNumber = 1;

  constructor(records: ApexList) {
    this.records = records;
    this.selected = new ApexList(records.elementType);
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.records.elements.length / this.pageSize));
  }

  get shown(): ApexList {
    const first = (this.pageNumber - 1) * this.pageSize;
    return new ApexList(this.records.elementType, this.records.elements.slice(first, first + this.pageSize));
  }

  turnTo(page: number): void {
    this.pageNumber = Math.min(Math.max(1, page), this.pages);
  }

  save(): PageReferenceValue {
    const changed = (this.selected.elements.length > 0 ? this.selected : this.shown).elements as SObjectRecord[];
    currentTransaction().update(changed, { ...SYSTEM, allOrNone: true });
    return new PageReferenceValue('/home/home.jsp');
  }
}

type One = StandardController;
type Several = StandardSetController;

const addFields = (): never => raise('System.SObjectException', "You cannot call addFields after you've already loaded the data");

/** The standard controllers, as controller extensions use them. */
export const standardControllerClasses: readonly LibraryClass[] = [
  {
    name: 'ApexPages.StandardController',
    isInstance: (value) => value instanceof StandardController,
    members: {
      'new(SObject record)': (record: SObjectRecord | null) => new StandardController(record ?? raiseNull('Argument 1 cannot be null')),
      'void addFields(List<String> fields)': addFields,
      'PageReference cancel()': (self: One) => self.page,
      'PageReference delete()': (self: One) => self.delete(),
      'PageReference edit()': (self: One) => new PageReferenceValue(`/${self.record.id ?? ''}/e`),
      'String getId()': (self: One) => self.record.id,
      'SObject getRecord()': (self: One) => self.record,
      'PageReference save()': (self: One) => self.save(),
      'PageReference view()': (self: One) => self.page,
    },
  },
  {
    name: 'ApexPages.StandardSetController',
    isInstance: (value) => value instanceof StandardSetController,
    members: {
      'new(List<SObject> records)': (records: ApexList | null) =>
        new StandardSetController(records ?? raiseNull('Argument 1 cannot be null')),
      'new(Database.QueryLocator locator)': (locator: QueryLocatorValue | null) =>
        new StandardSetController((locator ?? raiseNull('Argument 1 cannot be null')).records),
      'void addFields(List<String> fields)': addFields,
      'PageReference cancel()': () => new PageReferenceValue('/home/home.jsp'),
      'void first()': (self: Several) => self.turnTo(1),
      'Boolean getCompleteResult()': () => true,
      'Boolean getHasNext()': (self: Several) => self.pageNumber < self.pages,
      'Boolean getHasPrevious()': (self: Several) => self.pageNumber > 1,
      'Integer getPageNumber()': (self: Several) => self.pageNumber,
      'Integer getPageSize()': (self: Several) => self.pageSize,
      'SObject getRecord()': (self: Several) => self.shown.elements[0] ?? null,
      'List<SObject> getRecords()': (self: Several) => self.shown,
      'Integer getResultSize()': (self: Several) => self.records.elements.length,
      'List<SObject> getSelected()': (self: Several) => self.selected,
      'void last()': (self: Several) => self.turnTo(self.pages),
      'void next()': (self: Several) => self.turnTo(self.pageNumber + 1),
      'void previous()': (self: Several) => self.turnTo(self.pageNumber - 1),
      'PageReference save()': (self: Several) => self.save(),
      'void setPageNumber(Integer number)': (self: Several, number: number) => self.turnTo(number),
      'void setPageSize(Integer size)': (self: Several, size: number): void => {
        self.pageSize = size;
      },
      'void setSelected(List<SObject> records)': (self: Several, records: ApexList | null): void => {
        self.selected = records ?? raiseNull('Argument 1 cannot be null');
      },
    },
  },
];
