import type { DmlContext, DmlRow } from '../dml-context.ts';
import { fail } from '../dml-context.ts';
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
