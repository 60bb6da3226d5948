import { combine, isTrueOf } from './conditions.ts';
import type { FlowMoment, RecordChange } from '../data/flows.ts';
import type { SObjectRecord } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { FlowContext } from './flow-context.ts';
import { Frame, Interview } from './interview.ts';
import type { TriggeringRecord } from './interview.ts';
import type { FlowDescription, RecordFilter } from './metadata/description.ts';
import { operandValue, valueAt } from './references.ts';
import { accessOf } from './run-mode.ts';
import { asStored } from './values.ts';

/** An interview that a record starts. */
export function interviewOf(
  { transaction }: FlowContext,
  flow: FlowDescription,
  { record, old }: RecordChange,
  moment: FlowMoment,
): Interview {
  const frame = new Frame(flow, accessOf(flow, SYSTEM));
  const beforeSave = moment === 'before save';
  const trigger: TriggeringRecord = {
    record: beforeSave ? record : ownCopy(record),
    prior: moment === 'before delete' || old === undefined ? undefined : ownCopy(old),
    beforeSave,
  };
  return new Interview(frame, transaction.now(), trigger);
}

/** The record as it is now, for an interview of its own. */
export function ownCopy(record: SObjectRecord): SObjectRecord {
  const copy = record.copy();
  copy.queried = false;
  return asStored(copy);
}

/** Whether the record meets the conditions of the start. */
export function meetsStart(context: FlowContext, interview: Interview): boolean {
  const { start } = interview.root.flow;
  const filters = combine(
    start.logic,
    start.filters.map((filter) => () => isFilterMet(context, interview, filter)),
  );
  return filters && (start.formula === undefined || context.formulas.holds(context, interview, start.formula, 'Start'));
}

function isFilterMet(context: FlowContext, interview: Interview, { field, operator, value }: RecordFilter): boolean {
  const path = field.split('.') as [string];
  const present = valueAt(context, interview, ['$Record', ...path]);
  const expected = operandValue(context, interview, value);
  if (operator !== 'IsChanged') {
    return isTrueOf(present, operator, expected, context.timeZone);
  }
  const { trigger } = interview;
  const isChanged =
    trigger?.prior !== undefined &&
    !isTrueOf(present, 'EqualTo', valueAt(context, interview, ['$Record__Prior', ...path]), context.timeZone);
  return isChanged === (expected ?? true);
}
