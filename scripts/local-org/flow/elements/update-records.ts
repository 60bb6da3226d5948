import { SObjectRecord } from '../../data/record.ts';
import { sameValue } from '../../data/dml/same-value.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { UpdateElement } from '../metadata/description.ts';
import { findRecords } from '../record-query.ts';
import { assign, operandValue, valueAt } from '../references.ts';
import { storedFieldsOf } from '../values.ts';
import type { Faults } from './bulk-elements.ts';
import { recordOf, recordsIn } from './create-records.ts';
import { countQuery, prepareEach, writeTogether } from './write-records.ts';

/** Updates the records of a variable, those that meet conditions, or the record that started the flow. */
export function runUpdate(context: FlowContext, interviews: readonly Interview[], element: UpdateElement): Faults {
  const { transaction } = context;
  if (element.input === undefined) {
    countQuery(context);
  }
  const { writings, faults } = prepareEach(interviews, (interview) => changedRecords(context, interview, element));
  const failed = writeTogether('update', writings, (records, options) => transaction.update(withoutRepeats(records), options));
  return new Map([...faults, ...failed]);
}

function changedRecords(context: FlowContext, interview: Interview, element: UpdateElement): readonly SObjectRecord[] {
  const { input, assignments } = element;
  if (input === undefined) {
    const found = findRecords(context, interview, { ...element, object: element.object ?? '', fields: ['Id'] }, interview.frame.access);
    return found.map((record) => changed(context, interview, element, record));
  }
  const isTrigger = input.length === 1 && input[0].toLowerCase() === '$record';
  if (isTrigger && interview.trigger?.beforeSave === true) {
    for (const { field, value } of assignments) {
      assign(context, interview, ['$Record', field], operandValue(context, interview, value));
    }
    return [];
  }
  const records = recordsIn(valueAt(context, interview, input), element.name);
  return assignments.length > 0 ? records.map((record) => changed(context, interview, element, record)) : records.map(differences);
}

function changed(context: FlowContext, interview: Interview, { assignments }: UpdateElement, record: SObjectRecord): SObjectRecord {
  const change = recordOf(context, interview, record.description, assignments);
  change.id = record.id;
  return change;
}

/** Of a record that came from the database only what the flow has changed, so that nothing older is written over what is newer. */
function differences(record: SObjectRecord): SObjectRecord {
  const before = storedFieldsOf(record);
  if (before === undefined) {
    return record;
  }
  const change = new SObjectRecord(record.description);
  for (const [name, content] of record.contents) {
    if (name === 'id' || !sameValue(content, before.get(name) ?? null)) {
      change.contents.set(name, content);
    }
  }
  return change;
}

/** The same record changed by several interviews is written once, the later values over the earlier. */
function withoutRepeats(records: readonly SObjectRecord[]): SObjectRecord[] {
  const byId = new Map<string | SObjectRecord, SObjectRecord>();
  for (const record of records) {
    const known = byId.get(record.id ?? record);
    if (known === undefined) {
      byId.set(record.id ?? record, record.copy());
    } else {
      for (const [name, content] of record.contents) known.contents.set(name, content);
    }
  }
  return [...byId.values()];
}
