import type { Transaction } from '../../data/transaction.ts';
import { makeId } from '../../data/values/id.ts';
import { currentTransaction, enterSharing, restoreSharing } from './current.ts';
import { ApexException, raise } from './exception.ts';
import { runJob } from './jobs.ts';
import { outsideTriggers } from './trigger-context.ts';

export type JobKind = 'queueable' | 'batch' | 'future' | 'schedulable';

/** Work that runs later, in transactions of its own; in a test at `Test.stopTest`. */
export interface Job {
  readonly kind: JobKind;
  /** The Apex object to run; absent for a future method. */
  readonly instance?: object;
  /** The call of a future method. */
  readonly call?: () => void;
  readonly delayMinutes?: number;
  readonly scopeSize?: number;
  readonly name?: string;
  readonly cron?: string;
}

export interface QueuedJob extends Job {
  readonly id: string;
  /** Who queued it, and as whom it runs. */
  readonly userId: string;
}

/** Runs a job once the transaction that queued it is committed; supplied by whoever owns the org. */
export type JobStarter = (job: QueuedJob) => void;

interface TestState {
  readonly jobs: QueuedJob[];
  restoreLimits: (() => void) | undefined;
  phase: 'before' | 'started' | 'stopped';
}

const TEST = Symbol('test');
let startJob: JobStarter = () => {
  throw new Error('No engine runs queued jobs.');
};
let running: JobKind | undefined;
let serial = 0;
const aborted = new Set<string>();

export function setJobStarter(starter: JobStarter): void {
  startJob = starter;
}

/** Marks the transaction as that of a test, in which jobs wait for `Test.stopTest`. */
export function beginTest(transaction: Transaction): void {
  transaction.state.set(TEST, { jobs: [], restoreLimits: undefined, phase: 'before' } satisfies TestState);
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

/** Queues a job and gives its id: of `AsyncApexJob`, or of `CronTrigger` for one that is scheduled. */
export function enqueue(job: Job): string {
  const transaction = currentTransaction();
  serial += 1;
  const id = makeId(job.kind === 'schedulable' ? '08e' : '707', serial);
  const queued: QueuedJob = { ...job, id, userId: transaction.userId };
  const test = testState();
  if (!test) {
    transaction.afterCommit(() => {
      if (!aborted.has(id)) {
        startJob(queued);
      }
    });
  } else if (running === 'queueable' && job.kind === 'queueable') {
    raise('System.AsyncException', 'Maximum stack depth has been reached.');
  } else {
    test.jobs.push(queued);
  }
  return id;
}

/** `System.abortJob`: a job that has not begun never does. */
export function abort(id: string): void {
  aborted.add(id);
}

/** The kind of job that runs now; undefined in ordinary code. */
export function runningJobKind(): JobKind | undefined {
  return running;
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

/** `Test.stopTest`: runs what was queued since, one job after another, and returns to the limits of before. */
export function stopTest(): void {
  const test = testState() ?? raise('System.TypeException', 'Test.stopTest can only be called from a test');
  if (test.phase !== 'started') {
    raise('System.FinalException', 'Testing has not started');
  }
  test.phase = 'stopped';
  try {
    for (let job = test.jobs.shift(); job; job = test.jobs.shift()) {
      runInTest(job);
    }
  } finally {
    test.restoreLimits?.();
    test.restoreLimits = undefined;
  }
}

function runInTest(job: QueuedJob): void {
  if (aborted.has(job.id)) {
    return;
  }
  const transaction = currentTransaction();
  const restoreLimits = transaction.limits.fresh();
  const { userId } = transaction;
  transaction.userId = job.userId;
  try {
    runJob(job, (work) => runAs(job.kind, work));
  } finally {
    transaction.userId = userId;
    restoreLimits();
  }
}

/** Runs a part of a job in the running transaction: outside triggers, without the caller's sharing. */
export function runAs<T>(kind: JobKind, work: () => T): T {
  const before = running;
  const sharing = enterSharing(false);
  running = kind;
  try {
    return outsideTriggers(work);
  } finally {
    running = before;
    restoreSharing(sharing);
  }
}

/** Queues the call of a `@future` method. */
export function callFuture(owner: Record<string, (...values: unknown[]) => void>, key: string, ...values: unknown[]): void {
  if (running === 'future' || running === 'batch') {
    throw new ApexException('System.AsyncException', 'Future method cannot be called from a future or batch method');
  }
  currentTransaction().limits.consume('futureCalls', 1);
  enqueue({ kind: 'future', call: () => owner[key]?.(...values) });
}
