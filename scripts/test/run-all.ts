/**
 * Runs everything that `npm test` promises, two stages at a time, a line for each as it ends; then what the failed ones printed.
 * Closes with `N passed, N failed` alone on the last line; the exit code is 1 when anything failed.
 */
import path from 'node:path';
import { generateShellPaths, generateTypes } from '../types/generate.ts';
import { inParallel, runStage } from './stage.ts';
import { failuresIn, STAGES } from './stages.ts';

const AT_ONCE = 2;
const NAME_WIDTH = 22;

const root = path.resolve(import.meta.dirname, '../..');
const tools = path.join(root, 'node_modules/.bin');
process.env['PATH'] = `${tools}${path.delimiter}${process.env['PATH'] ?? ''}`;

const target = path.join(root, 'generated/types');
generateTypes(path.join(root, 'force-app'), target);
generateShellPaths(path.join(root, 'scripts/local-org/web'), target);

const failures: string[] = [];
let passed = 0;
let failed = 0;

await inParallel(STAGES, AT_ONCE, async (stage) => {
  const start = performance.now();
  const result = await runStage(stage, root);
  const tally = stage.read(result);
  passed += tally.passed;
  failed += tally.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const note = tally.note ? `  ${tally.note}` : '';
  const outcome = tally.failed === 0 ? 'ok    ' : 'FAILED';
  process.stdout.write(`${outcome} ${stage.name.padEnd(NAME_WIDTH)} ${tally.passed} passed, ${tally.failed} failed  ${seconds} s${note}\n`);
  if (tally.failed > 0) failures.push(`--- ${stage.name}\n${failuresIn(stage, result.output)}`);
});

if (failures.length > 0) process.stdout.write(`\n${failures.join('\n\n')}\n\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
