import { PlatformError } from '../errors.ts';
import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { toId18 } from '../values/id.ts';
import { findBy, personNamed, recordOf } from '../workflow/people.ts';
import type { ApprovalProcess, ApprovalStep, NamedPerson } from './approval-processes.ts';
import { isAdministrator } from './record-locks.ts';

/** Who a step is put before: users and queues. `actedLast` is who submitted the record or gave the answer before. */
export function approversOf(context: DmlContext, { process, step, row, actedLast, chosen }: StepToAssign): string[] {
  return step.approvers.map((approver) => {
    switch (approver.kind) {
      case 'adhoc':
        return chosen.length === 1
          ? existing(context, chosen[0])
          : refuse('REQUIRED_FIELD_MISSING', 'missing required field: [nextApproverIds]', ['nextApproverIds']);
      case 'userHierarchyField': {
        const from = process.asksOwnersHierarchy ? (row.record.get('OwnerId') as string) : actedLast;
        const field = (approver.name || process.hierarchyField || 'Manager').replace(/^(?!.*__c$)(.*?)(?:Id)?$/, '$1Id');
        return (recordOf(context, from)?.get(field) as string | null | undefined) ?? refuse('MANAGER_NOT_DEFINED', 'Manager undefined.');
      }
      default:
        return (
          personNamed(context, approver.kind, approver.name, row) ?? refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')
        );
    }
  });
}

/** The id of the user or queue that somebody named as the next approver. */
function existing(context: DmlContext, given: string): string {
  const person = recordOf(context, toId18(given) ?? given);
  const isPerson = person !== undefined && ['User', 'Group'].includes(person.description.name);
  return isPerson ? (person.id as string) : refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}

/** A step that a record has come to. */
export interface StepToAssign {
  readonly process: ApprovalProcess;
  readonly step: ApprovalStep;
  readonly row: DmlRow;
  readonly actedLast: string;
  /** Approvers named with the submission or the answer before. */
  readonly chosen: readonly string[];
}

function refuse(statusCode: string, message: string, fields: readonly string[] = []): never {
  throw new PlatformError(statusCode, message, fields);
}

/** Whether a user may answer in an approver's place: as themselves, a member of the queue, the delegate, or an administrator. */
export function mayAnswerFor(context: DmlContext, userId: string, actorId: string, step: ApprovalStep | undefined): boolean {
  if (userId === actorId || isAdministrator(context, userId)) {
    return true;
  }
  const [member] = context.store.select('SELECT 1 FROM "GroupMember" WHERE "GroupId" = ? AND "UserOrGroupId" = ?', [actorId, userId]);
  return member !== undefined || (step?.allowsDelegate === true && recordOf(context, actorId)?.get('DelegatedApproverId') === userId);
}

/** Whether a user may submit a record to a process: administrators always. */
export function maySubmit(context: DmlContext, userId: string, { submitters, objectName }: ApprovalProcess, row: DmlRow): boolean {
  return (
    context.security.objectAccess(userId, objectName).modifyAll ||
    isAdministrator(context, userId) ||
    submitters.some((submitter) => isSubmitter(context, userId, submitter, row))
  );
}

function isSubmitter(context: DmlContext, userId: string, { kind, name }: NamedPerson, row: DmlRow): boolean {
  switch (kind) {
    case 'allInternalUsers':
      return true;
    case 'role':
    case 'roleSubordinates':
      return recordOf(context, userId)?.get('UserRoleId') === findBy(context, 'UserRole', 'DeveloperName', name);
    case 'group':
    case 'queue': {
      const groupId = findBy(context, 'Group', 'DeveloperName', name) ?? '';
      return context.store.select('SELECT 1 FROM "GroupMember" WHERE "GroupId" = ? AND "UserOrGroupId" = ?', [groupId, userId]).length > 0;
    }
    default:
      return personNamed(context, kind, name, row) === userId;
  }
}
