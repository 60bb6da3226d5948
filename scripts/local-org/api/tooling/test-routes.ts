import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TestOutcome, TestReport } from '../../apex/engine-types.ts';
import { ApiError } from '../errors.ts';
import type { RestContext } from '../rest/call.ts';
import type { CodeIds } from './coverage-records.ts';
import { readTestRequest } from './test-request.ts';
import type { TestRequest } from './test-request.ts';
import type { TestRuns } from './test-runs.ts';

/** What the resources for test runs work with. */
export interface TestRouteOptions {
  readonly context: RestContext;
  readonly testRuns: TestRuns;
  /** The user of a request; throws when there is none, or when the version is unknown. */
  readonly userOf: (request: FastifyRequest) => string;
}

/** `runTestsSynchronous` answers when the tests have ended, `runTestsAsynchronous` at once with the id of a job. */
export function testRoutes(server: FastifyInstance, options: TestRouteOptions, done: () => void): void {
  const path = '/services/data/:version/tooling';
  server.post(`${path}/runTestsSynchronous`, async (request, reply) => {
    const { userId, asked } = read(options, request);
    const report = await options.testRuns.run(userId, asked);
    return reply.send(synchronousBody(report, options.testRuns.codeIds(userId)));
  });
  server.post(`${path}/runTestsAsynchronous`, (request, reply): FastifyReply => {
    const { userId, asked } = read(options, request);
    return reply.type('application/json').send(JSON.stringify(options.testRuns.start(userId, asked)));
  });
  done();
}

function read({ context, userOf }: TestRouteOptions, request: FastifyRequest): { userId: string; asked: TestRequest } {
  const userId = userOf(request);
  if (!context.org.security.hasUserPermission(userId, 'AuthorApex')) {
    throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'Running tests takes the permission Author Apex: log in as the administrator');
  }
  return { userId, asked: context.org.transaction(userId, (transaction) => readTestRequest(request.body, transaction, context.tree)) };
}

/** The answer of `runTestsSynchronous`. */
export function synchronousBody(report: TestReport, ids: CodeIds): Record<string, unknown> {
  const failures = report.tests.filter((test) => test.outcome === 'Fail' || test.outcome === 'CompileFail');
  const successes = report.tests.filter((test) => test.outcome === 'Pass');
  return {
    apexLogId: null,
    codeCoverage: report.coverage.classes.map((covered) => ({
      id: ids.get(covered.name) ?? null,
      name: covered.name,
      namespace: null,
      type: ids.get(covered.name)?.startsWith('01q') ? 'Trigger' : 'Class',
      numLocations: covered.totalLines,
      numLocationsNotCovered: covered.totalLines - covered.coveredLines,
      locationsNotCovered: covered.uncovered.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 })),
    })),
    codeCoverageWarnings: [],
    failures: failures.map((test) => ({
      ...methodOf(test, ids),
      message: test.message,
      stackTrace: test.stackTrace,
      type: 'Class',
      packageName: test.className,
    })),
    flowCoverage: [],
    flowCoverageWarnings: [],
    numFailures: failures.length,
    numTestsRun: failures.length + successes.length,
    successes: successes.map((test) => methodOf(test, ids)),
    totalTime: Math.round(report.duration),
  };
}

function methodOf(test: TestOutcome, ids: CodeIds): Record<string, unknown> {
  const { className, methodName, duration } = test;
  return { id: ids.get(className) ?? null, methodName, name: className, namespace: null, seeAllData: false, time: Math.round(duration) };
}
