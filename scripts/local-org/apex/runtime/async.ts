import { ASYNCHRONOUS_LIMITS } from '../../data/governor-limits.ts';
import type { Work } from '../../data/store/pending-work.ts';
import type { Transaction } from '../../data/transaction.ts';
import { toId18 } from '../../data/values/id.ts';
import { uncountedQuery } from '../library/running-user.ts';
import { takeChangeEvents } from './change-events.ts';
import type { JavaScriptClass } from './class-info.ts';
import { currentTransaction, enterSharing, restoreSharing } from './current.ts';
import { deliverNow } from './event-delivery.ts';
import type { Publication } from './event-delivery.ts';
import { raise } from './exception.ts';
import type { ApexException } from './exception.ts';
import { aborted, insertCronRow, insertJobRow, JOBS_OF_TRIGGER, SCHEDULED_APEX, SCHEDULED_BATCH } from './job-rows.ts';
import { performWork } from './jobs.ts';
import { forgetStubs } from './stored/objects.ts';
import { outsideTriggers } from './trigger-context.ts';
import { AT_ONCE, promise } from './work-queue.ts';

export type JobKind = 'queueable' | 'batch' | 'future' | 'schedulable';

/** Work that Apex asks for and that runs later, in transactions of its own; in a test at `Test.stopTest`. */
export interface Job {
  readonly kind: JobKind;
  /** The name of the class, and for a future method its own. */
  readonly className: string;
  readonly methodName?: string;
  /** What `performWork` needs: see there. */
  readonly values: readonly unknown[];
  readonly delayMinutes?: number;
  /** Of a queueable: no other with the same may be queued. */
  readonly signature?: string;
  /** Of a scheduled job: its name and when it runs. */
  readonly name?: string;
  readonly cron?: string;
}

interface TestState {
  /** The last position in the queue that is none of the test's. */
  readonly queueBefore: number;
  readonly publications: Publication[];
  restoreLimits: (() => void) | undefined;
  phase: 'before' | 'started' | 'stopped';
}

const TEST = Symbol('test');
const MINUTE = 60_000;
let running: { readonly kind: JobKind; readonly isFinalizer: boolean; finalizer: object | undefined } | undefined;
/** Marks the transaction as that of a test, in which jobs and events wait for `Test.stopTest`. */
export function beginTest(transaction: Transaction): void {
  const queueBefore = transaction.pendingWork.lastPosition;
  transaction.state.set(TEST, { queueBefore, publications: [], restoreLimits: undefined, phase: 'before' } satisfies TestState);
}

/** Ends a test: its limits are those of the transaction again. */
export function endTest(transaction: Transaction): void {
  (transaction.state.get(TEST) as TestState | undefined)?.restoreLimits?.();
  transaction.state.delete(TEST);
  forgetStubs();
}

function testState(): TestState | undefined {
  return currentTransaction().state.get(TEST) as TestState | undefined;
}

/** Whether a test is running. */
export function isRunningTest(): boolean {
  return testState() !== undefined;
}

/** What a test has published and not yet delivered; undefined outside tests. */
export function publicationsOfTest(): Publication[] | undefined {
  const test = testState();
  return test && publicationsOf(test);
}

/** Changes become events as soon as somebody looks at what is published. */
function publicationsOf({ publications }: TestState): Publication[] {
  const changes = takeChangeEvents(currentTransaction());
  if (changes) {
    publications.push(changes);
  }
  return publications;
}

