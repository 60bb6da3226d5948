import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';
import { propertyClass } from '../property-class.ts';
import { STATUS_CODES } from '../system/status-codes.ts';

export const DEPLOY_STATUSES = ['Canceled', 'Canceling', 'Failed', 'InProgress', 'Pending', 'Succeeded', 'SucceededPartial'];

/** What a callback is told besides the result. */
export class DeployCallbackContext {
  readonly jobId: string | null;

  constructor(jobId: string | null) {
    this.jobId = jobId;
  }
}

/** How a deployment ended. */
export const resultClasses: readonly LibraryClass[] = [
  { name: 'Metadata.DeployStatus', kind: 'enum', values: DEPLOY_STATUSES, members: {} },
  { name: 'Metadata.DeployProblemType', kind: 'enum', values: ['Error', 'Info', 'Warning'], members: {} },
  { name: 'Metadata.StatusCode', kind: 'enum', values: STATUS_CODES, members: {} },
  propertyClass('Metadata.DeployMessage', {
    changed: 'Boolean',
    columnNumber: 'Integer',
    componentType: 'String',
    created: 'Boolean',
    createdDate: 'Datetime',
    deleted: 'Boolean',
    fileName: 'String',
    fullName: 'String',
    id: 'Id',
    lineNumber: 'Integer',
    problem: 'String',
    problemType: 'Metadata.DeployProblemType',
    success: 'Boolean',
  }),
  propertyClass(
    'Metadata.DeployDetails',
    { componentFailures: 'List<Metadata.DeployMessage>', componentSuccesses: 'List<Metadata.DeployMessage>' },
    { beginsWithLists: true },
  ),
  propertyClass('Metadata.DeployResult', {
    canceledBy: 'String',
    canceledByName: 'String',
    checkOnly: 'Boolean',
    completedDate: 'Datetime',
    createdBy: 'String',
    createdByName: 'String',
    createdDate: 'Datetime',
    details: 'Metadata.DeployDetails',
    done: 'Boolean',
    errorMessage: 'String',
    errorStatusCode: 'Metadata.StatusCode',
    id: 'Id',
    ignoreWarnings: 'Boolean',
    lastModifiedDate: 'Datetime',
    messages: 'List<Metadata.DeployMessage>',
    numberComponentErrors: 'Integer',
    numberComponentsDeployed: 'Integer',
    numberComponentsTotal: 'Integer',
    rollbackOnError: 'Boolean',
    startDate: 'Datetime',
    stateDetail: 'String',
    status: 'Metadata.DeployStatus',
    success: 'Boolean',
  }),
  {
    name: 'Metadata.DeployCallbackContext',
    virtual: true,
    isInstance: (value) => value instanceof DeployCallbackContext,
    members: {
      'new()': () => new DeployCallbackContext(null),
      'Id getCallbackJobId()': (self: object) => (self instanceof DeployCallbackContext ? self.jobId : null),
    },
  },
  {
    name: 'Metadata.DeployCallback',
    kind: 'interface',
    members: { 'void handleResult(Metadata.DeployResult result, Metadata.DeployCallbackContext context)': abstractMember },
  },
];
