import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { TestReport } from '../../../../scripts/local-org/apex/engine-types.ts';
import { readDeployOptions } from '../../../../scripts/local-org/api/metadata/deploy-request.ts';
import type { Deployment } from '../../../../scripts/local-org/api/metadata/deploy-result.ts';
import type { SourceProblem } from '../../../../scripts/local-org/api/metadata/deploy-messages.ts';
import { Deployments } from '../../../../scripts/local-org/api/metadata/deployments.ts';
import { SourceVersions } from '../../../../scripts/local-org/metadata/deploy/source-versions.ts';
import { writeZip } from '../../../../scripts/local-org/metadata/deploy/zip-archive.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const META = `<ApexClass ${NS}><apiVersion>65.0</apiVersion></ApexClass>`;
const USER = { id: '005000000000001AAA', name: 'Ada' };

let folder: string;
let source: SourceVersions;
/** What stops a trial, by the name of a class in it. */
let wrong: readonly string[];
/** Percent of the lines of each class that its tests cover. */
let coverage: Readonly<Record<string, number>>;
/** What a trial waits for. */
let gate: Promise<unknown>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deployments-'));
  source = versions();
  [wrong, coverage, gate] = [[], {}, Promise.resolve()];
});
afterEach(() => rmSync(folder, { recursive: true }));

function versions(): SourceVersions {
  return new SourceVersions(join(folder, 'source'), join(folder, 'no-definition.json'));
}

function deployments(advances = true): Deployments {
  return new Deployments({
    folder: join(folder, 'deployments'),
    source,
    validate: async (path) => {
      await gate;
      return wrong
        .map((name): SourceProblem => ({ path: join(path, 'force-app/classes', `${name}.cls`), line: 1, message: `${name} is wrong` }))
        .filter((found) => existsSync(found.path));
    },
    runTests: () => Promise.resolve(report()),
    reopen: () => {
      if (advances) source.advance();
      return Promise.resolve();
    },
  });
}

function report(): TestReport {
  const classes = Object.entries(coverage).map(([name, percent]) => ({
    ...{ name, file: `${name}.cls`, coveredLines: percent, totalLines: 100, covered: [], uncovered: [] },
  }));
  const summary = { passed: 1, failed: 0, skipped: 0, notCompiled: 0 };
  const outcome = {
    className: 'OneTest',
    methodName: 'works',
    outcome: 'Pass' as const,
    message: null,
    stackTrace: null,
    duration: 1,
    limits: {},
  };
  return { summary, tests: [outcome], coverage: { classes, coveredLines: 0, totalLines: 0, percent: 0 }, diagnostics: [], duration: 1 };
}

function archive(...names: readonly string[]): Buffer {
  const files = names.flatMap((name) => [
    [`classes/${name}.cls`, Buffer.from(`public class ${name} { }`)] as const,
    [`classes/${name}.cls-meta.xml`, Buffer.from(META)] as const,
  ]);
  return writeZip(new Map([['package.xml', Buffer.from(`<Package ${NS}><version>65.0</version></Package>`)], ...files]));
}

async function ended(deployment: Deployment): Promise<Deployment> {
  while (deployment.completedDate === undefined) await setTimeout(5);
  return deployment;
}

const isIn = (name: string): boolean => existsSync(source.current.pathOf(`classes/${name}.cls`));

test('the next process tells of a deployment as this one did', async () => {
  const done = await ended(deployments().start(USER, archive('One'), readDeployOptions({})));
  assert.equal(done.status, 'Succeeded');
  const again = deployments();
  assert.deepEqual(again.find(done.id), JSON.parse(JSON.stringify(done)));
  assert.equal(again.find(done.id.slice(0, 15)).userName, 'Ada');
  const next = await ended(again.start(USER, archive('Two'), readDeployOptions({})));
  assert.notEqual(next.id, done.id);
});

test('a deployment in the middle of which the process ended has failed, unless the org was already opened from it', async () => {
  gate = new Promise(() => undefined);
  const { id } = deployments().start(USER, archive('One'), readDeployOptions({}));
  await setTimeout(20);
  const interrupted = deployments().find(id);
  assert.equal(interrupted.status, 'Failed');
  assert.match(interrupted.errorMessage ?? '', /The org was stopped before the deployment had ended/);
  gate = Promise.resolve();
  const path = join(folder, 'deployments', `${(await ended(deployments().start(USER, archive('One'), readDeployOptions({})))).id}.json`);
  const { completedDate, ...stored } = JSON.parse(readFileSync(path, 'utf8')) as Deployment;
  assert.ok(completedDate);
  writeFileSync(path, JSON.stringify({ ...stored, status: 'InProgress' }));
  assert.equal(deployments().find(stored.id).status, 'Succeeded');
});

test('what was checked with tests is deployed quickly, by a later process too; anything else is not', async () => {
  const options = { checkOnly: true, testLevel: 'RunLocalTests' };
  const checked = await ended(deployments().start(USER, archive('One'), readDeployOptions(options)));
  assert.equal(isIn('One'), false);
  const quick = await ended(deployments().startValidated(USER, checked.id));
  assert.deepEqual([quick.status, quick.options.testLevel, isIn('One')], ['Succeeded', 'NoTestRun', true]);
  const untested = await ended(deployments().start(USER, archive('Two'), readDeployOptions({ checkOnly: true })));
  assert.throws(() => deployments().startValidated(USER, untested.id), /ran tests and passed/);
});

test('a cancelled deployment stops before its next step, one that waits at once', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  const all = deployments();
  const first = all.start(USER, archive('One'), readDeployOptions({}));
  const second = all.start(USER, archive('Two'), readDeployOptions({}));
  await setTimeout(20);
  assert.equal(all.cancel(second.id).status, 'Canceled');
  assert.equal(all.cancel(first.id).status, 'Canceling');
  resolve();
  assert.equal((await ended(first)).status, 'Canceled');
  assert.deepEqual([isIn('One'), isIn('Two')], [false, false]);
  assert.throws(() => all.cancel(first.id), /has already ended: Canceled/);
});

test('what does not work is left out when errors are ignored, and keeps everything out when they are not', async () => {
  wrong = ['Two'];
  const whole = await ended(deployments().start(USER, archive('One', 'Two'), readDeployOptions({})));
  assert.deepEqual([whole.status, isIn('One')], ['Failed', false]);
  const partial = await ended(deployments().start(USER, archive('One', 'Two'), readDeployOptions({ rollbackOnError: false })));
  assert.equal(partial.status, 'SucceededPartial');
  assert.deepEqual(
    partial.messages.map(({ fullName, success, problem }) => [fullName, success, problem]),
    [
      ['Two', false, 'Two is wrong'],
      ['One', true, undefined],
    ],
  );
  assert.deepEqual([isIn('One'), isIn('Two')], [true, false]);
});

test('named tests must cover each class of the deployment by three quarters; the others need not', async () => {
  coverage = { One: 74, Two: 75 };
  const named = { testLevel: 'RunSpecifiedTests', runTests: ['OneTest'] };
  const refused = await ended(deployments().start(USER, archive('One', 'Two'), readDeployOptions(named)));
  assert.equal(refused.status, 'Failed');
  assert.deepEqual(refused.testResult?.codeCoverageWarnings, [
    { name: 'One', message: 'Test coverage of selected Apex Class is 74%, at least 75% test coverage is required' },
  ]);
  const local = await ended(deployments().start(USER, archive('One', 'Two'), readDeployOptions({ testLevel: 'RunLocalTests' })));
  assert.equal(local.status, 'Succeeded');
});
