import type { DmlContext } from '../dml/dml-context.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { chunksOf, padded, placeholders } from '../store/record-store.ts';

/** Which of the records are locked: by an approval process, or by `Approval.lock`. */
export function lockedOf({ store }: Pick<DmlContext, 'store'>, ids: readonly string[]): Set<string> {
  const [any] = store.select('SELECT 1 FROM "RecordLock" LIMIT 1');
  const rows =
    any === undefined
      ? []
      : chunksOf(ids).flatMap((chunk) =>
          store.select(`SELECT "RecordId" FROM "RecordLock" WHERE "RecordId" IN (${placeholders(chunk.length)})`, padded(chunk)),
        );
  return new Set(rows.map(([id]) => id as string));
}

/** Locks a record, or lets it go. */
export function setLocked(context: DmlContext, id: string, locked: boolean): void {
  const isLocked = lockedOf(context, [id]).has(id);
  if (locked && !isLocked) {
    context.transaction.insertSystemRow('RecordLock', { RecordId: id });
  } else if (!locked && isLocked) {
    context.store.run('DELETE FROM "RecordLock" WHERE "RecordId" = ?', [id]);
  }
}

/**
 * Which of the records the user may not change because of a lock: administrators may, by Modify All; so may those whose answer the record
 * waits for, where its process says so.
 */
export function closedTo(context: DmlContext, userId: string, object: ObjectDescription, ids: readonly string[]): Set<string> {
  const locked = lockedOf(context, ids);
  if (locked.size === 0 || context.security.objectAccess(userId, object.name).modifyAll || isAdministrator(context, userId)) {
    return new Set();
  }
  return new Set([...locked].filter((id) => !mayAnswer(context, userId, id)));
}

/** Whether a user has the right to change all data. */
export function isAdministrator({ security }: Pick<DmlContext, 'security'>, userId: string): boolean {
  return security.hasUserPermission(userId, 'ModifyAllData');
}

function mayAnswer(context: DmlContext, userId: string, recordId: string): boolean {
  const instances = context.schema.object('ProcessInstance') as ObjectDescription;
  const target = instances.fields.get('targetobjectid') as FieldDescription;
  const pending = context.records.findBy(instances, target, [recordId]).filter((instance) => instance.get('Status') === 'Pending');
  const workitems = context.schema.object('ProcessInstanceWorkitem') as ObjectDescription;
  return pending.some((instance) => {
    const [definition] = context.store.select('SELECT "LockType" FROM "ProcessDefinition" WHERE "Id" = ?', [
      instance.get('ProcessDefinitionId') as string,
    ]);
    const items = context.records.findBy(workitems, workitems.fields.get('processinstanceid') as FieldDescription, [instance.id]);
    return definition?.[0] === 'Workitem' && items.some((item) => item.get('ActorId') === userId);
  });
}
