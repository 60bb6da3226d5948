import { relative } from 'node:path';
import type { TestReport } from '../../apex/engine-types.ts';
import { makeId } from '../../data/values/id.ts';
import { BadComponent, isManifest, readComponents } from '../../metadata/deploy/metadata-format.ts';
import type { DeployedComponent } from '../../metadata/deploy/metadata-format.ts';
import type { RemovedComponent, SourceFolder } from '../../metadata/deploy/source-folder.ts';
import type { SourceVersions } from '../../metadata/deploy/source-versions.ts';
import { childrenOf, isElement, nameOf, readDocument, textOf } from '../../metadata/deploy/xml-parts.ts';
import type { XmlNode } from '../../metadata/deploy/xml-parts.ts';
import { BadZip, readZip } from '../../metadata/deploy/zip-archive.ts';
import type { ZipEntries } from '../../metadata/deploy/zip-archive.ts';
import { ApiError } from '../errors.ts';
import { synchronousBody } from '../tooling/test-routes.ts';
import type { DeployOptions } from './deploy-request.ts';
import type { DeployMessage, Deployment } from './deploy-result.ts';

/** Something in a source tree that does not work: where (an absolute path), and what. */
export interface SourceProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** What deployments work with. */
export interface DeploymentParts {
  /** The source that the org was opened from, and the one that is tried out. */
  readonly source: SourceVersions;
  /** What keeps an org with the source in this folder from working. */
  readonly validate: (folder: string) => Promise<readonly SourceProblem[]>;
  /** Runs tests of the source in a folder; all of them when none are named. */
  readonly runTests: (folder: string, tests: readonly string[] | undefined) => Promise<TestReport>;
  /** Opens the org again, from the next version of its source. Throws when that fails; the org is then as it was. */
  readonly reopen: () => Promise<void>;
}

/** A file that was tried out, and the component that it came from. */
type Origins = ReadonlyMap<string, DeployedComponent>;

/** Takes deployments into an org, one after the other: each is tried out apart and counts as a whole, or not at all. */
export class Deployments {
  readonly #parts: DeploymentParts;
  readonly #deployments = new Map<string, Deployment>();
  #count = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: DeploymentParts) {
    this.#parts = parts;
  }

  /** Begins a deployment and gives it. */
  start(user: { readonly id: string; readonly name: string }, archive: Buffer, options: DeployOptions): Deployment {
    if (!options.rollbackOnError) throw ApiError.unsupported('deployments that go in by halves (rollbackOnError false, --ignore-errors)');
    this.#count += 1;
    const deployment: Deployment = {
      id: makeId('0Af', this.#count),
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
    this.#last = this.#last.then(() => this.#carryOut(deployment, archive));
    return deployment;
  }

  /** A deployment by its id, of 15 or 18 characters. */
  find(id: string): Deployment {
    const deployment = this.#deployments.get(id) ?? [...this.#deployments.values()].find((one) => one.id.slice(0, 15) === id);
    if (deployment === undefined) throw new ApiError(404, 'INVALID_CROSS_REFERENCE_KEY', `There is no deployment ${id} since this start`);
    return deployment;
  }

  async #carryOut(deployment: Deployment, archive: Buffer): Promise<void> {
    deployment.status = 'InProgress';
    deployment.startDate = now();
    try {
      await this.#deploy(deployment, archive);
    } catch (error) {
      deployment.status = 'Failed';
      if (error instanceof BadComponent) deployment.messages = [failure(error.archivePath, error.line, error.message)];
      deployment.errorStatusCode = error instanceof BadZip ? 'INVALID_ZIP_FILE' : 'UNKNOWN_EXCEPTION';
      deployment.errorMessage = error instanceof Error ? error.message : String(error);
    }
    this.#parts.source.discard();
    deployment.completedDate = now();
  }

  async #deploy(deployment: Deployment, archive: Buffer): Promise<void> {
    const entries = readZip(archive);
    const components = readComponents(entries);
    deployment.total = components.length;
    const staged = this.#parts.source.begin();
    const absent = absentMembers(entries, components);
    const removals = removed(staged, entries);
    const successes = [...components.map((component) => success(component, staged.write(component))), ...removals];
    const problems = [...absent, ...(await this.#problems(staged, components))];
    const refused = [...problems, ...removals].some((message) => !message.success);
    if (!refused && (await this.#testsPass(deployment, staged))) {
      if (!deployment.options.checkOnly) await this.#parts.reopen();
      deployment.messages = successes;
      deployment.status = 'Succeeded';
      return;
    }
    const failed = new Set(problems.map(({ componentType, fullName }) => `${componentType}:${fullName}`));
    deployment.messages = [...problems, ...successes.filter(({ componentType, fullName }) => !failed.has(`${componentType}:${fullName}`))];
    deployment.status = 'Failed';
  }

  async #problems(staged: SourceFolder, components: readonly DeployedComponent[]): Promise<DeployMessage[]> {
    const origins: Origins = new Map(
      components.flatMap((component) => component.files.map((file) => [staged.pathOf(file.path), component] as const)),
    );
    const findings = await this.#parts.validate(staged.path);
    return findings.map((finding) => problem(finding, origins, staged));
  }

  /** Runs the tests that were asked for; true when all of them pass. */
  async #testsPass(deployment: Deployment, staged: SourceFolder): Promise<boolean> {
    const { testLevel, runTests } = deployment.options;
    if (testLevel === 'NoTestRun') return true;
    deployment.stateDetail = 'Running tests';
    const report = await this.#parts.runTests(staged.path, testLevel === 'RunSpecifiedTests' ? runTests : undefined);
    const result = synchronousBody(report, new Map());
    deployment.testResult = result;
    deployment.testsTotal = Number(result.numTestsRun);
    return result.numFailures === 0;
  }
}

