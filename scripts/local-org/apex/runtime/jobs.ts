import type { SObjectRecord, Value } from '../../data/record.ts';
import type { Work } from '../../data/store/pending-work.ts';
import type { Transaction } from '../../data/transaction.ts';
import { deployAndTell } from '../library/metadata/deploy.ts';
import type { PropertyBag } from '../library/property-class.ts';
import { FinalizerContext } from '../library/system/finalizer.ts';
import { JobContext } from '../library/system/jobs.ts';
import { enqueue, enqueueFinalizer, JobFailure, runAs } from './async.ts';
import type { JobKind } from './async.ts';
import { batchJob, performBatch } from './batch.ts';
import { findClass } from './class-info.ts';
import { currentTransaction } from './current.ts';
import { deliverNow } from './event-delivery.ts';
import { logEvents } from './event-messages.ts';
import { ApexException, asApexException } from './exception.ts';
import { invoke } from './invoke.ts';
import { failed, finished, updateJobRow } from './job-rows.ts';
import { outsideTriggers } from './trigger-context.ts';
import { LostObject } from './stored/lost-object.ts';
import { restoreObjects } from './stored/objects.ts';

/** Runs a piece of a job in a transaction of its own as the job's user, or in the test's; undoes it when it throws. */
export type JobStep = (work: () => void) => void;

export interface WorkOptions {
  /** How many scopes a batch may have: one in a test. */
  readonly mostScopes?: number;
  /** Of a scheduled job: writes down in each transaction that it has fired. Without it the job is over when it has run. */
  readonly fired?: (transaction: Transaction) => void;
}

/**
 * Does the next piece of queued work: all of a queueable, a future or scheduled method, a finalizer, a delivery of events; of a batch its
 * start, one scope or its finish. In the same transaction the piece is taken out of the queue and `AsyncApexJob` tells of it. What it
 * needs was stored as `values`:
 *
 * | kind | values |
 * |---|---|
 * | queueable, schedulable | the object |
 * | future | name of the class, key of the method, its arguments |
 * | batch, scheduledBatch | see `batchJob` |
 * | finalizer | the object, the exception of its job or null |
 * | events | the callback or null, the events |
 * | deployment | the callback or null, the metadata |
 * | flow | what the flow's path needs: see `FlowRunner.resume` |
 *
 * @returns what it threw, if it did; that is then written down, and the work is over.
 * @throws when not even the failure could be written down: the work is still in the queue.
 */
export function performWork(work: Work, step: JobStep, options: WorkOptions = {}): unknown[] {
  switch (work.kind) {
    case 'batch':
      return performBatch(work, step, options.mostScopes ?? Number.POSITIVE_INFINITY);
    case 'schedulable':
      return performScheduled(work, step, options.fired);
    case 'scheduledBatch':
      return performScheduledBatch(work, step, options.fired);
    case 'deployment':
      return performDeployment(work, step);
    case 'finalizer':
    case 'flow':
      return performUnseen(work, step);
    case 'events':
      return performDelivery(work, step);
    default:
      return performJob(work, step);
  }
}

function performJob(work: Work, step: JobStep): unknown[] {
  const kind = work.kind as JobKind;
  const end = (transaction: Transaction, error: unknown, finalizer: object | undefined): void => {
    transaction.pendingWork.remove(work.position);
    if (finalizer) {
      const exception = asApexException(error);
      enqueueFinalizer(finalizer, work.recordId, exception instanceof ApexException ? exception : null);
    }
  };
  try {
    step(() => {
      const transaction = currentTransaction();
      transaction.pendingWork.removeSignature(work.position);
      updateJobRow(transaction, work.recordId, { Status: 'Processing' });
      const values = restoreObjects(work.contents);
      const finalizer = runAs(kind, () =>
        kind === 'future' ? callFutureMethod(values) : execute(values[0], new JobContext(work.recordId, kind)),
      );
      updateJobRow(transaction, work.recordId, { ...finished(transaction), JobItemsProcessed: 1, TotalJobItems: 1 });
      end(transaction, undefined, finalizer);
    });
    return [];
  } catch (thrown) {
    const error = thrown instanceof JobFailure ? thrown.cause : thrown;
    step(() => {
      const transaction = currentTransaction();
      updateJobRow(transaction, work.recordId, { ...failed(transaction, textOf(error)), NumberOfErrors: 1 });
      end(transaction, error, thrown instanceof JobFailure ? thrown.finalizer : undefined);
    });
    return [error];
  }
}

