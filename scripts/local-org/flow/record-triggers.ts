import type { FlowMoment, RecordChange, RefusedChange } from '../data/flows.ts';
import type { Transaction } from '../data/transaction.ts';
import { fillInDefaults } from './elements/subflow.ts';
import type { FlowContext } from './flow-context.ts';
import { Interview } from './interview.ts';
import type { TriggeringRecord } from './interview.ts';
import { leaveForLater } from './later-paths.ts';
import type { FlowDescription, FlowStart } from './metadata/description.ts';
import { interviewOf, meetsStart } from './record-interviews.ts';
import { runInterviews } from './run-interviews.ts';

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
