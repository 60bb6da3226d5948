import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentName, elements, fieldOf, fields, filesEndingIn, picklistValues, readXml, text } from './package-source.ts';

const objects = new Map(filesEndingIn('.object-meta.xml').map((file) => [componentName(file), readXml(file)]));
const recordObjects = [...objects].filter(([name]) => name.endsWith('__c') && name !== 'Vouchsafe_Policy__c');

/** Names that integrations and reports outside this code base rely on. */
const domainFields: Record<string, string> = {
  Advocate__c:
    'Account__c Contact__c Contact_Key__c Status__c Role__c Persona__c Seniority__c Industry__c Region__c Country__c Size_Band__c Products__c ' +
    'Use_Cases__c Languages__c Competitors_Replaced__c Story__c Activity_Types__c Uses_Per_Quarter__c Rest_Days__c Quiet_Until__c Release_Mode__c ' +
    'Sentiment__c Verified_On__c Last_Used_On__c Last_Thanked_On__c Uses_In_Quarter__c Readiness__c',
  Advocate_Consent__c:
    'Advocate__c Activity_Type__c Purpose__c Permission__c Expires_On__c Source__c Condition_Note__c Condition_Not_Before__c',
  Unmet_Demand__c: 'Opportunity__c Criteria__c Found__c Amount__c Industry__c Region__c Searched_On__c',
  Reference_Request__c:
    'Opportunity__c Purpose__c Activity_Type__c Needed__c Need_By__c Context__c Value_To_Customer__c Criteria__c Status__c Requested_By__c ' +
    'Close_Reason__c Eligibility_Override__c',
  Permission_Request__c:
    'Reference_Request__c Opportunity__c Advocate__c Account__c Requested_By__c Approver__c Route_Reason__c Rank__c Status__c Submitted_At__c ' +
    'Asked_At__c Answer_Due_At__c Decided_At__c Decided_By__c Decision_Reason__c Condition_Not_Before__c Condition_Note__c Customer_Answer__c ' +
    'Deal_Summary__c Automatic__c Condition_Advocate__c Fit_Summary__c',
  Reference_Activity__c:
    'Advocate__c Permission_Request__c Activity_Type__c Status__c Scheduled_At__c Took_Place_On__c Confirmed_By__c Requester_Rating__c Feedback__c',
  Reference_Influence__c: 'Reference_Activity__c Opportunity__c Used_On__c Effect__c',
  Influence_Entry__c:
    'Opportunity__c Advocate__c Account__c Opportunity_Key__c Advocate_Key__c Activity_Key__c Kind__c Amount__c Currency__c Close_Date__c ' +
    'Booked_On__c Reason__c Split_Rule__c Deal_Type__c Owner_Key__c Advocate_Owner_Key__c Industry__c Region__c Size_Band__c Late_Logged__c Booking_Key__c',
  Usage_Answer__c: 'Opportunity__c Opportunity_Key__c Answer__c Answered_By__c Answered_On__c',
  Contact_Release__c: 'Permission_Request__c Advocate_Key__c Released_To__c Released_At__c',
};

const domainValues: [object: string, field: string, values: string[]][] = [
  ['Advocate__c', 'Status__c', ['Candidate', 'Active', 'Resting', 'Retired']],
  ['Advocate__c', 'Release_Mode__c', ['On Approval', 'After Customer Agrees', 'Coordinated']],
  ['Advocate_Consent__c', 'Permission__c', ['Ask Every Time', 'Pre-Approved', 'Never']],
  ['Reference_Request__c', 'Status__c', ['Draft', 'Open', 'Filled', 'Unfilled', 'Cancelled']],
  ['Permission_Request__c', 'Status__c', ['Queued', 'Pending', 'Approved', 'Declined', 'Expired', 'Withdrawn', 'Completed', 'Missed']],
  ['Permission_Request__c', 'Customer_Answer__c', ['Not Asked', 'Asked', 'Agreed', 'Declined', 'No Answer']],
  ['Reference_Activity__c', 'Status__c', ['Scheduled', 'Completed', 'Missed', 'Cancelled']],
  ['Reference_Influence__c', 'Effect__c', ['Decisive', 'Helped', 'No Effect']],
  ['Influence_Entry__c', 'Kind__c', ['Recognised', 'Reversed']],
  ['Usage_Answer__c', 'Answer__c', ['Used', 'Not Used', 'Dismissed']],
  ['Influence_Entry__c', 'Deal_Type__c', ['New', 'Expansion', 'Renewal']],
];

