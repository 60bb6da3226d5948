import { standardObject } from '../standard-language.ts';
import { USER_PERMISSION_FIELDS } from './user-permissions.ts';

/** Who may do what: permission sets and what they grant. */
export const permissionObjects = [
  standardObject({
    name: 'PermissionSet',
    prefix: '0PS',
    system: ['audit'],
    triggerable: false,
    fields: `
      Name string(80) required unique name
      Label string(80) required
      LicenseId string(18)
      ProfileId reference(Profile) readonly parent=Profile children=PermissionSets
      IsOwnedByProfile boolean readonly
      IsCustom boolean readonly
      Description string(255)
      NamespacePrefix string(15) readonly
      HasActivationRequired boolean default=false
      PermissionSetGroupId reference(PermissionSetGroup) readonly parent=PermissionSetGroup
      Type picklist{Regular*|Standard|Session|Group} readonly
${USER_PERMISSION_FIELDS}`,
  }),
  standardObject({
    name: 'PermissionSetGroup',
    prefix: '0PG',
    system: ['deleted', 'audit'],
    triggerable: false,
    fields: `
      DeveloperName string(80) required unique name
      MasterLabel string(80) required
      Status picklist{Updated*|Outdated|Updating|Failed} readonly
      Description string(255)
      NamespacePrefix string(15) readonly`,
  }),
  standardObject({
    name: 'PermissionSetGroupComponent',
    prefix: '0PQ',
    system: ['deleted', 'audit'],
    triggerable: false,
    fields: `
      PermissionSetGroupId reference(PermissionSetGroup) required createonly cascade children=PermissionSetGroupComponents
      PermissionSetId reference(PermissionSet) required createonly cascade children=PermissionSetGroupComponents`,
  }),
  standardObject({
    name: 'UserRecordAccess',
    prefix: '',
    system: [],
    changes: 'readonly',
    fields: `
      UserId string(18)
      RecordId string(18)
      HasReadAccess boolean
      HasEditAccess boolean
      HasDeleteAccess boolean
      HasTransferAccess boolean
      HasAllAccess boolean
      MaxAccessLevel picklist{None|Read|Edit|Delete|Transfer|All}`,
  }),
  standardObject({
    name: 'PermissionSetAssignment',
    prefix: '0Pa',
    system: [],
    triggerable: false,
    fields: `
      PermissionSetId reference(PermissionSet) createonly cascade children=Assignments
      PermissionSetGroupId reference(PermissionSetGroup) createonly cascade children=Assignments
      AssigneeId reference(User) required createonly cascade children=PermissionSetAssignments
      ExpirationDate datetime
      IsActive boolean readonly default=true
      IsRevoked boolean readonly default=false
      SystemModstamp datetime readonly`,
  }),
  standardObject({
    name: 'PermissionSetLicense',
    prefix: '0PL',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      DeveloperName string(80) name
      MasterLabel string(80)
      PermissionSetLicenseKey string(80)
      Status picklist{Active|Disabled}
      TotalLicenses int(9)
      UsedLicenses int(9)`,
  }),
  standardObject({
    name: 'PermissionSetLicenseAssign',
    prefix: '2LA',
    system: [],
    triggerable: false,
    fields: `
      PermissionSetLicenseId reference(PermissionSetLicense) required createonly cascade
      AssigneeId reference(User) required createonly cascade
      SystemModstamp datetime readonly`,
  }),
  standardObject({
    name: 'ObjectPermissions',
    prefix: '110',
    system: ['audit'],
    triggerable: false,
    fields: `
      ParentId reference(PermissionSet) required createonly cascade parent=Parent children=ObjectPerms
      SobjectType string(255) required createonly
      PermissionsCreate boolean default=false
      PermissionsRead boolean default=false
      PermissionsEdit boolean default=false
      PermissionsDelete boolean default=false
      PermissionsViewAllRecords boolean default=false
      PermissionsModifyAllRecords boolean default=false`,
  }),
  standardObject({
    name: 'FieldPermissions',
    prefix: '01k',
    system: [],
    triggerable: false,
    fields: `
      ParentId reference(PermissionSet) required createonly cascade parent=Parent children=FieldPerms
      SobjectType string(255) required createonly
      Field string(255) required createonly
      PermissionsEdit boolean default=false
      PermissionsRead boolean default=false
      SystemModstamp datetime readonly`,
  }),
  standardObject({
    name: 'SetupEntityAccess',
    prefix: '0J0',
    system: [],
    triggerable: false,
    fields: `
      ParentId reference(PermissionSet) required createonly cascade parent=Parent children=SetupEntityAccessItems
      SetupEntityId reference(ApexClass|ApexPage|CustomPermission|CustomEntityDefinition|ConnectedApplication|TabSet|NamedCredential) parent=SetupEntity required createonly
      SetupEntityType picklist{ApexClass|ApexPage|CustomPermission|TabSet|CustomEntityDefinition|Network} readonly
      SystemModstamp datetime readonly`,
  }),
  standardObject({
    name: 'PermissionSetTabSetting',
    prefix: '01P',
    system: [],
    changes: 'readonly',
    fields: `
      ParentId reference(PermissionSet) cascade parent=Parent
      Name string(255) name
      Visibility picklist{DefaultOff|DefaultOn|Hidden}`,
  }),
  standardObject({
    name: 'CustomPermission',
    prefix: '0CP',
    system: ['deleted', 'audit'],
    changes: 'readonly',
    fields: `
      DeveloperName string(80) name
      MasterLabel string(80)
      Language string(10)
      NamespacePrefix string(15)
      IsProtected boolean
      Description string(255)`,
  }),
];
