import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import type { TestOutcome, TestReport } from '../../../scripts/local-org/apex/engine-types.ts';
import { coberturaReport } from '../../../scripts/local-org/test-reports/cobertura.ts';
import { junitReport } from '../../../scripts/local-org/test-reports/junit.ts';

const outcome = (className: string, methodName: string, more: Partial<TestOutcome> = {}): TestOutcome => ({
  className,
  methodName,
  outcome: 'Pass',
  message: null,
  stackTrace: null,
  duration: 250,
  limits: {},
  ...more,
});

const REPORT: TestReport = {
  summary: { passed: 1, failed: 1, skipped: 1, notCompiled: 0 },
  tests: [
    outcome('SumTest', 'adds'),
    outcome('SumTest', 'fails', { outcome: 'Fail', message: 'a < "b" & \u0001', stackTrace: 'Class.SumTest.fails: line 3, column 1' }),
    outcome('OtherTest', 'waits', { outcome: 'Skip' }),
  ],
  coverage: {
    classes: [{ name: 'Sum', file: '/project/classes/Sum.cls', coveredLines: 2, totalLines: 3, covered: [3, 9], uncovered: [5] }],
    coveredLines: 2,
    totalLines: 3,
    percent: 66.67,
  },
  diagnostics: [],
  duration: 1500,
};

const parse = (xml: string): Record<string, never> =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => ['testsuite', 'testcase', 'line'].includes(name),
  }).parse(xml) as Record<string, never>;

test('JUnit: a suite a class, failures with message and stack, all of it valid XML', () => {
  const { testsuites } = parse(junitReport(REPORT)) as unknown as {
    testsuites: { tests: string; failures: string; skipped: string; testsuite: { name: string; testcase: Record<string, unknown>[] }[] };
  };
  assert.deepEqual([testsuites.tests, testsuites.failures, testsuites.skipped], ['3', '1', '1']);
  assert.deepEqual(
    testsuites.testsuite.map((suite) => [suite.name, suite.testcase.length]),
    [
      ['SumTest', 2],
      ['OtherTest', 1],
    ],
  );
  assert.deepEqual(testsuites.testsuite[0]?.testcase[1]?.failure, {
    message: 'a < "b" & ?',
    '#text': 'Class.SumTest.fails: line 3, column 1',
  });
});

test('Cobertura: each line with its hits, paths relative to the project', () => {
  const { coverage } = parse(coberturaReport(REPORT, '/project', 0)) as unknown as {
    coverage: { 'line-rate': string; packages: { package: { classes: { class: { filename: string; lines: { line: object[] } } } } } };
  };
  assert.equal(coverage['line-rate'], '0.6667');
  const sum = coverage.packages.package.classes.class;
  assert.equal(sum.filename, 'classes/Sum.cls');
  assert.deepEqual(sum.lines.line, [
    { number: '3', hits: '1' },
    { number: '5', hits: '0' },
    { number: '9', hits: '1' },
  ]);
});
