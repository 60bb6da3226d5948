import type { TestReport } from '../../apex/engine-types.ts';
import { makeId, sequenceOf } from '../../data/values/id.ts';
import { BadComponent, readComponents } from '../../metadata/deploy/metadata-format.ts';
import type { DeployedComponent } from '../../metadata/deploy/metadata-format.ts';
import type { SourceFolder } from '../../metadata/deploy/source-folder.ts';
import type { SourceVersions } from '../../metadata/deploy/source-versions.ts';
import { BadZip, readZip } from '../../metadata/deploy/zip-archive.ts';
import type { ZipEntries } from '../../metadata/deploy/zip-archive.ts';
import { ApiError } from '../errors.ts';
import { synchronousBody } from '../tooling/test-routes.ts';
import { coverageProblems } from './coverage-rule.ts';
import { absentMembers, failure, now, problem, removed, success } from './deploy-messages.ts';
import type { Origins, SourceProblem } from './deploy-messages.ts';
import type { DeployOptions } from './deploy-request.ts';
import type { DeployMessage, Deployment } from './deploy-result.ts';
import { DeploymentFiles } from './deployment-files.ts';

/** What deployments work with. */
export interface DeploymentParts {
  /** Where they are written down. */
  readonly folder: string;
  /** The source that the org was opened from, and the one that is tried out. */
  readonly source: SourceVersions;
  /** What keeps an org with the source in this folder from working. */
  readonly validate: (folder: string) => Promise<readonly SourceProblem[]>;
  /** Runs tests of the source in a folder; all of them when none are named. */
  readonly runTests: (folder: string, tests: readonly string[] | undefined) => Promise<TestReport>;
  /** Opens the org again, from the next version of its source. Throws when that fails; the org is then as it was. */
  readonly reopen: () => Promise<void>;
}

/** What came of trying components out. */
interface Trial {
  readonly staged: SourceFolder;
  readonly failures: readonly DeployMessage[];
  readonly successes: readonly DeployMessage[];
  /** Whether what is left of them works. */
  readonly works: boolean;
}

const INTERRUPTED = 'The org was stopped before the deployment had ended: nothing of it is in the org, deploy again';

/** Somebody has cancelled the deployment. */
class Canceled extends Error {}

/**
 * Takes deployments into an org, one after the other: each is tried out apart and counts as a whole, or not at all; with `rollbackOnError`
 * false what does not work is left out. They are written down, and the next process tells of them.
 *
 * The org is like a sandbox or a scratch org: tests run when they are asked for, and the share of code that they cover keeps nothing out,
 * but with `RunSpecifiedTests` each class and trigger of the deployment must be covered by 75 %, as the platform asks in every org.
 */
