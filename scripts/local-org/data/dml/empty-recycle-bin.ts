import type { ObjectDescription } from '../schema/description.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';

/** Erases records of the recycle bin for good, with the children that went there with them. No triggers run. */
export function emptyRecycleBinOf(context: DmlContext, rows: readonly DmlRow[]): void {
  const object = rows[0].given.description;
  const stored = context.records.load(
    object,
    rows.map((row) => row.given.id as string),
  );
  for (const row of rows) {
    const record = stored.get(row.given.id as string);
    if (record?.contents.get('isdeleted') !== true) {
      fail(row, 'INVALID_ID_FIELD', 'invalid record id; no recycle bin entry found');
    } else {
      erase(context, object, record.id as string);
    }
  }
}

function erase(context: DmlContext, object: ObjectDescription, id: string): void {
  const children = context.store.select('SELECT object, record FROM "_deletion" WHERE root = ? AND field IS NULL', [id]);
  for (const [objectName, childId] of [...(children as [string, string][]), [object.name, id]]) {
    const gone = context.schema.object(objectName);
    if (gone !== undefined) {
      context.records.erase(gone, childId);
      context.changed(gone);
    }
  }
  context.store.run('DELETE FROM "_deletion" WHERE root = ?', [id]);
}
