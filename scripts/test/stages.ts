import type { TestReport } from '../local-org/apex/engine-types.ts';
import { singleCheck, withExitCode } from './stage.ts';
import type { Stage, StageResult, Tally } from './stage.ts';

const NODE = ['--disable-warning=ExperimentalWarning'];
const LEAST_COVERAGE = 90;

/** Everything that `npm test` runs, the longest first: two stages run at a time. */
export const STAGES: readonly Stage[] = [
  { name: 'Apex tests', command: 'node', parameters: [...NODE, 'scripts/local-org/cli.ts', 'test', '--json'], read: readApex },
  { name: 'Node tests', command: 'node', parameters: nodeTests('test/{data,lib,local-org,test,types}/**/*.test.ts'), read: readNodeTests },
  { name: 'Component tests', command: 'jest', parameters: ['--config', 'config/jest.config.cjs', '--maxWorkers', '1'], read: readJest },
  {
    name: 'Lint',
    command: 'eslint',
    parameters: ['--config', 'config/eslint.config.mjs', 'force-app', 'scripts', 'test'],
    read: singleCheck,
  },
  { name: 'Format', command: 'prettier', parameters: ['--check', '--log-level', 'warn', '.'], read: singleCheck },
  { name: 'Types of scripts', command: 'tsc', parameters: ['-p', 'tsconfig.json'], read: singleCheck },
  { name: 'Types of components', command: 'tsc', parameters: ['-p', 'config/tsconfig.lwc.json'], read: singleCheck },
  { name: 'Types of the shell', command: 'tsc', parameters: ['-p', 'config/tsconfig.shell.json'], read: singleCheck },
  { name: 'Metadata rules', command: 'node', parameters: nodeTests('test/metadata/**/*.test.ts'), read: readNodeTests },
];

function nodeTests(pattern: string): string[] {
  return [...NODE, '--test', '--test-reporter=spec', '--test-concurrency=2', pattern];
}

/** Node's own runner closes with lines such as `ℹ pass 12`. */
export function readNodeTests(result: StageResult): Tally {
  const count = (word: string): number => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(result.output)?.[1] ?? 0);
  return withExitCode({ passed: count('pass'), failed: count('fail') + count('cancelled') }, result);
}

/** Jest closes with a line such as `Tests: 1 failed, 2 skipped, 12 passed, 15 total`. */
export function readJest(result: StageResult): Tally {
  const line = /^Tests:\s+(.*)$/m.exec(result.output)?.[1] ?? '';
  const count = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return withExitCode({ passed: count('passed'), failed: count('failed') }, result);
}

/** The local org prints its report as JSON; coverage under the limit is a failure of its own. */
export function readApex(result: StageResult): Tally {
  const report = reportIn(result.output);
  if (!report) return { passed: 0, failed: 1 };
  const { passed, failed, notCompiled } = report.summary;
  const isCovered = report.coverage.percent >= LEAST_COVERAGE;
  const note = `${report.coverage.percent.toFixed(1)} % of lines covered${isCovered ? '' : `, less than ${LEAST_COVERAGE} %`}`;
  return withExitCode({ passed, failed: failed + notCompiled + (isCovered ? 0 : 1), note }, result);
}

/** What to show of a failed stage: of Apex tests only what failed, of the others all they printed. */
export function failuresIn(stage: Stage, output: string): string {
  const report = stage.read === readApex ? reportIn(output) : undefined;
  if (!report) return output.trim();
  const diagnostics = report.diagnostics.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
  const tests = report.tests
    .filter(({ outcome }) => outcome === 'Fail' || outcome === 'CompileFail')
    .map(({ className, methodName, message, stackTrace }) => `${className}.${methodName}: ${message ?? ''}\n${stackTrace ?? ''}`.trim());
  return [...diagnostics, ...tests].join('\n');
}

function reportIn(output: string): TestReport | undefined {
  const start = output.indexOf('{\n');
  if (start < 0) return undefined;
  try {
    return JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as TestReport;
  } catch {
    return undefined;
  }
}
