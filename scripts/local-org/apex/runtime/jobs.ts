import { QueryLocatorValue } from '../library/database/query-locator.ts';
import { JobContext } from '../library/system/jobs.ts';
import { classInfoOf } from './class-info.ts';
import { ApexList } from './collections/list.ts';
import type { QueuedJob } from './async.ts';
import { each } from './elements.ts';
import { invoke } from './invoke.ts';

const DEFAULT_SCOPE = 200;

/** Runs a piece of a job in a transaction of its own, or in the test's. */
export type JobStep = (work: () => void) => void;

/** Runs a job: one step for a queueable, future or scheduled one; start, each scope and finish of a batch are steps of their own. */
export function runJob(job: QueuedJob, step: JobStep): void {
  if (job.kind === 'future') {
    step(() => job.call?.());
    return;
  }
  const instance = job.instance as object;
  const context = new JobContext(job.id, job.kind);
  if (job.kind === 'batch') {
    runBatch(job, instance, context, step);
  } else {
    step(() => invoke(instance, 'execute', [context]));
  }
}

function runBatch(job: QueuedJob, instance: object, context: JobContext, step: JobStep): void {
  let scope: readonly unknown[] = [];
  let elementType = 'SObject';
  step(() => {
    const started = invoke(instance, 'start', [context]);
    const list = started instanceof QueryLocatorValue ? started.records : started;
    elementType = list instanceof ApexList ? list.elementType : 'Object';
    scope = [...each(list)];
  });
  const size = job.scopeSize ?? DEFAULT_SCOPE;
  const isStateful = classInfoOf(instance)?.ancestors.has('database.stateful') ?? false;
  for (let from = 0; from < scope.length; from += size) {
    const chunk = new ApexList(elementType, scope.slice(from, from + size));
    step(() => invoke(isStateful ? instance : copyOf(instance), 'execute', [context, chunk]));
  }
  step(() => invoke(isStateful ? instance : copyOf(instance), 'finish', [context]));
}

/** A batch without `Database.Stateful` begins every scope with the fields that it was queued with. */
function copyOf(instance: object): object {
  return Object.assign(Object.create(Object.getPrototypeOf(instance) as object) as object, instance);
}
