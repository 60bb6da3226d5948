import type { Answer, ApprovalResult, Submission } from '../../data/approval/approvals.ts';
import { toId18 } from '../../data/values/id.ts';
import { ApiError } from '../errors.ts';
import type { RestAnswer, RestCall } from './call.ts';
import { queryAsUser } from './call.ts';

/** GET /process/approvals : the approval processes by object. */
export function listApprovals(call: RestCall): RestAnswer {
  const { records } = queryAsUser(
    call,
    "SELECT Id, Name, DeveloperName, Description, TableEnumOrId FROM ProcessDefinition WHERE State = 'Active' ORDER BY Name",
  );
  const approvals = Map.groupBy(
    records.map((record) => ({
      description: record.get('Description'),
      id: record.id,
      name: record.get('Name'),
      object: String(record.get('TableEnumOrId')),
      sortOrder: 1,
    })),
    ({ object }) => object,
  );
  return { status: 200, body: { approvals: Object.fromEntries(approvals) } };
}

/** POST /process/approvals : submits, approves, rejects, takes back; each request by itself. */
export function processApprovals(call: RestCall): RestAnswer {
  const { requests } = (call.body ?? {}) as { requests?: readonly Record<string, unknown>[] };
  if (!Array.isArray(requests)) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The body of an approval call is {"requests": [...]}');
  }
  const asked = requests.map(requestOf);
  const hidden = asked.map((request) => request.kind === 'submission' && !(isVisible(call, request.recordId) && isOwn(call, request)));
  const handled = call.transaction.approvals.process(
    asked.filter((_, index) => !hidden[index]),
    false,
  );
  const results = hidden.map((isHidden) => (isHidden ? HIDDEN : (handled.shift() as ApprovalResult)));
  return {
    status: 200,
    body: results.map(({ success, errors, outcome }) => ({
      actorIds: outcome?.actorIds ?? null,
      entityId: outcome?.entityId ?? null,
      errors: success ? null : errors,
      instanceId: outcome?.instanceId ?? null,
      instanceStatus: outcome?.instanceStatus ?? null,
      newWorkitemIds: outcome?.newWorkitemIds ?? null,
      success,
    })),
  };
}

const HIDDEN: ApprovalResult = {
  id: null,
  success: false,
  errors: [
    {
      statusCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      message: 'insufficient access rights on cross-reference id',
      fields: [],
    },
  ],
};

/** Whether a client sees a record: Apex may submit what its user does not see. */
function isVisible({ transaction, userId }: RestCall, recordId: string): boolean {
  const object = transaction.schema.objectOfPrefix(recordId.slice(0, 3));
  if (object === undefined) return true;
  const { read, viewAll } = transaction.security.objectAccess(userId, object.name);
  return viewAll || (read && transaction.security.recordAccess(userId, [recordId]).get(recordId) !== 'none');
}

/** Only those who may change everything submit in the name of somebody else. */
function isOwn({ transaction, userId }: RestCall, { submitterId }: Submission): boolean {
  const submitter = submitterId ? toId18(submitterId) : userId;
  return submitter === userId || transaction.security.hasUserPermission(userId, 'ModifyAllData');
}

function requestOf(request: Readonly<Record<string, unknown>>): Submission | Answer {
  const text = (name: string): string | null => (typeof request[name] === 'string' ? request[name] : null);
  const contextId = text('contextId');
  const id = contextId === null ? null : (toId18(contextId) ?? contextId);
  if (id === null) {
    throw new ApiError(400, 'REQUIRED_FIELD_MISSING', 'missing required field: [contextId]', ['contextId']);
  }
  const { nextApproverIds } = request;
  const said = { comments: text('comments'), nextApproverIds: Array.isArray(nextApproverIds) ? nextApproverIds.map(String) : [] };
  const action = text('actionType') ?? '';
  if (action !== 'Submit') {
    return { kind: 'answer', ...said, workitemId: id, action };
  }
  return {
    kind: 'submission',
    ...said,
    recordId: id,
    submitterId: text('contextActorId'),
    process: text('processDefinitionNameOrId'),
    skipsCriteria: request['skipEntryCriteria'] === true,
  };
}
