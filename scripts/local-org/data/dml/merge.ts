import { PlatformError } from '../errors.ts';
import { SObjectRecord } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { quote, tableName } from '../store/columns.ts';
import type { DmlOptions } from '../transaction.ts';
import { checkObjectAccess, checkRecordAccess } from './access.ts';
import { markDeleted } from './delete.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, hasFailed } from './dml-context.ts';
import { runTriggers } from './run-triggers.ts';
import { loadOld, updateRows } from './update.ts';
import { rowsOf } from './statement.ts';

const MERGEABLE: ReadonlySet<string> = new Set(['Account', 'Case', 'Contact', 'Lead']);
const MOST_DUPLICATES = 2;

/**
 * Merges up to two records into the master: their children move to it without any child trigger, they go to the recycle bin with
 * `MasterRecordId` set. Gives the ids of the children that moved.
 */
export function mergeRow(context: DmlContext, masterRow: DmlRow, duplicateIds: readonly string[], options: DmlOptions): readonly string[] {
  const object = masterRow.given.description;
  if (!MERGEABLE.has(object.name)) {
    throw new PlatformError('INVALID_OPERATION', `Entity type does not support merge: ${object.name}`);
  }
  if (duplicateIds.length === 0 || duplicateIds.length > MOST_DUPLICATES) {
    throw new PlatformError('INVALID_OPERATION', 'Merge takes one or two duplicates beside the master record.');
  }
  checkObjectAccess(context, object, 'delete', options);
  const losers = rowsOf(duplicateIds.map((id) => new SObjectRecord(object, new Map([['id', id]]))));
  loadOld(context, object, losers);
  if (duplicateIds.includes(masterRow.given.id as string)) {
    fail(masterRow, 'INVALID_CROSS_REFERENCE_KEY', 'The master record can not be one of its own duplicates');
  }
  if (adopt(masterRow, losers)) {
    return [];
  }
  checkRecordAccess(context, losers, 'delete', options);
  runTriggers(context, 'before delete', losers);
  if (adopt(masterRow, losers)) {
    return [];
  }
  const moved: string[] = [];
  for (const loser of losers) {
    moved.push(...moveChildren(context, object, loser.old?.id as string, masterRow.given.id as string));
    retire(context, object, loser.old as SObjectRecord, masterRow.given.id as string);
  }
  context.changed(object);
  runTriggers(context, 'after delete', losers);
  if (adopt(masterRow, losers)) {
    return [];
  }
  updateRows(context, [masterRow], options);
  return moved;
}

/** The errors of the duplicates are the master's. */
function adopt(masterRow: DmlRow, losers: readonly DmlRow[]): boolean {
  if (!hasFailed(losers)) {
    return masterRow.errors.length > 0;
  }
  masterRow.errors.push(...losers.flatMap((loser) => loser.errors));
  return true;
}

function moveChildren(context: DmlContext, object: ObjectDescription, from: string, to: string): string[] {
  const moved: string[] = [];
  for (const { childObject, field } of object.childRelationships) {
    const child = context.schema.object(childObject) as ObjectDescription;
    if (field === 'MasterRecordId' || (child.kind === 'share' && field !== 'UserOrGroupId')) {
      continue;
    }
    const column = quote(field);
    const children = context.store.select(`SELECT "Id" FROM ${tableName(child)} WHERE ${column} = ?`, [from]);
    if (child.kind !== 'share') moved.push(...children.map(([id]) => id as string).filter((id) => id !== to));
    const notItself = child === object ? ' AND "Id" <> ?' : '';
    context.store.run(`UPDATE ${tableName(child)} SET ${column} = ? WHERE ${column} = ?${notItself}`, [
      to,
      from,
      ...(notItself === '' ? [] : [to]),
    ]);
    context.changed(child);
  }
  return moved;
}

function retire(context: DmlContext, object: ObjectDescription, loser: SObjectRecord, masterId: string): void {
  markDeleted(context, object, loser.id as string, true);
  const master = object.fields.get('masterrecordid') as FieldDescription;
  context.records.set(object, loser.id as string, master, masterId);
  loser.contents.set('isdeleted', true);
  loser.contents.set('masterrecordid', masterId);
}
