import type { Answer, Submission } from '../../../data/approval/approvals.ts';
import { toId18 } from '../../../data/values/id.ts';
import type { ApexList } from '../../runtime/collections/list.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { accessors } from '../properties.ts';

/** An `Approval.ProcessSubmitRequest` or `Approval.ProcessWorkitemRequest`. */
export class ProcessRequest {
  readonly kind: 'ProcessSubmitRequest' | 'ProcessWorkitemRequest';
  readonly values = new Map<string, unknown>();

  constructor(kind: ProcessRequest['kind']) {
    this.kind = kind;
  }

  /** What it asks of the org. Raises an exception when it does not say for what record. */
  get request(): Submission | Answer {
    const text = (name: string): string | null => (this.values.get(name) as string | null | undefined) ?? null;
    const id = (name: string): string | null => toId18(text(name) ?? '') ?? text(name);
    const said = {
      comments: text('Comments'),
      nextApproverIds: ((this.values.get('NextApproverIds') as ApexList | null | undefined)?.elements ?? []) as string[],
    };
    if (this.kind === 'ProcessWorkitemRequest') {
      return { kind: 'answer', ...said, workitemId: id('WorkitemId') ?? missing('workitemId'), action: text('Action') ?? '' };
    }
    return {
      kind: 'submission',
      ...said,
      recordId: id('ObjectId') ?? missing('objectId'),
      submitterId: id('SubmitterId'),
      process: text('ProcessDefinitionNameOrId'),
      skipsCriteria: this.values.get('SkipEntryCriteria') === true,
    };
  }
}

function missing(name: string): never {
  return raise(
    'System.DmlException',
    `Process failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, missing required field: [${name}]: [${name}]`,
  );
}

const OF_ALL = { Comments: 'String', NextApproverIds: 'List<Id>' };
const OF_SUBMISSIONS = { ObjectId: 'String', SubmitterId: 'String', ProcessDefinitionNameOrId: 'String', SkipEntryCriteria: 'Boolean' };
const OF_ANSWERS = { Action: 'String', WorkitemId: 'String' };

function requestClass(kind: ProcessRequest['kind'], properties: Readonly<Record<string, string>>): LibraryClass {
  return {
    name: `Approval.${kind}`,
    extends: 'Approval.ProcessRequest',
    isInstance: (value) => value instanceof ProcessRequest && value.kind === kind,
    members: { 'new()': () => new ProcessRequest(kind), ...accessors(properties) },
  };
}

/** Requests to approval processes. */
export const requestClasses: readonly LibraryClass[] = [
  { name: 'Approval.ProcessRequest', isInstance: (value) => value instanceof ProcessRequest, members: accessors(OF_ALL) },
  requestClass('ProcessSubmitRequest', OF_SUBMISSIONS),
  requestClass('ProcessWorkitemRequest', OF_ANSWERS),
];
