import { SObjectRecord } from '../../data/record.ts';
import type { Value } from '../../data/record.ts';
import { publicationsOfTest } from './async.ts';
import { classInfoOf } from './class-info.ts';
import { currentTransaction } from './current.ts';
import { deliverAfterCommit } from './event-delivery.ts';
import { ApexException, apexStackTrace, asApexException } from './exception.ts';

const JOB_SCOPE_LENGTH = 40_000;

/** A piece of a batch that failed. */
export interface FailedPiece {
  readonly instance: object;
  readonly phase: 'START' | 'EXECUTE' | 'FINISH';
  /** What the piece was given. */
  readonly scope: readonly unknown[];
}

/** Publishes a `BatchApexErrorEvent` for a batch that asks for it (`Database.RaisesPlatformEvents`), where code knows such events. */
export function publishBatchError(jobId: string, { instance, phase, scope }: FailedPiece, error: unknown): void {
  const transaction = currentTransaction();
  const object = transaction.schema.object('BatchApexErrorEvent');
  if (!object || !classInfoOf(instance)?.ancestors.has('database.raisesplatformevents')) {
    return;
  }
  const exception = asApexException(error);
  const isApex = exception instanceof ApexException;
  const ids = scope.map((element) => (element instanceof SObjectRecord ? element.id : String(element))).join(',');
  const event = new SObjectRecord(object);
  const contents: Readonly<Record<string, Value>> = {
    AsyncApexJobId: jobId,
    DoesExceedJobScopeMaxLength: ids.length > JOB_SCOPE_LENGTH,
    ExceptionType: isApex ? exception.typeName : 'System.UnexpectedException',
    JobScope: ids.slice(0, JOB_SCOPE_LENGTH),
    Message: isApex ? exception.apexMessage : (error as Error).message,
    Phase: phase,
    StackTrace: isApex ? apexStackTrace(exception) : '',
    CreatedById: transaction.userId,
  };
  for (const [name, value] of Object.entries(contents)) {
    if (object.fields.has(name.toLowerCase())) event.put(name, value);
  }
  const publication = { events: [event], callback: null };
  const ofTest = publicationsOfTest();
  if (ofTest) ofTest.push(publication);
  else deliverAfterCommit(publication);
}
