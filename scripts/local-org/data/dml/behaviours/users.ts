import { SObjectRecord } from '../../record.ts';
import type { Content } from '../../record.ts';
import type { ObjectDescription } from '../../schema/description.ts';
import type { DmlContext, DmlRow } from '../dml-context.ts';
import { fail } from '../dml-context.ts';
import { stampNew } from '../stamps.ts';
import type { ObjectBehaviour } from './behaviour.ts';
import { personNames } from './person-names.ts';

/** Users: a full name, a nickname where none is given, the type of their licence. */
export const userBehaviour: ObjectBehaviour = {
  prepare: completeUser,
  beforeSave(context, rows) {
    completeUser(context, rows);
    for (const row of rows) {
      const username = row.record.contents.get('username');
      if (typeof username === 'string' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(username)) {
        fail(row, 'INVALID_EMAIL_ADDRESS', `Username: invalid email address: ${username}`, ['Username']);
      }
    }
  },
};

function completeUser(context: DmlContext, rows: readonly DmlRow[]): void {
  personNames(context, rows);
  for (const { record } of rows) {
    const { contents } = record;
    contents.set('usertype', contents.get('usertype') ?? 'Standard');
    if ((contents.get('communitynickname') ?? null) === null) {
      contents.set('communitynickname', `User${context.sequences.next('nickname')}.${context.transaction.now()}`.slice(0, 40));
    }
  }
}

/** A role comes with the groups that stand for those in it, and those in it or below. */
export const userRoleBehaviour: ObjectBehaviour = {
  afterSave(context, rows) {
    const groups = context.schema.object('Group') as ObjectDescription;
    for (const { record, old } of rows) {
      for (const type of old === undefined ? ['Role', 'RoleAndSubordinates'] : []) {
        const name = record.get('DeveloperName') ?? record.get('Name');
        const group = new SObjectRecord(
          groups,
          new Map<string, Content>([
            ['name', name],
            ['developername', name],
            ['type', type],
            ['relatedid', record.id],
          ]),
        );
        stampNew(context, groups, [{ index: 0, given: group, record: group, old: undefined, errors: [] }]);
        context.records.insert(group);
      }
    }
  },
};

/** A set is assigned to a user once. */
export const permissionSetAssignmentBehaviour: ObjectBehaviour = {
  beforeSave(context, rows) {
    refuseRepeats(context, rows, 'PermissionSetAssignment', ['PermissionSetId', 'PermissionSetGroupId', 'AssigneeId']);
  },
};

/** A user or group is a member of a group once. */
export const groupMemberBehaviour: ObjectBehaviour = {
  beforeSave(context, rows) {
    refuseRepeats(context, rows, 'GroupMember', ['GroupId', 'UserOrGroupId']);
  },
};

function refuseRepeats(context: DmlContext, rows: readonly DmlRow[], table: string, fields: readonly string[]): void {
  const condition = fields.map((field) => `"${field}" IS ?`).join(' AND ');
  const seen = new Set<string>();
  for (const row of rows.filter(({ old }) => old === undefined)) {
    const values = fields.map((field) => row.record.get(field) as string | null);
    const key = values.join();
    const [existing] = context.store.select(`SELECT "Id" FROM "${table}" WHERE ${condition}`, values);
    if (existing !== undefined || seen.has(key)) {
      fail(row, 'DUPLICATE_VALUE', `duplicate value found: duplicates value on record with id: ${String(existing?.[0] ?? '<unknown>')}`);
    }
    seen.add(key);
  }
}
