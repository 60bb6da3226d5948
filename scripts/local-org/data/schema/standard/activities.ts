import { standardObject } from '../standard-language.ts';

const RELATED = 'Account|Campaign|Case|ListEmail|Opportunity|Product2';

/** Tasks, events and mail. */
export const activityObjects = [
  standardObject({
    name: 'Task',
    prefix: '00T',
    sharing: 'Private',
    system: ['deleted', 'queueOwner', 'audit'],
    fields: `
      WhoId reference(Contact|Lead) parent=Who children=Tasks "Name ID"
      WhatId reference(${RELATED}) parent=What children=Tasks "Related To ID"
      Subject string(255) name
      ActivityDate date "Due Date Only"
      Status picklist{Not Started*|In Progress|Completed|Waiting on someone else|Deferred} required
      Priority picklist{High|Normal*|Low} required
      IsHighPriority boolean readonly "High Priority"
      Description textarea(32000) long
      Type picklist{Call|Email|Meeting|Other}
      AccountId reference(Account) readonly "Account ID"
      IsClosed boolean readonly "Closed"
      TaskSubtype picklist{Task*|Email|List Email|Cadence|Call|LinkedIn} createonly
      CompletedDateTime datetime readonly
      IsArchived boolean readonly "Archived"
      CallType picklist{Internal|Inbound|Outbound}
      CallDurationInSeconds int(8) "Call Duration"
      CallDisposition string(255) "Call Result"
      CallObject string(255) "Call Object Identifier"
      ReminderDateTime datetime
      IsReminderSet boolean default=false
      IsRecurrence boolean default=false "Create Recurring Series of Tasks"
      RecurrenceActivityId reference(Task) readonly parent=RecurrenceActivity children=RecurringTasks
      RecurrenceStartDateOnly date
      RecurrenceEndDateOnly date
      RecurrenceTimeZoneSidKey picklist{America/Los_Angeles|America/New_York|Europe/London|Europe/Berlin|GMT}
      RecurrenceType picklist{RecursDaily|RecursEveryWeekday|RecursMonthly|RecursMonthlyNth|RecursWeekly|RecursYearly|RecursYearlyNth}
      RecurrenceInterval int(9)
      RecurrenceDayOfWeekMask int(9)
      RecurrenceDayOfMonth int(9)
      RecurrenceInstance picklist{First|Second|Third|Fourth|Last}
      RecurrenceMonthOfYear picklist{January|February|March|April|May|June|July|August|September|October|November|December}`,
  }),
  standardObject({
    name: 'Event',
    prefix: '00U',
    sharing: 'Private',
    system: ['deleted', 'owner', 'audit'],
    fields: `
      WhoId reference(Contact|Lead) parent=Who children=Events "Name ID"
      WhatId reference(${RELATED}) parent=What children=Events "Related To ID"
      Subject string(255) name
      Location string(255)
      IsAllDayEvent boolean default=false "All-Day Event"
      ActivityDateTime datetime "Due Date Time"
      ActivityDate date "Due Date Only"
      DurationInMinutes int(8) "Duration"
      StartDateTime datetime
      EndDateTime datetime
      Description textarea(32000) long
      Type picklist{Email|Meeting|Other|Call}
      ShowAs picklist{Busy*|OutOfOffice|Free}
      IsPrivate boolean default=false "Private"
      AccountId reference(Account) readonly "Account ID"`,
  }),
  standardObject({
    name: 'EmailMessage',
    prefix: '02s',
    sharing: 'ControlledByParent',
    system: ['deleted', 'audit'],
    fields: `
      ParentId reference(Case) createonly cascade parent=Parent children=EmailMessages
      RelatedToId reference(${RELATED}) parent=RelatedTo
      Subject string(3000) name
      TextBody textarea(131072) long
      HtmlBody textarea(131072) long
      FromName string(1000)
      FromAddress email(1000)
      ToAddress string(4000)
      CcAddress string(4000)
      BccAddress string(4000)
      Incoming boolean default=false "Is Incoming"
      Status picklist{0|1|2|3|4|5}
      MessageDate datetime`,
  }),
  standardObject({
    name: 'ListEmail',
    prefix: '0XB',
    system: ['deleted', 'owner', 'audit'],
    fields: `
      Name string(255) required name
      CampaignId reference(Campaign) parent=Campaign children=ListEmails
      RelatedToId reference(Contact|Lead|Opportunity) parent=RelatedTo children=ListEmails
      Subject string(3000)
      HtmlBody textarea(384000) long
      TextBody textarea(384000) long
      FromAddress email(80)
      FromName string(120)
      Status picklist{Draft*|Scheduled|Sent} `,
  }),
  standardObject({
    name: 'EmailTemplate',
    prefix: '00X',
    system: ['audit'],
    fields: `
      Name string(80) required name
      DeveloperName string(80) unique
      Subject string(230)
      HtmlValue textarea(384000) long
      Body textarea(384000) long
      IsActive boolean default=false
      FolderId string(18)
      TemplateType picklist{text|html|custom|visualforce} required
      Encoding picklist{UTF-8}
      Description string(600)`,
  }),
];
