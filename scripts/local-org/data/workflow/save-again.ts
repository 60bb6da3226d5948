import { behaviourOf } from '../dml/behaviours/index.ts';
import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { good, hasFailed } from '../dml/dml-context.ts';
import { fillInFormulas } from '../dml/formula-fields.ts';
import { runTriggers } from '../dml/run-triggers.ts';
import { stampChanged } from '../dml/stamps.ts';
import { checkUnique } from '../dml/unique.ts';
import { validate } from '../dml/validate.ts';
import type { Value } from '../record.ts';

/**
 * Saves records of one object once more, with the values that field updates gave them: the update triggers run again, whatever the call was,
 * and the platform's own checks; validation rules and workflow rules don't. In these triggers `Trigger.old` is the record before the call (a
 * new one: as it was inserted). Errors are left on the rows; where there are none the rows hold the records as they are now.
 */
export function saveAgain(context: DmlContext, changes: ReadonlyMap<DmlRow, ReadonlyMap<string, Value>>): void {
  const pairs = [...changes].map(([row, values]) => ({ row, again: changedRow(row, values) }));
  const rows = pairs.map(({ again }) => again);
  const object = rows[0].record.description;
  const behaviour = behaviourOf(object);
  behaviour.prepare?.(context, rows);
  fillInFormulas(context, rows);
  runTriggers(context, 'before update', rows);
  behaviour.beforeSave?.(context, good(rows));
  validate(context, good(rows), { rules: false });
  checkUnique(context, object, good(rows));
  if (hasFailed(rows)) {
    return;
  }
  stampChanged(context, object, rows);
  for (const { record } of rows) {
    context.records.update(record);
  }
  context.changed(object);
  behaviour.afterSave?.(context, rows);
  fillInFormulas(context, rows);
  runTriggers(context, 'after update', rows);
  for (const { row, again } of pairs) {
    row.record = again.record;
  }
}

/** The errors of the second save are those of the row. */
function changedRow({ index, given, record, old, errors }: DmlRow, values: ReadonlyMap<string, Value>): DmlRow {
  const changed = record.copy();
  for (const [key, value] of values) {
    changed.contents.set(key, value);
  }
  return { index, given, record: changed, old: old ?? record, errors };
}
