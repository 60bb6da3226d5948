/**
 * The user permissions that the local org knows, as columns of `Profile` and `PermissionSet` carry them (`PermissionsViewSetup`). The
 * first eight decide something here; the others are kept for queries.
 */
export const USER_PERMISSIONS = [
  'ModifyAllData',
  'ViewAllData',
  'ViewSetup',
  'ManageUsers',
  'AuthorApex',
  'CustomizeApplication',
  'ApiEnabled',
  'RunFlow',
  'AssignPermissionSets',
  'EditEvent',
  'EditTask',
  'ExportReport',
  'MassInlineEdit',
  'PrivacyDataAccess',
  'RunReports',
  'SubmitMacrosAllowed',
  'ViewAllUsers',
  'ViewRoles',
] as const;

/** The lines that declare them. */
export const USER_PERMISSION_FIELDS = USER_PERMISSIONS.map((name) => `Permissions${name} boolean default=false`).join('\n');
