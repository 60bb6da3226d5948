import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../check/finding.ts';
import { warnOfLoops } from '../check/loops.ts';
import { runChecks, sorted } from '../check/run-checks.ts';
import { openOrg, tellWarnings } from '../open-org.ts';

/**
 * `npm run org -- check [--source-dir DIR]`: compiles the Apex of a project and holds its files against all that can be known without
 * an org. Lists findings as `path:line: message`, and warnings, which nobody has to follow.
 *
 * @returns the exit code: 0 when nothing was found.
 */
export async function check(root: string, argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { 'source-dir': { type: 'string' } } });
  const project = resolve(root, values['source-dir'] ?? '.');
  const open = openOrg({ project, cacheFolder: join(root, '.cache') });
  tellWarnings(open);
  const { tree, org, compiled } = open;
  const { findings, leftOut } = await runChecks({ tree, schema: org.schema, project, pmdRules: join(root, 'config/pmd-ruleset.xml') });
  const compilerSays = compiled.diagnostics.map(({ file, line, message }): Finding => ({ path: file, line, message }));
  const all = sorted([...compilerSays, ...findings]);
  for (const { path, line, message } of all) process.stdout.write(`${relative(process.cwd(), path)}:${line}: ${message}\n`);
  const warnings = sorted(warnOfLoops(tree));
  for (const { path, line, message } of warnings) process.stdout.write(`${relative(process.cwd(), path)}:${line}: warning: ${message}\n`);
  for (const sentence of leftOut) process.stdout.write(`${sentence}\n`);
  const files = new Set(tree.components.map((component) => component.path)).size;
  process.stdout.write(`${files} files checked, ${counted(all.length, 'finding')}, ${counted(warnings.length, 'warning')}\n`);
  return all.length === 0 ? 0 : 1;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
