import type { ApprovalResult } from '../../../data/approval/approvals.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { errorList, readErrors } from '../database/results.ts';
import type { LibraryClass } from '../declaration.ts';
import { describeMembers } from '../schema/describe-members.ts';
import type { JsonValue } from '../system/json-reader.ts';
import { JSON_MEMBERS, registerJsonForm } from '../system/json-types.ts';

/** An `Approval.ProcessResult`. */
export class ProcessResult {
  readonly result: Omit<ApprovalResult, 'id' | 'outcome'> & { readonly outcome: Partial<NonNullable<ApprovalResult['outcome']>> };

  constructor({
    success,
    errors,
    outcome = {},
  }: Omit<ApprovalResult, 'id' | 'outcome'> & { outcome?: Partial<ApprovalResult['outcome']> }) {
    this.result = { success, errors, outcome };
  }

  get actorIds(): ApexList {
    return new ApexList('Id', [...(this.result.outcome.actorIds ?? [])]);
  }

  get newWorkitemIds(): ApexList {
    return new ApexList('Id', [...(this.result.outcome.newWorkitemIds ?? [])]);
  }

  [JSON_MEMBERS](): [string, unknown][] {
    const { success, errors, outcome } = this.result;
    return [
      ['success', success],
      ['newWorkitemIds', this.newWorkitemIds],
      ['instanceStatus', outcome.instanceStatus ?? null],
      ['instanceId', outcome.instanceId ?? null],
      ['errors', errorList(errors)],
      ['entityId', outcome.entityId ?? null],
      ['actorIds', this.actorIds],
    ];
  }
}

/** A result as tests make it of JSON. */
registerJsonForm('Approval.ProcessResult', {
  read: (members) => {
    const lower = new Map([...members].map(([name, value]) => [name.toLowerCase(), value]));
    const text = (name: string): string | undefined => (typeof lower.get(name) === 'string' ? (lower.get(name) as string) : undefined);
    const list = (name: string): string[] => (Array.isArray(lower.get(name)) ? (lower.get(name) as readonly JsonValue[]).map(String) : []);
    const [entityId, instanceId, instanceStatus] = [text('entityid'), text('instanceid'), text('instancestatus')];
    return new ProcessResult({
      success: lower.get('success') === true,
      errors: readErrors(lower.get('errors')),
      outcome: {
        ...(entityId !== undefined && { entityId }),
        ...(instanceId !== undefined && { instanceId }),
        ...(instanceStatus !== undefined && { instanceStatus: instanceStatus as 'Pending' }),
        actorIds: list('actorids'),
        newWorkitemIds: list('newworkitemids'),
      },
    });
  },
});

type Self = ProcessResult;

/** What became of a request to an approval process. */
export const processResultClass: LibraryClass = {
  name: 'Approval.ProcessResult',
  isInstance: (value) => value instanceof ProcessResult,
  members: describeMembers({
    'List<Id> getActorIds': (self: Self) => self.actorIds,
    'String getEntityId': (self: Self) => self.result.outcome.entityId ?? null,
    'List<Database.Error> getErrors': (self: Self) => errorList(self.result.errors),
    'String getInstanceId': (self: Self) => self.result.outcome.instanceId ?? null,
    'String getInstanceStatus': (self: Self) => self.result.outcome.instanceStatus ?? null,
    'List<Id> getNewWorkitemIds': (self: Self) => self.newWorkitemIds,
    'Boolean isSuccess': (self: Self) => self.result.success,
  }),
};
