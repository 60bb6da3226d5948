import { PlatformError } from '../errors.ts';
import type { Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import type { DmlOptions } from '../transaction.ts';
import { coerce, isMisfit } from './coerce.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, good } from './dml-context.ts';
import { insertRows } from './insert.ts';
import { updateRows } from './update.ts';

/** Inserts the rows whose key is new and updates the others. */
export function upsertRows(
  context: DmlContext,
  rows: readonly DmlRow[],
  key: FieldDescription,
  options: DmlOptions,
  created: Set<DmlRow>,
): void {
  const object = rows[0].given.description;
  if (key.type !== 'id') {
    findByKey(context, object, key, rows);
  }
  const fresh = good(rows).filter((row) => row.given.id === null);
  const known = good(rows).filter((row) => row.given.id !== null);
  for (const row of rows) {
    created.delete(row);
  }
  for (const row of fresh) {
    created.add(row);
  }
  if (fresh.length > 0) {
    insertRows(context, fresh, options);
  }
  if (known.length > 0) {
    updateRows(context, known, options);
  }
}

/** The field that tells records apart: the id, an external id, or a field the platform allows for it. */
export function upsertKey(object: ObjectDescription, name: string): FieldDescription {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined || !(field.type === 'id' || field.externalId || field.nameField || field.unique)) {
    throw new PlatformError('INVALID_FIELD', `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`, [
      name,
    ]);
  }
  return field;
}

function findByKey(context: DmlContext, object: ObjectDescription, key: FieldDescription, rows: readonly DmlRow[]): void {
  const name = key.name.toLowerCase();
  const values = new Map<DmlRow, Value>();
  const seen = new Set<string>();
  for (const row of rows) {
    const value = coerce(key, row.given.contents.get(name) ?? null);
    if (value === null || isMisfit(value)) {
      fail(row, 'MISSING_ARGUMENT', `${key.name} not specified`, [key.name]);
      continue;
    }
    const folded = foldedKey(key, value);
    if (seen.has(folded)) {
      fail(row, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [key.name]);
      continue;
    }
    seen.add(folded);
    values.set(row, value);
  }
  const holders = new Map<string, string[]>();
  for (const holder of context.records.findBy(object, key, [...values.values()])) {
    const folded = foldedKey(key, holder.contents.get(name) as Value);
    holders.set(folded, [...(holders.get(folded) ?? []), holder.id as string]);
  }
  for (const [row, value] of values) {
    const ids = holders.get(foldedKey(key, value)) ?? [];
    if (ids.length > 1) {
      fail(row, 'DUPLICATE_EXTERNAL_ID', `${key.name}: more than one record found for external id field: [${ids.join(', ')}]`, [key.name]);
    } else if (ids.length === 1) {
      row.given.id = ids[0];
    }
  }
}

function foldedKey(key: FieldDescription, value: Value): string {
  return key.caseSensitive ? String(value) : String(value).toLowerCase();
}
