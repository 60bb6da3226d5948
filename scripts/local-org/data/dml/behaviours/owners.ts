import type { ObjectDescription } from '../../schema/description.ts';
import { shareNames } from '../../schema/share-object.ts';
import { prefixOf } from '../../values/id.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';
import { fail } from '../dml-context.ts';

/** A new owner must be an active user, or a queue that takes records of the object. */
export function checkOwners(context: DmlContext, rows: readonly DmlRow[]): void {
  const verdicts = new Map<string, { statusCode: string; message: string } | undefined>();
  for (const row of rows) {
    const ownerId = row.record.contents.get('ownerid');
    if (typeof ownerId !== 'string' || ownerId === row.old?.contents.get('ownerid')) {
      continue;
    }
    if (!verdicts.has(ownerId)) {
      verdicts.set(ownerId, refusal(context, row.record.description, ownerId));
    }
    const verdict = verdicts.get(ownerId);
    if (verdict !== undefined) {
      fail(row, verdict.statusCode, verdict.message, ['OwnerId']);
    } else if (row.old !== undefined) {
      dropManualShares(context, row);
    }
  }
}

function refusal(context: DmlContext, object: ObjectDescription, ownerId: string): { statusCode: string; message: string } | undefined {
  if (prefixOf(ownerId) === '00G') {
    const [row] = context.store.select('SELECT 1 FROM "QueueSobject" WHERE "QueueId" = ? AND "SobjectType" = ?', [ownerId, object.name]);
    return row === undefined
      ? { statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: 'Queue not associated with this SObject type' }
      : undefined;
  }
  const [user] = context.store.select('SELECT "IsActive", "Name" FROM "User" WHERE "Id" = ?', [ownerId]);
  return user !== undefined && Number(user[0]) === 0
    ? {
        statusCode: 'INACTIVE_OWNER_OR_USER',
        message: `operation performed with inactive user [${ownerId}] as owner of ${object.label.toLowerCase()}`,
      }
    : undefined;
}

/** Where records are not everybody's, a share row says who owns each: with every access, for the reason `Owner`. */
export function keepOwnerShares(context: DmlContext, rows: readonly DmlRow[]): void {
  const object = rows[0]?.record.description;
  const names = object && (object.sharingModel === 'Private' || object.sharingModel === 'Read') ? shareNames(object) : undefined;
  if (names === undefined || context.schema.object(names.shareObject) === undefined) {
    return;
  }
  const { shareObject, parentField, accessField } = names;
  for (const { record, old } of rows) {
    const ownerId = record.contents.get('ownerid') as string;
    if (ownerId === old?.contents.get('ownerid')) {
      continue;
    }
    if (old !== undefined) {
      context.store.run(`DELETE FROM "${shareObject}" WHERE "${parentField}" = ? AND "RowCause" = 'Owner'`, [record.id]);
    }
    const row = { [parentField]: record.id, UserOrGroupId: ownerId, [accessField]: 'All', RowCause: 'Owner' };
    context.transaction.insertSystemRow(shareObject, row);
  }
}

/** Manual sharing ends when a record changes hands. */
function dropManualShares(context: DmlContext, row: DmlRow): void {
  const object = row.record.description;
  const relationship = object.childRelationships.find(({ childObject, relationshipName }) => {
    return relationshipName === 'Shares' && context.schema.object(childObject)?.kind === 'share';
  });
  if (relationship !== undefined) {
    const { childObject, field } = relationship;
    context.store.run(`DELETE FROM "${childObject}" WHERE "${field}" = ? AND "RowCause" = 'Manual'`, [row.record.id]);
  }
}