function now(): string {
  return new Date().toISOString();
}

function success(component: DeployedComponent, created: boolean | undefined): DeployMessage {
  const { fullName, type, archivePath } = component;
  return {
    fullName,
    componentType: type,
    fileName: archivePath,
    success: true,
    changed: created !== undefined,
    created: created === true,
    deleted: false,
    createdDate: now(),
  };
}

function failure(fileName: string, line: number, message: string, component?: DeployedComponent): DeployMessage {
  const fullName =
    component?.fullName ??
    fileName
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ??
    fileName;
  return {
    fullName,
    componentType: component?.type ?? '',
    fileName,
    success: false,
    changed: false,
    created: false,
    deleted: false,
    createdDate: now(),
    problem: message,
    problemType: 'Error',
    lineNumber: line,
    columnNumber: 1,
  };
}

/** A finding in the words of the archive; one in source that was deployed earlier is told with its path. */
function problem({ path, line, message }: SourceProblem, origins: Origins, staged: SourceFolder): DeployMessage {
  const component = origins.get(path) ?? [...origins].find(([file]) => path !== '' && file.startsWith(`${path}/`))?.[1];
  return failure(component?.archivePath ?? relative(staged.path, path), line, message.replaceAll(`${staged.path}/`, ''), component);
}

/** What `package.xml` names and the archive does not have. */
function absentMembers(entries: ZipEntries, components: readonly DeployedComponent[]): DeployMessage[] {
  const [path, manifest] = [...entries].find(([name]) => name.endsWith('package.xml')) ?? [];
  if (path === undefined || manifest === undefined) throw new BadZip('The archive has no package.xml.');
  const present = new Set(components.map(({ type, fullName }) => `${type}:${fullName}`.toLowerCase()));
  return membersOf(path, manifest)
    .filter(({ type, fullName }) => fullName !== '*' && !present.has(`${type}:${fullName}`.toLowerCase()))
    .filter(({ type, fullName }) => !isFolder(type, fullName, components))
    .map(({ type, fullName }) => {
      const message = `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
      return failure(path, 1, message, { type, fullName, archivePath: path, files: [] });
    });
}

/** Folders of reports and the like are members of the type of what they hold; an object is there when any part of it is. */
function isFolder(type: string, fullName: string, components: readonly DeployedComponent[]): boolean {
  return components.some(
    (component) =>
      (component.type === `${type}Folder` && component.fullName === fullName) ||
      (type === 'CustomObject' && component.archivePath.endsWith(`/${fullName}.object`)),
  );
}

/** Takes out what `destructiveChanges.xml` and its kin name. */
function removed(staged: SourceFolder, entries: ZipEntries): DeployMessage[] {
  const manifests = [...entries].filter(([path]) => isManifest(path) && !path.endsWith('package.xml'));
  return manifests.flatMap(([path, manifest]) =>
    membersOf(path, manifest).map((member) => {
      const component = { ...member, archivePath: path, files: [] };
      if (staged.remove(member)) return { ...success(component, false), deleted: true };
      const message = `No ${member.type} named: ${member.fullName} found`;
      return { ...failure(path, 1, message, component), success: true, problemType: 'Warning' as const };
    }),
  );
}

function membersOf(path: string, manifest: Buffer): RemovedComponent[] {
  try {
    return readDocument(manifest.toString('utf8')).children.flatMap((types: XmlNode) => {
      const type = isElement(types) ? textOf(types, 'name') : undefined;
      if (type === undefined) return [];
      const members = childrenOf(types).filter((child) => nameOf(child) === 'members');
      return members.map((member) => ({
        type,
        fullName: String(childrenOf(member)[0]?.['#text'] ?? '')
          .trim()
          .replace(/\/$/, ''),
      }));
    });
  } catch (cause) {
    throw new BadComponent(path, (cause as { line?: number }).line ?? 1, `Error parsing file: ${(cause as Error).message}`, { cause });
  }
}
