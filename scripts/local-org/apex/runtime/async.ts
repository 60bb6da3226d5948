import type { Transaction } from '../../data/transaction.ts';
import type { JavaScriptClass } from './class-info.ts';
import { currentTransaction, enterSharing, restoreSharing } from './current.ts';
import { deliverNow } from './event-delivery.ts';
import type { Publication } from './event-delivery.ts';
import { raise } from './exception.ts';
import { insertCronRow, insertJobRow } from './job-rows.ts';
import { runJob } from './jobs.ts';
import { outsideTriggers } from './trigger-context.ts';

export type JobKind = 'queueable' | 'batch' | 'future' | 'schedulable';

/** Work that runs later, in transactions of its own; in a test at `Test.stopTest`. */
export interface Job {
  readonly kind: JobKind;
  /** The Apex object to run; absent for a future method. */
  readonly instance?: object;
  /** The call of a future method, and where it is declared. */
  readonly call?: () => void;
  readonly className?: string;
  readonly methodName?: string;
  readonly delayMinutes?: number;
  readonly scopeSize?: number;
  readonly name?: string;
  readonly cron?: string;
}

export interface QueuedJob extends Job {
  /** Of its `AsyncApexJob`; for a scheduled job, of its `CronTrigger`. */
  readonly id: string;
  /** Who queued it, and as whom it runs. */
  readonly userId: string;
  /** Milliseconds since the epoch: not before. */
  readonly dueAt: number;
}

/** Takes a job over once the transaction that queued it is committed; supplied by whoever owns the org. */
export type JobStarter = (job: QueuedJob) => void;

interface TestState {
  readonly jobs: QueuedJob[];
  readonly publications: Publication[];
  restoreLimits: (() => void) | undefined;
  phase: 'before' | 'started' | 'stopped';
}

const TEST = Symbol('test');
const MINUTE = 60_000;
let startJob: JobStarter = () => {
  throw new Error('No engine runs queued jobs.');
};
let running: { readonly kind: JobKind; finalizer: object | undefined } | undefined;
const aborted = new Set<string>();

export function setJobStarter(starter: JobStarter): void {
  startJob = starter;
}

/** Marks the transaction as that of a test, in which jobs and events wait for `Test.stopTest`. */
export function beginTest(transaction: Transaction): void {
  transaction.state.set(TEST, { jobs: [], publications: [], restoreLimits: undefined, phase: 'before' } satisfies TestState);
}

/** Ends a test: its limits are those of the transaction again. */
export function endTest(transaction: Transaction): void {
  (transaction.state.get(TEST) as TestState | undefined)?.restoreLimits?.();
  transaction.state.delete(TEST);
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
  return testState()?.publications;
}

/** Queues a job and gives its id: of `AsyncApexJob`, or of `CronTrigger` for one that is scheduled. */
export function enqueue(job: Job): string {
  const transaction = currentTransaction();
  const test = testState();
  if (test && running?.kind === 'queueable' && job.kind === 'queueable') {
    raise('System.AsyncException', 'Maximum stack depth has been reached.');
  }
  const id = insertRows(transaction, job);
  const dueAt = transaction.now() + (job.delayMinutes ?? 0) * MINUTE;
  const queued: QueuedJob = { ...job, id, userId: transaction.userId, dueAt };
  if (test) {
    test.jobs.push(queued);
  } else {
    transaction.afterCommit(() => startJob(queued));
  }
  return id;
}

function insertRows(transaction: Transaction, job: Job): string {
  if (job.kind !== 'schedulable') {
    return insertJobRow(transaction, job);
  }
  const trigger = insertCronRow(transaction, job.name as string, job.cron as string);
  insertJobRow(transaction, job, trigger);
  return trigger;
}

/** `System.abortJob`: a job that has not begun never does. */
export function abort(id: string): void {
  const transaction = currentTransaction();
  const isCronTrigger = transaction.schema.objectOfPrefix(id.slice(0, 3))?.name === 'CronTrigger';
  transaction.updateSystemRow(id, isCronTrigger ? { State: 'DELETED', NextFireTime: null } : { Status: 'Aborted' });
  const test = testState();
  if (test) {
    const place = test.jobs.findIndex((job) => job.id === id);
    test.jobs.splice(place, place < 0 ? 0 : 1);
  } else {
    transaction.afterCommit(() => aborted.add(id));
  }
}

/** Whether the job was aborted before it began. */
export function isAborted(id: string): boolean {
  return aborted.has(id);
}

/** The kind of job that runs now; undefined in ordinary code. */
export function runningJobKind(): JobKind | undefined {
  return running?.kind;
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
  try {
    while (test.jobs.length > 0 || test.publications.length > 0) {
      test.publications.splice(0).forEach(deliverNow);
      const job = test.jobs.shift();
      if (job) {
        runInTest(job);
      }
    }
  } finally {
    test.restoreLimits?.();
    test.restoreLimits = undefined;
  }
}

function runInTest(job: QueuedJob): void {
  const transaction = currentTransaction();
  const { userId } = transaction;
  transaction.userId = job.userId;
  try {
    runJob(job, (work) => inTestStep(transaction, work), { mostScopes: 1 });
  } finally {
    transaction.userId = userId;
  }
}

/** A step of a job in a test: limits of its own, and undone when it fails, as if it were a transaction. */
function inTestStep(transaction: Transaction, work: () => void): void {
  const restoreLimits = transaction.limits.fresh();
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

/** Runs a part of a job in the running transaction: outside triggers, without the caller's sharing. Gives the finalizer it attached. */
export function runAs(kind: JobKind, work: () => void): object | undefined {
  const before = running;
  const sharing = enterSharing(false);
  const now = { kind, finalizer: undefined as object | undefined };
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
  const call = (): void => {
    (owner[key] as (...inputs: unknown[]) => void)(...values);
  };
  enqueue({ kind: 'future', call, className: apex.name, methodName });
}
