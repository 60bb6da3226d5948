import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApexEngine } from './apex/engine.ts';
import type { EngineOptions } from './apex/engine.ts';
import type { CompileReport, Diagnostic } from './apex/engine-types.ts';
import { Org } from './data/org.ts';
import { FlowEngine } from './flow/flow-engine.ts';
import { readProject } from './metadata/read-project.ts';
import { readScratchDefinition } from './metadata/scratch-definition.ts';
import { SetUpError } from './metadata/set-up-error.ts';
import type { SourceTree } from './metadata/source-tree.ts';

/** Where an org comes from and where it keeps its data. */
export interface OrgPlaces {
  /** The SFDX project: a folder with a `sfdx-project.json`, or any folder with source. */
  readonly project: string;
  /** Folder for what can be made again, such as compiled code. */
  readonly cacheFolder: string;
  /** The file with the data; absent for an org in memory. */
  readonly dataFile?: string;
  /** Whether to count the lines that run. */
  readonly coverage?: boolean;
  /** Hears of asynchronous jobs that fail; without it they fail whoever started them. */
  readonly onJobFailure?: EngineOptions['onJobFailure'];
}

export interface OpenOrg {
  readonly tree: SourceTree;
  readonly org: Org;
  readonly engine: ApexEngine;
  readonly flows: FlowEngine;
  readonly compiled: CompileReport;
}

/** Reads the project, opens its data, compiles its Apex, and joins them. Throws `SetUpError` when something must be mended first. */
export function openOrg(places: OrgPlaces): OpenOrg {
  const tree = readProject([places.project]);
  if (places.dataFile !== undefined) mkdirSync(dirname(places.dataFile), { recursive: true });
  const org = new Org(tree, readScratchDefinition(places.project), places.dataFile ?? ':memory:');
  const engine = new ApexEngine(org, tree, {
    cacheFolder: join(places.cacheFolder, 'apex'),
    coverage: places.coverage === true,
    ...(places.onJobFailure === undefined ? {} : { onJobFailure: places.onJobFailure }),
  });
  const compiled = engine.compile();
  const flows = new FlowEngine(org, tree);
  org.flows = flows;
  flows.keepSchedules();
  return { tree, org, engine, flows, compiled };
}

/** Tells on the error stream what the project holds that does not run here, a line each. */
export function tellWarnings({ org, flows }: OpenOrg): void {
  for (const warning of [...org.warnings, ...flows.warnings]) process.stderr.write(`${warning}\n`);
}

/** Refuses an org whose Apex does not compile. */
export function requireCompiled({ diagnostics }: CompileReport): void {
  const [first] = diagnostics;
  if (first === undefined) return;
  const more = diagnostics.length === 1 ? '' : `, and ${diagnostics.length - 1} more problems`;
  throw new SetUpError(`The Apex does not compile: ${describe(first)}${more}; npm run org -- check lists them all.`);
}

/** A diagnostic in one line. */
export function describe({ file, line, column, message }: Diagnostic): string {
  return `${file}:${line}:${column} ${message}`;
}
