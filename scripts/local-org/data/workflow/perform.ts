import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { fail } from '../dml/dml-context.ts';
import { sameValue } from '../dml/same-value.ts';
import { updateRows } from '../dml/update.ts';
import { SObjectRecord } from '../record.ts';
import type { Value } from '../record.ts';
import { SYSTEM } from '../transaction.ts';
import type { WorkflowAction } from './actions.ts';
import type { Judged } from './criteria.ts';
import { sendAlert } from './email-alert.ts';
import { fieldChange } from './field-update.ts';
import { saveAgain } from './save-again.ts';
import { createTask } from './task.ts';

/** What a row's actions are and how its record is judged: as the save has it. */
export interface Due {
  readonly row: DmlRow;
  readonly actions: readonly WorkflowAction[];
}

/**
 * Performs actions for rows of one object: first all field updates, in one more save of the records, then tasks and alerts.
 * @param isNew whether the save was an insert.
 * @returns the rows whose workflow rules are to be asked again.
 */
export function performActions(context: DmlContext, due: readonly Due[], isNew: boolean): DmlRow[] {
  const changes = new Map<DmlRow, Map<string, Value>>();
  const asked = new Set<DmlRow>();
  for (const { row, actions } of due) {
    const values = new Map<string, Value>();
    for (const action of actions.filter(({ kind }) => kind === 'FieldUpdate')) {
      const judged: Judged = { record: row.record, old: row.old, isNew };
      const change = fieldChange(context, action, judged);
      if (change?.target === row.record) {
        const key = change.field.name.toLowerCase();
        if (change.reevaluates && !sameValue(change.value, row.record.contents.get(key) ?? null)) asked.add(row);
        values.set(key, change.value);
      } else if (change !== undefined) {
        saveParent(context, row, change.target, new Map([[change.field.name.toLowerCase(), change.value]]));
      }
    }
    if (values.size > 0) changes.set(row, values);
  }
  if (changes.size > 0) saveAgain(context, changes);
  for (const { row, actions } of due.filter(({ row: { errors } }) => errors.length === 0)) {
    for (const action of actions) {
      if (action.kind === 'Task') createTask(context, action, row);
      else if (action.kind === 'Alert') sendAlert(context, action, row);
    }
  }
  return [...asked];
}

/** A parent is saved like any record: its own triggers and rules run. */
function saveParent(context: DmlContext, row: DmlRow, parent: SObjectRecord, values: ReadonlyMap<string, Value>): void {
  const given = new SObjectRecord(parent.description, new Map<string, Value>([['id', parent.id], ...values]));
  const parentRow: DmlRow = { index: 0, given, record: given, old: undefined, errors: [] };
  updateRows(context, [parentRow], { ...SYSTEM, allOrNone: true });
  for (const { statusCode, message, fields } of parentRow.errors) {
    fail(row, statusCode, message, fields);
  }
}
