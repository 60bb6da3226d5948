import type { Transaction } from '../transaction.ts';
import { SYSTEM } from '../transaction.ts';

/** A record type of an object, as describes tell of it. */
export interface RecordTypeDescription {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly active: boolean;
  /** Whether it is the one that every object has, and that stands for none. */
  readonly master: boolean;
}

export const MASTER_RECORD_TYPE: RecordTypeDescription = {
  id: '012000000000000AAA',
  name: 'Master',
  developerName: 'Master',
  active: true,
  master: true,
};

/** The record types of an object, in the order of their names, and at last the one every object has. Each user may use every active one. */
export function recordTypesOf(transaction: Transaction, objectName: string): RecordTypeDescription[] {
  if (transaction.schema.object(objectName)?.fields.has('recordtypeid') !== true) return [MASTER_RECORD_TYPE];
  const restore = transaction.limits.fresh();
  try {
    const binds = new Map([['object', objectName]]);
    const soql = 'SELECT Id, Name, DeveloperName, IsActive FROM RecordType WHERE SobjectType = :object ORDER BY Name';
    const rows = transaction.query(soql, { ...SYSTEM, binds }).records.map((row) => ({
      id: row.id as string,
      name: row.get('Name') as string,
      developerName: row.get('DeveloperName') as string,
      active: row.get('IsActive') === true,
      master: false,
    }));
    return [...rows, MASTER_RECORD_TYPE];
  } finally {
    restore();
  }
}
