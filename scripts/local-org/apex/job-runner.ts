import { ASYNCHRONOUS_LIMITS } from '../data/governor-limits.ts';
import type { Org } from '../data/org.ts';
import type { SObjectRecord } from '../data/record.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { Transaction } from '../data/transaction.ts';
import { DatetimeValue } from '../data/values/datetime.ts';
import { isAborted } from './runtime/async.ts';
import type { QueuedJob } from './runtime/async.ts';
import { findClass, newInstance } from './runtime/class-info.ts';
import { withTransaction } from './runtime/current.ts';
import { deliverNow } from './runtime/event-delivery.ts';
import type { Publication } from './runtime/event-delivery.ts';
import { nextFireTime } from './runtime/job-rows.ts';
import { runJob } from './runtime/jobs.ts';

/** How often the clock is looked at for jobs that are due. */
const WATCH_INTERVAL = 10_000;

/** Runs the jobs of an org: queued ones once the transaction that queued them is committed, scheduled and delayed ones when they are due. */
export class JobRunner {
  private readonly org: Org;
  private readonly onFailure: (job: QueuedJob, error: unknown) => void;
  private readonly ready: QueuedJob[] = [];
  private delayed: QueuedJob[] = [];
  /** Scheduled objects of this process; one that an earlier process scheduled is made anew by its class. */
  private readonly scheduled = new Map<string, QueuedJob>();
  private running = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(org: Org, onFailure: (job: QueuedJob, error: unknown) => void) {
    this.org = org;
    this.onFailure = onFailure;
  }

  /** Takes a job over: runs it, after those that wait already, or keeps it until it is due. */
  start(job: QueuedJob): void {
    if (job.kind === 'schedulable') {
      this.scheduled.set(job.id, job);
    } else if (job.dueAt > this.org.clock()) {
      this.delayed.push(job);
    } else {
      this.ready.push(job);
      this.drain();
    }
  }

  /** Delivers platform events in a transaction of their own. */
  deliver(publication: Publication, userId: string): void {
    this.inTransaction(userId, () => deliverNow(publication));
  }

  /**
   * Runs every scheduled and delayed job whose time has come by the org's clock, each once however often its time has passed, and gives
   * their number.
   */
  runDue(): number {
    const now = this.org.clock();
    const due = this.delayed.filter((job) => job.dueAt <= now);
    this.delayed = this.delayed.filter((job) => job.dueAt > now);
    this.ready.push(...due);
    this.drain();
    const triggers = this.dueTriggers(now);
    for (const trigger of triggers) {
      this.fire(trigger, now);
    }
    return due.length + triggers.length;
  }

  /** Looks for due jobs every few seconds, for as long as the process lives or until `stop`. */
  watch(): void {
    this.timer ??= setInterval(() => this.runDue(), WATCH_INTERVAL).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** One job after another: a job that queues another must not run inside it. */
  private drain(): void {
    if (this.running) {
      return;
    }
    this.running = true;
    try {
      for (let job = this.ready.shift(); job; job = this.ready.shift()) {
        this.run(job);
      }
    } finally {
      this.running = false;
    }
  }

  private run(job: QueuedJob): void {
    if (isAborted(job.id)) {
      return;
    }
    try {
      runJob(job, (work) => this.inTransaction(job.userId, work));
    } catch (error) {
      this.onFailure(job, error);
    }
  }

  private dueTriggers(now: number): readonly SObjectRecord[] {
    const soql =
      "SELECT Id, CronExpression, OwnerId, TimesTriggered, TimeZoneSidKey FROM CronTrigger WHERE State = 'WAITING' AND NextFireTime <= :now ORDER BY NextFireTime";
    return this.asAdministrator(
      (transaction) => transaction.query(soql, { ...SYSTEM, binds: new Map([['now', new DatetimeValue(now)]]) }).records,
    );
  }

  private fire(trigger: SObjectRecord, now: number): void {
    const id = trigger.id as string;
    const expression = trigger.get('CronExpression') as string;
    const next = nextFireTime(expression, now, trigger.get('TimeZoneSidKey') as string);
    this.asAdministrator((transaction) =>
      transaction.updateSystemRow(id, {
        State: next === null ? 'COMPLETE' : 'WAITING',
        PreviousFireTime: new DatetimeValue(now),
        NextFireTime: next,
        TimesTriggered: ((trigger.get('TimesTriggered') as number | null) ?? 0) + 1,
      }),
    );
    const job = this.scheduled.get(id) ?? this.restored(id, trigger.get('OwnerId') as string, expression);
    if (job) {
      this.run(job);
    } else {
      this.asAdministrator((transaction) => transaction.updateSystemRow(id, { State: 'ERROR', NextFireTime: null }));
    }
  }

  /** A job that an earlier process scheduled: a new object of its class. */
  private restored(id: string, userId: string, cron: string): QueuedJob | undefined {
    const soql = 'SELECT ApexClass.Name FROM AsyncApexJob WHERE CronTriggerId = :id';
    const className = this.asAdministrator((transaction) => {
      const [row] = transaction.query(soql, { ...SYSTEM, binds: new Map([['id', id]]) }).records;
      return (row?.get('ApexClass') as SObjectRecord | null | undefined)?.get('Name') as string | undefined;
    });
    let instance: unknown;
    this.inTransaction(userId, () => {
      const info = findClass(className ?? '');
      instance = info && newInstance(info);
    });
    return instance ? { kind: 'schedulable', id, userId, cron, instance, dueAt: 0 } : undefined;
  }

  private inTransaction(userId: string, work: () => void): void {
    this.org.transaction(userId, (transaction) => withTransaction(transaction, work), { limits: ASYNCHRONOUS_LIMITS });
  }

  private asAdministrator<T>(work: (transaction: Transaction) => T): T {
    return this.org.transaction(this.org.administratorId, work);
  }
}
