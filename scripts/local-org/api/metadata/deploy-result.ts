import type { DeployOptions } from './deploy-request.ts';

/** One component in the answer of a deployment, as the Metadata API has it. */
export interface DeployMessage {
  readonly fullName: string;
  readonly componentType: string;
  readonly fileName: string;
  readonly success: boolean;
  readonly changed: boolean;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly createdDate: string;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

/** How far a deployment is. */
export type DeployStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'SucceededPartial' | 'Failed' | 'Canceling' | 'Canceled';

/** A deployment while it goes on and when it has ended. */
export interface Deployment {
  readonly id: string;
  readonly userId: string;
  readonly userName: string;
  readonly options: DeployOptions;
  readonly createdDate: string;
  startDate?: string;
  completedDate?: string;
  status: DeployStatus;
  stateDetail?: string;
  errorMessage?: string;
  errorStatusCode?: string;
  total: number;
  messages: readonly DeployMessage[];
  /** The outcome of tests, in the shape of `runTestsSynchronous`. */
  testResult?: Readonly<Record<string, unknown>>;
  testsTotal: number;
  /** The version of the source that the org is opened from when the deployment is in. */
  version?: number;
}

/** The `DeployResult` of the Metadata API. */
export function deployResult(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
  const { id, options, messages, status, testResult, userId, userName } = deployment;
  const failures = messages.filter((message) => !message.success);
  const successes = messages.filter((message) => message.success);
  const testErrors = Number(testResult?.numFailures ?? 0);
  const details = {
    componentFailures: failures,
    componentSuccesses: successes,
    runTestResult: testResult ?? { numFailures: 0, numTestsRun: 0, totalTime: 0 },
  };
  return {
    ...(includeDetails && { details }),
    checkOnly: options.checkOnly,
    completedDate: deployment.completedDate,
    createdBy: userId,
    createdByName: userName,
    createdDate: deployment.createdDate,
    done: status !== 'Pending' && status !== 'InProgress' && status !== 'Canceling',
    errorMessage: deployment.errorMessage,
    errorStatusCode: deployment.errorStatusCode,
    id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: deployment.completedDate ?? deployment.startDate ?? deployment.createdDate,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: successes.length,
    numberComponentsTotal: Math.max(deployment.total, messages.length),
    numberTestErrors: testErrors,
    numberTestsCompleted: Number(testResult?.numTestsRun ?? 0) - testErrors,
    numberTestsTotal: deployment.testsTotal,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: options.testLevel !== 'NoTestRun',
    startDate: deployment.startDate,
    stateDetail: deployment.stateDetail,
    status,
    success: status === 'Succeeded' || status === 'SucceededPartial',
  };
}
