import type { TestOutcome, TestReport } from '../apex/engine-types.ts';
import { escapeXml } from './escape-xml.ts';

/** The outcome of Apex tests as a JUnit file, one suite a class: what build servers read. */
export function junitReport(report: TestReport): string {
  const byClass = new Map<string, TestOutcome[]>();
  for (const test of report.tests) byClass.set(test.className, [...(byClass.get(test.className) ?? []), test]);
  const { passed, failed, skipped, notCompiled } = report.summary;
  const totals = `tests="${passed + failed + skipped + notCompiled}" failures="${failed}" errors="${notCompiled}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Apex" ${totals} time="${seconds(report.duration)}">`,
    ...Array.from(byClass, ([className, tests]) => suite(className, tests)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(className: string, tests: readonly TestOutcome[]): string {
  const count = (outcome: TestOutcome['outcome']): number => tests.filter((test) => test.outcome === outcome).length;
  const time = tests.reduce((sum, test) => sum + test.duration, 0);
  return [
    `  <testsuite name="${escapeXml(className)}" tests="${tests.length}" failures="${count('Fail')}" errors="${count('CompileFail')}" skipped="${count('Skip')}" time="${seconds(time)}">`,
    ...tests.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function testCase({ className, methodName, outcome, message, stackTrace, duration }: TestOutcome): string {
  const start = `    <testcase classname="${escapeXml(className)}" name="${escapeXml(methodName)}" time="${seconds(duration)}"`;
  if (outcome === 'Pass') return `${start}/>`;
  if (outcome === 'Skip') return `${start}><skipped/></testcase>`;
  const element = outcome === 'Fail' ? 'failure' : 'error';
  return `${start}><${element} message="${escapeXml(message ?? '')}">${escapeXml(stackTrace ?? '')}</${element}></testcase>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
