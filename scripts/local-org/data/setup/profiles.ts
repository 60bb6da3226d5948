import { USER_PERMISSIONS } from '../schema/standard/user-permissions.ts';
import { MINIMUM_PROFILE } from '../security/permission-rows.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** A profile as every new org has it. */
interface StandardProfile {
  readonly name: string;
  readonly userPermissions: readonly string[];
  /** Objects on which its users read, create, edit and delete. */
  readonly objects: readonly string[];
  /** Objects its users only read. */
  readonly readOnly: readonly string[];
}

const SALES_OBJECTS = ['Account', 'Contact', 'Opportunity', 'Lead', 'Campaign', 'Case', 'Contract', 'Order', 'Asset'];
const CATALOGUE = ['Product2', 'Pricebook2'];

/** What users of the standard profile may besides working with records. */
const STANDARD_POWERS = [
  'ApiEnabled',
  'ViewSetup',
  'EditEvent',
  'EditTask',
  'MassInlineEdit',
  'RunFlow',
  'RunReports',
  'SubmitMacrosAllowed',
  'ViewRoles',
];

const PROFILES: readonly StandardProfile[] = [
  { name: 'System Administrator', userPermissions: USER_PERMISSIONS, objects: [...SALES_OBJECTS, ...CATALOGUE], readOnly: [] },
  { name: 'Standard User', userPermissions: STANDARD_POWERS, objects: SALES_OBJECTS, readOnly: CATALOGUE },
  { name: 'Marketing User', userPermissions: STANDARD_POWERS, objects: SALES_OBJECTS, readOnly: CATALOGUE },
  { name: 'Contract Manager', userPermissions: STANDARD_POWERS, objects: SALES_OBJECTS, readOnly: CATALOGUE },
  { name: 'Solution Manager', userPermissions: STANDARD_POWERS, objects: SALES_OBJECTS, readOnly: CATALOGUE },
  { name: 'Read Only', userPermissions: STANDARD_POWERS, objects: [], readOnly: [...SALES_OBJECTS, ...CATALOGUE] },
  { name: MINIMUM_PROFILE, userPermissions: ['ApiEnabled'], objects: [], readOnly: [] },
];

/** Stores the standard profiles, each with the permission set that carries its permissions. */
export function loadProfiles(writer: SetUpWriter, hasObject: (name: string) => boolean): void {
  const licence = writer.upsert(
    'UserLicense',
    { Name: 'Salesforce' },
    { MasterLabel: 'Salesforce', LicenseDefinitionKey: 'SFDC', Status: 'Active', TotalLicenses: 1000, UsedLicenses: 1 },
  );
  for (const profile of PROFILES) {
    const permissions = Object.fromEntries(
      USER_PERMISSIONS.map((name) => [`Permissions${name}`, profile.userPermissions.includes(name)] as const),
    );
    const profileId = writer.upsert('Profile', { Name: profile.name }, { ...permissions, UserType: 'Standard', UserLicenseId: licence });
    const setId = writer.upsert(
      'PermissionSet',
      { ProfileId: profileId },
      { ...permissions, Name: `X${profileId}`, Label: profile.name, IsOwnedByProfile: true, IsCustom: false, Type: 'Standard' },
    );
    writer.removeChildren('ObjectPermissions', 'ParentId', setId);
    for (const name of [...profile.objects, ...profile.readOnly].filter(hasObject)) {
      const changes = profile.objects.includes(name);
      writer.insert('ObjectPermissions', {
        ParentId: setId,
        SobjectType: name,
        PermissionsRead: true,
        PermissionsCreate: changes,
        PermissionsEdit: changes,
        PermissionsDelete: changes,
        PermissionsViewAllRecords: profile.name === 'System Administrator',
        PermissionsModifyAllRecords: profile.name === 'System Administrator',
      });
    }
  }
}
