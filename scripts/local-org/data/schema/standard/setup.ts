import { standardObject } from '../standard-language.ts';

const JOB_STATUSES = 'Queued|Preparing|Processing|Completed|Failed|Aborted|Holding';

/** The organization itself, its code, jobs and configuration. */
export const setupObjects = [
  standardObject({
    name: 'Organization',
    prefix: '00D',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Name string(80) required name
      Division string(80)
      Address address
      Street textarea(255)
      City string(40)
      State string(80)
      PostalCode string(20)
      Country string(80)
      Phone phone(40)
      PrimaryContact string(80)
      DefaultLocaleSidKey picklist{en_US}
      TimeZoneSidKey picklist{America/Los_Angeles|America/New_York|Europe/London|Europe/Berlin|GMT}
      LanguageLocaleKey picklist{en_US}
      FiscalYearStartMonth int(2)
      UsesStartDateAsFiscalYearName boolean
      OrganizationType picklist{Developer Edition|Enterprise Edition|Unlimited Edition|Professional Edition|Team Edition}
      IsSandbox boolean
      IsReadOnly boolean
      Latitude double(18,15)
      Longitude double(18,15)
      InstanceName string(5)
      NamespacePrefix string(15)
      TrialExpirationDate datetime
      DefaultAccountAccess picklist{None|Read|Edit|ControlledByParent}
      DefaultContactAccess picklist{None|Read|Edit|ControlledByParent}
      DefaultOpportunityAccess picklist{None|Read|Edit}`,
  }),
  standardObject({
    name: 'BusinessHours',
    prefix: '01m',
    plural: 'Business Hours',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Name string(80) name
      IsActive boolean
      IsDefault boolean
      TimeZoneSidKey picklist{America/Los_Angeles|America/New_York|Europe/London|Europe/Berlin|GMT}
      SundayStartTime time
      SundayEndTime time
      MondayStartTime time
      MondayEndTime time
      TuesdayStartTime time
      TuesdayEndTime time
      WednesdayStartTime time
      WednesdayEndTime time
      ThursdayStartTime time
      ThursdayEndTime time
      FridayStartTime time
      FridayEndTime time
      SaturdayStartTime time
      SaturdayEndTime time`,
  }),
  standardObject({
    name: 'RecordType',
    prefix: '012',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Name string(80) name
      DeveloperName string(80)
      NamespacePrefix string(15)
      Description string(255)
      SobjectType string(255)
      IsActive boolean`,
  }),
  standardObject({
    name: 'CustomNotificationType',
    prefix: '0ML',
    system: ['deleted', 'audit'],
    changes: 'readonly',
    fields: `
      CustomNotifTypeName string(80) name
      DeveloperName string(80)
      MasterLabel string(80)
      Language string(10)
      NamespacePrefix string(15)
      Desktop boolean
      Mobile boolean
      Description string(255)`,
  }),
  standardObject({
    name: 'ApexClass',
    prefix: '01p',
    plural: 'Apex Classes',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Name string(255) name
      NamespacePrefix string(15)
      ApiVersion double(18,1)
      Status picklist{Active|Inactive|Deleted}
      IsValid boolean
      BodyCrc double(18,0)
      Body textarea(1000000) long
      LengthWithoutComments int(9)`,
  }),
  standardObject({
    name: 'ApexTrigger',
    prefix: '01q',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Name string(255) name
      NamespacePrefix string(15)
      TableEnumOrId string(255)
      ApiVersion double(18,1)
      Status picklist{Active|Inactive|Deleted}
      IsValid boolean
      Body textarea(1000000) long`,
  }),
  standardObject({
    name: 'StaticResource',
    prefix: '081',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Name string(80) name
      NamespacePrefix string(15)
      ContentType string(120)
      BodyLength int(9)
      Body base64
      Description string(255)
      CacheControl picklist{Private|Public}`,
  }),
  standardObject({
    name: 'EntityDefinition',
    prefix: '4ie',
    system: [],
    changes: 'readonly',
    fields: `
      DurableId string(255)
      QualifiedApiName string(70)
      DeveloperName string(70)
      MasterLabel string(255)
      Label string(255) name
      PluralLabel string(255)
      NamespacePrefix string(15)
      KeyPrefix string(3)
      IsCustomSetting boolean
      IsTriggerable boolean
      IsQueryable boolean`,
  }),
  standardObject({
    name: 'FieldDefinition',
    prefix: '4fe',
    system: [],
    changes: 'readonly',
    fields: `
      DurableId string(255)
      EntityDefinitionId reference(EntityDefinition) parent=EntityDefinition children=Fields
      QualifiedApiName string(70)
      DeveloperName string(70)
      MasterLabel string(255)
      Label string(255) name
      NamespacePrefix string(15)
      DataType string(255)
      Length int(9)
      Precision int(9)
      Scale int(9)
      IsCalculated boolean
      IsNillable boolean`,
  }),
  standardObject({
    name: 'AsyncApexJob',
    prefix: '707',
    label: 'Apex Job',
    system: [],
    changes: 'readonly',
    fields: `
      JobType picklist{Future|BatchApex|BatchApexWorker|ScheduledApex|Queueable|TestRequest}
      ApexClassId reference(ApexClass) parent=ApexClass
      Status picklist{${JOB_STATUSES}}
      JobItemsProcessed int(9)
      TotalJobItems int(9)
      NumberOfErrors int(9)
      CompletedDate datetime
      MethodName string(255)
      ExtendedStatus string(1000)
      ParentJobId reference(AsyncApexJob) parent=ParentJob
      CronTriggerId reference(CronTrigger) parent=CronTrigger
      CreatedDate datetime
      CreatedById reference(User) parent=CreatedBy`,
  }),
  standardObject({
    name: 'CronTrigger',
    prefix: '08e',
    label: 'Scheduled Jobs',
    system: [],
    changes: 'readonly',
    fields: `
      CronJobDetailId reference(CronJobDetail) parent=CronJobDetail
      NextFireTime datetime
      PreviousFireTime datetime
      State picklist{WAITING|ACQUIRED|EXECUTING|COMPLETE|ERROR|DELETED|PAUSED|BLOCKED|PAUSED_BLOCKED}
      StartTime datetime
      EndTime datetime
      CronExpression string(255)
      TimeZoneSidKey string(40)
      OwnerId reference(User) parent=Owner
      TimesTriggered int(9)
      CreatedDate datetime
      CreatedById reference(User) parent=CreatedBy`,
  }),
  standardObject({
    name: 'CronJobDetail',
    prefix: '08a',
    system: [],
    changes: 'readonly',
    fields: `
      Name string(255) name
      JobType string(20)`,
  }),
  standardObject({
    name: 'ContentVersion',
    prefix: '068',
    system: ['deleted', 'owner', 'audit'],
    fields: `
      ContentDocumentId reference(ContentDocument) createonly cascade children=ContentVersions
      IsLatest boolean readonly
      Title string(255) required name
      Description string(1000)
      PathOnClient string(500)
      VersionData base64
      FileType string(20) readonly
      FileExtension string(40) readonly
      ContentSize int(9) readonly
      FirstPublishLocationId string(18) createonly`,
  }),
  standardObject({
    name: 'ContentDocument',
    prefix: '069',
    system: ['deleted', 'owner', 'audit'],
    fields: `
      Title string(255) required name
      Description string(1000)
      FileType string(20) readonly
      FileExtension string(40) readonly
      ContentSize int(9) readonly
      LatestPublishedVersionId reference(ContentVersion) readonly parent=LatestPublishedVersion`,
  }),
  standardObject({
    name: 'ContentDocumentLink',
    prefix: '06A',
    system: ['deleted'],
    fields: `
      ContentDocumentId reference(ContentDocument) required createonly cascade children=ContentDocumentLinks
      LinkedEntityId reference(Account|Contact|Opportunity|Case|User) required createonly cascade parent=LinkedEntity children=ContentDocumentLinks
      ShareType picklist{V|C|I}
      Visibility picklist{AllUsers|InternalUsers|SharedUsers}
      SystemModstamp datetime readonly`,
  }),
  standardObject({
    name: 'PackageLicense',
    prefix: '050',
    system: ['audit'],
    changes: 'readonly',
    fields: `
      Status picklist{Active|Expired|Free|Trial}
      IsProvisioned boolean
      AllowedLicenses int(9)
      UsedLicenses int(9)
      ExpirationDate datetime
      NamespacePrefix string(15)`,
  }),
  standardObject({
    name: 'AggregateResult',
    prefix: '0A0',
    system: [],
    changes: 'readonly',
    fields: '',
  }),
];
