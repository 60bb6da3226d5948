import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { listApprovals, processApprovals } from '../../../scripts/local-org/api/rest/approvals.ts';
import type { RestCall } from '../../../scripts/local-org/api/rest/call.ts';
import { SObjectRecord } from '../../../scripts/local-org/data/record.ts';
import type { Value } from '../../../scripts/local-org/data/record.ts';
import type { ObjectDescription } from '../../../scripts/local-org/data/schema/description.ts';
import { SYSTEM } from '../../../scripts/local-org/data/transaction.ts';
import { createApexProject } from '../apex/apex-project.ts';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const update = (name: string, value: string): string =>
  `<fieldUpdates><fullName>${name}</fullName><field>Rating</field><literalValue>${value}</literalValue><name>${name}</name><operation>Literal</operation></fieldUpdates>`;
const act = (element: string, name: string): string =>
  `<${element}><action><name>${name}</name><type>FieldUpdate</type></action></${element}>`;

const project = createApexProject({
  'workflows/Account.workflow-meta.xml': `<Workflow ${XMLNS}>${update('Waits', 'Warm')}${update('Agreed', 'Hot')}${update('Refused', 'Cold')}</Workflow>`,
  'approvalProcesses/Account.Discount.approvalProcess-meta.xml': `<ApprovalProcess ${XMLNS}>
    <active>true</active><allowRecall>true</allowRecall>
    <allowedSubmitters><type>owner</type></allowedSubmitters>
    <approvalStep><allowDelegate>false</allowDelegate>
      <assignedApprover><approver><type>userHierarchyField</type></approver></assignedApprover>
      <label>Manager</label><name>Manager_Step</name></approvalStep>
    <approvalStep><allowDelegate>false</allowDelegate>
      <assignedApprover><approver><name>Deal_Desk</name><type>queue</type></approver></assignedApprover>
      <entryCriteria><criteriaItems><field>Account.NumberOfEmployees</field><operation>greaterThan</operation><value>100</value></criteriaItems></entryCriteria>
      <ifCriteriaNotMet>ApproveRecord</ifCriteriaNotMet>
      <label>Desk</label><name>Desk_Step</name><rejectBehavior><type>BackToPrevious</type></rejectBehavior></approvalStep>
    <entryCriteria><formula>NOT(ISBLANK(Site))</formula></entryCriteria>
    ${act('initialSubmissionActions', 'Waits')}${act('finalApprovalActions', 'Agreed')}${act('finalRejectionActions', 'Refused')}
    <finalApprovalRecordLock>true</finalApprovalRecordLock><finalRejectionRecordLock>false</finalRejectionRecordLock>
    <label>Discount</label>
    <nextAutomatedApprover><useApproverFieldOfRecordOwner>false</useApproverFieldOfRecordOwner><userHierarchyField>Manager</userHierarchyField></nextAutomatedApprover>
    <recordEditability>AdminOnly</recordEditability><processOrder>1</processOrder></ApprovalProcess>`,
  'approvalProcesses/Contact.Chosen.approvalProcess-meta.xml': `<ApprovalProcess ${XMLNS}>
    <active>true</active><allowRecall>true</allowRecall><allowedSubmitters><type>owner</type></allowedSubmitters>
    <approvalStep><allowDelegate>false</allowDelegate><assignedApprover><approver><type>adhoc</type></approver></assignedApprover>
      <label>Chosen</label><name>Chosen_Step</name></approvalStep>
    <finalApprovalRecordLock>false</finalApprovalRecordLock><finalRejectionRecordLock>false</finalRejectionRecordLock>
    <label>Chosen</label><recordEditability>AdminOnly</recordEditability><processOrder>1</processOrder></ApprovalProcess>`,
  'queues/Deal_Desk.queue-meta.xml': `<Queue ${XMLNS}><name>Deal Desk</name><queueSobject><sobjectType>Account</sobjectType></queueSobject></Queue>`,
  'Sample.cls': `public with sharing class Sample {
    public static User person(String name, Id managerId) {
      User result = new User(LastName = name, Username = name + '@approval.test', Email = name + '@approval.test', Alias = name.left(8),
        ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, ManagerId = managerId, TimeZoneSidKey = 'GMT',
        LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
      insert result;
      return result;
    }
    public static Approval.ProcessResult submit(Id recordId) {
      Approval.ProcessSubmitRequest request = new Approval.ProcessSubmitRequest();
      request.setObjectId(recordId);
      request.setComments('please');
      return Approval.process(request);
    }
    public static Approval.ProcessResult answer(Id workitemId, String action) {
      Approval.ProcessWorkitemRequest request = new Approval.ProcessWorkitemRequest();
      request.setWorkitemId(workitemId);
      request.setAction(action);
      return Approval.process(request);
    }
    public static String change(Account account) {
      try {
        update account;
        return 'changed';
      } catch (DmlException problem) {
        return problem.getDmlStatusCode(0);
      }
    }
  }`,
});
after(() => project.close());

