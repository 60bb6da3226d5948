import { DatetimeValue } from '../../data/values/datetime.ts';
import type { Value } from '../../data/record.ts';
import type { Transaction } from '../../data/transaction.ts';
import { readCron } from '../library/system/cron.ts';
import { runningUser, uncountedQuery } from '../library/running-user.ts';
import { raise } from './exception.ts';
import type { Job, JobKind } from './async.ts';

const JOB_TYPES: Readonly<Record<JobKind, string>> = {
  queueable: 'Queueable',
  batch: 'BatchApex',
  future: 'Future',
  schedulable: 'ScheduledApex',
};

/** `CronJobDetail.JobType` of scheduled Apex and of a scheduled batch. */
export const SCHEDULED_APEX = '7';
export const SCHEDULED_BATCH = '9';

/** The `AsyncApexJob` that tells of a schedule. */
export const JOBS_OF_TRIGGER = 'SELECT Id FROM AsyncApexJob WHERE CronTriggerId = :id';

/** Writes the `AsyncApexJob` of a job that is being queued and gives its id. */
export function insertJobRow(transaction: Transaction, job: Job, cronTriggerId: string | null = null): string {
  const topLevel = job.className.split('.')[0];
  const [apexClass] = uncountedQuery(transaction, 'SELECT Id FROM ApexClass WHERE Name = :name', new Map([['name', topLevel]]));
  return transaction.insertSystemRow('AsyncApexJob', {
    JobType: JOB_TYPES[job.kind],
    ApexClassId: apexClass?.id ?? null,
    MethodName: job.methodName ?? null,
    Status: 'Queued',
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    CronTriggerId: cronTriggerId,
  });
}

/** Writes the `CronTrigger` (and its detail) of a job that is being scheduled and gives its id. Throws when the name is taken. */
export function insertCronRow(transaction: Transaction, name: string, expression: string, jobType: string): string {
  const binds = new Map([['name', name]]);
  const soql = "SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = :name AND State IN ('WAITING', 'ACQUIRED', 'EXECUTING')";
  if (uncountedQuery(transaction, soql, binds).length > 0) {
    raise('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  const { timeZone } = runningUser();
  const detail = transaction.insertSystemRow('CronJobDetail', { Name: name, JobType: jobType });
  return transaction.insertSystemRow('CronTrigger', {
    CronJobDetailId: detail,
    CronExpression: expression,
    State: 'WAITING',
    TimesTriggered: 0,
    TimeZoneSidKey: timeZone,
    OwnerId: transaction.userId,
    StartTime: new DatetimeValue(transaction.now()),
    NextFireTime: nextFireTime(expression, transaction.now(), timeZone),
  });
}

/** When a schedule fires next on the wall clock of a zone, or null when it never does again. */
export function nextFireTime(expression: string, now: number, timeZone: string): Value {
  const next = readCron(expression, now, timeZone).next(now);
  return next === undefined ? null : new DatetimeValue(next);
}

/** Says how far a job is. */
export function updateJobRow(transaction: Transaction, id: string, contents: Readonly<Record<string, Value>>): void {
  transaction.updateSystemRow(id, contents);
}

/** How many parts of a job have run, and how many of them failed. */
export function readJobRow(transaction: Transaction, id: string): { readonly processed: number; readonly errors: number } {
  const soql = 'SELECT JobItemsProcessed, NumberOfErrors FROM AsyncApexJob WHERE Id = :id';
  const [row] = uncountedQuery(transaction, soql, new Map([['id', id]]));
  return { processed: Number(row?.get('JobItemsProcessed') ?? 0), errors: Number(row?.get('NumberOfErrors') ?? 0) };
}

/** Takes out the rows of jobs that were over before a moment and gives their number. */
export function deleteJobRows(transaction: Transaction, before: DatetimeValue): number {
  const soql = "SELECT Id FROM AsyncApexJob WHERE Status IN ('Completed', 'Aborted', 'Failed') AND CompletedDate < :before";
  const jobs = uncountedQuery(transaction, soql, new Map([['before', before]]));
  jobs.forEach((job) => transaction.deleteSystemRow(job.id as string));
  return jobs.length;
}

/** The contents of a job's row when it will not run. */
export function aborted(transaction: Transaction): Readonly<Record<string, Value>> {
  return { ...finished(transaction), Status: 'Aborted' };
}

/** The contents of a job's row when it has run. */
export function finished(transaction: Transaction): Readonly<Record<string, Value>> {
  return { Status: 'Completed', CompletedDate: new DatetimeValue(transaction.now()) };
}

/** The contents of a job's row when it has failed. */
export function failed(transaction: Transaction, reason: string): Readonly<Record<string, Value>> {
  return { ...finished(transaction), Status: 'Failed', ExtendedStatus: reason.slice(0, 1000) };
}
