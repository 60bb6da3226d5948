import { isRunningTest } from '../apex/runtime/async.ts';
import { promise } from '../apex/runtime/work-queue.ts';
import type { RecordChange } from '../data/flows.ts';
import { SObjectRecord } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import { DateValue } from '../data/values/date.ts';
import { DatetimeValue } from '../data/values/datetime.ts';
import { fillInDefaults } from './elements/subflow.ts';
import { FlowFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import { Frame, Interview } from './interview.ts';
import type { FlowDescription, PathDelay, ScheduledPath } from './metadata/description.ts';
import { findRecords } from './record-query.ts';
import { interviewOf, meetsStart, ownCopy } from './record-interviews.ts';
import { runInterviews } from './run-interviews.ts';
import { accessOf } from './run-mode.ts';
import { toDatetime } from './values.ts';

const MILLISECONDS: Readonly<Record<string, number>> = { Minutes: 60_000, Hours: 3_600_000, Days: 86_400_000, Weeks: 604_800_000 };

/**
 * Puts the paths of a flow that don't run at once into the org's queue: those after the commit for all records together, those with a
 * time of their own for each record. In a test no such time ever comes.
 */
export function leaveForLater(context: FlowContext, flow: FlowDescription, changes: readonly RecordChange[]): void {
  for (const path of changes.length === 0 ? [] : flow.start.paths) {
    if (path.delay === undefined) {
      const records = changes.flatMap(({ record, old }) => [ownCopy(record), old === undefined ? null : ownCopy(old)]);
      promise({ kind: 'flow', dueAt: context.transaction.now(), values: [flow.name, path.name, ...records] }, isRunningTest());
    } else if (!isRunningTest()) {
      for (const { record } of changes) promiseAtItsTime(context, flow, path, path.delay, record);
    }
  }
}

/** One promise for a record and path: a later save of the record replaces it. */
function promiseAtItsTime(
  { transaction, timeZone }: FlowContext,
  flow: FlowDescription,
  path: ScheduledPath,
  delay: PathDelay,
  record: SObjectRecord,
): void {
  const recordId = `${flow.name}.${path.name}:${record.id ?? ''}`;
  const earlier = transaction.pendingWork.ofRecord(recordId);
  if (earlier) {
    transaction.pendingWork.remove(earlier.position);
  }
  const dueAt = timeOf(delay, record, transaction.now(), timeZone);
  if (dueAt !== undefined) {
    promise({ kind: 'flow', recordId, dueAt, values: [flow.name, path.name, record.id] }, false);
  }
}

/** When a path is due; never for a field without a value. */
function timeOf({ offset, unit, field }: PathDelay, record: SObjectRecord, now: number, timeZone: string): number | undefined {
  const base = field === undefined ? new DatetimeValue(now) : toDatetime(record.get(field), timeZone);
  if (base === undefined || base instanceof DateValue) {
    return undefined;
  }
  return unit === 'Months' ? base.addMonths(offset, timeZone).milliseconds : base.milliseconds + offset * (MILLISECONDS[unit] ?? 0);
}

/** Runs a path from what was promised: the flow, the path, and the records (with those before) or the id of one. */
export function resumePath(context: FlowContext, [flowName, pathName, ...rest]: readonly unknown[]): void {
  const flow = context.catalog.runnable(String(flowName));
  const path = flow.start.paths.find(({ name }) => name === pathName);
  const changes = path === undefined ? [] : typeof rest[0] === 'string' ? presentRecord(context, flow, rest[0]) : changesOf(rest);
  const interviews = changes.map((change) => {
    const interview = interviewOf(context, flow, change, 'after save');
    interview.root.position = path?.next;
    fillInDefaults(context, interview);
    return interview;
  });
  const hasStillReason = path?.delay !== undefined && !asksForChange(flow);
  const starting = interviews.filter((interview) => !hasStillReason || meetsStart(context, interview));
  runInterviews(context, starting);
  const failed = starting.find(({ failure }) => failure !== undefined);
  if (failed !== undefined) {
    throw new FlowFault(`${flow.path}: the path ${String(pathName)} failed. ${(failed.failure as Error).message}`, {
      cause: failed.failure,
    });
  }
}

/** A condition about a change can't be asked again when the change is over. */
function asksForChange({ start }: FlowDescription): boolean {
  return start.formula !== undefined || start.filters.some(({ operator }) => operator === 'IsChanged');
}

function changesOf(records: readonly unknown[]): RecordChange[] {
  return records.flatMap((record, index) => {
    const old = records[index + 1];
    return index % 2 === 0 && record instanceof SObjectRecord ? [{ record, old: old instanceof SObjectRecord ? old : undefined }] : [];
  });
}

/** The record as it is when its time has come; none when it is gone. */
function presentRecord(context: FlowContext, flow: FlowDescription, id: string): RecordChange[] {
  const asking = new Interview(new Frame(flow, accessOf(flow, SYSTEM)), context.transaction.now());
  const filters = [{ field: 'Id', operator: 'EqualTo', value: { kind: 'value', value: id } as const }];
  const query = { object: flow.start.object ?? '', filters, logic: 'and', fields: [] };
  return findRecords(context, asking, query, SYSTEM).map((record) => ({ record, old: undefined }));
}
