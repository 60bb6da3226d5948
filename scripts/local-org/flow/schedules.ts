import { withTransaction } from '../apex/runtime/current.ts';
import { promise } from '../apex/runtime/work-queue.ts';
import { SYSTEM } from '../data/transaction.ts';
import { DateValue } from '../data/values/date.ts';
import { DatetimeValue } from '../data/values/datetime.ts';
import { TimeValue } from '../data/values/time.ts';
import { fillInDefaults } from './elements/subflow.ts';
import { FlowFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import { Frame, Interview } from './interview.ts';
import type { FlowDescription, FlowSchedule } from './metadata/description.ts';
import { findRecords } from './record-query.ts';
import { interviewOf } from './record-interviews.ts';
import { runInterviews } from './run-interviews.ts';
import { accessOf } from './run-mode.ts';

/** Interviews that run together. */
const BATCH = 200;

const DAYS: Readonly<Record<string, number>> = { Daily: 1, Weekly: 7 };

/** How often a flow can start by itself. */
export const FREQUENCIES: ReadonlySet<string> = new Set(['Once', ...Object.keys(DAYS)]);

/** Puts the next start of every scheduled flow into the org's queue that is not there yet. */
export function keepSchedules(context: FlowContext, flows: readonly FlowDescription[]): void {
  for (const flow of flows) {
    if (flow.start.schedule !== undefined && !context.transaction.pendingWork.ofRecord(nameOf(flow, flow.start.schedule))) {
      promiseNext(context, flow, flow.start.schedule);
    }
  }
}

/** What the queue knows a schedule by: another schedule of the same flow is another one. */
export function nameOf({ name }: FlowDescription, { frequency, startDate, startTime }: FlowSchedule): string {
  return `schedule of ${name}: ${frequency} ${startDate} ${startTime}`;
}

function promiseNext({ transaction, timeZone }: FlowContext, flow: FlowDescription, schedule: FlowSchedule): void {
  const dueAt = nextStart(schedule, transaction.now(), timeZone);
  if (dueAt !== undefined) {
    const recordId = nameOf(flow, schedule);
    promise({ kind: 'flow', recordId, dueAt, values: [flow.name, recordId] }, true);
  }
}

/** The first start after a moment, by the clock on the wall; none when a single one is over. */
function nextStart({ frequency, startDate, startTime }: FlowSchedule, after: number, timeZone: string): number | undefined {
  let day = DateValue.parse(startDate);
  const momentOf = (date: DateValue): number => DatetimeValue.ofWallClock(date, TimeValue.parse(startTime), timeZone).milliseconds;
  const step = DAYS[frequency];
  if (step === undefined) {
    return momentOf(day) > after ? momentOf(day) : undefined;
  }
  const passed = Math.floor((new DatetimeValue(after).date(timeZone).days - day.days) / step);
  day = day.addDays(Math.max(passed, 0) * step);
  return momentOf(day) > after ? momentOf(day) : momentOf(day.addDays(step));
}

/** Runs a flow whose time has come, for every record that it is about, and promises its next start, which comes also when this one fails. */
export function runScheduled(context: FlowContext, flow: FlowDescription, schedule: FlowSchedule): void {
  const { org, transaction } = context;
  const name = nameOf(flow, schedule);
  const present = transaction.pendingWork.ofRecord(name)?.position ?? 0;
  transaction.pendingWork.remove(present);
  promiseNext(context, flow, schedule);
  transaction.afterEnd(() =>
    org.transaction(org.administratorId, (after) => {
      // When the start was undone, so was the promise of the next.
      if (after.pendingWork.ofRecord(name)?.position === present) {
        withTransaction(after, () => promiseNext({ ...context, transaction: after }, flow, schedule));
      }
    }),
  );
  const interviews = interviewsOf(context, flow);
  for (let first = 0; first < interviews.length; first += BATCH) {
    runInterviews(context, interviews.slice(first, first + BATCH));
  }
  const failed = interviews.find(({ failure }) => failure !== undefined);
  if (failed !== undefined) {
    throw new FlowFault(`${flow.path}: the scheduled flow failed. ${(failed.failure as Error).message}`, { cause: failed.failure });
  }
}

function interviewsOf(context: FlowContext, flow: FlowDescription): Interview[] {
  const { object, filters, logic } = flow.start;
  const plain = new Interview(new Frame(flow, accessOf(flow, SYSTEM)), context.transaction.now());
  const records = object === undefined ? undefined : findRecords(context, plain, { object, filters, logic, fields: [] }, SYSTEM);
  const interviews = records?.map((record) => interviewOf(context, flow, { record, old: undefined }, 'after save')) ?? [plain];
  interviews.forEach((interview) => fillInDefaults(context, interview));
  return interviews;
}
