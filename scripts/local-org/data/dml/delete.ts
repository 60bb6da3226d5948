import type { SObjectRecord } from '../record.ts';
import type { ChildRelationship, FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { DmlOptions } from '../transaction.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { checkObjectAccess, checkRecordAccess } from './access.ts';
import { behaviourOf } from './behaviours/index.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, good, hasFailed } from './dml-context.ts';
import { fillInFormulas } from './formula-fields.ts';
import { runFlows } from './run-flows.ts';
import { noteChanges } from '../change-events/change-log.ts';
import { runTriggers } from './run-triggers.ts';
import { rollUp } from './roll-up.ts';
import { loadOld } from './update.ts';

/** Takes records of one object to the recycle bin (or erases them, where an object has none) in the platform's order. */
export function deleteRows(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  const object = rows[0].given.description;
  checkObjectAccess(context, object, 'delete', options);
  loadOld(context, object, rows);
  checkRecordAccess(context, good(rows), 'delete', options);
  fillInFormulas(context, good(rows));
  runFlows(context, 'before delete', good(rows));
  runTriggers(context, 'before delete', good(rows));
  if (hasFailed(rows)) {
    return;
  }
  for (const row of rows) {
    remove(context, row, row.old as SObjectRecord, row.old?.id as string);
  }
  if (hasFailed(rows)) {
    return;
  }
  context.changed(object);
  behaviourOf(object).afterDelete?.(context, rows);
  runTriggers(context, 'after delete', rows);
  if (!hasFailed(rows)) {
    rollUp(context, object, rows);
    noteChanges(context, rows, 'DELETE');
  }
}

/** Removes a record and what goes with it: children that can't be without it, and lookups that lead to it. */
export function remove(context: DmlContext, row: DmlRow, record: SObjectRecord, root: string): void {
  const object = record.description;
  for (const relationship of object.childRelationships) {
    detach(context, row, record, relationship, root);
  }
  if (row.errors.length > 0) {
    return;
  }
  if (object.fields.has('isdeleted')) {
    note(context, root, object, record.id as string, null);
    record.contents.set('isdeleted', true);
    markDeleted(context, object, record.id as string, true);
  } else {
    context.records.erase(object, record.id as string);
  }
  context.changed(object);
}

function detach(context: DmlContext, row: DmlRow, record: SObjectRecord, relationship: ChildRelationship, root: string): void {
  const child = context.schema.object(relationship.childObject) as ObjectDescription;
  const field = child.fields.get(relationship.field.toLowerCase()) as FieldDescription;
  if (isKept(field) || child.name === 'AggregateResult') {
    return;
  }
  const children = context.records.findBy(child, field, [record.id]);
  if (children.length === 0) {
    return;
  }
  if (relationship.restrictedDelete) {
    fail(
      row,
      'DELETE_FAILED',
      `Your attempt to delete ${String(record.get(record.description.nameField ?? 'Id'))} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: ${children
        .slice(0, 5)
        .map((each) => String(each.get(child.nameField ?? 'Id')))
        .join(', ')}`,
    );
    return;
  }
  for (const each of children) {
    if (relationship.cascadeDelete) {
      remove(context, row, each, root);
    } else {
      note(context, root, child, each.id as string, field.name, record.id as string);
      context.records.set(child, each.id as string, field, null);
    }
  }
  context.changed(child);
}

/** Who made or changed a record stays written even when that person is gone, and so does who won a merge. */
function isKept(field: FieldDescription): boolean {
  return field.name === 'CreatedById' || field.name === 'LastModifiedById' || field.name === 'MasterRecordId' || field.name === 'OwnerId';
}

/** Remembers what a deletion did, so that undelete can put it back: a record (field null) or a lookup of it. */
function note(context: DmlContext, root: string, object: ObjectDescription, id: string, field: string | null, target?: string): void {
  context.store.run('INSERT INTO "_deletion" (root, object, record, field, target) VALUES (?, ?, ?, ?, ?)', [
    root,
    object.name,
    id,
    field,
    target ?? null,
  ]);
}

/** Puts a record into the recycle bin or takes it out. */
export function markDeleted(context: DmlContext, object: ObjectDescription, id: string, deleted: boolean): void {
  context.records.set(object, id, object.fields.get('isdeleted') as FieldDescription, deleted);
  const stamp = object.fields.get('systemmodstamp');
  if (stamp !== undefined) {
    context.records.set(object, id, stamp, new DatetimeValue(Math.floor(context.transaction.now() / 1000) * 1000));
  }
}
