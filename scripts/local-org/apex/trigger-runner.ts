import { PlatformError } from '../data/errors.ts';
import type { Transaction, TriggerBatch, TriggerEvent, TriggerRunner } from '../data/transaction.ts';
import { enterSharing, restoreSharing, withTransaction } from './runtime/current.ts';
import { runCharged } from './runtime/cpu.ts';
import { ApexException, apexStackTrace, asApexException } from './runtime/exception.ts';
import type { LinkedTrigger, Program } from './runtime/program.ts';
import { markReadOnly } from './runtime/sobject-access.ts';
import { createTriggerContext, withTriggerContext } from './runtime/trigger-context.ts';

/** Runs the triggers of a program for DML, in the order of their names. */
export class ProgramTriggers implements TriggerRunner {
  private readonly byEvent = new Map<string, LinkedTrigger[]>();

  constructor(program: Program) {
    const sorted = [...program.triggers].sort((left, right) => (left.name < right.name ? -1 : 1));
    for (const trigger of sorted) {
      for (const event of trigger.events) {
        const key = keyOf(trigger.object, event);
        this.byEvent.set(key, [...(this.byEvent.get(key) ?? []), trigger]);
      }
    }
  }

  handles(objectName: string, event: TriggerEvent): boolean {
    return this.byEvent.has(keyOf(objectName, event));
  }

  run(transaction: Transaction, event: TriggerEvent, batch: TriggerBatch): void {
    for (const trigger of this.byEvent.get(keyOf(batch.objectName, event)) ?? []) {
      withTransaction(transaction, () => runCharged(() => runTrigger(trigger, event, batch)));
    }
  }
}

function keyOf(objectName: string, event: string): string {
  return `${objectName.toLowerCase()}:${event}`;
}

function runTrigger(trigger: LinkedTrigger, event: TriggerEvent, batch: TriggerBatch): void {
  const readOnly = [...(batch.oldRecords ?? []), ...(event.startsWith('after') ? (batch.newRecords ?? []) : [])];
  const release = markReadOnly(readOnly);
  const sharing = enterSharing(false);
  try {
    withTriggerContext(createTriggerContext(event, batch), trigger.run);
  } catch (error) {
    throw triggerFailure(trigger, event, error);
  } finally {
    restoreSharing(sharing);
    release();
  }
}

/** What DML reports of a trigger that failed: its name, its event, and the exception with its Apex lines. */
function triggerFailure(trigger: LinkedTrigger, event: TriggerEvent, error: unknown): unknown {
  const exception = asApexException(error);
  if (!(exception instanceof ApexException) || !exception.catchable) {
    return exception;
  }
  const name = event.replace(/(^| )(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const text = `${trigger.name}: execution of ${name}\n\ncaused by: ${exception.toString()}\n\n${apexStackTrace(exception)}`;
  return new PlatformError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', text, [], { cause: exception });
}
