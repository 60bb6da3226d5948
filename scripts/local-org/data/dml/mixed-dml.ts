import { PlatformError } from '../errors.ts';
import type { ObjectDescription } from '../schema/description.ts';
import type { DmlContext } from './dml-context.ts';

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

/**
 * Refuses to write set-up objects and others in one transaction, as the platform does.
 * @throws PlatformError MIXED_DML_OPERATION
 */
export function checkNotMixed(context: DmlContext, object: ObjectDescription): void {
  if (MESSAGES.has(object.name)) {
    return;
  }
  const setup = SETUP_OBJECTS.has(object.name);
  const other = setup ? context.written.data : context.written.setup;
  if (other !== undefined) {
    throw new PlatformError(
      'MIXED_DML_OPERATION',
      `DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ${object.name}, original object: ${other}`,
    );
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