test('every object says what one of its records is', () => {
  const silent = [...objects].filter(([, object]) => (text(object, 'description') ?? '').length < 20).map(([name]) => name);
  assert.deepEqual(silent, []);
});

test('every field says what it is for', () => {
  const silent = fields.filter((field) => (text(field.definition, 'description') ?? '').length < 20).map((field) => field.file);
  assert.deepEqual(silent, []);
});

test('no field is required, so that field security reaches every one', () => {
  assert.deepEqual(
    fields.filter((field) => text(field.definition, 'required') === 'true').map((field) => field.file),
    [],
  );
});

test('every relation is a lookup that is emptied when its parent goes', () => {
  const relations = fields.filter((field) => text(field.definition, 'referenceTo') !== undefined);
  assert.ok(relations.length > 20);
  assert.deepEqual(
    relations
      .filter((field) => field.type !== 'Lookup' || text(field.definition, 'deleteConstraint') !== 'SetNull')
      .map((field) => field.file),
    [],
  );
});

test('every object is private, and advocates alone are read by everyone inside', () => {
  assert.ok(recordObjects.length >= 8);
  for (const [name, object] of recordObjects) {
    assert.equal(text(object, 'externalSharingModel'), 'Private', name);
    assert.equal(text(object, 'sharingModel'), name === 'Advocate__c' ? 'Read' : 'Private', name);
  }
});

test('records are numbered, and history and feeds are off: they would keep names', () => {
  for (const [name, object] of recordObjects) {
    assert.equal(text(elements(object, 'nameField')[0], 'type'), 'AutoNumber', name);
    assert.equal(text(object, 'enableHistory'), 'false', name);
    assert.equal(text(object, 'enableFeeds'), 'false', name);
  }
});

test('the objects and fields of the domain exist under their fixed names', () => {
  for (const [object, names] of Object.entries(domainFields)) {
    assert.ok(objects.has(object), object);
    for (const name of names.split(' ')) {
      assert.ok(fieldOf(object, name), `${object}.${name}`);
    }
  }
});

test('the states and answers of the domain exist under their fixed names', () => {
  for (const [object, name, values] of domainValues) {
    const field = fieldOf(object, name);
    assert.deepEqual(picklistValues(field), values, `${object}.${name}`);
    assert.equal(text(elements(field.definition, 'valueSet')[0], 'restricted'), 'true', `${object}.${name}`);
  }
});

test('one person is one advocate, one line is booked once, one approver has one load, one deal one answer', () => {
  assert.equal(text(fieldOf('Advocate__c', 'Contact_Key__c').definition, 'unique'), 'true');
  assert.equal(text(fieldOf('Influence_Entry__c', 'Booking_Key__c').definition, 'unique'), 'true');
  assert.equal(text(fieldOf('Approver_Load__c', 'Approver_Key__c').definition, 'unique'), 'true');
  assert.equal(text(fieldOf('Usage_Answer__c', 'Opportunity_Key__c').definition, 'unique'), 'true');
});

test('a consent may be for any purpose that a request may have', () => {
  assert.deepEqual(
    picklistValues(fieldOf('Advocate_Consent__c', 'Purpose__c')),
    picklistValues(fieldOf('Reference_Request__c', 'Purpose__c')),
  );
});

test('no field but the lookup of the advocate can hold a person', () => {
  const personal = fields.filter(
    (field) =>
      ['Email', 'Phone'].includes(field.type) || (text(field.definition, 'referenceTo') === 'Contact' && field.object !== 'Advocate__c'),
  );
  assert.deepEqual(personal, []);
});

test('one list of kinds of reference: the activity types and every picklist of them', () => {
  const labels = filesEndingIn('.md-meta.xml')
    .filter((file) => file.includes('/Activity_Type.'))
    .map((file) => text(readXml(file), 'label') ?? '')
    .sort();
  assert.ok(labels.length > 0);
  for (const [object, name] of [
    ['Advocate__c', 'Activity_Types__c'],
    ['Reference_Request__c', 'Activity_Type__c'],
    ['Reference_Activity__c', 'Activity_Type__c'],
    ['Advocate_Consent__c', 'Activity_Type__c'],
    ['Unmet_Demand__c', 'Activity_Type__c'],
  ] as const) {
    assert.deepEqual(picklistValues(fieldOf(object, name)).sort(), labels, `${object}.${name}`);
  }
});
