import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestReport } from '../apex/engine-types.ts';

const CLI = resolve(import.meta.dirname, '../cli.ts');
/** A report of many tests with their coverage. */
const LARGEST_REPORT = 64 * 1024 * 1024;

/** Runs tests of the package in a process and an org of their own, so that they see no data of the org being served, nor hold it up. */
export function runTestsApart(tests: readonly string[] | undefined): Promise<TestReport> {
  const argv = ['--disable-warning=ExperimentalWarning', CLI, 'test', '--json', ...(tests ? ['--tests', tests.join(',')] : [])];
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
