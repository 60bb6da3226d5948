import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Connection } from 'jsforce';
import { openOrg } from '../../../scripts/local-org/open-org.ts';
import type { OpenOrg } from '../../../scripts/local-org/open-org.ts';
import { createServer } from '../../../scripts/local-org/server.ts';
import { writeProject } from '../small-project.ts';
import { NOT_INSTALLED, SalesforceCli } from './salesforce-cli.ts';

const SIGN = `public with sharing class Sign {
    public static String of(Integer number) {
        if (number < 0) {
            return 'minus';
        }
        return 'plus';
    }
}
`;
const SIGN_TEST = `@IsTest
private class SignTest {
    @IsTest
    static void plus() {
        Assert.areEqual('plus', Sign.of(1));
    }
    @IsTest
    static void wrong() {
        Assert.areEqual('minus', Sign.of(2), 'two');
    }
}
`;
const MINUS_TEST = `// A class of its own.
@isTest
private class MinusTest {
    @IsTest
    static void minus() {
        Assert.areEqual('minus', Sign.of(-1));
    }
}
`;

let folder: string;
let open: OpenOrg;
let server: FastifyInstance;
let url: string;
let admin: Connection;

before(async () => {
  folder = writeProject(mkdtempSync(join(tmpdir(), 'test-runs-')), { Sign: SIGN, SignTest: SIGN_TEST, MinusTest: MINUS_TEST });
  await start();
});

after(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  const [cacheFolder, dataFolder] = [join(folder, 'cache'), join(folder, 'data')];
  open = openOrg({ project: folder, cacheFolder, dataFile: join(dataFolder, 'org.sqlite') });
  open.org.setPassword(open.org.administratorId, 'secret');
  server = await createServer({ root: folder, project: folder, cacheFolder, dataFolder, open, headless: true });
  url = await server.listen({ host: '127.0.0.1', port: 0 });
  admin = new Connection({ loginUrl: url, version: '65.0', logLevel: 'NONE' });
  await admin.login('admin@vouchsafe.test', 'secret');
}

async function stop(): Promise<void> {
  await server.close();
  open.org.close();
}

