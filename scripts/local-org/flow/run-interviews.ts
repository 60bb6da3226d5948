import { tick } from '../apex/runtime/cpu.ts';
import { endsTransaction } from '../apex/runtime/exceptions.ts';
import { isBulk, runBulk } from './elements/bulk-elements.ts';
import type { BulkElement } from './elements/bulk-elements.ts';
import { runSimple } from './elements/simple-elements.ts';
import type { SimpleElement } from './elements/simple-elements.ts';
import { popFrame, pushFrame } from './elements/subflow.ts';
import { FlowFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import type { Interview } from './interview.ts';
import type { FlowElement, SubflowElement } from './metadata/description.ts';

/**
 * Runs interviews to their ends. Each runs by itself up to an element that works on records or calls code; interviews that have come to the
 * same one run it together, so that it counts once against the limits. An interview that fails keeps its failure; what ends the
 * transaction is thrown.
 */
export function runInterviews(context: FlowContext, interviews: readonly Interview[]): void {
  for (;;) {
    const waiting = interviews.filter((interview) => runToBulkElement(context, interview));
    const [first] = waiting;
    if (first === undefined) {
      return;
    }
    // Who has come less far goes first, so that the others' next element is shared with it.
    const last = waiting.reduce((least, interview) => (interview.steps < least.steps ? interview : least), first);
    const element = last.frame.element as BulkElement;
    runTogether(
      context,
      element,
      waiting.filter((interview) => interview.frame.element === element),
    );
  }
}

/** Runs an interview up to an element that it shares with others; false when it is over. */
function runToBulkElement(context: FlowContext, interview: Interview): boolean {
  while (!interview.isOver) {
    tick();
    const { frame } = interview;
    const { element } = frame;
    if (element === undefined) {
      if (frame.position !== undefined) {
        interview.fail(new FlowFault(`The flow ${frame.flow.name} leads to ${frame.position}, which it does not have.`));
      } else {
        attempt(interview, undefined, () => popFrame(context, interview));
      }
    } else if (isBulk(element)) {
      return true;
    } else {
      attempt(interview, element, () => runAlone(context, interview, element));
    }
  }
  return false;
}

function runAlone(context: FlowContext, interview: Interview, element: SubflowElement | SimpleElement): void {
  if (element.kind === 'subflow') {
    pushFrame(context, interview, element);
  } else {
    interview.frame.position = runSimple(context, interview, element);
  }
}

function runTogether(context: FlowContext, element: BulkElement, interviews: readonly Interview[]): void {
  for (const interview of interviews) {
    interview.steps++;
  }
  let faults: ReadonlyMap<Interview, unknown>;
  try {
    faults = runBulk(context, interviews, element);
  } catch (error) {
    faults = new Map(interviews.map((interview) => [interview, error]));
  }
  for (const interview of interviews) {
    if (faults.has(interview)) {
      goOnAfterFault(interview, element, faults.get(interview));
    } else {
      interview.frame.position = element.next;
    }
  }
}

function attempt(interview: Interview, element: FlowElement | undefined, work: () => void): void {
  try {
    work();
  } catch (error) {
    goOnAfterFault(interview, element, error);
  }
}

/** Takes the fault path of an element, or ends the interview. */
function goOnAfterFault(interview: Interview, element: FlowElement | undefined, error: unknown): void {
  if (!(error instanceof FlowFault) && endsTransaction(error)) {
    throw error;
  }
  interview.faultMessage = (error as Error).message;
  if (element?.onFault === undefined) {
    interview.fail(error);
  } else {
    interview.frame.position = element.onFault;
  }
}
