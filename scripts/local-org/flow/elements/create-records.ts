import { SObjectRecord } from '../../data/record.ts';
import type { ObjectDescription } from '../../data/schema/description.ts';
import { publishAll } from '../../apex/library/event-bus/publish.ts';
import { DmlFailure } from '../../data/errors.ts';
import type { DmlResult } from '../../data/transaction.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { CreateElement, FieldAssignment } from '../metadata/description.ts';
import { assign, fieldValue, operandValue, valueAt } from '../references.ts';
import { objectNamed } from '../record-query.ts';
import type { Faults } from './bulk-elements.ts';
import { prepareEach, writeTogether } from './write-records.ts';

/** Creates a record from values, or the records of a variable, which then have their ids. */
export function runCreate(context: FlowContext, interviews: readonly Interview[], element: CreateElement): Faults {
  const { transaction } = context;
  const { writings, faults } = prepareEach(interviews, (interview) => newRecords(context, interview, element));
  const failed = writeTogether('create', writings, (records, options) =>
    records[0]?.description.kind === 'platformEvent'
      ? publish(records)
      : element.upsertField === undefined
        ? transaction.insert(records, options)
        : transaction.upsert(records, element.upsertField, options),
  );
  for (const { interview, items } of writings) {
    if (!failed.has(interview)) {
      keepId(context, interview, element, items[0]?.id ?? null);
    }
  }
  return new Map([...faults, ...failed]);
}

function newRecords(context: FlowContext, interview: Interview, element: CreateElement): readonly SObjectRecord[] {
  if (element.input !== undefined) {
    return recordsIn(valueAt(context, interview, element.input), element.name);
  }
  return [recordOf(context, interview, objectNamed(context, element.object ?? ''), element.assignments)];
}

function publish(events: readonly SObjectRecord[]): DmlResult[] {
  const results = publishAll(events).map(({ result }) => result);
  if (results.some(({ success }) => !success)) {
    throw new DmlFailure(
      'Insert',
      results,
      events.map(({ description }) => description.name),
    );
  }
  return results;
}

/** A record variable or collection as a list. Throws `FlowFault` when there is no record in it. */
export function recordsIn(value: unknown, element: string): readonly SObjectRecord[] {
  const records = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (!records.every((record) => record instanceof SObjectRecord)) {
    throw new FlowFault(`The element ${element} works on a record variable that has no value.`);
  }
  return records;
}

/** A new record with the values that an element assigns. */
export function recordOf(
  context: FlowContext,
  interview: Interview,
  object: ObjectDescription,
  assignments: readonly FieldAssignment[],
): SObjectRecord {
  const record = new SObjectRecord(object);
  for (const { field: name, value } of assignments) {
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined) {
      throw new FlowFault(`The object ${object.name} has no field ${name}.`);
    }
    record.contents.set(name.toLowerCase(), fieldValue(context, field, operandValue(context, interview, value)));
  }
  return record;
}

function keepId(context: FlowContext, interview: Interview, element: CreateElement, id: string | null): void {
  if (element.idTarget !== undefined) {
    assign(context, interview, element.idTarget, id);
  } else if (element.input === undefined) {
    interview.frame.values.set(element.name.toLowerCase(), id);
  }
}
