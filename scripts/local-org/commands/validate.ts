import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkComponentImports } from '../check/component-imports.ts';
import type { Finding } from '../check/finding.ts';
import { checkMetadata, sorted } from '../check/run-checks.ts';
import { openOrg } from '../open-org.ts';
import { prepareComponents } from '../web/routes.ts';

/** What `validate` says on its output. */
export interface Validation {
  readonly findings: readonly Finding[];
}

/**
 * `org validate --source-dir DIR`: opens an org from a project as a deployment would, in memory, and says as JSON what keeps it from
 * working. The server runs it in a process of its own before it takes a deployment in.
 *
 * @returns the exit code: 0 when nothing was found.
 */
export async function validate(root: string, argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { 'source-dir': { type: 'string' } } });
  const project = resolve(root, values['source-dir'] ?? '.');
  const findings = await findingsIn(root, project);
  const validation: Validation = { findings };
  process.stdout.write(`${JSON.stringify(validation)}\n`);
  return findings.length === 0 ? 0 : 1;
}

async function findingsIn(root: string, project: string): Promise<readonly Finding[]> {
  try {
    const cacheFolder = join(root, '.cache');
    const { tree, org, compiled } = openOrg({ project, cacheFolder });
    const apex = compiled.diagnostics.map(({ file, line, message }): Finding => ({ path: file, line, message }));
    const findings = sorted([
      ...apex,
      ...checkMetadata({ tree, schema: org.schema }),
      ...checkComponentImports({ tree, schema: org.schema }),
    ]);
    if (findings.length === 0 && tree.ofType('LightningComponentBundle').length > 0) {
      await prepareComponents({ root, org, tree, cacheFolder });
    }
    return findings;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [findingOf(error)];
  }
}

/** A sentence that begins with `path:line:` or `path:` tells where the mistake is. */
function findingOf(error: Error): Finding {
  const [, path = '', line = '1', message] = /^(\/[^:]+?)(?::(\d+))?(?::\d+)?:?\s(.*)$/s.exec(error.message) ?? [];
  return { path, line: Number(line), message: message ?? error.message };
}
