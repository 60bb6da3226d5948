import { SetUpError } from '../data/errors.ts';
import type { Org } from '../data/org.ts';
import { ADMINISTRATOR_USERNAME } from '../data/setup/base.ts';
import type { SetUpWriter } from '../data/setup/set-up-writer.ts';
import { CATALOGUE_SET, demoRoles, demoUsers } from './people.ts';
import type { DemoUser } from './people.ts';

/** The password of every demo user: no secret, the org listens on this machine only. */
export const DEMO_PASSWORD = 'vouchsafe1';

/**
 * Gives an org the people of the demo, each with role, permission sets and groups, and lets the administrator log in. People who
 * are there already stay as they are.
 *
 * @throws SetUpError when the package has no permission set or group that a demo user needs.
 */
export function installDemoUsers(org: Org): void {
  const added = org.setUp((writer) => {
    installRoles(writer);
    installCatalogueSet(writer);
    const missing = demoUsers.filter(({ username }) => writer.find('User', { Username: username }) === undefined);
    const ids = missing.map((user) => install(writer, user));
    for (const { username, manager } of missing.filter((user) => user.manager !== undefined)) {
      writer.upsert('User', { Username: username }, { ManagerId: required(writer, 'User', manager ?? '', 'Username') });
    }
    return ids;
  });
  if (added.length > 0) {
    for (const userId of [org.administratorId, ...added]) {
      org.setPassword(userId, DEMO_PASSWORD);
    }
  }
}

/** Lets the administrator of an org log in, when nobody has given them a password yet. */
export function admitAdministrator(org: Org): void {
  if (org.authenticate(ADMINISTRATOR_USERNAME, DEMO_PASSWORD) === undefined) org.setPassword(org.administratorId, DEMO_PASSWORD);
}

function installRoles(writer: SetUpWriter): void {
  for (const { developerName, name, parent } of demoRoles) {
    const parentId = parent === undefined ? null : required(writer, 'UserRole', parent);
    const roleId = writer.upsert('UserRole', { DeveloperName: developerName }, { Name: name, ParentRoleId: parentId, PortalType: 'None' });
    for (const type of ['Role', 'RoleAndSubordinates']) {
      writer.upsert('Group', { Type: type, RelatedId: roleId }, { Name: developerName, DeveloperName: developerName });
    }
  }
}

function installCatalogueSet(writer: SetUpWriter): void {
  const setId = writer.upsert(
    'PermissionSet',
    { Name: CATALOGUE_SET.name },
    { Label: CATALOGUE_SET.label, IsOwnedByProfile: false, IsCustom: true, Type: 'Regular' },
  );
  for (const object of CATALOGUE_SET.objects) {
    writer.upsert(
      'ObjectPermissions',
      { ParentId: setId, SobjectType: object },
      { PermissionsRead: true, PermissionsCreate: true, PermissionsEdit: true },
    );
  }
}

function install(writer: SetUpWriter, user: DemoUser): string {
  const alias = user.username.slice(0, user.username.indexOf('@'));
  const userId = writer.insert('User', {
    Username: user.username,
    FirstName: user.firstName,
    LastName: user.lastName,
    Name: `${user.firstName} ${user.lastName}`,
    Title: user.title,
    Email: user.username,
    Alias: alias,
    CommunityNickname: alias,
    IsActive: true,
    UserType: 'Standard',
    ProfileId: required(writer, 'Profile', 'Standard User', 'Name'),
    UserRoleId: required(writer, 'UserRole', user.role),
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  for (const name of user.permissionSets) {
    writer.insert('PermissionSetAssignment', {
      AssigneeId: userId,
      PermissionSetId: required(writer, 'PermissionSet', name, 'Name'),
      IsActive: true,
    });
  }
  for (const name of user.groups) {
    writer.insert('GroupMember', { GroupId: required(writer, 'Group', name), UserOrGroupId: userId });
  }
  return userId;
}

function required(writer: SetUpWriter, object: string, name: string, field = 'DeveloperName'): string {
  const id = writer.find(object, { [field]: name });
  if (id === undefined) {
    throw new SetUpError(
      `The demo users need the ${object} ${name}, which the package does not have: add it, or start without demo users.`,
    );
  }
  return id;
}
