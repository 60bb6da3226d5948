import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestReport } from '../apex/engine-types.ts';

const CLI = resolve(import.meta.dirname, '../cli.ts');
/** A report of many tests with their coverage. */
const LARGEST_REPORT = 64 * 1024 * 1024;

/** Runs tests of a project in a process and an org of their own, so that they see no data of the org being served, nor hold it up. */
export function runTestsApart(project: string, tests: readonly string[] | undefined): Promise<TestReport> {
  const options = ['--source-dir', project, '--json', '--coverage-by-test', ...(tests ? ['--tests', tests.join(',')] : [])];
  const argv = ['--disable-warning=ExperimentalWarning', CLI, 'test', ...options];
  return new Promise((report, failed) => {
    execFile(process.execPath, argv, { maxBuffer: LARGEST_REPORT }, (error, output, errors) => {
      try {
        report(JSON.parse(output) as TestReport);
      } catch (cause) {
        failed(new Error(`The tests could not be run: ${errors.trim() || String(error)}`, { cause }));
      }
    });
  });
}
