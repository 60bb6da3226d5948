import type { SObjectRecord } from '../record.ts';
import type { ObjectDescription } from '../schema/description.ts';
import type { DmlOptions } from '../transaction.ts';
import { checkObjectAccess } from './access.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';

/** Deleted records as they are stored. */
export interface DeletedRecords {
  readonly stored: ReadonlyMap<string, SObjectRecord>;
  /** Whether the user could have deleted a record; asked only where sharing counts. */
  readonly isInReach: (id: string) => boolean;
}

/** Reads the records of rows that are to leave the recycle bin, one way or the other, for a user who may delete records of the object. */
export function loadDeleted(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[], options: DmlOptions): DeletedRecords {
  checkObjectAccess(context, object, 'delete', options);
  const stored = context.records.load(
    object,
    rows.map((row) => row.given.id as string),
  );
  const access = options.sharing ? context.security.accessToDeleted(context.transaction.userId, [...stored.keys()]) : undefined;
  return { stored, isInReach: (id) => access === undefined || access.get(id) === 'all' };
}
