import type { DateValue } from '../../../data/values/date.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { TimeValue } from '../../../data/values/time.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { abort, attachFinalizer, enqueue, runningJobKind, scheduleBatch } from '../../runtime/async.ts';
import { batchJob, DEFAULT_SCOPE } from '../../runtime/batch.ts';
import { classInfoOf } from '../../runtime/class-info.ts';
import { EnumConstant } from '../../runtime/enum.ts';
import { valuesAreSame } from '../../runtime/equality.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { hashOf } from '../../runtime/hash.ts';
import { deleteJobRows } from '../../runtime/job-rows.ts';
import { concatenationText } from '../../runtime/text.ts';
import { debugLog } from '../debug-log.ts';
import { pageState } from '../apex-pages/page-state.ts';
import type { LibraryClass } from '../declaration.ts';
import { runningUser } from '../running-user.ts';
import { assertDifferent, assertSame, assertTrue } from './assert.ts';
import { cronOfMoment, parseCron } from './cron.ts';
import { today } from './date.ts';
import { now } from './datetime.ts';
import type { AsyncOptionsValue } from './jobs.ts';

const LEVELS = ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR'];

function debug(levelOrMessage: unknown, message?: unknown): void {
  const leveled = message !== undefined;
  const level = leveled && levelOrMessage instanceof EnumConstant ? levelOrMessage.name : 'DEBUG';
  debugLog(currentTransaction()).push({ level, message: concatenationText(leveled ? message : levelOrMessage) });
}

function enqueueJob(job: unknown, delayMinutes = 0, signature?: string): string {
  currentTransaction().limits.consume('queueableJobs', 1);
  const instance = job ?? raiseNull('Argument 1 cannot be null');
  return enqueue({ kind: 'queueable', className: classInfoOf(instance)?.name ?? '', values: [instance], delayMinutes, signature });
}

function schedule(name: string | null, cron: string | null, job: unknown): string {
  const expression = cron ?? raiseNull('Argument 2 cannot be null');
  parseCron(expression, currentTransaction().now(), runningUser().timeZone);
  const instance = job ?? raiseNull('Argument 3 cannot be null');
  const className = classInfoOf(instance)?.name ?? '';
  return enqueue({
    kind: 'schedulable',
    className,
    values: [instance],
    name: name ?? raiseNull('Argument 1 cannot be null'),
    cron: expression,
  });
}

function scheduleBatchIn(job: unknown, name: string | null, minutes: number | null, scope: number): string {
  const batch = batchJob(job ?? raiseNull('Argument 1 cannot be null'), scope);
  const delay = minutes ?? raiseNull('Argument 3 cannot be null');
  if (delay < 1) {
    raise('System.AsyncException', 'The number of minutes from now must be greater than zero');
  }
  const cron = cronOfMoment(currentTransaction().now() + delay * 60_000, runningUser().timeZone);
  return scheduleBatch(batch, name ?? raiseNull('Argument 2 cannot be null'), cron);
}

/** Counts as one row, however many go. Dates of jobs are in GMT. */
function purgeOldAsyncJobs(date: DateValue | null): number {
  const before = DatetimeValue.ofWallClock(date ?? raiseNull('Argument 1 cannot be null'), TimeValue.of(0));
  const transaction = currentTransaction();
  transaction.limits.consume('dmlStatements', 1);
  transaction.limits.consume('dmlRows', 1);
  return deleteJobRows(transaction, before);
}

/** `System.System`. */
export const systemClass: LibraryClass = {
  name: 'System.System',
  members: {
    'static void abortJob(String id)': (id: string | null) => abort(id ?? raiseNull('Argument 1 cannot be null')),
    'static void assert(Boolean condition)': assertTrue,
    'static void assert(Boolean condition, Object message)': assertTrue,
    'static void assertEquals(Object expected, Object actual)': assertSame,
    'static void assertEquals(Object expected, Object actual, Object message)': assertSame,
    'static void assertNotEquals(Object unexpected, Object actual)': assertDifferent,
    'static void assertNotEquals(Object unexpected, Object actual, Object message)': assertDifferent,
    'static void attachFinalizer(System.Finalizer finalizer)': (finalizer: object | null) =>
      attachFinalizer(finalizer ?? raiseNull('Argument 1 cannot be null')),
    'static PageReference currentPageReference()': () => pageState().page,
    'static Long currentTimeMillis()': () => BigInt(Math.floor(currentTransaction().now())),
    'static void debug(Object message)': debug,
    'static void debug(Object level, Object message)': debug,
    'static Id enqueueJob(Object job)': (job: unknown) => enqueueJob(job),
    'static Id enqueueJob(Object job, Integer delay)': (job: unknown, delay: number | null) => enqueueJob(job, delay ?? 0),
    'static Id enqueueJob(Object job, System.AsyncOptions options)': (job: unknown, options: AsyncOptionsValue | null) =>
      enqueueJob(job, options?.minimumDelayInMinutes ?? 0, options?.duplicateSignature?.text),
    'static Boolean equals(Object left, Object right)': valuesAreSame,
    'static Integer hashCode(Object value)': hashOf,
    'static Boolean isBatch()': () => runningJobKind() === 'batch',
    'static Boolean isFuture()': () => runningJobKind() === 'future',
    'static Boolean isQueueable()': () => runningJobKind() === 'queueable',
    'static Boolean isScheduled()': () => runningJobKind() === 'schedulable',
    'static Datetime now()': now,
    'static Date today()': today,
    'static Integer purgeOldAsyncJobs(Date before)': purgeOldAsyncJobs,
    'static String schedule(String name, String cron, Object job)': schedule,
    'static String scheduleBatch(Object job, String name, Integer minutes)': (job: unknown, name: string | null, minutes: number | null) =>
      scheduleBatchIn(job, name, minutes, DEFAULT_SCOPE),
    'static String scheduleBatch(Object job, String name, Integer minutes, Integer scope)': (
      job: unknown,
      name: string | null,
      minutes: number | null,
      scope: number | null,
    ) => scheduleBatchIn(job, name, minutes, scope ?? DEFAULT_SCOPE),
  },
};

/** `System.LoggingLevel`. */
export const loggingLevelEnum: LibraryClass = { name: 'System.LoggingLevel', kind: 'enum', values: LEVELS, members: {} };
