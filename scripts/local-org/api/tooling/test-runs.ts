import type { TestOutcome, TestReport } from '../../apex/engine-types.ts';
import { SYSTEM } from '../../data/transaction.ts';
import type { SetUpWriter } from '../../data/setup/set-up-writer.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import type { ApiOrg, TestsRunner } from '../org-parts.ts';
import { CoverageRecords, STORED_COVERAGE } from './coverage-records.ts';
import type { CodeIds } from './coverage-records.ts';
import type { TestRequest } from './test-request.ts';
import type { ToolingRecords } from './tooling-records.ts';

const INTERRUPTED = 'The org was stopped while the tests ran: run them again';

/** What test runs work with. */
export interface TestRunParts {
  readonly org: ApiOrg;
  readonly records: ToolingRecords;
  readonly runTests: TestsRunner;
}

/** The records of one run while it goes on. */
interface Run {
  readonly jobId: string;
  readonly resultId: string;
  /** Ids of the queue items by the name of their test class in lower case. */
  readonly items: ReadonlyMap<string, string>;
}

/** Runs tests for clients, one run after the other, and keeps how they went where clients ask for it. */
export class TestRuns {
  readonly #parts: TestRunParts;
  readonly #coverage: CoverageRecords;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(parts: TestRunParts) {
    this.#parts = parts;
    this.#coverage = new CoverageRecords(parts.records.query(parts.org.administratorId, STORED_COVERAGE).records);
    this.#endInterrupted();
  }

  /** The org is about to be closed: what still runs is told by the next process. */
  close(): void {
    this.#closed = true;
  }

  /** Runs that an earlier process did not bring to an end are over, and say so. */
  #endInterrupted(): void {
    const { org, records } = this.#parts;
    const { administratorId } = org;
    const soql = "SELECT Id, AsyncApexJobId FROM ApexTestRunResult WHERE Status IN ('Queued', 'Processing')";
    for (const run of records.query(administratorId, soql).records) {
      const jobId = run.get('AsyncApexJobId') as string;
      const items = records.query(administratorId, `SELECT Id, ApexClassId FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}'`).records;
      this.#write((writer) => {
        for (const item of items) {
          writer.upsert('ApexTestQueueItem', { Id: item.id }, { Status: 'Aborted', ExtendedStatus: INTERRUPTED });
          writer.insert('ApexTestResult', {
            QueueItemId: item.id,
            AsyncApexJobId: jobId,
            ApexTestRunResultId: run.id,
            ApexClassId: item.get('ApexClassId') as string,
            MethodName: '<not run>',
            Outcome: 'Fail',
            Message: INTERRUPTED,
            RunTime: 0,
            TestTimestamp: now(),
            IsTestSetup: false,
          });
        }
        writer.upsert('ApexTestRunResult', { Id: run.id }, { Status: 'Aborted', EndTime: now(), TestTime: 0 });
      });
      const job = { Status: 'Aborted', ExtendedStatus: INTERRUPTED, CompletedDate: now() };
      org.transaction(administratorId, (transaction) => transaction.updateSystemRow(jobId, job));
    }
  }

  /** Ids of the org's classes and triggers by name. */
  codeIds(userId: string): CodeIds {
    const ids = new Map<string, string>();
    this.#parts.org.transaction(userId, (transaction) => {
      for (const object of ['ApexClass', 'ApexTrigger']) {
        const { records } = transaction.query(`SELECT Id, Name FROM ${object}`, SYSTEM);
        for (const record of records) ids.set(record.get('Name') as string, record.id as string);
      }
    });
    return ids;
  }

  /** Runs tests and waits for them. */
  async run(userId: string, { tests }: TestRequest): Promise<TestReport> {
    const report = await this.#inTurn(() => this.#parts.runTests(tests));
    this.#write((writer) => this.#coverage.write(writer, report, this.#borrowCode(writer, userId)));
    return report;
  }

  /** Starts a run and gives the id of its job; `ApexTestRunResult` and its kin tell how it goes. */
  start(userId: string, request: TestRequest): string {
    const run = this.#enqueue(userId, request);
    void this.#inTurn(() => this.#carryOut(userId, request, run));
    return run.jobId;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #write<T>(work: (writer: SetUpWriter) => T): T {
    return this.#parts.records.write(work);
  }

  /** Results name classes and triggers: their names are copied beside them. */
  #borrowCode(writer: SetUpWriter, userId: string): CodeIds {
    const ids = this.codeIds(userId);
    for (const object of ['ApexClass', 'ApexTrigger']) writer.clear(object);
    for (const [Name, Id] of ids) writer.insert(Id.startsWith('01q') ? 'ApexTrigger' : 'ApexClass', { Id, Name });
    return ids;
  }

  #enqueue(userId: string, { tests, classes }: TestRequest): Run {
    const jobId = this.#parts.org.transaction(userId, (transaction) =>
      transaction.insertSystemRow('AsyncApexJob', {
        JobType: 'TestRequest',
        Status: 'Processing',
        JobItemsProcessed: 0,
        TotalJobItems: classes.length,
        NumberOfErrors: 0,
      }),
    );
    return this.#write((writer) => {
      this.#borrowCode(writer, userId);
      const resultId = writer.insert('ApexTestRunResult', {
        AsyncApexJobId: jobId,
        UserId: userId,
        IsAllTests: tests === undefined,
        Source: 'Tooling API',
        StartTime: now(),
        Status: 'Processing',
        ClassesEnqueued: classes.length,
        ClassesCompleted: 0,
        MethodsEnqueued: 0,
        MethodsCompleted: 0,
        MethodsFailed: 0,
      });
      const item = { Status: 'Processing', ParentJobId: jobId, TestRunResultId: resultId };
      const items = classes.map(
        ({ id, name }) => [name.toLowerCase(), writer.insert('ApexTestQueueItem', { ...item, ApexClassId: id })] as const,
      );
      return { jobId, resultId, items: new Map(items) };
    });
  }

  async #carryOut(userId: string, request: TestRequest, run: Run): Promise<void> {
    let outcomes: readonly TestOutcome[];
    let report: TestReport | undefined;
    try {
      report = await this.#parts.runTests(request.tests);
      outcomes = report.tests;
    } catch (error) {
      outcomes = request.classes.map(({ name }) => notRun(name, error instanceof Error ? error.message : String(error)));
    }
    if (this.#closed) return;
    this.#write((writer) => {
      const ids = this.#borrowCode(writer, userId);
      writeOutcomes(writer, run, outcomes, ids);
      if (report !== undefined) this.#coverage.write(writer, report, ids);
    });
    const failures = outcomes.filter(isFailure).length;
    const job = { Status: 'Completed', JobItemsProcessed: request.classes.length, NumberOfErrors: failures, CompletedDate: now() };
    this.#parts.org.transaction(userId, (transaction) => transaction.updateSystemRow(run.jobId, job));
  }
}

