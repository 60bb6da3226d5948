import type { DmlOptions } from '../transaction.ts';
import type { ObjectDescription } from '../schema/description.ts';
import { checkFieldAccess, checkObjectAccess, checkParentAccess, checkRecordAccess } from './access.ts';
import { afterSave } from './after-save.ts';
import { behaviourOf } from './behaviours/index.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, good, hasFailed } from './dml-context.ts';
import { fillInFormulas } from './formula-fields.ts';
import { prepareChanged } from './prepare.ts';
import { runFlows } from './run-flows.ts';
import { runTriggers } from './run-triggers.ts';
import { stampChanged } from './stamps.ts';
import { checkUnique } from './unique.ts';
import { validate } from './validate.ts';

/** Takes changed records of one object through the platform's order of execution. */
export function updateRows(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  const object = rows[0].given.description;
  const behaviour = behaviourOf(object);
  checkObjectAccess(context, object, 'edit', options);
  loadOld(context, object, rows);
  checkRecordAccess(context, good(rows), 'edit', options);
  checkFieldAccess(context, good(rows), options);
  prepareChanged(context, good(rows));
  behaviour.prepare?.(context, good(rows));
  fillInFormulas(context, good(rows));
  runFlows(context, 'before save', good(rows));
  runTriggers(context, 'before update', good(rows));
  behaviour.beforeSave?.(context, good(rows));
  validate(context, good(rows), { truncates: options.truncates });
  checkParentAccess(context, good(rows), options);
  checkUnique(context, object, good(rows));
  if (hasFailed(rows)) {
    return;
  }
  stampChanged(context, object, rows);
  for (const { record } of rows) {
    context.records.update(record);
  }
  afterSave(context, object, rows, 'UPDATE');
}

/** Finds the stored records and locks them; a row without one fails, and one that another transaction had for too long. */
export function loadOld(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[]): void {
  const ids = rows.map((row) => row.given.id).filter((id) => id !== null);
  const stored = context.records.load(object, ids);
  for (const row of rows) {
    const { id } = row.given;
    const old = id === null ? undefined : stored.get(id);
    if (id === null) {
      fail(row, 'MISSING_ARGUMENT', 'Id not specified in an update call');
    } else if (old === undefined) {
      fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    } else if (old.contents.get('isdeleted') === true) {
      fail(row, 'ENTITY_IS_DELETED', 'entity is deleted');
    } else if (context.inBeforeTrigger.has(old.id as string)) {
      fail(
        row,
        'SELF_REFERENCE_FROM_TRIGGER',
        `Object (id = ${old.id}) is currently in trigger of ${object.name}, therefore it cannot recursively update itself`,
      );
    } else if (context.locks.take([old.id as string]) !== undefined) {
      fail(row, 'UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${old.id}`);
    } else {
      row.old = old;
      row.record = old;
    }
  }
}
