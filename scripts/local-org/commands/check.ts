import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, openOrg } from '../open-org.ts';

/**
 * `npm run org -- check [--source-dir DIR]`: reads a project and compiles its Apex, and lists what is wrong.
 *
 * @returns the exit code: 0 when all is well.
 */
export function check(root: string, argv: readonly string[]): number {
  const { values } = parseArgs({ args: [...argv], options: { 'source-dir': { type: 'string' } } });
  const { compiled } = openOrg({ project: resolve(root, values['source-dir'] ?? '.'), cacheFolder: join(root, '.cache') });
  for (const diagnostic of compiled.diagnostics) process.stdout.write(`${describe(diagnostic)}\n`);
  const count = compiled.diagnostics.length;
  process.stdout.write(`${compiled.compiled.length} classes and triggers compiled, ${count} ${count === 1 ? 'problem' : 'problems'}\n`);
  return count === 0 ? 0 : 1;
}