test('the project compiles', () => assert.deepEqual(project.mistakes, []));

const PEOPLE = `
  User administrator = new User(Id = UserInfo.getUserId());
  User boss = Sample.person('boss', null);
  User rep = Sample.person('rep', boss.Id);
  insert new GroupMember(UserOrGroupId = boss.Id, GroupId = [SELECT Id FROM Group WHERE DeveloperName = 'Deal_Desk'].Id);
  Account big;
  System.runAs(rep) { big = new Account(Name = 'Big', Site = 'x', NumberOfEmployees = 500); insert big; }`;

test('a record goes through the steps of its process, locked, with its history and its actions', () => {
  const log = project.run(`${PEOPLE}
    Approval.ProcessResult first;
    System.runAs(rep) {
      first = Sample.submit(big.Id);
      System.debug(first.getInstanceStatus() + ' ' + (first.getActorIds()[0] == boss.Id) + ' ' + first.getNewWorkitemIds().size());
      System.debug(Sample.change(new Account(Id = big.Id, Name = 'Bigger')));
      System.debug([SELECT Rating FROM Account WHERE Id = :big.Id].Rating + ' ' + Approval.isLocked(big.Id));
    }
    System.runAs(administrator) { System.debug(Sample.change(new Account(Id = big.Id, Site = 'administrator'))); }
    Approval.ProcessResult last;
    System.runAs(boss) {
      Approval.ProcessResult second = Sample.answer(first.getNewWorkitemIds()[0], 'Approve');
      System.debug(second.getInstanceStatus() + ' ' + [SELECT Actor.Name FROM ProcessInstanceWorkitem WHERE Id IN :second.getNewWorkitemIds()].Actor.Name);
      last = Sample.answer(second.getNewWorkitemIds()[0], 'Approve');
    }
    System.debug(last.isSuccess() + ' ' + last.getInstanceStatus() + ' ' + [SELECT Rating FROM Account WHERE Id = :big.Id].Rating + ' ' + Approval.isLocked(big.Id));
    ProcessInstance instance = [SELECT Status, TargetObjectId, (SELECT StepStatus, Comments, StepNode.Name FROM Steps ORDER BY Id), (SELECT Id FROM Workitems)
      FROM ProcessInstance WHERE TargetObjectId = :big.Id];
    for (ProcessInstanceStep step : instance.Steps) { System.debug(step.StepStatus + ' ' + step.Comments + ' ' + step.StepNode?.Name); }
    System.debug(instance.Status + ' ' + instance.Workitems.size());
    System.debug([SELECT COUNT() FROM Account WHERE Id = :big.Id AND Id IN (SELECT TargetObjectId FROM ProcessInstance)]);`);
  assert.deepEqual(log, [
    'Pending true 1',
    'ENTITY_IS_LOCKED',
    'Warm true',
    'changed',
    'Pending Deal Desk',
    'true Approved Hot true',
    'Started please null',
    'Approved null Manager',
    'Approved null Desk',
    'Approved 0',
    '1',
  ]);
});

