import type { ObjectDescription } from '../../schema/description.ts';
import { shareNames, shareParentField } from '../../schema/share-object.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';
import { fail } from '../dml-context.ts';
import type { ObjectBehaviour } from './behaviour.ts';

/**
 * Share rows: `Manual` unless a reason is given; one a record, user and reason (a second one takes the place of the first); a level that
 * everybody has anyway is refused.
 */
export const shareBehaviour: ObjectBehaviour = {
  beforeSave(context, rows) {
    for (const row of rows) {
      const { contents, description } = row.record;
      contents.set('rowcause', contents.get('rowcause') ?? 'Manual');
      const parent = parentOf(context, description);
      const names = shareNames(parent);
      if (names === undefined) {
        continue;
      }
      const level = contents.get(names.accessField.toLowerCase());
      if (level === 'All' || contents.get('rowcause') === 'Owner') {
        fail(row, 'FIELD_INTEGRITY_EXCEPTION', 'field integrity exception: unknown (cannot create or modify owner sharing)', [
          names.accessField,
        ]);
      } else if (isTrivial(parent, level)) {
        const shown = `trivial share level ${String(level)}, for organization with default level ${parent.sharingModel}`;
        fail(row, 'FIELD_INTEGRITY_EXCEPTION', `field integrity exception: unknown (${shown})`, [names.accessField]);
      }
    }
  },
  afterSave(context, rows) {
    for (const row of rows) {
      dropOlder(context, row);
    }
  },
};

function parentOf(context: DmlContext, share: ObjectDescription): ObjectDescription {
  return context.schema.object(shareParentField(share)?.referenceTo[0] ?? '') as ObjectDescription;
}

function isTrivial(parent: ObjectDescription, level: unknown): boolean {
  return parent.sharingModel === 'Read'
    ? level === 'Read'
    : parent.sharingModel !== 'Private' && parent.sharingModel !== 'ControlledByParent';
}

function dropOlder(context: DmlContext, { record, old }: DmlRow): void {
  const names = shareNames(parentOf(context, record.description));
  if (old === undefined && names !== undefined) {
    context.store.run(
      `DELETE FROM "${names.shareObject}" WHERE "${names.parentField}" = ? AND "UserOrGroupId" = ? AND "RowCause" = ? AND "Id" <> ?`,
      [record.get(names.parentField) as string, record.get('UserOrGroupId') as string, record.get('RowCause') as string, record.id],
    );
  }
}
