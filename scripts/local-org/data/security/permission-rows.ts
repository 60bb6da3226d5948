import { USER_PERMISSIONS } from '../schema/standard/user-permissions.ts';
import type { SqlValue } from '../store/columns.ts';

/** The profile without any right. */
export const MINIMUM_PROFILE = 'Minimum Access - Salesforce';

/** How security reads rows: plain SQL, for it must see everything and can't depend on queries that depend on it. */
export interface SecuritySource {
  select(sql: string, parameters: readonly SqlValue[]): SqlValue[][];
  /** Changes whenever users, roles, groups, permission sets or what these grant may have changed. */
  setUpVersion(): number;
}

/** What one user is granted, all permission sets and the profile together. Names are lower case. */
export interface UserGrants {
  readonly userPermissions: ReadonlySet<string>;
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  /** By `object.field`. */
  readonly fields: ReadonlyMap<string, { read: boolean; edit: boolean }>;
  /** Names of Apex classes. */
  readonly classes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly tabs: ReadonlySet<string>;
  /** The profile of an administrator reads and edits every field, as a package installed for admins gives it. */
  readonly everyField: boolean;
  /** Every profile but the one that grants nothing reads and edits the platform's own fields. */
  readonly standardFields: boolean;
}

/** What the rows of `ObjectPermissions` add up to for an object. */
export interface ObjectGrant {
  read: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

/** Reads what a user is granted from the rows of permission sets; a user who is inactive or unknown is granted nothing. */
export function readGrants(source: SecuritySource, userId: string): UserGrants {
  const sets = permissionSetsOf(source, userId);
  return {
    userPermissions: userPermissionsOf(sets),
    objects: objectGrantsOf(source, sets),
    fields: fieldGrantsOf(source, sets),
    classes: entityNames(source, sets, 'ApexClass', '"ApexClass"', '"Name"'),
    customPermissions: entityNames(source, sets, 'CustomPermission', '"CustomPermission"', '"DeveloperName"'),
    tabs: tabsOf(source, sets),
    standardFields: sets.some(({ ofProfile, label }) => ofProfile && label !== MINIMUM_PROFILE),
    everyField: sets.some(({ ofProfile, permissions }) => ofProfile && permissions.includes('ModifyAllData')),
  };
}

interface AssignedSet {
  readonly id: string;
  readonly ofProfile: boolean;
  readonly label: string;
  readonly permissions: readonly string[];
}

function permissionSetsOf(source: SecuritySource, userId: string): AssignedSet[] {
  const flags = USER_PERMISSIONS.map((name) => `s."Permissions${name}"`).join(', ');
  const rows = source.select(
    `SELECT s."Id", s."IsOwnedByProfile", s."Label", ${flags} FROM "PermissionSet" s
      WHERE (SELECT u."IsActive" FROM "User" u WHERE u."Id" = ?) = 1
        AND (s."ProfileId" = (SELECT u."ProfileId" FROM "User" u WHERE u."Id" = ?)
          OR s."Id" IN (SELECT a."PermissionSetId" FROM "PermissionSetAssignment" a WHERE a."AssigneeId" = ?)
          OR s."Id" IN (SELECT c."PermissionSetId" FROM "PermissionSetGroupComponent" c
                          JOIN "PermissionSetAssignment" a ON a."PermissionSetGroupId" = c."PermissionSetGroupId"
                         WHERE a."AssigneeId" = ? AND c."IsDeleted" = 0))`,
    [userId, userId, userId, userId],
  );
  return rows.map(([id, ofProfile, label, ...permissions]) => ({
    id: id as string,
    ofProfile: Number(ofProfile) === 1,
    label: String(label),
    permissions: USER_PERMISSIONS.filter((_, index) => Number(permissions[index]) === 1),
  }));
}

function userPermissionsOf(sets: readonly AssignedSet[]): Set<string> {
  return new Set(sets.flatMap(({ permissions }) => permissions.map((name) => name.toLowerCase())));
}

/** Rows of a table that belong to the sets. */
function rowsOf(source: SecuritySource, sets: readonly AssignedSet[], columns: string, table: string): SqlValue[][] {
  if (sets.length === 0) {
    return [];
  }
  const places = sets.map(() => '?').join(', ');
  return source.select(
    `SELECT ${columns} FROM ${table} WHERE "ParentId" IN (${places})`,
    sets.map(({ id }) => id),
  );
}

function objectGrantsOf(source: SecuritySource, sets: readonly AssignedSet[]): Map<string, ObjectGrant> {
  const columns =
    '"SobjectType", "PermissionsRead", "PermissionsCreate", "PermissionsEdit", "PermissionsDelete", "PermissionsViewAllRecords", "PermissionsModifyAllRecords"';
  const grants = new Map<string, ObjectGrant>();
  for (const [name, ...flags] of rowsOf(source, sets, columns, '"ObjectPermissions"')) {
    const key = String(name).toLowerCase();
    const [read, create, edit, remove, viewAll, modifyAll] = flags.map((flag) => Number(flag) === 1) as [
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
    ];
    const before = grants.get(key);
    grants.set(key, {
      read: read || before?.read === true,
      create: create || before?.create === true,
      edit: edit || before?.edit === true,
      delete: remove || before?.delete === true,
      viewAll: viewAll || before?.viewAll === true,
      modifyAll: modifyAll || before?.modifyAll === true,
    });
  }
  return grants;
}

function fieldGrantsOf(source: SecuritySource, sets: readonly AssignedSet[]): Map<string, { read: boolean; edit: boolean }> {
  const grants = new Map<string, { read: boolean; edit: boolean }>();
  for (const [name, read, edit] of rowsOf(source, sets, '"Field", "PermissionsRead", "PermissionsEdit"', '"FieldPermissions"')) {
    const key = String(name).toLowerCase();
    const before = grants.get(key);
    grants.set(key, {
      read: Number(read) === 1 || Number(edit) === 1 || before?.read === true,
      edit: Number(edit) === 1 || before?.edit === true,
    });
  }
  return grants;
}

function entityNames(source: SecuritySource, sets: readonly AssignedSet[], type: string, table: string, nameColumn: string): Set<string> {
  if (sets.length === 0) {
    return new Set();
  }
  const rows = source.select(
    `SELECT e.${nameColumn} FROM "SetupEntityAccess" a JOIN ${table} e ON e."Id" = a."SetupEntityId"
      WHERE a."SetupEntityType" = ? AND a."ParentId" IN (${sets.map(() => '?').join(', ')})`,
    [type, ...sets.map(({ id }) => id)],
  );
  return new Set(rows.map(([name]) => String(name).toLowerCase()));
}

function tabsOf(source: SecuritySource, sets: readonly AssignedSet[]): Set<string> {
  const rows = rowsOf(source, sets, '"Name", "Visibility"', '"PermissionSetTabSetting"');
  return new Set(rows.filter(([, visibility]) => visibility !== 'Hidden').map(([name]) => String(name).toLowerCase()));
}
