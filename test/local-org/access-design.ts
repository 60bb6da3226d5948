/**
 * Who may do what with the package's objects and fields, as it was designed: written down here a second time, so that a permission set
 * can't drift. Roles in the order rep, account owner, program manager, ops.
 */
export const ROLES = ['rep', 'owner', 'manager', 'ops'] as const;

export type Role = (typeof ROLES)[number];

/** One object: what each role may do with its records (create, read, edit, delete; `-` nothing), and with its fields. */
export interface ObjectDesign {
  readonly access: string;
  /** By the roles' letters (`e` edit, `r` read, `-` nothing): the fields they hold for. */
  readonly fields: Readonly<Record<string, string>>;
}

export const DESIGN: Readonly<Record<string, ObjectDesign>> = {
  Advocate__c: {
    access: 'R | CRE | CRED | R',
    fields: {
      'r e e r': `Account__c Activity_Types__c Competitors_Replaced__c Country__c Industry__c Languages__c Persona__c Products__c Quiet_Until__c
        Region__c Release_Mode__c Rest_Days__c Role__c Seniority__c Sentiment__c Size_Band__c Status__c Story__c Use_Cases__c
        Uses_Per_Quarter__c Verified_On__c`,
      '- e e -': 'Contact__c',
      '- e e r': 'Last_Thanked_On__c',
      '- r e -': 'Contact_Key__c',
      '- - e r': 'Looked_After_On__c',
      '- r r r': 'Nudged_On__c',
      'r r e r': 'Last_Used_On__c Uses_In_Quarter__c',
      'r r r r': 'Readiness__c',
    },
  },
  Advocate_Consent__c: {
    access: '- | CRE | CRED | R',
    fields: {
      '- e e r': 'Activity_Type__c Advocate__c Condition_Not_Before__c Condition_Note__c Expires_On__c Permission__c Purpose__c Source__c',
    },
  },
  Reference_Request__c: {
    access: 'CRE | R | CRE | R',
    fields: {
      'e r e r': `Activity_Type__c Close_Reason__c Context__c Criteria__c Eligibility_Override__c Need_By__c Needed__c Opportunity__c Purpose__c Status__c
        Value_To_Customer__c`,
      'r r e r': 'Requested_By__c',
      'r r r r': 'Alternates__c',
    },
  },
  Permission_Request__c: {
    access: 'CR | RE | CRE | R',
    fields: {
      'e r e r': 'Advocate__c Rank__c Reference_Request__c',
      'r e e r':
        'Condition_Advocate__c Condition_Not_Before__c Condition_Note__c Customer_Answer__c Decision_Note__c Decision_Reason__c Status__c',
      'r r e r': `Account__c Answer_Due_At__c Approver__c Asked_At__c Automatic__c Deal_Summary__c Decided_At__c Decided_By__c
        Escalated_At__c Expected_At__c Fit_Summary__c Next_Action_At__c Opportunity__c Reminded_At__c Requested_By__c Route_Reason__c Submitted_At__c`,
    },
  },
  Reference_Activity__c: {
    access: 'CRE | RE | CRE | R',
    fields: {
      'e r e r': 'Activity_Type__c Advocate__c Permission_Request__c Requester_Rating__c',
      'e e e r': 'Feedback__c Scheduled_At__c Status__c Took_Place_On__c',
      'r r e r': 'Confirmed_By__c',
    },
  },
  Reference_Influence__c: {
    access: 'CRE | R | CRE | R',
    fields: { 'e r e r': 'Effect__c Opportunity__c Reference_Activity__c Used_On__c' },
  },
  Contact_Release__c: {
    access: 'R | R | R | R',
    fields: { 'r r r r': 'Advocate_Key__c Permission_Request__c Released_At__c Released_To__c' },
  },
  Influence_Entry__c: {
    access: '- | - | R | R',
    fields: {
      '- - r r': `Account__c Activity_Key__c Advocate_Key__c Advocate_Owner_Key__c Advocate__c Amount__c Booked_On__c Booking_Key__c
        Close_Date__c Currency__c Deal_Type__c Industry__c Kind__c Late_Logged__c Opportunity_Key__c Opportunity__c Owner_Key__c Reason__c
        Region__c Size_Band__c Split_Rule__c`,
    },
  },
  Influence_Exception__c: {
    access: '- | - | RE | R',
    fields: { '- - e r': 'Attempts__c Last_Tried_At__c Message__c Opportunity_Key__c Opportunity__c' },
  },
  Approver_Load__c: {
    access: '- | - | R | -',
    fields: { '- - r -': 'Approver_Key__c Approver__c Pending__c' },
  },
  Attention_Week__c: {
    access: '- | - | R | -',
    fields: { '- - r -': 'Person__c Sent__c Week_Key__c Week_Start__c' },
  },
  Digest_Item__c: {
    access: '- | - | R | -',
    fields: { '- - r -': 'Item_Key__c Kind__c Recipient__c Record_Key__c Sentence__c Title__c' },
  },
  Nomination__c: {
    access: 'CR | CR | CRE | R',
    fields: {
      'e e e r': 'Account__c Role__c Why__c',
      'r r e r': 'Advocate__c Decided_At__c Decided_By__c Decline_Reason__c Nominated_By__c Status__c',
    },
  },
  Unmet_Demand__c: {
    access: 'R | - | CRE | R',
    fields: {
      'r - e r': `Activity_Type__c Amount__c Criteria__c Currency__c Found__c Industry__c Need_By__c Opportunity__c Reference_Request__c
        Region__c Requested_By__c Resolved__c Searched_On__c`,
    },
  },
  Usage_Answer__c: {
    access: 'R | - | CRE | R',
    fields: { 'r - e r': 'Answer__c Answered_By__c Answered_On__c Opportunity_Key__c Opportunity__c' },
  },
  Favourite_Advocate__c: {
    access: 'CRED | - | CRED | -',
    fields: { 'e - e -': 'Advocate__c Favourite_Key__c' },
  },
  Saved_Search__c: {
    access: 'CRED | - | CRED | -',
    fields: { 'e - e -': 'Criteria__c Title__c' },
  },
};
