import { standardObject } from '../standard-language.ts';
import { USER_PERMISSION_FIELDS } from './user-permissions.ts';

/** Users, the roles and groups they belong to, and their absences. */
export const peopleObjects = [
  standardObject({
    name: 'Name',
    prefix: '',
    system: [],
    changes: 'readonly',
    fields: `
      Name string(203) name
      Type picklist
      Title string(80)
      FirstName string(40)
      LastName string(80)
      Alias string(8)
      Email email(80)
      Phone phone(40)
      Username string(80)
      IsActive boolean`,
  }),
  standardObject({
    name: 'User',
    prefix: '005',
    sharing: 'Read',
    system: ['audit', 'viewed'],
    fields: `
      Username string(80) required unique
      LastName string(80) required
      FirstName string(40)
      Name string(121) readonly name "Full Name"
      CompanyName string(80)
      Division string(80)
      Department string(80)
      Title string(80)
      Address address
      Street textarea(255)
      City string(40)
      State string(80) "State/Province"
      PostalCode string(20) "Zip/Postal Code"
      Country string(80)
      Email email(128) required
      Phone phone(40)
      MobilePhone phone(40)
      Alias string(8) required
      CommunityNickname string(40) required unique "Nickname"
      IsActive boolean default=true "Active"
      TimeZoneSidKey picklist{America/Los_Angeles|America/New_York|America/Chicago|America/Denver|America/Sao_Paulo|Europe/London|Europe/Berlin|Europe/Paris|Asia/Tokyo|Asia/Kolkata|Asia/Singapore|Australia/Sydney|GMT} required "Time Zone"
      UserRoleId reference(UserRole) parent=UserRole children=Users "Role ID"
      LocaleSidKey picklist{en_US|en_GB|de_DE|fr_FR|es_ES|it_IT|ja_JP|pt_BR} required "Locale"
      EmailEncodingKey picklist{UTF-8|ISO-8859-1|Shift_JIS} required "Email Encoding"
      ProfileId reference(Profile) required parent=Profile children=Users "Profile ID"
      UserType picklist{Standard|PowerPartner|PowerCustomerSuccess|CustomerSuccess|Guest|CspLitePortal|CsnOnly|SelfService|AutomatedProcess} readonly
      LanguageLocaleKey picklist{en_US|de|es|fr|it|ja|pt_BR} required "Language"
      EmployeeNumber string(20)
      DelegatedApproverId reference(User|Group) parent=DelegatedApprover children=DelegatedUsers
      ManagerId reference(User) parent=Manager children=ManagedUsers "Manager ID"
      LastLoginDate datetime readonly
      FederationIdentifier string(512)
      AboutMe textarea(1000)
      ContactId reference(Contact) createonly children=Users "Contact ID"
      AccountId reference(Account) readonly children=Users "Account ID"
      IsPortalEnabled boolean readonly
      ReceivesInfoEmails boolean default=false "Info Emails"
      ReceivesAdminInfoEmails boolean default=false "Admin Info Emails"
      ForecastEnabled boolean default=false "Allow Forecasting"
      UserPermissionsMarketingUser boolean default=false "Marketing User"
      UserPermissionsSFContentUser boolean default=false "Salesforce CRM Content User"
      FullPhotoUrl url(1024) readonly
      SmallPhotoUrl url(1024) readonly`,
  }),
  standardObject({
    name: 'UserRole',
    prefix: '00E',
    label: 'Role',
    system: ['modified'],
    fields: `
      Name string(80) required name
      ParentRoleId reference(UserRole) parent=ParentRole children=Roles
      RollupDescription string(80) "Description"
      OpportunityAccessForAccountOwner picklist{None|Read|Edit}
      CaseAccessForAccountOwner picklist{None|Read|Edit}
      ContactAccessForAccountOwner picklist{None|Read|Edit}
      DeveloperName string(80) unique
      PortalType picklist{None*|CustomerPortal|Partner} readonly`,
  }),
  standardObject({
    name: 'Profile',
    prefix: '00e',
    system: ['audit', 'viewed'],
    changes: 'readonly',
    fields: `
      Name string(255) name
      UserLicenseId reference(UserLicense) parent=UserLicense children=Profiles
      UserType picklist{Standard|PowerPartner|CustomerSuccess|Guest|CspLitePortal}
      Description string(255)
${USER_PERMISSION_FIELDS}`,
  }),
  standardObject({
    name: 'UserLicense',
    prefix: '100',
    system: [],
    changes: 'readonly',
    fields: `
      Name string(40) name
      MasterLabel string(255)
      LicenseDefinitionKey string(80)
      Status string(20)
      TotalLicenses int(9)
      UsedLicenses int(9)
      CreatedDate datetime
      LastModifiedDate datetime
      SystemModstamp datetime`,
  }),
  standardObject({
    name: 'Group',
    prefix: '00G',
    system: ['audit'],
    fields: `
      Name string(40) required name
      DeveloperName string(80)
      RelatedId reference(User|UserRole) parent=Related readonly
      Type picklist{Regular*|Role|RoleAndSubordinates|RoleAndSubordinatesInternal|Queue|Organization|AllCustomerPortal|Manager|ManagerAndSubordinatesInternal} createonly
      Email email(80)
      DoesSendEmailToMembers boolean default=false
      DoesIncludeBosses boolean default=true
      OwnerId reference(Organization|User) parent=Owner readonly
      Description string(255)`,
  }),
  standardObject({
    name: 'GroupMember',
    prefix: '011',
    system: [],
    triggerable: false,
    fields: `
      GroupId reference(Group) required createonly cascade children=GroupMembers
      UserOrGroupId reference(User|Group) required createonly cascade parent=UserOrGroup
      SystemModstamp datetime readonly`,
  }),
  standardObject({
    name: 'QueueSobject',
    prefix: '03g',
    system: [],
    triggerable: false,
    fields: `
      QueueId reference(Group) required createonly cascade parent=Queue children=QueueSobjects
      SobjectType string(255) required createonly
      CreatedById reference(User) readonly parent=CreatedBy
      SystemModstamp datetime readonly`,
  }),
  standardObject({
    name: 'OutOfOffice',
    prefix: '0EX',
    plural: 'Out of Office',
    sharing: 'Read',
    system: ['deleted', 'audit'],
    fields: `
      UserId reference(User) required createonly cascade parent=User
      StartDate datetime
      EndDate datetime
      IsEnabled boolean createonly nofilter default=true
      Message string(40)`,
  }),
];
