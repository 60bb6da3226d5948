import type { SObjectRecord, Value } from '../record.ts';
import type { FieldDescription, LookupCondition, LookupFilter, ObjectDescription } from '../schema/description.ts';
import { literalValue } from '../store/filter-condition.ts';
import { prefixOf } from '../values/id.ts';
import { comparesAs } from './comparison.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';
import { meetsLogic } from '../filter-logic.ts';

const REFUSED = 'Value does not exist or does not match filter criteria.';

/** Refuses lookups to records that their filter does not let through. */
export function checkLookupFilters(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[]): void {
  for (const field of object.fields.values()) {
    const { lookupFilter } = field;
    if (lookupFilter !== undefined) {
      for (const row of rows.filter((candidate) => isConcerned(candidate, field, lookupFilter))) {
        checkLookup(context, field, lookupFilter, row);
      }
    }
  }
}

/** The filter is asked when the lookup changes, or a field of the record that the filter compares with. */
function isConcerned({ record, old }: DmlRow, field: FieldDescription, { conditions }: LookupFilter): boolean {
  const sources = conditions
    .flatMap((condition) => [condition.field, condition.valueField ?? ''])
    .filter((path) => path.startsWith('$Source.'));
  const keys = [field.name, ...sources.map((path) => path.slice('$Source.'.length))].map((name) => name.toLowerCase());
  const filled = typeof record.contents.get(field.name.toLowerCase()) === 'string';
  return filled && (old === undefined || keys.some((key) => String(record.contents.get(key)) !== String(old.contents.get(key))));
}

function checkLookup(context: DmlContext, field: FieldDescription, filter: LookupFilter, row: DmlRow): void {
  const id = row.record.contents.get(field.name.toLowerCase()) as string;
  const target = context.schema.objectOfPrefix(prefixOf(id));
  const pointedAt = target === undefined ? undefined : context.records.loadOne(target, id);
  if (pointedAt === undefined) {
    return;
  }
  const met = filter.conditions.map((condition) => isMet(context, condition, pointedAt, row.record));
  if (!meetsLogic(filter.logic, met)) {
    fail(row, 'FIELD_FILTER_VALIDATION_EXCEPTION', filter.message ?? REFUSED, [field.name]);
  }
}

function isMet(context: DmlContext, condition: LookupCondition, target: SObjectRecord, source: SObjectRecord): boolean {
  const left = valueOf(context, condition.field, target, source);
  const rights =
    condition.valueField === undefined
      ? literals(condition, target.description, source.description)
      : [valueOf(context, condition.valueField, target, source)];
  return comparesAs(condition.operation, left, rights);
}

function valueOf(context: DmlContext, reference: string, target: SObjectRecord, source: SObjectRecord): Value {
  const path = reference.split('.');
  const [first, ...rest] = path as [string, ...string[]];
  if (first === '$Source') {
    return context.formulas.valueAt(source, rest);
  }
  return first.startsWith('$') ? context.formulas.valueAt(target, path) : context.formulas.valueAt(target, rest);
}

function literals({ field, value = '' }: LookupCondition, target: ObjectDescription, source: ObjectDescription): Value[] {
  const path = field.split('.');
  const owner = path[0] === '$Source' ? source : target;
  const type = (path.length === 2 ? owner.fields.get(path[1]?.toLowerCase() ?? '')?.type : undefined) ?? 'string';
  return value.split(',').map((text) => literalValue(type, text.trim()));
}
