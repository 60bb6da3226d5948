import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Caller } from './people.ts';
import type { ApexAnswer } from './people.ts';

const ROUNDS = 200;
const DAY = 86_400_000;

/** The last slot of an advocate, asked for by two sellers at the same instant: one of them gets it, every time. */
describe('two sellers and one slot', () => {
  let manager: Caller;
  let sellers: readonly [Caller, Caller];
  let advocateId: string;
  let deals: readonly [string, string];

  before(async () => {
    manager = await Caller.login('manager');
    const [rep, rep2] = [await Caller.login('rep'), await Caller.login('rep2')];
    sellers = [rep, rep2];
    const owner = await Caller.login('owner');
    const account = await manager.create('Account', { Name: 'One Slot Works', OwnerId: await owner.userId() });
    const contact = await manager.create('Contact', { LastName: 'Single', AccountId: account });
    advocateId = await manager.create('Advocate__c', {
      Account__c: account,
      Contact__c: contact,
      Status__c: 'Active',
      Uses_Per_Quarter__c: 1,
      Rest_Days__c: 0,
    });
    deals = [await openDeal(rep, 'First in line'), await openDeal(rep2, 'Second in line')];
  });

  it(`is given to exactly one of them in each of ${ROUNDS} rounds`, async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const answers = await Promise.all(sellers.map((seller, index) => ask(seller, deals[index])));
      const winner = answers.findIndex(({ ok }) => ok);
      assert.equal(answers.filter(({ ok }) => ok).length, 1, `round ${round}: ${JSON.stringify(answers.map(({ body }) => body))}`);
      const open = await manager.query(
        `SELECT Id FROM Permission_Request__c WHERE Advocate__c = '${advocateId}' AND Status__c IN ('Pending', 'Queued')`,
      );
      assert.equal(open.length, 1, `round ${round}`);
      const refused = answers[1 - winner]?.body as { message: string };
      assert.match(refused.message, /booked/i);
      const { id } = answers[winner]?.body as { id: string };
      await sellers[winner].answer('PermissionController.withdraw', { permissionRequestId: id });
    }
  });

  async function openDeal(seller: Caller, name: string): Promise<string> {
    const account = await manager.create('Account', { Name: `${name} Customer` });
    return seller.create('Opportunity', {
      Name: name,
      AccountId: account,
      StageName: 'Qualification',
      CloseDate: inDays(60),
      Amount: 1000,
    });
  }

  function ask(seller: Caller, opportunityId: string): Promise<ApexAnswer> {
    return seller.apex('PermissionController.ask', {
      opportunityId,
      advocateId,
      activityType: 'Reference Call',
      needBy: inDays(20),
      context: 'The last slot.',
      valueToCustomer: '',
      criteria: null,
    });
  }

  function inDays(days: number): string {
    return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  }
});