async function post(resource: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${url}/services/data/v65.0/tooling/${resource}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${admin.accessToken ?? ''}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

async function rows(soql: string): Promise<Record<string, unknown>[]> {
  return (await admin.tooling.query(soql)).records;
}

/** Starts a run and waits for its end. */
async function finished(body: unknown): Promise<{ jobId: string; status: unknown }> {
  const jobId = (await post('runTestsAsynchronous', body)).body as string;
  for (;;) {
    const [run] = await rows(`SELECT Status FROM ApexTestRunResult WHERE AsyncApexJobId = '${jobId}'`);
    if (run?.Status !== 'Processing') return { jobId, status: run?.Status };
    await setTimeout(100);
  }
}

test('a synchronous run answers with each outcome and the coverage', async () => {
  const { body } = await post('runTestsSynchronous', { tests: [{ className: 'SignTest', testMethods: ['plus'] }] });
  const { numTestsRun, numFailures, successes, codeCoverage } = body as Record<string, unknown> & { codeCoverage: unknown[] };
  assert.deepEqual([numTestsRun, numFailures], [1, 0]);
  const [apexClass] = await rows("SELECT Id FROM ApexClass WHERE Name = 'SignTest'");
  assert.partialDeepStrictEqual(successes, [{ id: apexClass?.Id, name: 'SignTest', methodName: 'plus' }]);
  assert.partialDeepStrictEqual(codeCoverage, [{ name: 'Sign', type: 'Class', numLocations: 3, numLocationsNotCovered: 1 }]);
});

test('an asynchronous run tells in records how it goes, down to the lines each test method covered', async () => {
  const { jobId, status } = await finished({ testLevel: 'RunLocalTests' });
  assert.equal(status, 'Failed');
  const results = await rows(
    `SELECT ApexClass.Name, MethodName, Outcome, Message FROM ApexTestResult WHERE AsyncApexJobId = '${jobId}' ORDER BY MethodName`,
  );
  assert.deepEqual(
    results.map(({ ApexClass, MethodName, Outcome }) => `${(ApexClass as { Name: string }).Name}.${String(MethodName)} ${String(Outcome)}`),
    ['MinusTest.minus Pass', 'SignTest.plus Pass', 'SignTest.wrong Fail'],
  );
  assert.match(String(results[2]?.Message), /System\.AssertException: Assertion Failed: two/);
  const items = await rows(`SELECT ApexClass.Name, Status FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}' ORDER BY ApexClass.Name`);
  assert.deepEqual(
    items.map(({ Status }) => Status),
    ['Completed', 'Failed'],
  );
  const covered = await rows(
    "SELECT ApexClassOrTrigger.Name, NumLinesCovered, NumLinesUncovered, Coverage FROM ApexCodeCoverage WHERE TestMethodName = 'minus'",
  );
  assert.partialDeepStrictEqual(covered, [
    { ApexClassOrTrigger: { Name: 'Sign' }, NumLinesCovered: 2, Coverage: { coveredLines: [3, 4], uncoveredLines: [6] } },
  ]);
  const [whole] = await rows('SELECT NumLinesCovered, NumLinesUncovered FROM ApexCodeCoverageAggregate');
  assert.deepEqual([whole?.NumLinesCovered, whole?.NumLinesUncovered], [3, 0]);
  assert.equal((await rows('SELECT PercentCovered FROM ApexOrgWideCoverage'))[0]?.PercentCovered, 100);
  const [job] = (await admin.query(`SELECT JobType, Status FROM AsyncApexJob WHERE Id = '${jobId}'`)).records;
  assert.deepEqual([job?.JobType, job?.Status], ['TestRequest', 'Completed']);
});

test('a restart forgets no run; one that was under way is aborted and says why; coverage adds up over it', async () => {
  const before = await finished({ tests: [{ className: 'MinusTest' }] });
  const cut = (await post('runTestsAsynchronous', { tests: [{ className: 'SignTest' }] })).body as string;
  await stop();
  await start();
  assert.deepEqual(await rows(`SELECT MethodName, Outcome FROM ApexTestResult WHERE AsyncApexJobId = '${before.jobId}'`).then(plain), [
    { MethodName: 'minus', Outcome: 'Pass' },
  ]);
  const message = 'The org was stopped while the tests ran: run them again';
  assert.deepEqual(await rows(`SELECT Status FROM ApexTestRunResult WHERE AsyncApexJobId = '${cut}'`).then(plain), [{ Status: 'Aborted' }]);
  assert.deepEqual(await rows(`SELECT Outcome, Message FROM ApexTestResult WHERE AsyncApexJobId = '${cut}'`).then(plain), [
    { Outcome: 'Fail', Message: message },
  ]);
  const [job] = (await admin.query(`SELECT Status, ExtendedStatus FROM AsyncApexJob WHERE Id = '${cut}'`)).records;
  assert.deepEqual([job?.Status, job?.ExtendedStatus], ['Aborted', message]);
  await finished({ tests: [{ className: 'SignTest', testMethods: ['plus'] }] });
  assert.equal((await rows('SELECT PercentCovered FROM ApexOrgWideCoverage'))[0]?.PercentCovered, 100);
});

const plain = (found: Record<string, unknown>[]): Record<string, unknown>[] =>
  found.map(({ attributes, ...fields }) => (void attributes, fields));

test('a class that has no tests is refused by name, and the records are of the Tooling API only', async () => {
  const { status, body } = await post('runTestsAsynchronous', { tests: [{ className: 'Nowhere' }] });
  assert.equal(status, 400);
  assert.match((body as { message: string }[])[0]?.message ?? '', /value is invalid: Nowhere\./);
  await assert.rejects(async () => admin.query('SELECT Id FROM ApexCodeCoverage'), /'ApexCodeCoverage' is not supported/);
});

test('the Salesforce CLI runs tests, waits for them and reads the coverage', async (context) => {
  const cli = new SalesforceCli(admin.accessToken ?? '');
  try {
    if (!(await cli.login(url))) return context.skip(NOT_INSTALLED);
    const options = ['--code-coverage', '--target-org', 'local'];
    type Report = { summary: Record<string, unknown>; coverage: { coverage: { name: string; coveredPercent: number }[] } };
    const all = await cli.run<Report>(['apex', 'run', 'test', '--wait', '2', ...options]);
    assert.partialDeepStrictEqual(all?.result.summary, { outcome: 'Failed', passing: 2, failing: 1, orgWideCoverage: '100%' });
    const one = await cli.run<Report>(['apex', 'run', 'test', '--tests', 'SignTest.plus', '--synchronous', ...options]);
    assert.partialDeepStrictEqual(one?.result.summary, { outcome: 'Passed', passing: 1 });
    assert.deepEqual(
      one?.result.coverage.coverage.map(({ name }) => name),
      ['Sign'],
    );
    const started = await cli.run<{ testRunId: string }>(['apex', 'run', 'test', '--class-names', 'MinusTest', '--target-org', 'local']);
    const got = await cli.run<Report>(['apex', 'get', 'test', '--test-run-id', started?.result.testRunId ?? '', ...options]);
    assert.partialDeepStrictEqual(got?.result.summary, { outcome: 'Passed', testsRan: 1 });
  } finally {
    cli.remove();
  }
});
