import { LimitExceeded, PlatformError } from '../errors.ts';
import type { TriggerEvent } from '../transaction.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';

/** How deep triggers and flows may cause one another. */
export const MAXIMUM_DEPTH = 16;

/**
 * Runs the triggers of an object for an event over some rows and moves what `addError` left to the rows' errors. A trigger that throws
 * fails all of them, with the message that names it.
 */
export function runTriggers(context: DmlContext, event: TriggerEvent, rows: readonly DmlRow[]): void {
  const [first] = rows;
  if (first === undefined) {
    return;
  }
  const objectName = first.record.description.name;
  if (!context.triggers.handles(objectName, event)) {
    return;
  }
  if (context.triggerDepth >= MAXIMUM_DEPTH) {
    throw new LimitExceeded('Maximum trigger depth exceeded');
  }
  const withNew = !event.endsWith('delete') || event === 'after undelete';
  const withOld = event.endsWith('update') || event.endsWith(' delete');
  const newRecords = withNew ? rows.map((row) => row.record) : undefined;
  const oldRecords = withOld ? rows.map((row) => row.old ?? row.record) : undefined;
  const guarded = event.startsWith('before') ? (oldRecords?.map((record) => record.id as string) ?? []) : [];
  for (const id of guarded) {
    context.inBeforeTrigger.add(id);
  }
  context.triggerDepth++;
  try {
    context.triggers.run(context.transaction, event, {
      objectName,
      ...(newRecords !== undefined && { newRecords }),
      ...(oldRecords !== undefined && { oldRecords }),
    });
  } catch (error) {
    if (error instanceof LimitExceeded || !(error instanceof PlatformError)) {
      throw error;
    }
    for (const row of rows) {
      fail(row, error.statusCode, error.message, error.fields);
    }
  } finally {
    context.triggerDepth--;
    for (const id of guarded) {
      context.inBeforeTrigger.delete(id);
    }
  }
  for (const row of rows) {
    collect(row, withNew ? row.record : (row.old ?? row.record));
  }
}

function collect(row: DmlRow, record: DmlRow['record']): void {
  for (const { message, field } of record.errors ?? []) {
    fail(row, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]);
  }
  record.errors = undefined;
}
