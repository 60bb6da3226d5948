import { QueryLocatorValue } from '../library/database/query-locator.ts';
import { FinalizerContext } from '../library/system/finalizer.ts';
import { JobContext } from '../library/system/jobs.ts';
import { JobFailure, runAs } from './async.ts';
import type { QueuedJob } from './async.ts';
import { classInfoOf } from './class-info.ts';
import { ApexList } from './collections/list.ts';
import { currentTransaction } from './current.ts';
import { each } from './elements.ts';
import { ApexException, asApexException, raise } from './exception.ts';
import { invoke } from './invoke.ts';
import { finished, updateJobRow } from './job-rows.ts';

const DEFAULT_SCOPE = 200;

/** Runs a piece of a job in a transaction of its own, or in the test's; undoes it when it throws. */
export type JobStep = (work: () => void) => void;

export interface JobOptions {
  /** How many scopes a batch may have: one in a test. */
  readonly mostScopes?: number;
}

/**
 * Runs a job: one step for a queueable, future or scheduled one; start, each scope and finish of a batch are steps of their own, of which a
 * failing scope does not keep the others from running. Its `AsyncApexJob` tells how far it is.
 *
 * @throws what the job threw, of a batch the first failure, after finalizers and the other scopes ran.
 */
export function runJob(job: QueuedJob, step: JobStep, options: JobOptions = {}): void {
  if (job.kind === 'batch') {
    new BatchRun(job, step, options.mostScopes ?? Number.POSITIVE_INFINITY).run();
  } else if (job.kind === 'schedulable') {
    step(() => runAs(job.kind, () => invoke(job.instance, 'execute', [new JobContext(job.id, job.kind)])));
  } else {
    runOnce(job, step);
  }
}

function runOnce(job: QueuedJob, step: JobStep): void {
  let finalizer: object | undefined;
  try {
    step(() => {
      finalizer = runAs(job.kind, () => (job.call ? job.call() : invoke(job.instance, 'execute', [new JobContext(job.id, job.kind)])));
      const transaction = currentTransaction();
      updateJobRow(transaction, job.id, { ...finished(transaction, null), JobItemsProcessed: 1, TotalJobItems: 1 });
    });
  } catch (thrown) {
    const error = thrown instanceof JobFailure ? thrown.cause : thrown;
    step(() => {
      const transaction = currentTransaction();
      updateJobRow(transaction, job.id, { ...finished(transaction, textOf(error)), NumberOfErrors: 1 });
    });
    runFinalizer(thrown instanceof JobFailure ? thrown.finalizer : undefined, job, error, step);
    throw error;
  }
  runFinalizer(finalizer, job, undefined, step);
}

function runFinalizer(finalizer: object | undefined, job: QueuedJob, error: unknown, step: JobStep): void {
  if (finalizer) {
    const exception = asApexException(error);
    const context = new FinalizerContext(job.id, exception instanceof ApexException ? exception : null);
    step(() => runAs(job.kind, () => invoke(finalizer, 'execute', [context])));
  }
}

function textOf(error: unknown): string {
  const exception = asApexException(error);
  return exception instanceof ApexException ? exception.apexMessage : String(error);
}

class BatchRun {
  private readonly job: QueuedJob;
  private readonly instance: object;
  private readonly step: JobStep;
  private readonly mostScopes: number;
  private readonly context: JobContext;
  private readonly isStateful: boolean;
  private readonly failures: unknown[] = [];
  private scopes: readonly ApexList[] = [];

  constructor(job: QueuedJob, step: JobStep, mostScopes: number) {
    this.job = job;
    this.instance = job.instance as object;
    this.step = step;
    this.mostScopes = mostScopes;
    this.context = new JobContext(job.id, job.kind);
    this.isStateful = classInfoOf(this.instance)?.ancestors.has('database.stateful') ?? false;
  }

  run(): void {
    this.attempt(() => this.start());
    for (const scope of this.failures.length > 0 ? [] : this.scopes) {
      this.attempt(() => this.inJob(() => invoke(this.fresh(), 'execute', [this.context, scope])));
    }
    this.attempt(() => {
      this.inJob(() => invoke(this.fresh(), 'finish', [this.context]));
      const transaction = currentTransaction();
      const first = this.failures[0];
      const counts = { JobItemsProcessed: this.scopes.length, TotalJobItems: this.scopes.length, NumberOfErrors: this.failures.length };
      const outcome = finished(transaction, first === undefined ? null : `First error: ${textOf(first)}`);
      updateJobRow(transaction, this.job.id, { ...outcome, Status: 'Completed', ...counts });
    });
    if (this.failures.length > 0) {
      throw this.failures[0];
    }
  }

  private start(): void {
    this.inJob(() => {
      const started = invoke(this.instance, 'start', [this.context]);
      const list = started instanceof QueryLocatorValue ? started.records : started;
      const elementType = list instanceof ApexList ? list.elementType : 'Object';
      const elements = [...each(list)];
      const size = this.job.scopeSize ?? DEFAULT_SCOPE;
      const count = Math.ceil(elements.length / size);
      if (count > this.mostScopes) {
        raise(
          'System.UnexpectedException',
          'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
        );
      }
      this.scopes = Array.from(
        { length: count },
        (_, index) => new ApexList(elementType, elements.slice(index * size, (index + 1) * size)),
      );
    });
    updateJobRow(currentTransaction(), this.job.id, { Status: 'Processing', TotalJobItems: this.scopes.length });
  }

  private attempt(work: () => void): void {
    try {
      this.step(work);
    } catch (error) {
      this.failures.push(error);
    }
  }

  private inJob(work: () => void): void {
    runAs(this.job.kind, work);
  }

  /** A batch without `Database.Stateful` begins every scope with the fields that it was queued with. */
  private fresh(): object {
    if (this.isStateful) {
      return this.instance;
    }
    const copy = Object.create(Object.getPrototypeOf(this.instance) as object) as object;
    return Object.assign(copy, this.instance);
  }
}
