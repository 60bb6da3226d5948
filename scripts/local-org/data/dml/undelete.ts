import type { SObjectRecord } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { quote, tableName } from '../store/columns.ts';
import type { DmlOptions } from '../transaction.ts';
import { behaviourOf } from './behaviours/index.ts';
import { markDeleted } from './delete.ts';
import { isErased } from './empty-recycle-bin.ts';
import { loadDeleted } from './deleted-records.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, good, hasFailed } from './dml-context.ts';
import { fillInFormulas } from './formula-fields.ts';
import { noteChanges } from '../change-events/change-log.ts';
import { runTriggers } from './run-triggers.ts';
import { rollUp } from './roll-up.ts';
import { checkUnique } from './unique.ts';

/** Takes records of one object out of the recycle bin, with the children and lookups that went with them. */
export function undeleteRows(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  const object = rows[0].given.description;
  const { stored, isInReach } = loadDeleted(context, object, rows, options);
  for (const row of rows) {
    const record = stored.get(row.given.id as string);
    if (record === undefined) {
      fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    } else if (
      record.contents.get('isdeleted') !== true ||
      wentWithAnother(context, record.id as string) ||
      isErased(context, record.id as string)
    ) {
      fail(row, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
    } else if (!isInReach(record.id as string)) {
      fail(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    } else {
      row.record = record;
    }
  }
  checkUnique(context, object, good(rows));
  if (hasFailed(rows)) {
    return;
  }
  for (const row of rows) {
    restore(context, row.record);
  }
  context.changed(object);
  behaviourOf(object).afterDelete?.(context, rows);
  fillInFormulas(context, rows);
  runTriggers(context, 'after undelete', rows);
  if (!hasFailed(rows)) {
    rollUp(context, object, rows);
    noteChanges(context, rows, 'UNDELETE');
  }
}

/** What went with its parent comes back with it, and not by itself. */
function wentWithAnother({ store }: DmlContext, id: string): boolean {
  return store.select('SELECT 1 FROM "_deletion" WHERE record = ? AND root <> ? AND field IS NULL LIMIT 1', [id, id]).length > 0;
}

function restore(context: DmlContext, record: SObjectRecord): void {
  const root = record.id as string;
  markDeleted(context, record.description, root, false);
  record.contents.set('isdeleted', false);
  const notes = context.store.select('SELECT object, record, field, target FROM "_deletion" WHERE root = ?', [root]) as [
    string,
    string,
    string | null,
    string | null,
  ][];
  for (const [objectName, id, fieldName, target] of notes) {
    const object = context.schema.object(objectName);
    if (object === undefined) {
      continue;
    }
    if (fieldName === null) {
      markDeleted(context, object, id, false);
    } else {
      restoreLookup(context, object, id, object.fields.get(fieldName.toLowerCase()), target);
    }
    context.changed(object);
  }
  context.store.run('DELETE FROM "_deletion" WHERE root = ?', [root]);
}

/** A lookup comes back unless it was given another value meanwhile. */
function restoreLookup(
  context: DmlContext,
  object: ObjectDescription,
  id: string,
  field: FieldDescription | undefined,
  target: string | null,
): void {
  if (field !== undefined) {
    const column = quote(field.name);
    context.store.run(`UPDATE ${tableName(object)} SET ${column} = ? WHERE "Id" = ? AND ${column} IS NULL`, [target, id]);
  }
}
