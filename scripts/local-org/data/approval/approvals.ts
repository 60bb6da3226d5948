import { PlatformError } from '../errors.ts';
import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { fail } from '../dml/dml-context.ts';
import { attempt, resultsOf, rowsOf, runStatement } from '../dml/statement.ts';
import { SObjectRecord } from '../record.ts';
import type { DmlResult } from '../transaction.ts';
import { SYSTEM } from '../transaction.ts';
import { prefixOf } from '../values/id.ts';
import { meetsCriteria } from '../workflow/criteria.ts';
import { recordOf } from '../workflow/people.ts';
import type { ApprovalProcess } from './approval-processes.ts';
import { ApprovalRun, rowsWhere } from './approval-run.ts';
import type { ApprovalOutcome } from './approval-run.ts';
import { mayAnswerFor, maySubmit } from './approvers.ts';
import { isAdministrator, lockedOf, setLocked } from './record-locks.ts';

/** A record is to be approved. */
export interface Submission {
  readonly kind: 'submission';
  readonly recordId: string;
  readonly submitterId?: string | null;
  /** The process by name or id; without, the first whose criteria the record meets. */
  readonly process?: string | null;
  /** Only where the process is named. */
  readonly skipsCriteria?: boolean;
  readonly comments?: string | null;
  readonly nextApproverIds?: readonly string[];
}

/** Somebody approves or rejects, or the submission is taken back. */
export interface Answer {
  readonly kind: 'answer';
  readonly workitemId: string;
  readonly action: string;
  readonly comments?: string | null;
  readonly nextApproverIds?: readonly string[];
}

/** What became of a request; the outcome is absent where it failed. */
export interface ApprovalResult extends DmlResult {
  readonly outcome?: ApprovalOutcome | undefined;
}

const NO_PROCESS = 'No applicable approval process was found.';

/** Approvals and locks of records, in a transaction. Each call counts as a DML statement. */
export class Approvals {
  readonly #context: DmlContext;
  readonly #processes: readonly ApprovalProcess[];

  constructor(context: DmlContext, processes: readonly ApprovalProcess[]) {
    this.#context = context;
    this.#processes = processes;
  }