export class Deployments {
  readonly #parts: DeploymentParts;
  readonly #files: DeploymentFiles;
  readonly #deployments = new Map<string, Deployment>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: DeploymentParts) {
    this.#parts = parts;
    this.#files = new DeploymentFiles(parts.folder);
    for (const deployment of this.#files.load()) {
      if (!isOver(deployment)) this.#endInterrupted(deployment);
      this.#deployments.set(deployment.id, deployment);
    }
  }

  /** Begins a deployment and gives it. */
  start(user: { readonly id: string; readonly name: string }, archive: Buffer, options: DeployOptions): Deployment {
    const newest = [...this.#deployments.keys()].at(-1);
    const deployment: Deployment = {
      id: makeId('0Af', newest === undefined ? 1 : sequenceOf(newest) + 1),
      userId: user.id,
      userName: user.name,
      options,
      createdDate: now(),
      status: 'Pending',
      total: 0,
      messages: [],
      testsTotal: 0,
    };
    this.#deployments.set(deployment.id, deployment);
    this.#files.save(deployment);
    this.#last = this.#last.then(() => this.#carryOut(deployment, archive));
    return deployment;
  }

  /** Deploys what was checked of late, with tests, and found good ("quick deploy"): the tests don't run again. */
  startValidated(user: { readonly id: string; readonly name: string }, validationId: string): Deployment {
    const validation = this.find(validationId);
    const archive = this.#files.archiveOf(validation);
    if (archive === undefined) {
      throw new ApiError(
        400,
        'INVALID_ID_FIELD',
        `${validationId} is no validation of the last 10 days that ran tests and passed: it can't be deployed quickly`,
      );
    }
    return this.start(user, archive, { ...validation.options, checkOnly: false, testLevel: 'NoTestRun', runTests: [] });
  }

  /** Cancels a deployment: one that waits at once, one that runs before its next step. */
  cancel(id: string): Deployment {
    const deployment = this.find(id);
    if (isOver(deployment)) throw new ApiError(400, 'INVALID_ID_FIELD', `The deployment ${id} has already ended: ${deployment.status}`);
    deployment.status = deployment.status === 'Pending' ? 'Canceled' : 'Canceling';
    this.#files.save(deployment);
    return deployment;
  }

  /** Deploys, and waits for the end. */
  async deploy(user: { readonly id: string; readonly name: string }, archive: Buffer, options: DeployOptions): Promise<Deployment> {
    const deployment = this.start(user, archive, options);
    await this.#last;
    return deployment;
  }

  /** A deployment by its id, of 15 or 18 characters. */
  find(id: string): Deployment {
    const deployment = this.#deployments.get(id) ?? [...this.#deployments.values()].find((one) => one.id.slice(0, 15) === id);
    if (deployment === undefined) throw new ApiError(404, 'INVALID_CROSS_REFERENCE_KEY', `There is no deployment ${id}`);
    return deployment;
  }

  /** The process ended in the middle: what the org was opened from tells whether the deployment had come so far. */
  #endInterrupted(deployment: Deployment): void {
    const isIn = deployment.version === this.#parts.source.number;
    deployment.status = isIn ? 'Succeeded' : 'Failed';
    if (!isIn) {
      deployment.messages = [];
      deployment.errorStatusCode = 'UNKNOWN_EXCEPTION';
      deployment.errorMessage = INTERRUPTED;
    }
    deployment.completedDate = now();
    this.#files.save(deployment);
  }

  async #carryOut(deployment: Deployment, archive: Buffer): Promise<void> {
    if (deployment.status === 'Canceled') return;
    deployment.status = 'InProgress';
    deployment.startDate = now();
    this.#files.save(deployment);
    try {
      await this.#deploy(deployment, archive);
    } catch (error) {
      deployment.status = error instanceof Canceled ? 'Canceled' : 'Failed';
      if (error instanceof BadComponent) deployment.messages = [failure(error.archivePath, error.line, error.message)];
      if (!(error instanceof Canceled)) {
        deployment.errorStatusCode = error instanceof BadZip ? 'INVALID_ZIP_FILE' : 'UNKNOWN_EXCEPTION';
        deployment.errorMessage = error instanceof Error ? error.message : String(error);
      }
    }
    this.#parts.source.discard();
    deployment.completedDate = now();
    if (isGoodValidation(deployment)) this.#files.keepArchive(deployment.id, archive);
    this.#files.save(deployment);
  }

  async #deploy(deployment: Deployment, archive: Buffer): Promise<void> {
    const entries = readZip(archive);
    const components = readComponents(entries);
    deployment.total = components.length;
    const { staged, failures, successes, works } = await this.#tryOut(deployment, components, entries);
    goOn(deployment);
    const passed = works && (await this.#testsPass(deployment, staged, components));
    goOn(deployment);
    const failed = new Set(failures.map(keyOf));
    deployment.messages = [...failures, ...successes.filter((message) => !failed.has(keyOf(message)))];
    if (!passed) {
      deployment.status = 'Failed';
      return;
    }
    if (!deployment.options.checkOnly) {
      deployment.version = this.#parts.source.number + 1;
      this.#files.save(deployment);
      await this.#parts.reopen();
    }
    deployment.status = failures.length > 0 || Number(deployment.testResult?.numFailures ?? 0) > 0 ? 'SucceededPartial' : 'Succeeded';
  }

  /** Writes the components into the next version of the source and looks whether an org with it would work. */
  async #tryOut(deployment: Deployment, components: readonly DeployedComponent[], entries: ZipEntries): Promise<Trial> {
    const failures = absentMembers(entries, components);
    let rest = components;
    for (;;) {
      const staged = this.#parts.source.begin();
      const removals = removed(staged, entries);
      const successes = [...rest.map((component) => success(component, staged.write(component))), ...removals];
      const problems = await this.#problems(staged, rest);
      goOn(deployment);
      failures.push(...problems);
      if (deployment.options.rollbackOnError) {
        return { staged, failures, successes, works: failures.length === 0 && removals.every((message) => message.success) };
      }
      const bad = new Set(problems.map(keyOf));
      const good = rest.filter(({ type, fullName }) => !bad.has(keyOf({ componentType: type, fullName })));
      // What nothing of the deployment is to blame for can't be helped by leaving something out.
      if (problems.length === 0 || good.length === rest.length) return { staged, failures, successes, works: problems.length === 0 };
      rest = good;
    }
  }

  async #problems(staged: SourceFolder, components: readonly DeployedComponent[]): Promise<DeployMessage[]> {
    const origins: Origins = new Map(
      components.flatMap((component) => component.files.map((file) => [staged.pathOf(file.path), component] as const)),
    );
    const findings = await this.#parts.validate(staged.path);
    return findings.map((finding) => problem(finding, origins, staged));
  }

  /** Runs the tests that were asked for; true when nothing of their outcome keeps the deployment out. */
  async #testsPass(deployment: Deployment, staged: SourceFolder, components: readonly DeployedComponent[]): Promise<boolean> {
    const { testLevel, runTests, rollbackOnError } = deployment.options;
    if (testLevel === 'NoTestRun') return true;
    deployment.stateDetail = 'Running tests';
    const report = await this.#parts.runTests(staged.path, testLevel === 'RunSpecifiedTests' ? runTests : undefined);
    const codeCoverageWarnings = testLevel === 'RunSpecifiedTests' ? coverageProblems(report, components) : [];
    const result = { ...synchronousBody(report, new Map()), codeCoverageWarnings };
    deployment.testResult = result;
    deployment.testsTotal = Number(deployment.testResult.numTestsRun);
    return !rollbackOnError || (Number(deployment.testResult.numFailures) === 0 && codeCoverageWarnings.length === 0);
  }
}

function isOver({ status }: Deployment): boolean {
  return status !== 'Pending' && status !== 'InProgress' && status !== 'Canceling';
}

/** Whether it was only checked, with tests, and found good: then it may be deployed quickly. */
function isGoodValidation({ status, options }: Deployment): boolean {
  return status === 'Succeeded' && options.checkOnly && options.testLevel !== 'NoTestRun';
}

/** Between two steps: has somebody cancelled it? */
function goOn({ status }: Deployment): void {
  if (status === 'Canceling') throw new Canceled();
}

function keyOf({ componentType, fullName }: Pick<DeployMessage, 'componentType' | 'fullName'>): string {
  return `${componentType}:${fullName}`;
}
