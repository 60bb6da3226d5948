import type { SObjectRecord } from '../../data/record.ts';
import type { TriggerBatch, TriggerEvent } from '../../data/transaction.ts';
import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { defineEnum } from './enum.ts';
import type { EnumConstant } from './enum.ts';

/** What `Trigger.` gives while a trigger runs. */
export interface TriggerContext {
  readonly event: TriggerEvent;
  readonly newList: ApexList | null;
  readonly oldList: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  readonly size: number;
}

const stack: TriggerContext[] = [];

/** The context of the trigger that runs now; undefined outside triggers. */
export function triggerContext(): TriggerContext | undefined {
  return stack.at(-1);
}

/** Runs a trigger's body with its context. */
export function withTriggerContext(context: TriggerContext, work: () => void): void {
  stack.push(context);
  try {
    work();
  } finally {
    stack.pop();
  }
}

/** Runs work as if no trigger were running: a job, a test. */
export function outsideTriggers<T>(work: () => T): T {
  const kept = stack.splice(0);
  try {
    return work();
  } finally {
    stack.push(...kept);
  }
}

/** The context for one batch of records. */
export function createTriggerContext(event: TriggerEvent, { objectName, newRecords, oldRecords }: TriggerBatch): TriggerContext {
  const list = (records: readonly SObjectRecord[] | undefined): ApexList | null =>
    records ? new ApexList(objectName, [...records]) : null;
  return {
    event,
    newList: list(newRecords),
    oldList: list(oldRecords),
    newMap: event === 'before insert' ? null : mapOf(objectName, newRecords),
    oldMap: mapOf(objectName, oldRecords),
    size: (newRecords ?? oldRecords ?? []).length,
  };
}

function mapOf(objectName: string, records: readonly SObjectRecord[] | undefined): ApexMap | null {
  if (!records) {
    return null;
  }
  const map = new ApexMap('Id', objectName);
  for (const record of records) {
    map.put(record.id, record);
  }
  return map;
}

const OPERATIONS = ['BEFORE_INSERT', 'BEFORE_UPDATE', 'BEFORE_DELETE', 'AFTER_INSERT', 'AFTER_UPDATE', 'AFTER_DELETE', 'AFTER_UNDELETE'];

/** `Trigger.operationType`. */
export function operationType(context: TriggerContext | undefined): EnumConstant | null {
  const name = context?.event.toUpperCase().replace(' ', '_');
  return defineEnum('TriggerOperation', OPERATIONS).find((constant) => constant.name === name) ?? null;
}