function writeOutcomes(writer: SetUpWriter, run: Run, outcomes: readonly TestOutcome[], ids: CodeIds): void {
  for (const outcome of outcomes) {
    writer.insert('ApexTestResult', {
      QueueItemId: run.items.get(outcome.className.toLowerCase()) ?? null,
      AsyncApexJobId: run.jobId,
      ApexTestRunResultId: run.resultId,
      ApexClassId: ids.get(outcome.className) ?? null,
      MethodName: outcome.methodName,
      Outcome: outcome.outcome,
      Message: outcome.message,
      StackTrace: outcome.stackTrace,
      RunTime: Math.round(outcome.duration),
      TestTimestamp: now(),
      IsTestSetup: false,
    });
  }
  const failures = outcomes.filter(isFailure);
  for (const [className, id] of run.items) {
    const failed = failures.filter((outcome) => outcome.className.toLowerCase() === className).length;
    const count = outcomes.filter((outcome) => outcome.className.toLowerCase() === className).length;
    const ExtendedStatus = `(${count - failed}/${count})`;
    writer.upsert('ApexTestQueueItem', { Id: id }, { Status: failed > 0 ? 'Failed' : 'Completed', ExtendedStatus });
  }
  writer.upsert(
    'ApexTestRunResult',
    { Id: run.resultId },
    {
      Status: failures.length > 0 ? 'Failed' : 'Completed',
      EndTime: now(),
      TestTime: Math.round(outcomes.reduce((sum, { duration }) => sum + duration, 0)),
      TestSetupTime: 0,
      ClassesCompleted: run.items.size,
      MethodsEnqueued: outcomes.length,
      MethodsCompleted: outcomes.length - failures.length,
      MethodsFailed: failures.length,
    },
  );
}

function isFailure({ outcome }: TestOutcome): boolean {
  return outcome === 'Fail' || outcome === 'CompileFail';
}

/** The outcome of a class whose tests could not be run at all. */
function notRun(className: string, message: string): TestOutcome {
  return { className, methodName: '<compile>', outcome: 'CompileFail', message, stackTrace: null, duration: 0, limits: {} };
}

function now(): DatetimeValue {
  return new DatetimeValue(Date.now());
}