  /** Which of the records are locked. */
  lockedOf(ids: readonly string[]): Set<string> {
    return lockedOf(this.#context, ids);
  }

  /** Locks records or lets them go. */
  setLocked(ids: readonly string[], locked: boolean, allOrNone: boolean): DmlResult[] {
    const rows = this.#rowsOf(ids);
    runStatement(this.#context, locked ? 'Lock' : 'Unlock', rows, { ...SYSTEM, allOrNone }, (chunk) => {
      for (const row of chunk) {
        const id = row.given.id as string;
        if (recordOf(this.#context, id) === undefined) fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        else setLocked(this.#context, id, locked);
      }
    });
    return resultsOf(rows);
  }

  /** Submits records, and answers what waits for an answer. */
  process(requests: readonly (Submission | Answer)[], allOrNone: boolean): ApprovalResult[] {
    // Without ids: a refused request is not said to be of a record.
    const rows = this.#rowsOf(requests.map((request) => (request.kind === 'submission' ? request.recordId : request.workitemId)));
    for (const { given } of rows) given.id = null;
    const outcomes = new Map<DmlRow, ApprovalOutcome>();
    runStatement(this.#context, 'Process', rows, { ...SYSTEM, allOrNone }, (chunk) => {
      for (const row of chunk) {
        const outcome = this.#handle(requests[row.index], row);
        if (outcome !== undefined) outcomes.set(row, outcome);
      }
    });
    return resultsOf(rows).map((result, index) => ({ ...result, outcome: result.success ? outcomes.get(rows[index]) : undefined }));
  }

  /** What a request does is undone when it fails: the next one may be about the same record. */
  #handle(request: Submission | Answer, row: DmlRow): ApprovalOutcome | undefined {
    const { transaction } = this.#context;
    const start = transaction.savepoint();
    const outcome = attempt(row, () => (request.kind === 'submission' ? this.#submit(request, row) : this.#answer(request, row)));
    if (outcome === undefined) transaction.rollback(start);
    transaction.release(start);
    return outcome;
  }

  #rowsOf(ids: readonly string[]): DmlRow[] {
    return rowsOf(
      ids.map((id) => {
        const object = this.#context.schema.objectOfPrefix(prefixOf(id));
        if (object === undefined) throw new PlatformError('MALFORMED_ID', `bad id ${id}`);
        return new SObjectRecord(object, new Map([['id', id]]));
      }),
    );
  }

  #submit(request: Submission, row: DmlRow): ApprovalOutcome {
    const { transaction } = this.#context;
    const record = recordOf(this.#context, request.recordId);
    if (record === undefined || record.get('IsDeleted') === true) {
      throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
    const pending = rowsWhere(this.#context, 'ProcessInstance', 'TargetObjectId', request.recordId);
    if (pending.some((instance) => instance.get('Status') === 'Pending')) {
      throw new PlatformError('ALREADY_IN_PROCESS', 'Cannot submit object already in process.');
    }
    const submitterId = request.submitterId ?? transaction.userId;
    const process = this.#processFor(request, { ...row, record, old: record }, submitterId);
    const instanceId = transaction.insertSystemRow('ProcessInstance', {
      ProcessDefinitionId: this.#definitionOf(process)?.id ?? null,
      TargetObjectId: request.recordId,
      Status: 'Pending',
      SubmittedById: submitterId,
      LastActorId: submitterId,
    });
    const run = new ApprovalRun(this.#context, process, request.recordId, instanceId, row.errors);
    setLocked(this.#context, request.recordId, true);
    run.addStep('Started', submitterId, submitterId, request.comments ?? null, null);
    run.perform(process.initialActions);
    run.enter(0, submitterId, request.nextApproverIds ?? []);
    return run.outcome;
  }

  #processFor({ process: wanted, skipsCriteria }: Submission, row: DmlRow, submitterId: string): ApprovalProcess {
    const found = this.#processes.find(
      (process) =>
        process.objectName === row.record.description.name &&
        (!wanted || process.name.toLowerCase() === wanted.toLowerCase() || this.#definitionOf(process)?.id === wanted) &&
        ((wanted && skipsCriteria) || meetsCriteria(this.#context, process.criteria, row)) &&
        maySubmit(this.#context, submitterId, process, row),
    );
    if (found === undefined) throw new PlatformError('NO_APPLICABLE_PROCESS', NO_PROCESS);
    return found;
  }

  #definitionOf({ name, objectName }: ApprovalProcess): SObjectRecord | undefined {
    return rowsWhere(this.#context, 'ProcessDefinition', 'DeveloperName', name).find((row) => row.get('TableEnumOrId') === objectName);
  }

  #answer(request: Answer, row: DmlRow): ApprovalOutcome {
    const { transaction } = this.#context;
    const workitem = recordOf(this.#context, request.workitemId);
    const instance = recordOf(this.#context, workitem?.get('ProcessInstanceId') as string | undefined);
    const process = this.#processes.find((each) => this.#definitionOf(each)?.id === instance?.get('ProcessDefinitionId'));
    if (workitem === undefined || instance === undefined || process === undefined) {
      throw new PlatformError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
    const node = rowsWhere(this.#context, 'ProcessInstanceNode', 'ProcessInstanceId', instance.id as string).find(
      (each) => each.get('NodeStatus') === 'Pending',
    );
    const nodeId = (node?.get('ProcessNodeId') ?? null) as string | null;
    const place = process.steps.findIndex(({ name }) => name === recordOf(this.#context, nodeId ?? undefined)?.get('DeveloperName'));
    const step = process.steps[place];
    const recalls = request.action === 'Removed';
    const userId = transaction.userId;
    const actorId = workitem.get('ActorId') as string;
    const may = recalls
      ? isAdministrator(this.#context, userId) || (process.submitterMayRecall && instance.get('SubmittedById') === userId)
      : mayAnswerFor(this.#context, userId, actorId, step);
    if (!may) {
      throw new PlatformError('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id');
    }
    const status = ENDINGS.get(request.action);
    if (status === undefined) {
      throw new PlatformError('INVALID_OPERATION', `The action ${request.action} is none of Approve, Reject and Removed.`);
    }
    const run = new ApprovalRun(this.#context, process, instance.get('TargetObjectId') as string, instance.id as string, row.errors);
    this.#remove(workitem);
    run.addStep(status, userId, workitem.get('OriginalActorId') as string, request.comments ?? null, nodeId);
    const others = rowsWhere(this.#context, 'ProcessInstanceWorkitem', 'ProcessInstanceId', instance.id as string);
    if (status === 'Approved' && step?.unanimous === true && others.length > 0) {
      return run.outcome;
    }
    for (const other of others) {
      this.#remove(other);
      run.addStep(recalls ? 'Removed' : 'NoResponse', other.get('ActorId') as string, other.get('OriginalActorId') as string, null, nodeId);
    }
    if (node !== undefined) transaction.updateSystemRow(node.id as string, { NodeStatus: status, LastActorId: userId });
    transaction.updateSystemRow(instance.id as string, { LastActorId: userId });
    if (recalls) {
      run.finish('Removed', userId);
    } else if (status === 'Approved') {
      run.perform(step?.approvalActions ?? []);
      run.enter(place + 1, userId, request.nextApproverIds ?? []);
    } else {
      run.perform(step?.rejectionActions ?? []);
      if (step?.rejectsToStepBefore === true && place > 0) {
        run.enter(place - 1, instance.get('SubmittedById') as string, request.nextApproverIds ?? []);
      } else {
        run.finish('Rejected', userId);
      }
    }
    return run.outcome;
  }

  #remove(workitem: SObjectRecord): void {
    this.#context.records.erase(workitem.description, workitem.id as string);
    this.#context.changed(workitem.description);
  }
}

const ENDINGS: ReadonlyMap<string, 'Approved' | 'Rejected' | 'Removed'> = new Map([
  ['Approve', 'Approved'],
  ['Reject', 'Rejected'],
  ['Removed', 'Removed'],
]);
