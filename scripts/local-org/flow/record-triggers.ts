import type { FlowMoment, RecordChange, RefusedChange } from '../data/flows.ts';
import type { SObjectRecord } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { Transaction } from '../data/transaction.ts';
import { combine, isTrueOf } from './conditions.ts';
import { fillInDefaults } from './elements/subflow.ts';
import type { FlowContext } from './flow-context.ts';
import { Frame, Interview } from './interview.ts';
import type { TriggeringRecord } from './interview.ts';
import type { FlowDescription, FlowStart, RecordFilter } from './metadata/description.ts';
import { operandValue, valueAt } from './references.ts';
import { runInterviews } from './run-interviews.ts';
import { accessOf } from './run-mode.ts';
import { asStored } from './values.ts';

/** Interviews in progress, by flow and record: a flow is not started by what it does itself to its record. */
const IN_PROGRESS = Symbol('flows in progress');

/** Runs the flows of an object at a moment, one after the other, each over all changes that start it. */
export function runRecordFlows(
  context: FlowContext,
  moment: FlowMoment,
  objectName: string,
  changes: readonly RecordChange[],
): RefusedChange[] {
  const refused: RefusedChange[] = [];
  for (const flow of context.catalog.startedBy(objectName, moment)) {
    const starting = changes
      .map((change, index) => ({ index, interview: interviewOf(context, flow, change, moment) }))
      .filter(({ interview, index }) => !refused.some((refusal) => refusal.index === index) && isStarted(context, interview, moment));
    const interviews = starting.map(({ interview }) => interview);
    keepingOut(context.transaction, interviews, () => runInterviews(context, interviews));
    for (const { index, interview } of starting) {
      refused.push(...refusalsOf(flow, interview).map((refusal) => ({ ...refusal, index })));
    }
    leaveForLater(
      context,
      flow,
      starting.map(({ index }) => changes[index]),
    );
  }
  return refused;
}

function interviewOf({ transaction }: FlowContext, flow: FlowDescription, { record, old }: RecordChange, moment: FlowMoment): Interview {
  const frame = new Frame(flow, accessOf(flow, SYSTEM));
  const beforeSave = moment === 'before save';
  const trigger: TriggeringRecord = {
    record: beforeSave ? record : ownCopy(record),
    prior: moment === 'before delete' || old === undefined ? undefined : ownCopy(old),
    beforeSave,
  };
  return new Interview(frame, transaction.now(), trigger);
}

function ownCopy(record: SObjectRecord): SObjectRecord {
  const copy = record.copy();
  copy.queried = false;
  return asStored(copy);
}

function isStarted(context: FlowContext, interview: Interview, moment: FlowMoment): boolean {
  const { flow } = interview.root;
  const { start } = flow;
  const { trigger } = interview;
  if (trigger === undefined || inProgress(context.transaction).has(keyOf(interview))) {
    return false;
  }
  if (moment !== 'before delete' && !(trigger.prior === undefined ? start.onCreate : start.onUpdate)) {
    return false;
  }
  setProcessVariables(interview, start, trigger);
  fillInDefaults(context, interview);
  if (!meetsStart(context, interview)) {
    return false;
  }
  const before =
    start.onlyWhenChanged && trigger.prior !== undefined
      ? new Interview(interview.root, interview.startedAt, { ...trigger, record: trigger.prior })
      : undefined;
  return before === undefined || !meetsStart(context, before);
}

/** A process reads its record from variables. */
function setProcessVariables({ root }: Interview, { recordVariable, priorVariable }: FlowStart, { record, prior }: TriggeringRecord): void {
  if (recordVariable !== undefined) root.values.set(recordVariable.toLowerCase(), record);
  if (priorVariable !== undefined && prior !== undefined) root.values.set(priorVariable.toLowerCase(), prior);
}

function meetsStart(context: FlowContext, interview: Interview): boolean {
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

function inProgress({ state }: Transaction): Set<string> {
  let keys = state.get(IN_PROGRESS) as Set<string> | undefined;
  if (!keys) {
    keys = new Set();
    state.set(IN_PROGRESS, keys);
  }
  return keys;
}

function keyOf({ root, trigger }: Interview): string {
  return `${root.flow.name}:${trigger?.record.id ?? ''}`;
}

/** Remembers which flows work on which records while they do. */
function keepingOut(transaction: Transaction, interviews: readonly Interview[], work: () => void): void {
  const keys = inProgress(transaction);
  const own = interviews.filter(({ trigger }) => trigger?.record.id !== null).map(keyOf);
  own.forEach((key) => keys.add(key));
  try {
    work();
  } finally {
    own.forEach((key) => keys.delete(key));
  }
}

function refusalsOf({ label }: FlowDescription, { refusals, failure }: Interview): Omit<RefusedChange, 'index'>[] {
  if (failure === undefined) {
    return refusals;
  }
  const message = `We can't save this record because the “${label}” process failed. Give your Salesforce admin these details. ${(failure as Error).message}`;
  return [...refusals, { statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message, fields: [] }];
}

/** Paths that run after the commit do so in a transaction of their own. */
function leaveForLater(context: FlowContext, flow: FlowDescription, changes: readonly RecordChange[]): void {
  const { transaction } = context;
  for (const path of changes.length === 0 ? [] : flow.start.paths) {
    const copies = changes.map(({ record, old }) => ({ record: ownCopy(record), old: old && ownCopy(old) }));
    transaction.afterCommit(() =>
      context.runLater((later) => {
        const interviews = copies.map((change) => {
          const interview = interviewOf(later, flow, change, 'after save');
          interview.root.position = path.next;
          fillInDefaults(later, interview);
          return interview;
        });
        runInterviews(later, interviews);
        const failed = interviews.find(({ failure }) => failure !== undefined);
        if (failed !== undefined) throw failed.failure;
      }),
    );
  }
}
