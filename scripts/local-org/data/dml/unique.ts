import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';
import { sameValue } from './same-value.ts';

/** Refuses values of unique fields that another record, or an earlier row of the same call, already has. */
export function checkUnique(context: DmlContext, object: ObjectDescription, rows: readonly DmlRow[]): void {
  for (const field of context.records.storedFields(object)) {
    if (field.unique) {
      checkField(context, object, field, rows);
    }
  }
}

function checkField(context: DmlContext, object: ObjectDescription, field: FieldDescription, rows: readonly DmlRow[]): void {
  const key = field.name.toLowerCase();
  const valueOf = (row: DmlRow): Value => (row.record.contents.get(key) ?? null) as Value;
  const changed = rows.filter((row) => {
    const value = valueOf(row);
    return value !== null && (row.old === undefined || !sameValue(value, row.old.contents.get(key) ?? null));
  });
  if (changed.length === 0) {
    return;
  }
  const folded = (value: Value): string => (field.caseSensitive ? String(value) : String(value).toLowerCase());
  const updated = new Map(rows.filter((row) => row.old !== undefined).map((row) => [row.record.id, row]));
  const holders = new Map<string, string>();
  for (const holder of context.records.findBy(object, field, changed.map(valueOf))) {
    const inCall = updated.get(holder.id);
    const present = inCall === undefined ? holder.contents.get(key) : inCall.record.contents.get(key);
    if (present !== null && present !== undefined) {
      holders.set(folded(present as Value), holder.id as string);
    }
  }
  for (const row of changed) {
    const value = folded(valueOf(row));
    const holder = holders.get(value);
    if (holder !== undefined && holder !== row.record.id) {
      fail(row, 'DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${holder || '<unknown>'}`, [
        field.name,
      ]);
    } else if (holder === undefined) {
      holders.set(value, row.record.id ?? '');
    }
  }
}
