import { NoAccess } from '../errors.ts';
import { closedTo } from '../approval/record-locks.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { shareParentField } from '../schema/share-object.ts';
import type { DmlOptions } from '../transaction.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail, good } from './dml-context.ts';

type Action = 'create' | 'edit' | 'delete';

/** What a row's error says when fields may not be written; `DmlFailure` repeats it as its message. */
export function inaccessibleFields(objectName: string): string {
  return `Operation failed due to fields being inaccessible on Sobject ${objectName}, check errors on Exception or Result!`;
}

/**
 * In user mode, refuses the call when the user may not do this to records of the object at all.
 * @throws NoAccess
 */
export function checkObjectAccess(context: DmlContext, object: ObjectDescription, action: Action, options: DmlOptions): void {
  if (options.mode === 'user' && !context.security.objectAccess(context.transaction.userId, object.name)[action]) {
    throw new NoAccess('INSUFFICIENT_ACCESS_OR_READONLY', `Access to entity '${object.name}' denied`);
  }
}

/** In user mode, fails the rows that carry a field the user may not write. */
export function checkFieldAccess(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  if (options.mode !== 'user') {
    return;
  }
  const { userId } = context.transaction;
  for (const row of rows) {
    const object = row.given.description;
    const refused = [...row.given.contents.keys()]
      .map((key) => object.fields.get(key))
      .filter((field) => field !== undefined && isJudged(field, row) && !context.security.fieldAccess(userId, object.name, field.name).edit)
      .map((field) => (field as FieldDescription).name);
    if (refused.length > 0) {
      fail(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', inaccessibleFields(object.name), refused);
    }
  }
}

/** Fields that nobody writes (system fields, formulas) are ignored rather than refused, as a queried record carries them. */
function isJudged(field: FieldDescription, row: DmlRow): boolean {
  return row.old === undefined ? field.createable : field.updateable || field.masterDetail;
}

/** Where sharing counts, fails the rows whose record the user may not edit or delete, or that is locked. */
export function checkRecordAccess(context: DmlContext, rows: readonly DmlRow[], action: 'edit' | 'delete', options: DmlOptions): void {
  if (!options.sharing || rows.length === 0) {
    return;
  }
  const access = context.security.recordAccess(
    context.transaction.userId,
    rows.map((row) => row.record.id as string),
  );
  for (const row of rows) {
    const level = access.get(row.record.id as string) ?? 'none';
    const enough = action === 'edit' ? level === 'edit' || level === 'all' : level === 'all';
    if (!enough) {
      fail(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
  }
  const left = good(rows);
  const closed =
    left.length === 0
      ? new Set<string>()
      : closedTo(
          context,
          context.transaction.userId,
          left[0].record.description,
          left.map(({ record }) => record.id as string),
        );
  for (const row of left.filter(({ record }) => closed.has(record.id as string))) {
    fail(row, 'ENTITY_IS_LOCKED', 'This record is locked. If you need to edit it, contact your admin.');
  }
}

/** Where sharing counts, fails new share rows of records that the user doesn't have altogether: as owner, above the owner, or by Modify All. */
export function checkMayShare(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  const share = rows[0]?.record.description;
  const parent = share?.kind === 'share' ? shareParentField(share) : undefined;
  if (!options.sharing || parent === undefined) {
    return;
  }
  const key = parent.name.toLowerCase();
  const ids = rows.map((row) => row.record.contents.get(key)).filter((id) => typeof id === 'string');
  const access = context.security.recordAccess(context.transaction.userId, ids);
  for (const row of rows.filter((candidate) => access.get(String(candidate.record.contents.get(key))) !== 'all')) {
    fail(row, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id', [parent.name]);
  }
}

/** Where sharing counts, fails the rows that point at a record the user can't see. */
export function checkParentAccess(context: DmlContext, rows: readonly DmlRow[], options: DmlOptions): void {
  const [first] = rows;
  if (!options.sharing || first === undefined) {
    return;
  }
  for (const field of first.record.description.fields.values()) {
    if (field.type !== 'reference' || field.referenceTo.includes('User') || !field.createable) {
      continue;
    }
    const key = field.name.toLowerCase();
    const changed = rows.filter(
      (row) => typeof row.record.contents.get(key) === 'string' && row.record.contents.get(key) !== row.old?.contents.get(key),
    );
    if (changed.length === 0) {
      continue;
    }
    const access = context.security.recordAccess(
      context.transaction.userId,
      changed.map((row) => row.record.contents.get(key) as string),
    );
    for (const row of changed.filter((candidate) => access.get(candidate.record.contents.get(key) as string) === 'none')) {
      fail(row, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id', [field.name]);
    }
  }
}