test('a rejection goes back or ends it; who submitted may take it back; nobody else answers', () => {
  const log = project.run(`${PEOPLE}
    Approval.ProcessResult result;
    System.runAs(rep) {
      result = Sample.submit(big.Id);
      try { Sample.answer(result.getNewWorkitemIds()[0], 'Approve'); } catch (DmlException problem) { System.debug(problem.getDmlStatusCode(0)); }
      try { Sample.submit(big.Id); } catch (DmlException problem) { System.debug(problem.getMessage()); }
      System.debug(Sample.answer(result.getNewWorkitemIds()[0], 'Removed').getInstanceStatus() + ' ' + Approval.isLocked(big.Id));
      result = Sample.submit(big.Id);
    }
    System.runAs(boss) {
      result = Sample.answer(result.getNewWorkitemIds()[0], 'Approve');
      result = Sample.answer(result.getNewWorkitemIds()[0], 'Reject');
      System.debug(result.getInstanceStatus() + ' ' + (result.getActorIds()[0] == boss.Id));
      result = Sample.answer(result.getNewWorkitemIds()[0], 'Reject');
    }
    System.debug(result.getInstanceStatus() + ' ' + [SELECT Rating FROM Account].Rating + ' ' + Approval.isLocked(big.Id));`);
  assert.deepEqual(log, [
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'Process failed. First exception on row 0; first error: ALREADY_IN_PROCESS, Cannot submit object already in process.: []',
    'Removed false',
    'Pending true',
    'Rejected Cold false',
  ]);
});

test('a record outside the criteria, a person without a manager, and partial success', () => {
  const log = project.run(`${PEOPLE}
    Account none = new Account(Name = 'No site', OwnerId = rep.Id);
    Account mine = new Account(Name = 'Mine', Site = 'x');
    System.runAs(administrator) { insert new List<Account>{ none, mine }; }
    List<Approval.ProcessRequest> requests = new List<Approval.ProcessRequest>();
    for (Account account : new List<Account>{ none, mine, big }) {
      Approval.ProcessSubmitRequest request = new Approval.ProcessSubmitRequest();
      request.setObjectId(account.Id);
      if (account.Id == big.Id) { request.setSubmitterId(rep.Id); }
      requests.add(request);
    }
    for (Approval.ProcessResult result : Approval.process(requests, false)) {
      System.debug(result.isSuccess() ? result.getInstanceStatus() : result.getErrors()[0].getStatusCode() + ': ' + result.getErrors()[0].getMessage());
    }
    System.debug([SELECT COUNT() FROM ProcessInstance]);`);
  assert.deepEqual(log, [
    'NO_APPLICABLE_PROCESS: No applicable approval process was found.',
    'MANAGER_NOT_DEFINED: Manager undefined.',
    'Pending',
    '1',
  ]);
});

test('Apex locks records and lets them go', () => {
  const log = project.run(`${PEOPLE}
    System.debug(Approval.lock(new List<Account>{ big })[0].isSuccess());
    System.debug(Approval.isLocked(new List<Id>{ big.Id }));
    System.runAs(rep) {
      System.debug(Sample.change(new Account(Id = big.Id, Name = 'Bigger')));
      try { delete as user big; } catch (DmlException problem) { System.debug(problem.getDmlStatusCode(0)); }
    }
    System.debug(Approval.unlock(big.Id).getId() == big.Id);
    System.runAs(rep) { System.debug(Sample.change(new Account(Id = big.Id, Name = 'Bigger'))); }
    System.debug(Approval.lock('001000000000001AAA', false).getErrors()[0].getStatusCode());
    System.debug(Limits.getDmlStatements());`);
  assert.match(log[1] ?? '', /^\{001\w{15}=true\}$/);
  assert.deepEqual(
    [...log.slice(0, 1), ...log.slice(2)],
    ['true', 'ENTITY_IS_LOCKED', 'ENTITY_IS_LOCKED', 'true', 'changed', 'INVALID_CROSS_REFERENCE_KEY', '10'],
  );
});

