import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { rollUp } from '../dml/roll-up.ts';
import type { SObjectRecord, Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { DatetimeValue } from '../values/datetime.ts';
import type { WorkflowAction } from '../workflow/actions.ts';
import { meetsCriteria } from '../workflow/criteria.ts';
import { writeMail } from '../workflow/email-alert.ts';
import { recordOf } from '../workflow/people.ts';
import { performActions } from '../workflow/perform.ts';
import { runWorkflow } from '../workflow/run-workflow.ts';
import type { ApprovalProcess, ApprovalStep } from './approval-processes.ts';
import { approversOf } from './approvers.ts';
import { setLocked } from './record-locks.ts';

/** How an approval ends. */
export type Ending = 'Approved' | 'Rejected' | 'Removed';

/** What a request comes to. */
export interface ApprovalOutcome {
  readonly entityId: string;
  readonly instanceId: string;
  readonly instanceStatus: 'Pending' | Ending;
  readonly actorIds: readonly string[];
  readonly newWorkitemIds: readonly string[];
}

/** One record on its way through an approval process: writes its history, asks approvers, performs what the process says. */
export class ApprovalRun {
  readonly #context: DmlContext;
  readonly #process: ApprovalProcess;
  readonly #recordId: string;
  readonly #instanceId: string;
  /** The request's row: what goes wrong is left there. */
  readonly #errors: DmlRow['errors'];
  #status: ApprovalOutcome['instanceStatus'] = 'Pending';
  readonly #actors: string[] = [];
  readonly #workitems: string[] = [];

  constructor(context: DmlContext, process: ApprovalProcess, recordId: string, instanceId: string, errors: DmlRow['errors']) {
    this.#context = context;
    this.#process = process;
    this.#recordId = recordId;
    this.#instanceId = instanceId;
    this.#errors = errors;
  }

  get outcome(): ApprovalOutcome {
    return {
      entityId: this.#recordId,
      instanceId: this.#instanceId,
      instanceStatus: this.#status,
      actorIds: this.#actors,
      newWorkitemIds: this.#workitems,
    };
  }

  /** Puts the record before the approvers of a step, or of the first after it whose criteria it meets. */
  enter(index: number, actedLast: string, chosen: readonly string[]): void {
    const { steps } = this.#process;
    for (const step of steps.slice(index)) {
      const row = this.row();
      if (meetsCriteria(this.#context, step.criteria, row)) {
        this.#assign(step, actedLast, chosen, row);
        return;
      }
      if (step.otherwise !== 'GotoNextStep') {
        this.finish(step.otherwise === 'ApproveRecord' ? 'Approved' : 'Rejected', actedLast);
        return;
      }
    }
    this.finish('Approved', actedLast);
  }

  /** Ends the approval: its status, the lock of the record, the last actions. */
  finish(ending: Ending, actorId: string): void {
    const { locksApproved, locksRejected, approvalActions, rejectionActions, recallActions } = this.#process;
    const actions = { Approved: approvalActions, Rejected: rejectionActions, Removed: recallActions }[ending];
    this.#status = ending;
    this.#context.transaction.updateSystemRow(this.#instanceId, { Status: ending, CompletedDate: this.#now(), LastActorId: actorId });
    setLocked(this.#context, this.#recordId, ending === 'Approved' ? locksApproved : ending === 'Rejected' ? locksRejected : false);
    this.perform(actions);
  }

  /** Performs actions for the record; field updates save it with its update triggers. */
  perform(actions: readonly WorkflowAction[]): void {
    if (actions.length === 0) return;
    const row = this.row();
    const asked = performActions(this.#context, [{ row, actions }], false);
    if (asked.length > 0 && row.errors.length === 0) runWorkflow(this.#context, asked);
    if (row.errors.length === 0) rollUp(this.#context, row.record.description, [row]);
  }

  /** A line of the approval's history. */
  addStep(status: string, actorId: string, originalActorId: string, comments: string | null, nodeId: string | null): void {
    this.#context.transaction.insertSystemRow('ProcessInstanceStep', {
      ProcessInstanceId: this.#instanceId,
      StepStatus: status,
      ActorId: actorId,
      OriginalActorId: originalActorId,
      Comments: comments,
      StepNodeId: nodeId,
    });
  }

  /** The record as it is now, as a row of a save. */
  row(): DmlRow {
    const record = recordOf(this.#context, this.#recordId) as SObjectRecord;
    return { index: 0, given: record, record, old: record, errors: this.#errors };
  }

  #assign(step: ApprovalStep, actedLast: string, chosen: readonly string[], row: DmlRow): void {
    const { transaction } = this.#context;
    const actors = approversOf(this.#context, { process: this.#process, step, row, actedLast, chosen });
    const definitionId = rowsWhere(this.#context, 'ProcessInstance', 'Id', this.#instanceId)[0]?.get('ProcessDefinitionId') as string;
    const node = rowsWhere(this.#context, 'ProcessNode', 'ProcessDefinitionId', definitionId).find(
      (each) => each.get('DeveloperName') === step.name,
    );
    transaction.insertSystemRow('ProcessInstanceNode', {
      ProcessInstanceId: this.#instanceId,
      ProcessNodeId: node?.id ?? null,
      ProcessNodeName: step.label,
      NodeStatus: 'Pending',
    });
    for (const actorId of actors) {
      this.#actors.push(actorId);
      this.#workitems.push(
        transaction.insertSystemRow('ProcessInstanceWorkitem', {
          ProcessInstanceId: this.#instanceId,
          ActorId: actorId,
          OriginalActorId: actorId,
        }),
      );
    }
    const addresses = actors.map((id) => recordOf(this.#context, id)?.get('Email')).filter((address) => typeof address === 'string');
    writeMail(this.#context, this.#process.emailTemplate, `${this.#process.label}: ${step.label}`, addresses, row.record);
  }

  #now(): Value {
    return new DatetimeValue(Math.floor(this.#context.transaction.now() / 1000) * 1000);
  }
}

/** The rows of an object that have a value in a field. */
export function rowsWhere(context: DmlContext, objectName: string, fieldName: string, value: string): SObjectRecord[] {
  const object = context.schema.object(objectName) as ObjectDescription;
  return context.records.findBy(object, object.fields.get(fieldName.toLowerCase()) as FieldDescription, [value]);
}
