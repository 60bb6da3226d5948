import { SObjectRecord } from '../../data/record.ts';
import type { Value } from '../../data/record.ts';
import type { QueryOutcome } from '../../data/transaction.ts';
import { bindValue } from '../library/database/dynamic-query.ts';
import { searchLists } from '../library/search/index.ts';
import { classInfoOf, instanceFields } from './class-info.ts';
import { ApexList } from './collections/list.ts';
import { runUncharged } from './cpu.ts';
import { currentTransaction } from './current.ts';
import { raise, raiseNull } from './exception.ts';
import { readField } from './sobject-access.ts';

type Binds = Readonly<Record<string, unknown>> | null;

function valuesOf(binds: Binds): Map<string, Value | readonly Value[]> {
  const values = new Map<string, Value | readonly Value[]>();
  for (const [name, value] of Object.entries(binds ?? {})) {
    values.set(name, bindValue(value));
  }
  return values;
}

function run(text: string, binds: Binds, sharing: boolean): QueryOutcome {
  const values = valuesOf(binds);
  return runUncharged(() => currentTransaction().query(text, { mode: 'system', sharing, binds: values }));
}

/** Inline SOSL. */
export function search(text: string, binds: Binds, sharing: boolean): ApexList {
  return searchLists(text, { mode: 'system', sharing, binds: valuesOf(binds) });
}

/** Inline SOQL for records. */
export function query(text: string, binds: Binds, sharing: boolean, rowType: string): ApexList {
  return new ApexList(rowType, run(text, binds, sharing).records);
}

/** Inline `SELECT COUNT()`. */
export function count(text: string, binds: Binds, sharing: boolean): number {
  return run(text, binds, sharing).totalSize;
}

/** The only row of a query that stands where a record is expected. */
export function onlyRow(rows: ApexList): SObjectRecord {
  if (rows.size === 0) {
    raise('System.QueryException', 'List has no rows for assignment to SObject');
  }
  if (rows.size > 1) {
    raise('System.QueryException', 'List has more than 1 row for assignment to SObject');
  }
  return rows.elements[0] as SObjectRecord;
}

/** Rows in lists of 200, for `for (List<X> rows : [SELECT ...])`. */
export function* chunks(rows: ApexList | null): Iterable<ApexList> {
  const { elements, elementType } = rows ?? raiseNull();
  for (let from = 0; from < elements.length; from += 200) {
    yield new ApexList(elementType, elements.slice(from, from + 200));
  }
}

/** How `Database.query` reads the variables that binds name: `:ids`, `:filter.name`. Undefined for one that does not exist. */
export function bindReader(readers: Readonly<Record<string, () => unknown>>): (text: string) => unknown {
  return (text) => {
    const [first, ...path] = text
      .toLowerCase()
      .split('.')
      .filter((part, index) => index > 0 || part !== 'this');
    const read = first === undefined ? undefined : readers[first];
    return read && path.reduce<unknown>(member, read());
  };
}

function member(value: unknown, name: string): unknown {
  if (value instanceof SObjectRecord) {
    return readField(value, name);
  }
  const info = classInfoOf(value);
  const field = info && instanceFields(info).find((candidate) => candidate.name.toLowerCase() === name);
  return field && (value as Record<string, unknown>)[field.key];
}
