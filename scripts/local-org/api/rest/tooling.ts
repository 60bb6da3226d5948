import type { Transaction } from '../../data/transaction.ts';
import { ApiError } from '../errors.ts';
import type { RestAnswer, RestCall, RestContext } from './call.ts';
import type { AnonymousResult, TestOutcome, TestReport } from '../../apex/engine-types.ts';

/** GET /tooling/executeAnonymous?anonymousBody= */
export function executeAnonymous(call: RestCall): RestAnswer {
  const source = call.query.get('anonymousBody');
  if (source === null) throw new ApiError(400, 'MISSING_ARGUMENT', 'The parameter anonymousBody must hold the Apex to run');
  const result = runAnonymous(call.context, call.transaction, call.userId, source);
  const { line, column, compiled, success, compileProblem, exceptionMessage, exceptionStackTrace } = result;
  return { status: 200, body: { line, column, compiled, success, compileProblem, exceptionStackTrace, exceptionMessage } };
}

/** Runs a script as a user who may; what a failing one did is undone. */
export function runAnonymous({ org, engine }: RestContext, transaction: Transaction, userId: string, source: string): AnonymousResult {
  if (!org.security.hasUserPermission(userId, 'AuthorApex')) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'Running Apex takes the permission Author Apex: log in as the administrator');
  }
  const savepoint = transaction.savepoint();
  const result = engine.executeAnonymous(transaction, source);
  if (!result.success) transaction.rollback(savepoint);
  transaction.release(savepoint);
  return result;
}

/** The tests asked for by POST /tooling/runTestsSynchronous, as `Class` or `Class.method`; undefined for all. */
export function testsAskedFor(body: unknown): string[] | undefined {
  const { tests, classNames } = (body ?? {}) as { tests?: unknown; classNames?: unknown };
  if (typeof classNames === 'string') return classNames.split(',').map((name) => name.trim());
  if (!Array.isArray(tests)) return undefined;
  return tests.flatMap((test: { className?: unknown; testMethods?: unknown }) => {
    if (typeof test.className !== 'string') throw new ApiError(400, 'MISSING_ARGUMENT', 'Each of the tests needs its className');
    const { className, testMethods } = test;
    return Array.isArray(testMethods) && testMethods.length > 0
      ? testMethods.map((method) => `${className}.${String(method)}`)
      : [className];
  });
}

/** The answer to POST /tooling/runTestsSynchronous. */
export function testsBody(report: TestReport): Record<string, unknown> {
  const failures = report.tests.filter((test) => test.outcome === 'Fail' || test.outcome === 'CompileFail');
  const successes = report.tests.filter((test) => test.outcome === 'Pass');
  return {
    apexLogId: null,
    codeCoverage: report.coverage.classes.map((covered) => ({
      id: null,
      name: covered.name,
      namespace: null,
      type: 'Class',
      numLocations: covered.totalLines,
      numLocationsNotCovered: covered.totalLines - covered.coveredLines,
      locationsNotCovered: covered.uncovered.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 })),
    })),
    codeCoverageWarnings: [],
    failures: failures.map((test) => ({
      ...methodOf(test),
      message: test.message,
      stackTrace: test.stackTrace,
      type: 'Class',
      packageName: test.className,
    })),
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: failures.length,
    numTestsRun: failures.length + successes.length,
    successes: successes.map(methodOf),
    totalTime: report.duration,
  };
}

function methodOf(test: TestOutcome): Record<string, unknown> {
  return { id: null, methodName: test.methodName, name: test.className, namespace: null, seeAllData: false, time: test.duration };
}