function callFutureMethod([className, key, ...values]: readonly unknown[]): void {
  const owner = findClass(className as string)?.javascriptClass as Record<string, ((...inputs: unknown[]) => void) | undefined> | undefined;
  const method = owner?.[key as string];
  if (!owner || !method) {
    throw new LostObject(`The org has no longer the future method ${String(className)}.${String(key)}`);
  }
  method.apply(owner, values);
}

function performScheduled(work: Work, step: JobStep, fired: WorkOptions['fired']): unknown[] {
  return attempt(step, endOfSchedule(work, fired), () => {
    const [instance] = restoreObjects(work.contents);
    runAs('schedulable', () => execute(instance, new JobContext(work.recordId, 'schedulable')));
  });
}

/** Queues the batch whose time has come. In a test, where it comes with `Test.stopTest`, the batch never runs: so it is on the platform. */
function performScheduledBatch(work: Work, step: JobStep, fired: WorkOptions['fired']): unknown[] {
  return attempt(step, endOfSchedule(work, fired), () => {
    if (fired) {
      const [instance, scopeSize] = restoreObjects(work.contents);
      enqueue(batchJob(instance as object, scopeSize as number));
    }
  });
}

function endOfSchedule(work: Work, fired: WorkOptions['fired']): () => void {
  return () => {
    const transaction = currentTransaction();
    if (fired) {
      fired(transaction);
    } else {
      transaction.pendingWork.remove(work.position);
    }
  };
}

function performDeployment(work: Work, step: JobStep): unknown[] {
  const end = (outcome: Readonly<Record<string, Value>>): void => {
    const transaction = currentTransaction();
    updateJobRow(transaction, work.recordId, outcome);
    transaction.pendingWork.remove(work.position);
  };
  try {
    step(() => {
      const [callback, ...items] = restoreObjects(work.contents);
      runAs('queueable', () => deployAndTell(work.recordId, callback as object | null, items as PropertyBag[]));
      end(finished(currentTransaction()));
    });
    return [];
  } catch (error) {
    step(() => end({ ...failed(currentTransaction(), textOf(error)), NumberOfErrors: 1 }));
    return [error];
  }
}

/** Work that no `AsyncApexJob` tells of. */
function performUnseen(work: Work, step: JobStep): unknown[] {
  const end = (): void => currentTransaction().pendingWork.remove(work.position);
  return attempt(step, end, () => {
    const values = restoreObjects(work.contents);
    if (work.kind === 'flow') {
      const transaction = currentTransaction();
      outsideTriggers(() => transaction.flows.resume(transaction, values));
    } else {
      const [instance, exception] = values;
      const context = new FinalizerContext(work.recordId, exception as ApexException | null);
      runAs('queueable', () => execute(instance, context), true);
    }
  });
}

/** A delivery of events: they are out, for subscribers, also when a trigger fails. */
function performDelivery(work: Work, step: JobStep): unknown[] {
  let events: SObjectRecord[] = [];
  const end = (): void => {
    const transaction = currentTransaction();
    transaction.pendingWork.remove(work.position);
    logEvents(transaction, events);
  };
  return attempt(step, end, () => {
    const [callback, ...restored] = restoreObjects(work.contents);
    events = restored as SObjectRecord[];
    deliverNow({ callback: callback as object | null, events });
  });
}

/** Runs work and its end together; when the work fails, the end alone. */
function attempt(step: JobStep, end: () => void, run: () => void): unknown[] {
  try {
    step(() => {
      run();
      end();
    });
    return [];
  } catch (error) {
    step(end);
    return [error];
  }
}

function execute(instance: unknown, context: JobContext | FinalizerContext): void {
  invoke(instance, 'execute', [context]);
}

/** What a failure is called in `ExtendedStatus`. */
export function textOf(error: unknown): string {
  const exception = asApexException(error);
  return exception instanceof ApexException ? exception.apexMessage : error instanceof LostObject ? error.message : String(error);
}
