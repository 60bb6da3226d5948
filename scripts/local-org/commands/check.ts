import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../check/finding.ts';
import { warnOfScreens } from '../check/flows.ts';
import { warnOfLoops } from '../check/loops.ts';
import { runChecks, sorted } from '../check/run-checks.ts';
import { checkSetUp } from '../check/set-up.ts';
import type { Schema } from '../data/schema/description.ts';
import { readProject } from '../metadata/read-project.ts';
import { readScratchDefinition } from '../metadata/scratch-definition.ts';
import { SetUpError } from '../metadata/set-up-error.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { openOrg, tellWarnings } from '../open-org.ts';

/** What opening the org of a project shows of it. */
interface Opened {
  readonly tree: SourceTree;
  readonly schema: Schema;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly string[];
}

/**
 * `npm run org -- check [--source-dir DIR]`: compiles the Apex of a project and holds its files against all that can be known without
 * an org. Lists findings as `path:line: message`, and warnings, which nobody has to follow.
 *
 * @returns the exit code: 0 when nothing was found.
 */
export async function check(root: string, argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { 'source-dir': { type: 'string' } } });
  const project = resolve(root, values['source-dir'] ?? '.');
  const opened = open(project, join(root, '.cache'));
  const { tree, schema } = opened;
  const report = await runChecks({ tree, schema, project });
  const inDetail = new Set(report.findings.map(({ path }) => path));
  const all = sorted([...opened.findings.filter(({ path, line }) => line > 1 || !inDetail.has(path)), ...report.findings]);
  for (const { path, line, message } of all) process.stdout.write(`${relative(process.cwd(), path)}:${line}: ${message}\n`);
  const warnings = sorted([...warnOfLoops(tree), ...warnOfScreens(tree)]);
  for (const { path, line, message } of warnings) process.stdout.write(`${relative(process.cwd(), path)}:${line}: warning: ${message}\n`);
  for (const sentence of [...opened.leftOut, ...report.leftOut]) process.stdout.write(`${sentence}\n`);
  const files = new Set(tree.components.map((component) => component.path)).size;
  process.stdout.write(`${files} files checked, ${counted(all.length, 'finding')}, ${counted(warnings.length, 'warning')}\n`);
  return all.length === 0 ? 0 : 1;
}

/** Opens the org and compiles its Apex; where it can't be opened as it is, what of it can be known. */
function open(project: string, cacheFolder: string): Opened {
  try {
    const whole = openOrg({ project, cacheFolder });
    tellWarnings(whole);
    const findings = whole.compiled.diagnostics.map(({ file, line, message }): Finding => ({ path: file, line, message }));
    return { tree: whole.tree, schema: whole.org.schema, findings, leftOut: [] };
  } catch (problem) {
    if (!(problem instanceof SetUpError)) throw problem;
    const tree = readProject([project]);
    const leftOut = ['The Apex was not compiled: first mend what keeps the org from opening.'];
    return { tree, ...checkSetUp(tree, readScratchDefinition(project)), leftOut };
  }
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
