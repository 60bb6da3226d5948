import { ASYNCHRONOUS_LIMITS } from '../data/governor-limits.ts';
import type { Org } from '../data/org.ts';
import type { SObjectRecord } from '../data/record.ts';
import type { Work } from '../data/store/pending-work.ts';
import { SYSTEM } from '../data/transaction.ts';
import type { Transaction } from '../data/transaction.ts';
import { DatetimeValue } from '../data/values/datetime.ts';
import { withTransaction } from './runtime/current.ts';
import { finished, JOBS_OF_TRIGGER, nextFireTime, updateJobRow } from './runtime/job-rows.ts';
import { performWork } from './runtime/jobs.ts';
import type { JobStep, WorkOptions } from './runtime/jobs.ts';

/** How often the clock is looked at for work that is due, in milliseconds. */
const WATCH_INTERVAL = 10_000;
/** For how long work is done at one go before requests get their turn: a chain without end must not keep the server to itself. */
const LONGEST_GO = 2_000;
/** The same for what was left by one that took too long: others wait meanwhile. */
const LONGEST_GO_BESIDES = 100;
/** The same when somebody has moved the clock and waits for what becomes due on the way. */
const LONGEST_GO_OF_CLOCK = 60_000;

const DUE_TRIGGERS =
  "SELECT Id, CronExpression, TimesTriggered, TimeZoneSidKey FROM CronTrigger WHERE State = 'WAITING' AND NextFireTime <= :now ORDER BY NextFireTime";

/** Does the queued work of an org: what is due at once when the transaction that queued it is committed, the rest when its time comes. */
export class JobRunner {
  private readonly org: Org;
  private readonly onFailure: (work: Work, error: unknown) => void;
  private running = false;
  private timer: NodeJS.Timeout | undefined;
  private nextGo: NodeJS.Immediate | undefined;

  constructor(org: Org, onFailure: (work: Work, error: unknown) => void) {
    this.org = org;
    this.onFailure = onFailure;
  }

  /** Looks at the queue and does what is due, one piece after another; what takes too long goes on when others had their turn. */
  wake(longest = LONGEST_GO): number {
    // A job that queues another must not run inside it.
    if (this.running) {
      return 0;
    }
    this.running = true;
    const end = performance.now() + longest;
    let done = 0;
    try {
      for (let work = this.next(); work; work = this.next()) {
        if (performance.now() > end) {
          this.goOnLater();
          break;
        }
        done += 1;
        if (!this.perform(work)) {
          break;
        }
      }
    } finally {
      this.running = false;
    }
    return done;
  }

  /**
   * Does all work whose time has come by the org's clock; a schedule fires once however often its time has passed. Gives the number of
   * pieces.
   */
  runDue(): number {
    const now = this.org.clock();
    const queued = this.wake(LONGEST_GO_OF_CLOCK);
    const triggers = this.dueTriggers(now);
    for (const trigger of triggers) {
      this.fire(trigger, now);
    }
    this.wake(LONGEST_GO_OF_CLOCK);
    return queued + triggers.length;
  }

  /** Does what an earlier process left undone, and looks for due work every few seconds, for as long as the process lives or until `stop`. */
  watch(): void {
    this.timer ??= setInterval(() => this.runDue(), WATCH_INTERVAL).unref();
    this.nextGo ??= setImmediate(() => this.runDue());
  }

  stop(): void {
    clearInterval(this.timer);
    clearImmediate(this.nextGo);
    this.timer = undefined;
    this.nextGo = undefined;
  }

  private next(): Work | undefined {
    return this.org.pendingWork.nextDue(this.org.clock());
  }

  private goOnLater(): void {
    clearImmediate(this.nextGo);
    this.nextGo = setImmediate(() => this.wake(LONGEST_GO_BESIDES));
  }

  /** Does a piece of work; false when it is still in the queue, as not even its failure could be written down (the disk is full). */
  private perform(work: Work, options: WorkOptions = {}): boolean {
    const step: JobStep = (piece) => this.inTransaction(work.userId, piece);
    let failures: unknown[];
    let written = true;
    try {
      failures = performWork(work, step, options);
    } catch (error) {
      failures = [error];
      written = false;
    }
    failures.forEach((error) => this.onFailure(work, error));
    return written;
  }

  private dueTriggers(now: number): readonly SObjectRecord[] {
    return this.asAdministrator(
      (transaction) => transaction.query(DUE_TRIGGERS, { ...SYSTEM, binds: new Map([['now', new DatetimeValue(now)]]) }).records,
    );
  }

  private fire(trigger: SObjectRecord, now: number): void {
    const id = trigger.id as string;
    const next = nextFireTime(trigger.get('CronExpression') as string, now, trigger.get('TimeZoneSidKey') as string);
    const work = this.org.pendingWork.ofRecord(id);
    if (!work) {
      this.asAdministrator((transaction) => transaction.updateSystemRow(id, { State: 'ERROR', NextFireTime: null }));
      return;
    }
    const fired = (transaction: Transaction): void => {
      transaction.updateSystemRow(id, {
        State: next === null ? 'COMPLETE' : 'WAITING',
        PreviousFireTime: new DatetimeValue(now),
        NextFireTime: next,
        TimesTriggered: ((trigger.get('TimesTriggered') as number | null) ?? 0) + 1,
      });
      if (next === null) {
        this.endSchedule(transaction, work);
      }
    };
    this.perform(work, { fired });
  }

  private endSchedule(transaction: Transaction, { position, recordId }: Work): void {
    transaction.pendingWork.remove(position);
    const { records } = transaction.query(JOBS_OF_TRIGGER, { ...SYSTEM, binds: new Map([['id', recordId]]) });
    records.forEach((job) => updateJobRow(transaction, job.id as string, finished(transaction)));
  }

  private inTransaction(userId: string, work: () => void): void {
    this.org.transaction(userId, (transaction) => withTransaction(transaction, work), { limits: ASYNCHRONOUS_LIMITS });
  }

  private asAdministrator<T>(work: (transaction: Transaction) => T): T {
    return this.org.transaction(this.org.administratorId, work);
  }
}
