import type { DmlOptions } from '../transaction.ts';
import { loadDeleted } from './deleted-records.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';

/** What stands in place of a field in the note of a record that has left the recycle bin. */
const ERASED = 'erased';

/**
 * Takes records out of the recycle bin for good, with the children that went there with them: `ALL ROWS` still finds them, as it does for
 * a while on the platform, but nothing brings them back. No triggers run. Where sharing counts, only those are taken out that the user could
 * have deleted.
 */
export function emptyRecycleBinOf(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  const object = rows[0].given.description;
  const { stored, isInReach } = loadDeleted(context, object, rows, options);
  for (const row of rows) {
    const record = stored.get(row.given.id as string);
    if (record?.contents.get('isdeleted') !== true || isErased(context, record.id as string)) {
      fail(row, 'INVALID_ID_FIELD', 'invalid record id; no recycle bin entry found');
    } else if (!isInReach(record.id as string)) {
      fail(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    } else {
      erase(context, object.name, record.id as string);
    }
  }
}

/** Whether a deleted record is no longer in the recycle bin. */
export function isErased(context: DmlContext, id: string): boolean {
  return context.store.select('SELECT 1 FROM "_deletion" WHERE root = ? AND field = ?', [id, ERASED]).length > 0;
}

function erase(context: DmlContext, objectName: string, root: string): void {
  const gone = context.store.select('SELECT object, record FROM "_deletion" WHERE root = ? AND field IS NULL', [root]);
  context.store.run('DELETE FROM "_deletion" WHERE root = ?', [root]);
  for (const [name, id] of [...(gone as [string, string][]).filter(([, id]) => id !== root), [objectName, root]]) {
    context.store.run('INSERT INTO "_deletion" (root, object, record, field) VALUES (?, ?, ?, ?)', [id, name, id, ERASED]);
  }
}