test('clients submit and answer over REST, each request by itself', () => {
  const { org } = project;
  org.rehearse(org.administratorId, (transaction) => {
    const account = new SObjectRecord(
      org.schema.object('Account') as ObjectDescription,
      new Map([
        ['name', 'A'],
        ['site', 'x'],
      ]),
    );
    transaction.insert([account], { ...SYSTEM, allOrNone: true });
    const requests = [account.id, account.id].map((contextId) => ({
      actionType: 'Submit',
      contextId,
      processDefinitionNameOrId: 'Discount',
    }));
    const { body } = processApprovals({ transaction, userId: org.administratorId, body: { requests } } as unknown as RestCall);
    assert.deepEqual(
      (body as { success: boolean; errors: { statusCode: string }[] | null }[]).map(({ success, errors }) => [
        success,
        errors?.[0]?.statusCode,
      ]),
      [
        [false, 'MANAGER_NOT_DEFINED'],
        [false, 'MANAGER_NOT_DEFINED'],
      ],
    );
    const listed = listApprovals({ transaction, userId: org.administratorId } as unknown as RestCall).body;
    assert.deepEqual(Object.keys((listed as { approvals: object }).approvals), ['Contact', 'Account']);
  });
});

test('a client does not submit what it does not see, nor to an approver that does not exist', () => {
  const { org } = project;
  org.rehearse(org.administratorId, (transaction) => {
    const insert = (objectName: string, values: Readonly<Record<string, Value>>): string => {
      const record = new SObjectRecord(org.schema.object(objectName) as ObjectDescription);
      for (const [name, value] of Object.entries(values)) record.put(name, value);
      return transaction.insert([record], { ...SYSTEM, allOrNone: true })[0]?.id as string;
    };
    const [minimum] = transaction.query("SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'", SYSTEM).records;
    const [standard] = transaction.query("SELECT Id FROM Profile WHERE Name = 'Standard User'", SYSTEM).records;
    const outsider = insert('User', {
      ...{ Username: 'outsider@approval.test', LastName: 'Outsider', Email: 'outsider@approval.test', Alias: 'outsider' },
      ...{ ProfileId: minimum?.id ?? null, TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US' },
      ...{ EmailEncodingKey: 'UTF-8', IsActive: true },
    });
    const contactId = insert('Contact', { LastName: 'C' });
    const submit = (userId: string, approver: string, contextActorId?: string): unknown => {
      const requests = [{ actionType: 'Submit', contextId: contactId, nextApproverIds: [approver], contextActorId }];
      const [result] = processApprovals({ transaction, userId, body: { requests } } as unknown as RestCall).body as {
        errors: { statusCode: string }[] | null;
        instanceStatus: string | null;
      }[];
      return result?.errors?.[0]?.statusCode ?? result?.instanceStatus;
    };
    assert.equal(submit(outsider, org.administratorId), 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    const seller = insert('User', {
      ...{ Username: 'seller@approval.test', LastName: 'Seller', Email: 'seller@approval.test', Alias: 'seller' },
      ...{ ProfileId: standard?.id ?? null, TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US' },
      ...{ EmailEncodingKey: 'UTF-8', IsActive: true },
    });
    const inTheNameOfAnother = submit(seller, org.administratorId, org.administratorId);
    assert.equal(inTheNameOfAnother, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    assert.equal(submit(org.administratorId, '005000000000000AAA'), 'INVALID_CROSS_REFERENCE_KEY');
    assert.equal(submit(org.administratorId, contactId), 'INVALID_CROSS_REFERENCE_KEY');
    assert.equal(submit(org.administratorId, org.administratorId.slice(0, 15)), 'Pending');
  });
});
