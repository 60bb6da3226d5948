import { standardObject } from '../standard-language.ts';

const INDUSTRIES =
  'Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|' +
  'Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|' +
  'Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities|Other';
const SALUTATIONS = 'Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
const LEAD_SOURCES = 'Web|Phone Inquiry|Partner Referral|Purchased List|Other';

const address = (prefix: string): string => `
  ${prefix}Address address
  ${prefix}Street textarea(255)
  ${prefix}City string(40)
  ${prefix}State string(80) "${prefix} State/Province"
  ${prefix}PostalCode string(20) "${prefix} Zip/Postal Code"
  ${prefix}Country string(80)
  ${prefix}Latitude double(18,15)
  ${prefix}Longitude double(18,15)`;

/** Companies and the people in them. */
export const accountObjects = [
  standardObject({
    name: 'Account',
    prefix: '001',
    system: ['deleted', 'owner', 'audit', 'viewed'],
    fields: `
      MasterRecordId reference(Account) parent=MasterRecord readonly
      Name string(255) required name "Account Name"
      Type picklist{Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other} "Account Type"
      ParentId reference(Account) parent=Parent children=ChildAccounts "Parent Account ID"
      ${address('Billing')}
      ${address('Shipping')}
      Phone phone(40) "Account Phone"
      Fax phone(40) "Account Fax"
      AccountNumber string(40)
      Website url(255)
      Sic string(20) "SIC Code"
      SicDesc string(80) "SIC Description"
      Industry picklist{${INDUSTRIES}}
      AnnualRevenue currency(18,2)
      NumberOfEmployees int(8) "Employees"
      Ownership picklist{Public|Private|Subsidiary|Other}
      TickerSymbol string(20)
      Description textarea(32000) long "Account Description"
      Rating picklist{Hot|Warm|Cold} "Account Rating"
      Site string(80) "Account Site"
      LastActivityDate date readonly "Last Activity"
      AccountSource picklist{${LEAD_SOURCES}}
      PhotoUrl url(255) readonly
      CleanStatus picklist{Pending|Matched|Different|Acknowledged|NotFound|Inactive}
      DunsNumber string(9)
      NaicsCode string(8)
      NaicsDesc string(120)
      Jigsaw string(20) "Data.com Key"
      Tradestyle string(255)
      YearStarted string(4)`,
  }),
  standardObject({
    name: 'Contact',
    prefix: '003',
    sharing: 'ControlledByParent',
    system: ['deleted', 'owner', 'audit', 'viewed'],
    fields: `
      MasterRecordId reference(Contact) parent=MasterRecord readonly
      AccountId reference(Account) children=Contacts cascade "Account ID"
      LastName string(80) required
      FirstName string(40)
      Salutation picklist{${SALUTATIONS}}
      Name string(121) readonly name "Full Name"
      ${address('Other')}
      ${address('Mailing')}
      Phone phone(40) "Business Phone"
      Fax phone(40) "Business Fax"
      MobilePhone phone(40)
      HomePhone phone(40)
      OtherPhone phone(40)
      AssistantPhone phone(40) "Asst. Phone"
      ReportsToId reference(Contact) parent=ReportsTo children=ReportsToContacts
      Email email(80)
      Title string(128)
      Department string(80)
      AssistantName string(40) "Assistant's Name"
      LeadSource picklist{${LEAD_SOURCES}}
      Birthdate date
      Description textarea(32000) long "Contact Description"
      HasOptedOutOfEmail boolean default=false "Email Opt Out"
      DoNotCall boolean default=false
      LastActivityDate date readonly "Last Activity"
      IndividualId reference(Individual) parent=Individual
      HasOptedOutOfFax boolean default=false "Fax Opt Out"
      PhotoUrl url(255) readonly
      LastCURequestDate datetime readonly
      LastCUUpdateDate datetime readonly
      EmailBouncedReason string(255)
      EmailBouncedDate datetime
      IsEmailBounced boolean readonly
      Jigsaw string(20) "Data.com Key"`,
  }),
  standardObject({
    name: 'Lead',
    prefix: '00Q',
    sharing: 'ReadWriteTransfer',
    system: ['deleted', 'queueOwner', 'audit', 'viewed'],
    fields: `
      MasterRecordId reference(Lead) parent=MasterRecord readonly
      LastName string(80) required
      FirstName string(40)
      Salutation picklist{${SALUTATIONS}}
      Name string(121) readonly name "Full Name"
      Title string(128)
      Company string(255) required
      Address address
      Street textarea(255)
      City string(40)
      State string(80) "State/Province"
      PostalCode string(20) "Zip/Postal Code"
      Country string(80)
      Latitude double(18,15)
      Longitude double(18,15)
      Phone phone(40)
      MobilePhone phone(40)
      Email email(80)
      Website url(255)
      Description textarea(32000) long
      LeadSource picklist{${LEAD_SOURCES}}
      Status picklist{Open - Not Contacted*|Working - Contacted|Closed - Converted|Closed - Not Converted} required
      Industry picklist{${INDUSTRIES}}
      Rating picklist{Hot|Warm|Cold}
      AnnualRevenue currency(18,2)
      NumberOfEmployees int(8) "Employees"
      HasOptedOutOfEmail boolean default=false "Email Opt Out"
      DoNotCall boolean default=false
      IsConverted boolean readonly "Converted"
      ConvertedDate date readonly
      ConvertedAccountId reference(Account) readonly parent=ConvertedAccount
      ConvertedContactId reference(Contact) readonly parent=ConvertedContact
      ConvertedOpportunityId reference(Opportunity) readonly parent=ConvertedOpportunity
      IsUnreadByOwner boolean default=true "Unread By Owner"
      Fax phone(40)
      HasOptedOutOfFax boolean default=false "Fax Opt Out"
      IndividualId reference(Individual) parent=Individual
      LastTransferDate date readonly
      LastActivityDate date readonly "Last Activity"
      PhotoUrl url(255) readonly
      Jigsaw string(20) "Data.com Key"
      EmailBouncedReason string(255)
      EmailBouncedDate datetime`,
  }),
  standardObject({
    name: 'Case',
    prefix: '500',
    sharing: 'ReadWriteTransfer',
    system: ['deleted', 'queueOwner', 'audit', 'viewed'],
    fields: `
      MasterRecordId reference(Case) parent=MasterRecord readonly
      CaseNumber string(30) auto={00000000} name
      ContactId reference(Contact) children=Cases "Contact ID"
      AccountId reference(Account) children=Cases "Account ID"
      AssetId reference(Asset) parent=Asset
      BusinessHoursId reference(BusinessHours) parent=BusinessHours
      ParentId reference(Case) parent=Parent children=Cases "Parent Case ID"
      SuppliedName string(80) "Name"
      SuppliedEmail email(80) "Email Address"
      SuppliedPhone string(40) "Phone"
      SuppliedCompany string(80) "Company"
      Type picklist{Mechanical|Electrical|Electronic|Structural|Other} "Case Type"
      Status picklist{New*|Working|Escalated|Closed}
      Reason picklist{Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other} "Case Reason"
      Origin picklist{Phone|Email|Web} "Case Origin"
      Subject string(255)
      Priority picklist{High|Medium*|Low}
      Description textarea(32000) long
      IsClosed boolean readonly "Closed"
      ClosedDate datetime readonly
      IsEscalated boolean default=false "Escalated"
      Comments textarea(4000) long "Internal Comments"`,
  }),
  standardObject({
    name: 'CaseComment',
    prefix: '00a',
    sharing: 'ControlledByParent',
    system: ['deleted', 'audit'],
    fields: `
      ParentId reference(Case) required createonly cascade parent=Parent children=CaseComments
      IsPublished boolean default=false "Published"
      CommentBody textarea(4000) long "Body"`,
  }),
  standardObject({
    name: 'Contract',
    prefix: '800',
    sharing: 'ControlledByParent',
    system: ['deleted', 'owner', 'audit', 'viewed'],
    fields: `
      AccountId reference(Account) required cascade children=Contracts "Account ID"
      Name string(80)
      ContractNumber string(30) auto={00000000} name
      Status picklist{In Approval Process|Activated|Draft*} required
      StartDate date "Contract Start Date"
      EndDate date readonly "Contract End Date"
      ContractTerm int(4)
      OwnerExpirationNotice picklist{15|30|45|60|90|120}
      ${address('Billing')}
      ${address('Shipping')}
      CompanySignedId reference(User) parent=CompanySigned
      CompanySignedDate date
      CustomerSignedId reference(Contact) parent=CustomerSigned children=ContractsSigned
      CustomerSignedTitle string(40)
      CustomerSignedDate date
      SpecialTerms textarea(4000)
      ActivatedById reference(User) readonly parent=ActivatedBy
      ActivatedDate datetime readonly
      StatusCode picklist{Draft|InApproval|Activated} readonly
      LastApprovedDate datetime readonly
      LastActivityDate date readonly "Last Activity"
      Description textarea(32000) long
      Pricebook2Id reference(Pricebook2) children=Contracts`,
  }),
  standardObject({
    name: 'Campaign',
    prefix: '701',
    sharing: 'FullAccess',
    system: ['deleted', 'owner', 'audit', 'viewed'],
    fields: `
      Name string(80) required name
      ParentId reference(Campaign) parent=Parent children=ChildCampaigns
      Type picklist{Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other}
      Status picklist{Planned*|In Progress|Completed|Aborted}
      StartDate date
      EndDate date
      ExpectedRevenue currency(18,0)
      BudgetedCost currency(18,0)
      ActualCost currency(18,0)
      ExpectedResponse percent(10,2)
      NumberSent double(18,0)
      IsActive boolean default=false "Active"
      NumberOfLeads int(9) readonly
      NumberOfConvertedLeads int(9) readonly
      NumberOfContacts int(9) readonly
      NumberOfResponses int(9) readonly
      NumberOfOpportunities int(9) readonly
      NumberOfWonOpportunities int(9) readonly
      AmountAllOpportunities currency(18,0) readonly
      AmountWonOpportunities currency(18,0) readonly
      LastActivityDate date readonly "Last Activity"
      Description textarea(32000) long`,
  }),
];
