import { toNumber } from '../../data/formula/arithmetic.ts';
import type { SObjectRecord, Value } from '../../data/record.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { LookupElement } from '../metadata/description.ts';
import { assign, operandValue } from '../references.ts';
import { findRecords } from '../record-query.ts';
import type { Faults } from './bulk-elements.ts';
import { countQuery } from './write-records.ts';

/** Gets records. All interviews together count as one query. */
export function runLookup(context: FlowContext, interviews: readonly Interview[], element: LookupElement): Faults {
  const faults = new Map<Interview, unknown>();
  countQuery(context);
  for (const interview of interviews) {
    try {
      lookUp(context, interview, element);
    } catch (error) {
      faults.set(interview, error);
    }
  }
  return faults;
}

function lookUp(context: FlowContext, interview: Interview, element: LookupElement): void {
  const { frame } = interview;
  const variable = element.target?.length === 1 ? frame.flow.variables.get(element.target[0].toLowerCase()) : undefined;
  const firstOnly = element.firstOnly || variable?.collection === false;
  const limit = toNumber((operandValue(context, interview, element.limit) ?? null) as Value)?.toNumber();
  const fields = element.fieldTargets.length > 0 ? element.fieldTargets.map(({ field }) => field) : element.fields;
  const query = { ...element, fields, limit: firstOnly ? 1 : limit };
  const records = findRecords(context, interview, query, frame.access);
  if (element.fieldTargets.length > 0) {
    keepFields(context, interview, element, records[0]);
    return;
  }
  const found = firstOnly ? (records[0] ?? null) : records;
  if (element.target === undefined) {
    frame.values.set(element.name.toLowerCase(), found);
  } else if (records.length > 0 || element.nullWhenNone) {
    assign(context, interview, element.target, found);
  }
}

function keepFields(context: FlowContext, interview: Interview, element: LookupElement, record: SObjectRecord | undefined): void {
  if (record === undefined && !element.nullWhenNone) {
    return;
  }
  for (const { field, target } of element.fieldTargets) {
    assign(context, interview, target, record === undefined ? null : context.org.formulas.valueAt(record, [field]));
  }
}
