import { ApiError } from '../errors.ts';

/** What a client asks of a deployment. */
export interface DeployOptions {
  readonly checkOnly: boolean;
  readonly ignoreWarnings: boolean;
  readonly rollbackOnError: boolean;
  readonly testLevel: TestLevel;
  /** Test classes, for `RunSpecifiedTests`. */
  readonly runTests: readonly string[];
}

/** Which tests run with a deployment. */
export type TestLevel = 'NoTestRun' | 'RunSpecifiedTests' | 'RunLocalTests' | 'RunAllTestsInOrg' | 'RunRelevantTests';

const TEST_LEVELS: readonly TestLevel[] = ['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg', 'RunRelevantTests'];

/** Reads the options of a deployment, as SOAP (texts) or REST (JSON) sends them. Throws `ApiError`. */
export function readDeployOptions(given: unknown): DeployOptions {
  const options = (given ?? {}) as Readonly<Record<string, unknown>>;
  const flag = (name: string, standard: boolean): boolean => (options[name] === undefined ? standard : String(options[name]) === 'true');
  const { testLevel = 'NoTestRun', runTests } = options;
  const level = TEST_LEVELS.find((candidate) => candidate === testLevel);
  if (level === undefined)
    throw new ApiError(400, 'INVALID_TYPE', `${JSON.stringify(testLevel)} is no test level: use ${TEST_LEVELS.join(', ')}`);
  const tests = Array.isArray(runTests) ? runTests.map(String) : typeof runTests === 'string' && runTests !== '' ? [runTests] : [];
  if (level === 'RunSpecifiedTests' && tests.length === 0) {
    throw new ApiError(400, 'INVALID_OPERATION', 'RunSpecifiedTests takes the names of test classes');
  }
  if (flag('purgeOnDelete', false)) throw ApiError.unsupported('purgeOnDelete');
  return {
    checkOnly: flag('checkOnly', false),
    ignoreWarnings: flag('ignoreWarnings', false),
    rollbackOnError: flag('rollbackOnError', true),
    testLevel: level,
    runTests: tests,
  };
}
