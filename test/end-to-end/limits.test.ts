import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Caller, dayFromToday } from './people.ts';

const ROUNDS = 200;
const DIGEST_ROUNDS = 10;

/** What two transactions at the same instant may not both take: an owner's last place, a person's last mail of the week. */
describe('two sellers, one owner', () => {
  let admin: Caller;
  let manager: Caller;
  let sellers: readonly [Caller, Caller];
  let ownerId: string;
  let advocates: readonly [string, string];
  let deals: readonly [string, string];

  before(async () => {
    [admin, manager] = [await Caller.login('admin'), await Caller.login('manager')];
    sellers = [await Caller.login('rep'), await Caller.login('rep2')];
    ownerId = await newOwner();
    const account = await manager.create('Account', { Name: 'One Place Works', OwnerId: ownerId });
    advocates = [await advocate(account, 'First'), await advocate(account, 'Second')];
    deals = [await openDeal(sellers[0], 'First at the door'), await openDeal(sellers[1], 'Second at the door')];
    await manager.answer('PolicyController.savePolicy', {
      values: { Pending_Asks_Per_Owner__c: '1', Uses_Per_Quarter_Account__c: '10' },
    });
  });

  after(async () => {
    await manager.answer('PolicyController.savePolicy', {
      values: { Pending_Asks_Per_Owner__c: '500', Uses_Per_Quarter_Account__c: '', Mails_Per_Week__c: '' },
    });
  });

  it(`one ask waits for the owner and the other in line, in each of ${ROUNDS} rounds`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const asks = await askAtOnce(20);
      assert.deepEqual(asks.map(({ status }) => status).sort(), ['Pending', 'Queued'], `round ${round}`);
      await withdraw(asks);
    }
  });

  it(`one mail is sent and the other news waits, in each of ${ROUNDS} rounds`, async () => {
    await manager.answer('PolicyController.savePolicy', { values: { Pending_Asks_Per_Owner__c: '500' } });
    const already = await mails();
    for (let round = 1; round <= ROUNDS; round++) {
      await manager.answer('PolicyController.savePolicy', { values: { Mails_Per_Week__c: String(already + round) } });
      const asks = await askAtOnce(0);
      assert.equal(await mails(), already + round, `round ${round}`);
      const waiting = await admin.query<{ Record_Key__c: string }>(
        `SELECT Record_Key__c FROM Digest_Item__c WHERE Recipient__c = '${ownerId}' AND Kind__c = 'Decision'`,
      );
      assert.equal(waiting.filter(({ Record_Key__c }) => asks.some(({ id }) => id === Record_Key__c)).length, 1, `round ${round}`);
      await withdraw(asks);
    }
  });

  it('two runs of the digest at the same instant send one mail', async () => {
    for (let round = 1; round <= DIGEST_ROUNDS; round++) {
      const before = await mails();
      const asks = await askAtOnce(20);
      const run = `DigestDelivery.send(new Set<Id>{ '${ownerId}' });`;
      const runs = await Promise.all([admin.rest.tooling.executeAnonymous(run), admin.rest.tooling.executeAnonymous(run)]);
      assert.deepEqual(
        runs.map(({ success }) => success),
        [true, true],
      );
      assert.equal(await mails(), before + 1, `round ${round}`);
      await withdraw(asks);
    }
  });

  it('an owner who leaves while asks wait leaves none behind', async () => {
    const asks = await askAtOnce(20);
    await admin.update('User', ownerId, { IsActive: false });
    const ids = asks.map(({ id }) => `'${id}'`).join(', ');
    const held = `SELECT Approver__c, Status__c, Owner.Name FROM Permission_Request__c WHERE Id IN (${ids})`;
    let rows = await manager.query<{ Approver__c: string | null; Status__c: string }>(held);
    for (let patience = 50; patience > 0 && rows.some(({ Approver__c }) => Approver__c === ownerId); patience--) {
      await setTimeout(100);
      rows = await manager.query(held);
    }
    assert.deepEqual(
      rows.map(({ Approver__c, Status__c }) => [Approver__c, Status__c]),
      [
        [null, 'Pending'],
        [null, 'Pending'],
      ],
    );
  });

  /** Somebody new, for whom nothing waits yet. */
  async function newOwner(): Promise<string> {
    const [profile] = await admin.query<{ Id: string }>(`SELECT Id FROM Profile WHERE Name = 'Standard User'`);
    const [set] = await admin.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = 'Vouchsafe_Account_Owner'`);
    const name = `one.place.${Date.now()}@vouchsafe.test`;
    const id = await admin.create('User', {
      LastName: 'Place',
      Alias: 'place',
      Username: name,
      Email: name,
      ProfileId: profile?.Id,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    await admin.create('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set?.Id });
    return id;
  }

  async function advocate(account: string, name: string): Promise<string> {
    const contact = await manager.create('Contact', { LastName: name, AccountId: account });
    return manager.create('Advocate__c', {
      Account__c: account,
      Contact__c: contact,
      Status__c: 'Active',
      Uses_Per_Quarter__c: 5,
      Rest_Days__c: 0,
    });
  }

  async function openDeal(seller: Caller, name: string): Promise<string> {
    const account = await manager.create('Account', { Name: `${name} Customer` });
    return seller.create('Opportunity', {
      Name: name,
      AccountId: account,
      StageName: 'Qualification',
      CloseDate: dayFromToday(60),
      Amount: 1000,
    });
  }

  function askAtOnce(days: number): Promise<{ id: string; status: string }[]> {
    return Promise.all(
      sellers.map((seller, index) =>
        seller.answer<{ id: string; status: string }>('PermissionController.ask', {
          opportunityId: deals[index],
          advocateId: advocates[index],
          activityType: 'Reference Call',
          needBy: dayFromToday(days),
          context: 'The last place.',
          valueToCustomer: '',
          criteria: null,
        }),
      ),
    );
  }

  /** The one in line first: otherwise it would take the place that gets free. */
  async function withdraw(asks: readonly { id: string; status: string }[]): Promise<void> {
    for (const { id } of [...asks].sort((one, other) => other.status.localeCompare(one.status))) {
      const seller = sellers[asks.findIndex((ask) => ask.id === id)];
      await seller.answer('PermissionController.withdraw', { permissionRequestId: id });
    }
  }

  async function mails(): Promise<number> {
    const rows = await admin.query(`SELECT Id FROM OutboxMail WHERE TargetObjectId = '${ownerId}'`);
    return rows.length;
  }
});
