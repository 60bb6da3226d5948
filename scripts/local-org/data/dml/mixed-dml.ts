import type { ObjectDescription } from '../schema/description.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';
import { fail } from './dml-context.ts';

const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'QueueSobject',
  'SetupEntityAccess',
  'User',
  'UserRole',
]);

/** Messages that leave the org are no data of it. */
const MESSAGES: ReadonlySet<string> = new Set(['BellNotification', 'OutboxMail']);

/** What of a user decides over rights: with any other field a user may be written beside data. */
const DECIDING_USER_FIELDS = ['userroleid', 'isactive', 'profileid', 'username', 'forecastenabled', 'isportalenabled'];

/** A user without a role may be inserted, and a user's other fields changed, in one transaction with data. */
function isHarmlessUser(object: ObjectDescription, operation: string, rows: readonly DmlRow[]): boolean {
  if (object.name !== 'User') {
    return false;
  }
  const of = rows.filter(({ given }) => given.description === object);
  if (operation === 'Insert') {
    return of.every(({ given }) => (given.contents.get('userroleid') ?? null) === null);
  }
  return operation === 'Update' && of.every(({ given }) => DECIDING_USER_FIELDS.every((key) => !given.contents.has(key)));
}

/** A group may be inserted and updated with data, but not deleted. */
function isHarmlessGroup(object: ObjectDescription, operation: string): boolean {
  return object.name === 'Group' && (operation === 'Insert' || operation === 'Update');
}

/** Refuses rows of set-up objects where others were written in the transaction, and the other way round. */
export function checkNotMixed(context: DmlContext, object: ObjectDescription, operation: string, rows: readonly DmlRow[]): void {
  if (MESSAGES.has(object.name) || isHarmlessGroup(object, operation) || isHarmlessUser(object, operation, rows)) {
    return;
  }
  const setup = SETUP_OBJECTS.has(object.name);
  const other = setup ? context.written.data : context.written.setup;
  if (other !== undefined) {
    const refusal = `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object.name}, original object: ${other}`;
    for (const row of rows.filter(({ given }) => given.description === object)) {
      fail(row, 'MIXED_DML_OPERATION', refusal);
    }
    return;
  }
  if (object.kind === 'customSetting') {
    return;
  }
  if (setup) {
    context.written.setup ??= object.name;
  } else {
    context.written.data ??= object.name;
  }
}
