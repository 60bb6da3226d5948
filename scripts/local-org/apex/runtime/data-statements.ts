import { SObjectRecord } from '../../data/record.ts';
import type { DmlOptions } from '../../data/transaction.ts';
import { ApexList } from './collections/list.ts';
import { runUncharged } from './cpu.ts';
import { currentTransaction } from './current.ts';
import { raise, raiseNull } from './exception.ts';

type Mode = 'user' | 'system';

function options(mode: Mode, sharing: boolean): DmlOptions {
  return { mode, sharing: mode === 'user' || sharing, allOrNone: true };
}

function recordsOf(value: unknown): SObjectRecord[] {
  const rows = value instanceof ApexList ? value.elements : [value];
  return rows.map((row) => (row instanceof SObjectRecord ? row : raiseNull()));
}

/** The ids of rows, each a record or an id. Raises the exception of the call for one that has none. */
export function idsOf(rows: readonly unknown[], call: 'delete' | 'undelete' | 'merge'): string[] {
  return rows.map((row, index) => {
    const id = row instanceof SObjectRecord ? row.id : (row as string | null);
    const operation = `${call[0]?.toUpperCase() ?? ''}${call.slice(1)}`;
    const refusal = `MISSING_ARGUMENT, Id not specified in ${call === 'undelete' ? 'an' : 'a'} ${call} call: []`;
    return id ?? raise('System.DmlException', `${operation} failed. First exception on row ${index}; first error: ${refusal}`);
  });
}

/** `insert records;` */
export function insertRecords(value: unknown, mode: Mode, sharing: boolean): void {
  const records = recordsOf(value);
  runUncharged(() => currentTransaction().insert(records, options(mode, sharing)));
}

/** `update records;` */
export function updateRecords(value: unknown, mode: Mode, sharing: boolean): void {
  const records = recordsOf(value);
  runUncharged(() => currentTransaction().update(records, options(mode, sharing)));
}

/** `upsert records Key__c;` */
export function upsertRecords(value: unknown, mode: Mode, sharing: boolean, field: string): void {
  const records = recordsOf(value);
  runUncharged(() => currentTransaction().upsert(records, field, options(mode, sharing)));
}

/** `delete records;` */
export function deleteRecords(value: unknown, mode: Mode, sharing: boolean): void {
  const ids = idsOf(recordsOf(value), 'delete');
  runUncharged(() => currentTransaction().delete(ids, options(mode, sharing)));
}

/** `undelete records;` */
export function undeleteRecords(value: unknown, mode: Mode, sharing: boolean): void {
  const ids = idsOf(recordsOf(value), 'undelete');
  runUncharged(() => currentTransaction().undelete(ids, options(mode, sharing)));
}

/** `merge master duplicates;` */
export function mergeRecords(master: unknown, duplicates: unknown, mode: Mode, sharing: boolean): void {
  const [record] = recordsOf(master) as [SObjectRecord];
  const rows = duplicates instanceof ApexList ? duplicates.elements : [duplicates];
  const ids = rows.map((row) => (row instanceof SObjectRecord ? row.id : (row as string | null)) ?? raiseNull());
  runUncharged(() => currentTransaction().merge(record, ids, options(mode, sharing)));
}
