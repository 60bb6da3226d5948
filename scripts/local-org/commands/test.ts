import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ProgressBar } from '../../lib/progress-bar.ts';
import type { TestReport } from '../apex/engine-types.ts';
import { describe, openOrg, tellWarnings } from '../open-org.ts';
import { coberturaReport } from '../test-reports/cobertura.ts';
import { junitReport } from '../test-reports/junit.ts';
import { watchTests } from './watch-tests.ts';

const OPTIONS = {
  'source-dir': { type: 'string' },
  tests: { type: 'string' },
  json: { type: 'boolean' },
  junit: { type: 'string' },
  cobertura: { type: 'string' },
  'coverage-by-test': { type: 'boolean' },
  watch: { type: 'boolean' },
} as const;

/**
 * `npm run org -- test [--source-dir DIR] [--tests A,B.method] [--json] [--junit FILE] [--cobertura FILE] [--watch]`: runs the Apex tests
 * of a project in an org in memory; with `--watch` again whenever a source changes, until it is stopped. `--coverage-by-test` adds to the
 * JSON which lines ran in each test method.
 *
 * @returns the exit code: 0 when everything compiled and every test passed.
 */
export function test(root: string, argv: readonly string[]): number | Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const project = resolve(root, values['source-dir'] ?? '.');
  if (values.watch) return watchTests(project, argv);
  const open = openOrg({ project, cacheFolder: join(root, '.cache'), coverage: true });
  tellWarnings(open);
  const { engine } = open;
  const bar = new ProgressBar('Apex tests');
  const tests = values.tests
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  let report: TestReport;
  try {
    report = engine.runTests({
      ...(tests ? { tests } : {}),
      coverageByTest: values['coverage-by-test'] === true,
      progress: (_outcome, done, total) => bar.update(done, total),
    });
  } finally {
    bar.stop();
  }
  if (values.junit !== undefined) writeFileSync(resolve(values.junit), junitReport(report));
  if (values.cobertura !== undefined) writeFileSync(resolve(values.cobertura), coberturaReport(report, project, Date.now()));
  process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : summaryOf(report, tests === undefined));
  const { failed, notCompiled } = report.summary;
  return failed === 0 && notCompiled === 0 && report.diagnostics.length === 0 ? 0 : 1;
}

/** @param whole whether all tests ran: some alone say nothing of what the others cover. */
function summaryOf(report: TestReport, whole: boolean): string {
  const lines: string[] = report.diagnostics.map(describe);
  for (const { className, methodName, outcome, message, stackTrace } of report.tests) {
    if (outcome === 'Fail' || outcome === 'CompileFail')
      lines.push(`${outcome}  ${className}.${methodName}: ${message ?? ''}\n${stackTrace ?? ''}`);
  }
  for (const { name, coveredLines, totalLines, uncovered } of whole ? report.coverage.classes : []) {
    if (coveredLines < totalLines) lines.push(`${name}: ${coveredLines} of ${totalLines} lines covered, not ${uncovered.join(', ')}`);
  }
  const { passed, failed, skipped, notCompiled } = report.summary;
  const seconds = (report.duration / 1000).toFixed(1);
  const { percent, totalLines: lineCount } = report.coverage;
  lines.push(lineCount === 0 ? `No lines to cover, ${seconds} s` : `Line coverage ${percent.toFixed(1)} %, ${seconds} s`);
  lines.push(`${passed} passed, ${failed} failed, ${skipped} skipped, ${notCompiled} not compiled`);
  return `${lines.join('\n')}\n`;
}
