import type { Work } from '../../data/store/pending-work.ts';
import type { Transaction } from '../../data/transaction.ts';
import { QueryLocatorValue } from '../library/database/query-locator.ts';
import { JobContext } from '../library/system/jobs.ts';
import { runAs } from './async.ts';
import type { Job } from './async.ts';
import { publishBatchError } from './batch-error-event.ts';
import type { FailedPiece } from './batch-error-event.ts';
import { classInfoOf } from './class-info.ts';
import { ApexList } from './collections/list.ts';
import { currentTransaction } from './current.ts';
import { each } from './elements.ts';
import { raise } from './exception.ts';
import { invoke } from './invoke.ts';
import { failed, finished, readJobRow, updateJobRow } from './job-rows.ts';
import { textOf } from './jobs.ts';
import type { JobStep } from './jobs.ts';
import { restoreObjects, storeObjects } from './stored/objects.ts';

/** What is stored of a batch between its transactions; how far it is stands in its `AsyncApexJob`, its scopes are parts of the work. */
type BatchState = readonly [instance: object, scopeSize: number, started: boolean];

const MOST_IN_A_SCOPE = 2000;

/** How many records a scope has when nobody says otherwise. */
export const DEFAULT_SCOPE = 200;

/** The job that a batch is, to be queued. Throws when a scope can't have this size. */
export function batchJob(instance: object, scopeSize: number): Job {
  if (scopeSize < 1 || scopeSize > MOST_IN_A_SCOPE) {
    raise('System.AsyncException', `The batch size must be between 1 and ${MOST_IN_A_SCOPE}`);
  }
  const state: BatchState = [instance, scopeSize, false];
  return { kind: 'batch', className: classInfoOf(instance)?.name ?? '', values: state };
}

/**
 * Does the next piece of a batch: its start, one scope, its finish. A scope that fails does not keep the others from running. Without
 * `Database.Stateful` each piece begins with the fields that the batch was queued with.
 *
 * @param mostScopes How many scopes it may have.
 * @returns what the piece threw, if it did.
 */
export function performBatch(work: Work, step: JobStep, mostScopes: number): unknown[] {
  let scope: number | undefined;
  let piece: FailedPiece | undefined;
  try {
    step(() => {
      const transaction = currentTransaction();
      const [instance, scopeSize, started] = restoreObjects(work.contents) as unknown as BatchState;
      const part = transaction.pendingWork.nextPart(work.position);
      scope = part?.number;
      const [records] = part ? restoreObjects(part.contents) : [];
      piece = {
        instance,
        phase: !started ? 'START' : part ? 'EXECUTE' : 'FINISH',
        scope: records instanceof ApexList ? records.elements : [],
      };
      if (!started) {
        start(transaction, work, instance, scopeSize, mostScopes);
      } else if (part) {
        transaction.pendingWork.removePart(work.position, part.number);
        call(work, instance, 'execute', records);
        keepState(transaction, work, instance, scopeSize);
        countScope(transaction, work.recordId, undefined);
      } else {
        call(work, instance, 'finish');
        transaction.pendingWork.remove(work.position);
        updateJobRow(transaction, work.recordId, finished(transaction));
      }
    });
    return [];
  } catch (error) {
    step(() => {
      writeFailure(currentTransaction(), work, scope, error);
      if (piece) publishBatchError(work.recordId, piece, error);
    });
    return [error];
  }
}

function call(work: Work, instance: object, method: string, ...values: readonly unknown[]): unknown {
  let result: unknown;
  runAs('batch', () => {
    result = invoke(instance, method, [new JobContext(work.recordId, 'batch'), ...values]);
  });
  return result;
}

function start(transaction: Transaction, work: Work, instance: object, scopeSize: number, mostScopes: number): void {
  updateJobRow(transaction, work.recordId, { Status: 'Preparing' });
  const began = call(work, instance, 'start');
  const list = began instanceof QueryLocatorValue ? began.records : began;
  const elementType = list instanceof ApexList ? list.elementType : 'Object';
  const elements = [...each(list)];
  const count = Math.ceil(elements.length / scopeSize);
  if (count > mostScopes) {
    raise(
      'System.UnexpectedException',
      'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
    );
  }
  const scopes = Array.from({ length: count }, (_, index) => elements.slice(index * scopeSize, (index + 1) * scopeSize));
  transaction.pendingWork.addParts(
    work.position,
    scopes.map((scope) => storeObjects([new ApexList(elementType, scope)])),
  );
  keepState(transaction, work, instance, scopeSize);
  updateJobRow(transaction, work.recordId, { Status: 'Processing', TotalJobItems: count });
}

function keepState(transaction: Transaction, work: Work, instance: object, scopeSize: number): void {
  const isStateful = classInfoOf(instance)?.ancestors.has('database.stateful') ?? false;
  const kept = isStateful ? instance : restoreObjects(work.contents)[0];
  transaction.pendingWork.change(work.position, storeObjects([kept, scopeSize, true]));
}

/** A failing scope is one of several; without its start or its finish the batch is over. */
function writeFailure(transaction: Transaction, work: Work, scope: number | undefined, error: unknown): void {
  if (scope === undefined) {
    transaction.pendingWork.remove(work.position);
    updateJobRow(transaction, work.recordId, failed(transaction, textOf(error)));
  } else {
    transaction.pendingWork.removePart(work.position, scope);
    countScope(transaction, work.recordId, textOf(error));
  }
}

function countScope(transaction: Transaction, jobId: string, failure: string | undefined): void {
  const { processed, errors } = readJobRow(transaction, jobId);
  updateJobRow(transaction, jobId, { JobItemsProcessed: processed + 1 });
  if (failure !== undefined) {
    updateJobRow(transaction, jobId, { NumberOfErrors: errors + 1 });
  }
  if (failure !== undefined && errors === 0) {
    updateJobRow(transaction, jobId, { ExtendedStatus: `First error: ${failure}`.slice(0, 1000) });
  }
}
