import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApexEngine } from '../../../scripts/local-org/apex/engine.ts';
import type { EngineOptions } from '../../../scripts/local-org/apex/engine.ts';
import { SYNCHRONOUS_LIMITS } from '../../../scripts/local-org/data/governor-limits.ts';
import type { LimitName } from '../../../scripts/local-org/data/limits.ts';
import { Org } from '../../../scripts/local-org/data/org.ts';
import { FlowEngine } from '../../../scripts/local-org/flow/flow-engine.ts';
import { readProject } from '../../../scripts/local-org/metadata/read-project.ts';

/** A small project on disk with an org in memory and its engine, compiled. */
export interface ApexProject {
  readonly org: Org;
  readonly engine: ApexEngine;
  /** What the compiler said, as `File:line message`. */
  readonly mistakes: readonly string[];
  /** Runs a script as the administrator and gives what it wrote with `System.debug`; throws what it throws. */
  run(script: string, limits?: Partial<Record<LimitName, number>>): string[];
  close(): void;
}

const META = (type: string, version: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${version}</apiVersion></${type}>`;

/** Makes a project of classes and triggers: `{ 'Name.cls': source, 'Name.trigger': source }`, and other files by their path. */
export function createApexProject(
  files: Readonly<Record<string, string>>,
  options: EngineOptions & { apiVersion?: string } = {},
): ApexProject {
  const folder = mkdtempSync(join(tmpdir(), 'apex-project-'));
  for (const [name, source] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, source);
    if (name.endsWith('.cls') || name.endsWith('.trigger')) {
      writeFileSync(`${path}-meta.xml`, META(name.endsWith('.cls') ? 'ApexClass' : 'ApexTrigger', options.apiVersion ?? '65.0'));
    }
  }
  const tree = readProject([folder]);
  const org = new Org(tree, { edition: 'Developer', objectSettings: { opportunity: { sharingModel: 'private' } } });
  const engine = new ApexEngine(org, tree, options);
  const { diagnostics } = engine.compile();
  org.flows = new FlowEngine(org, tree);
  return {
    org,
    engine,
    mistakes: diagnostics.map(({ file, line, message }) => `${file.split('/').at(-1)}:${line} ${message}`),
    run: (script, limits) => runScript(org, engine, script, limits),
    close: () => {
      org.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runScript(org: Org, engine: ApexEngine, script: string, limits: Partial<Record<LimitName, number>> = {}): string[] {
  const result = org.rehearse(org.administratorId, (transaction) => engine.executeAnonymous(transaction, script), {
    limits: { ...SYNCHRONOUS_LIMITS, ...limits },
  });
  if (!result.success) {
    throw new Error(
      `${result.compileProblem ?? ''}${result.exceptionMessage ?? ''} (line ${result.line})\n${result.exceptionStackTrace ?? ''}`,
    );
  }
  return result.debugLog === '' ? [] : result.debugLog.split('\n').map((line) => line.replace(/^DEBUG\|/, ''));
}