/** Queues a job and gives its id: of `AsyncApexJob`, or of `CronTrigger` for one that is scheduled. */
export function enqueue(job: Job): string {
  const transaction = currentTransaction();
  const isTest = isRunningTest();
  if (isTest && running?.kind === 'queueable' && !running.isFinalizer && job.kind === 'queueable') {
    raise('System.AsyncException', 'Maximum stack depth has been reached.');
  }
  const { signature } = job;
  if (signature !== undefined && transaction.pendingWork.isSigned(signature, testState()?.queueBefore ?? 0)) {
    raise('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  const recordId = insertRows(transaction, job);
  // A schedule is called up by its CronTrigger.
  const dueAt = job.kind === 'schedulable' ? null : transaction.now() + (job.delayMinutes ?? 0) * MINUTE;
  promise({ kind: job.kind, recordId, dueAt, signature, values: job.values }, isTest);
  return recordId;
}

function insertRows(transaction: Transaction, job: Job): string {
  if (job.kind !== 'schedulable') {
    return insertJobRow(transaction, job);
  }
  const trigger = insertCronRow(transaction, job.name as string, job.cron as string, SCHEDULED_APEX);
  insertJobRow(transaction, job, trigger);
  return trigger;
}

/** Queues a batch when a moment of the wall clock has come, and gives the id of the `CronTrigger` that waits for it. */
export function scheduleBatch(batch: Job, name: string, cron: string): string {
  const recordId = insertCronRow(currentTransaction(), name, cron, SCHEDULED_BATCH);
  promise({ kind: 'scheduledBatch', recordId, dueAt: null, values: batch.values }, isRunningTest());
  return recordId;
}

/** Queues the finalizer that a job attached, to run next. */
export function enqueueFinalizer(finalizer: object, jobId: string, exception: ApexException | null): void {
  promise({ kind: 'finalizer', recordId: jobId, dueAt: AT_ONCE, values: [finalizer, exception] }, isRunningTest());
}

/** `System.abortJob`: a job that has not begun never does, a batch does not go on. */
export function abort(given: string): void {
  const transaction = currentTransaction();
  const id = toId18(given) ?? given;
  const isCronTrigger = transaction.schema.objectOfPrefix(id.slice(0, 3))?.name === 'CronTrigger';
  transaction.updateSystemRow(id, isCronTrigger ? { State: 'DELETED', NextFireTime: null } : aborted(transaction));
  const jobs = isCronTrigger ? uncountedQuery(transaction, JOBS_OF_TRIGGER, new Map([['id', id]])) : [];
  jobs.forEach((job) => transaction.updateSystemRow(job.id as string, aborted(transaction)));
  const work = transaction.pendingWork.ofRecord(id);
  if (work) {
    transaction.pendingWork.remove(work.position);
  }
}

/** The kind of job that runs now; undefined in ordinary code. A finalizer is a transaction beside its queueable, and none itself. */
export function runningJobKind(): JobKind | 'finalizer' | undefined {
  return running?.isFinalizer ? 'finalizer' : running?.kind;
}

/** `System.attachFinalizer`: what runs after this queueable, however it ends. */
export function attachFinalizer(finalizer: object): void {
  if (running?.kind !== 'queueable') {
    raise('System.HandledException', 'A finalizer can only be attached within a Queueable job');
  }
  if (running.finalizer) {
    raise('System.HandledException', 'More than one Finalizer cannot be attached to the same Async Apex Job');
  }
  running.finalizer = finalizer;
}

/** `Test.startTest`: a fresh set of limits. */
export function startTest(): void {
  const test = testState() ?? raise('System.TypeException', 'Test.startTest can only be called from a test');
  if (test.phase !== 'before') {
    raise('System.FinalException', 'Testing already started');
  }
  test.phase = 'started';
  test.restoreLimits = currentTransaction().limits.fresh();
}

/** `Test.stopTest`: delivers events and runs what was queued since, one job after another, and returns to the limits of before. */
export function stopTest(): void {
  const test = testState() ?? raise('System.TypeException', 'Test.stopTest can only be called from a test');
  if (test.phase !== 'started') {
    raise('System.FinalException', 'Testing has not started');
  }
  test.phase = 'stopped';
  const failures: unknown[] = [];
  try {
    for (let work = nextInTest(test); work; work = nextInTest(test)) {
      failures.push(...runInTest(work));
    }
  } finally {
    test.restoreLimits?.();
    test.restoreLimits = undefined;
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}

/** Delivers what was published before the next job is looked for: its triggers may queue one. */
function nextInTest(test: TestState): Work | undefined {
  while (publicationsOf(test).length > 0) {
    test.publications.splice(0).forEach(deliverNow);
  }
  return currentTransaction().pendingWork.nextAfter(test.queueBefore);
}

function runInTest(work: Work): unknown[] {
  const transaction = currentTransaction();
  const { userId } = transaction;
  transaction.userId = work.userId;
  try {
    return performWork(work, (step) => inTestStep(transaction, step), { mostScopes: 1 });
  } finally {
    transaction.userId = userId;
  }
}

/** A step of a job in a test: limits of its own, and undone when it fails, as if it were a transaction. */
function inTestStep(transaction: Transaction, work: () => void): void {
  const restoreLimits = transaction.limits.fresh(ASYNCHRONOUS_LIMITS);
  const savepoint = transaction.savepoint();
  try {
    work();
  } catch (error) {
    transaction.rollback(savepoint);
    throw error;
  } finally {
    transaction.release(savepoint);
    restoreLimits();
  }
}

/**
 * Runs a part of a job in the running transaction: outside triggers, without the caller's sharing. A finalizer may queue a job where the
 * queueable before it may not: in a test. Gives the finalizer that was attached.
 */
export function runAs(kind: JobKind, work: () => void, isFinalizer = false): object | undefined {
  const before = running;
  const sharing = enterSharing(false);
  const now = { kind, isFinalizer, finalizer: undefined as object | undefined };
  running = now;
  try {
    outsideTriggers(work);
  } catch (error) {
    throw now.finalizer ? new JobFailure(error, now.finalizer) : error;
  } finally {
    running = before;
    restoreSharing(sharing);
  }
  return now.finalizer;
}

/** The failure of a job that attached a finalizer before it failed. */
export class JobFailure extends Error {
  readonly finalizer: object;

  constructor(cause: unknown, finalizer: object) {
    super('A job with a finalizer failed', { cause });
    this.finalizer = finalizer;
  }
}

/** Queues the call of a `@future` method. */
export function callFuture(owner: JavaScriptClass, key: string, ...values: unknown[]): void {
  if (running?.kind === 'future' || running?.kind === 'batch') {
    raise('System.AsyncException', 'Future method cannot be called from a future or batch method');
  }
  currentTransaction().limits.consume('futureCalls', 1);
  const { apex } = owner;
  const methodName = apex.methods.find((method) => method.key === key)?.name ?? key;
  enqueue({ kind: 'future', values: [apex.name, key, ...values], className: apex.name, methodName });
}
