import type { Org } from '../../data/org.ts';
import type { Transaction } from '../../data/transaction.ts';
import type { CompiledProgram } from '../compiler.ts';
import type { TestOptions, TestOutcome, TestReport } from '../engine-types.ts';
import { beginTest, endTest } from '../runtime/async.ts';
import type { MethodInfo } from '../runtime/class-info.ts';
import { enterSharing, restoreSharing, withTransaction } from '../runtime/current.ts';
import { ApexException, apexStackTrace, asApexException } from '../runtime/exception.ts';
import { NotCompiled } from '../runtime/program.ts';
import type { Program } from '../runtime/program.ts';
import { noteDataAccess } from '../runtime/test-data-access.ts';
import { CoverageByTest, measureCoverage } from './coverage.ts';
import { discoverTests, isWanted } from './discover.ts';
import type { TestClass } from './discover.ts';

/** What tests are run in. */
export interface TestGround {
  readonly org: Org;
  readonly program: Program;
  readonly compiled: CompiledProgram;
}

/**
 * Runs tests as the administrator. The set-up methods of a class run once; each test method then runs in a rehearsal of its own, so that it
 * sees what the set-up made and nothing of other tests.
 */
export function runTests(ground: TestGround, options: TestOptions): TestReport {
  const begun = performance.now();
  const found = discoverTests(ground.program, options.tests);
  const total = found.reduce((count, test) => count + test.methods.length, 0);
  const tests: TestOutcome[] = notCompiled(ground, options.tests);
  const byTest = options.coverageByTest ? new CoverageByTest(ground.program, ground.compiled) : undefined;
  for (const test of found) {
    runClass(ground, test, (outcome) => {
      byTest?.note(outcome);
      tests.push(outcome);
      options.progress?.(outcome, tests.length, total);
    });
  }
  const count = (outcome: TestOutcome['outcome']): number => tests.filter((test) => test.outcome === outcome).length;
  return {
    summary: { passed: count('Pass'), failed: count('Fail'), skipped: count('Skip'), notCompiled: count('CompileFail') },
    tests,
    coverage: { ...measureCoverage(ground.program, ground.compiled), ...(byTest && { byTest: byTest.tests }) },
    diagnostics: ground.compiled.diagnostics,
    duration: performance.now() - begun,
  };
}

function runClass({ org }: TestGround, test: TestClass, report: (outcome: TestOutcome) => void): void {
  org.rehearse(org.administratorId, () => {
    const failed = runSetUps(org, test);
    for (const method of test.methods) {
      report(failed ? { ...failed, methodName: method.name } : runMethod(org, test, method));
    }
  });
}

function runSetUps(org: Org, test: TestClass): TestOutcome | undefined {
  for (const setup of test.setups) {
    const outcome = attempt(test, setup, (work) => org.transaction(org.administratorId, work));
    if (outcome.outcome !== 'Pass') {
      return { ...outcome, message: `The test set-up failed: ${outcome.message}` };
    }
  }
  return undefined;
}

function runMethod(org: Org, test: TestClass, method: MethodInfo): TestOutcome {
  return attempt(test, method, (work) => org.rehearse(org.administratorId, work));
}

function attempt(test: TestClass, method: MethodInfo, run: (work: (transaction: Transaction) => void) => void): TestOutcome {
  const begun = performance.now();
  let limits: Record<string, number> = {};
  let failure: unknown;
  try {
    run((transaction) => {
      beginTest(transaction);
      noteDataAccess(transaction, test.info, method);
      const sharing = enterSharing(false);
      try {
        withTransaction(transaction, () => (test.info.javascriptClass[method.key] as () => void)());
      } finally {
        restoreSharing(sharing);
        limits = { ...transaction.limits.used };
        endTest(transaction);
      }
    });
  } catch (error) {
    failure = error;
  }
  const duration = performance.now() - begun;
  const base = { className: test.info.name, methodName: method.name, duration, limits };
  if (failure === undefined) {
    return { ...base, outcome: 'Pass', message: null, stackTrace: null };
  }
  return { ...base, outcome: failure instanceof NotCompiled ? 'CompileFail' : 'Fail', ...describeFailure(failure) };
}

function describeFailure(error: unknown): { message: string; stackTrace: string } {
  if (error instanceof NotCompiled) {
    return { message: error.message, stackTrace: '' };
  }
  const exception = asApexException(error);
  if (exception instanceof ApexException) {
    return { message: exception.toString(), stackTrace: apexStackTrace(exception) };
  }
  const defect = error as Error;
  return { message: `Internal error of the local org: ${defect.message}`, stackTrace: defect.stack ?? '' };
}

/** Tests that are not in the running program: of classes with mistakes, of what extends them, and names that nothing has. */
function notCompiled({ program, compiled }: TestGround, wanted: readonly string[] | undefined): TestOutcome[] {
  const outcomes: TestOutcome[] = [];
  for (const { className, file, methods } of compiled.tests) {
    const problem = compiled.diagnostics.find((diagnostic) => diagnostic.file === file);
    const message = problem ? `${problem.message} (line ${problem.line})` : 'A class that it extends did not compile.';
    const missing = program.find(className) ? [] : methods.filter((method) => isWanted(wanted, className, method));
    outcomes.push(...missing.map((methodName) => notRun(className, methodName, message)));
  }
  const isKnown = (name: string): boolean =>
    compiled.tests.some(({ className, methods }) => methods.some((method) => isWanted([name], className, method)));
  for (const name of (wanted ?? []).filter((candidate) => !isKnown(candidate))) {
    const [className = name, methodName = ''] = name.split('.');
    outcomes.push(notRun(className, methodName, `There is no test ${name}, or its file could not be read.`));
  }
  return outcomes;
}

function notRun(className: string, methodName: string, message: string): TestOutcome {
  return { className, methodName, outcome: 'CompileFail', message, stackTrace: null, duration: 0, limits: {} };
}
