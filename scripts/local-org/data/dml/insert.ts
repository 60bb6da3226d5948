import type { DmlOptions } from '../transaction.ts';
import { checkFieldAccess, checkMayShare, checkObjectAccess, checkParentAccess } from './access.ts';
import { afterSave } from './after-save.ts';
import { behaviourOf } from './behaviours/index.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, good, hasFailed } from './dml-context.ts';
import { fillInFormulas } from './formula-fields.ts';
import { prepareNew } from './prepare.ts';
import { runFlows } from './run-flows.ts';
import { runTriggers } from './run-triggers.ts';
import { stampNew } from './stamps.ts';
import { checkUnique } from './unique.ts';
import { validate } from './validate.ts';

/** Takes new records of one object through the platform's order of execution. */
export function insertRows(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  const object = rows[0].given.description;
  const behaviour = behaviourOf(object);
  checkObjectAccess(context, object, 'create', options);
  refuseIds(rows);
  checkFieldAccess(context, rows, options);
  prepareNew(context, rows);
  behaviour.prepare?.(context, good(rows));
  fillInFormulas(context, good(rows));
  runFlows(context, 'before save', good(rows));
  runTriggers(context, 'before insert', good(rows));
  behaviour.beforeSave?.(context, good(rows));
  validate(context, good(rows), { truncates: options.truncates });
  checkParentAccess(context, good(rows), options);
  checkMayShare(context, good(rows), options);
  checkUnique(context, object, good(rows));
  if (hasFailed(rows)) {
    return;
  }
  stampNew(context, object, rows);
  nameById(rows);
  for (const { record } of rows) {
    context.records.insert(record);
  }
  afterSave(context, object, rows, 'CREATE');
}

/** A custom object's record without a name is called as its id. */
function nameById(rows: readonly DmlRow[]): void {
  const { kind, fields } = rows[0].given.description;
  if (kind !== 'custom' || fields.get('name')?.autoNumber !== false) {
    return;
  }
  for (const { record } of rows) {
    if ((record.contents.get('name') ?? null) === null) record.contents.set('name', record.id?.slice(0, 15) ?? null);
  }
}

function refuseIds(rows: readonly DmlRow[]): void {
  for (const row of rows) {
    if (row.given.id !== null) {
      fail(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
    }
  }
}

/** Gives the callers' records their ids once the call has succeeded. */
export function handOutIds(rows: readonly DmlRow[]): void {
  for (const { given, record } of good(rows)) {
    given.id = record.id;
  }
}
