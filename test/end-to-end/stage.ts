import { Caller, dayFromToday } from './people.ts';

/** What a story plays with: a customer of the owner with one advocate, and an open deal of the rep. */
export interface Stage {
  readonly customerName: string;
  readonly customerId: string;
  readonly advocateId: string;
  readonly contactId: string;
  /** Of the person behind the advocate: shows up nowhere before release. */
  readonly surname: string;
  readonly dealName: string;
  readonly dealId: string;
  readonly amount: number;
}

let scenes = 0;

/**
 * Sets a new stage, so that no test depends on another's leavings: the owner's limit of pending asks is out of the way, or the asks
 * of earlier tests would make a new one wait in line. Its deal wants just what its advocate has.
 */
export async function setStage(amount = 12_345.67): Promise<Stage> {
  scenes += 1;
  const mark = `${Date.now().toString(36)}${scenes}`;
  const [manager, rep, owner] = await Promise.all([Caller.login('manager'), Caller.login('rep'), Caller.login('owner')]);
  await manager.answer('PolicyController.savePolicy', { values: { Pending_Asks_Per_Owner__c: '500' } });
  const [repId, ownerId] = await Promise.all([rep.userId(), owner.userId()]);
  const company = { Industry: 'Banking', BillingCountry: 'Germany', NumberOfEmployees: 1200 };
  const customerName = `Harbour Bank ${mark}`;
  const surname = `Sorensen${mark}`;
  const customerId = await manager.create('Account', { Name: customerName, OwnerId: ownerId, ...company });
  const contactId = await manager.create('Contact', {
    AccountId: customerId,
    FirstName: 'Astrid',
    LastName: surname,
    Email: `astrid.${mark}@harbour.example`,
    Phone: '+49 30 1234567',
    OwnerId: ownerId,
  });
  const advocateId = await manager.create('Advocate__c', {
    Account__c: customerId,
    Contact__c: contactId,
    Status__c: 'Active',
    Role__c: 'Head of IT',
    Industry__c: 'Banking',
    Country__c: 'Germany',
    Region__c: 'Europe',
    Size_Band__c: '1000-4999',
    Use_Cases__c: 'Compliance',
    Activity_Types__c: 'Reference Call;Site Visit',
    Release_Mode__c: 'On Approval',
    Sentiment__c: 'Positive',
    Verified_On__c: dayFromToday(-1),
    Story__c: 'Replaced three systems <b>in six weeks</b>.',
  });
  const prospectId = await manager.create('Account', { Name: `Prospect ${mark}`, OwnerId: repId, ...company });
  const dealName = `Core roll-out ${mark}`;
  const dealId = await rep.create('Opportunity', {
    Name: dealName,
    AccountId: prospectId,
    StageName: 'Qualification',
    Type: 'New Customer',
    CloseDate: dayFromToday(20),
    Amount: amount,
    Use_Cases__c: 'Compliance',
  });
  return { customerName, customerId, advocateId, contactId, surname, dealName, dealId, amount };
}

/** What an ask says, ready to send. */
export function askFor(stage: Stage, differences: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    opportunityId: stage.dealId,
    advocateId: stage.advocateId,
    activityType: 'Reference Call',
    needBy: dayFromToday(10),
    context: 'They worry about migration.',
    valueToCustomer: '',
    criteria: '{}',
    ...differences,
  };
}
