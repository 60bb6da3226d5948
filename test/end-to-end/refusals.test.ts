import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Caller, dayFromToday, ORG_URL } from './people.ts';
import { askFor, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

interface View {
  readonly id: string;
  readonly status: string;
}

const APPROVE = { decision: 'Approve', reason: null, note: null, notBefore: null };

/** Everybody who tries a door that is not theirs, by REST and by the call that a component would make. */
describe('what is refused', () => {
  let stage: Stage;
  let rep: Caller;
  let rep2: Caller;
  let owner: Caller;
  let owner2: Caller;
  let ops: Caller;
  let admin: Caller;
  let ask: View;

  before(async () => {
    stage = await setStage();
    [rep, rep2, owner, owner2, ops, admin] = (await Promise.all(
      (['rep', 'rep2', 'owner', 'owner2', 'ops', 'admin'] as const).map((person) => Caller.login(person)),
    )) as [Caller, Caller, Caller, Caller, Caller, Caller];
    ask = await rep.answer<View>('PermissionController.ask', askFor(stage));
    assert.equal(ask.status, 'Pending');
  });

  describe('a rep', () => {
    for (const field of ['Contact__c', 'Contact__r.LastName', 'Contact_Key__c']) {
      it(`can't read ${field} of an advocate`, async () => {
        await assert.rejects(rep.query(`SELECT Id, ${field} FROM Advocate__c LIMIT 1`), { errorCode: 'INVALID_FIELD' });
      });

      it(`can't filter advocates by ${field}`, async () => {
        await assert.rejects(rep.query(`SELECT Id FROM Advocate__c WHERE ${field} != NULL`), { errorCode: 'INVALID_FIELD' });
      });
    }

    for (const soql of [
      'SELECT Advocate__r.Contact__r.LastName FROM Permission_Request__c',
      'SELECT Permission_Request__r.Advocate__r.Contact__c FROM Contact_Release__c',
      'SELECT Id FROM Permission_Request__c WHERE Advocate__r.Contact_Key__c != NULL',
      'SELECT Id FROM Advocate__c ORDER BY Contact__r.LastName',
      'SELECT COUNT_DISTINCT(Contact_Key__c) FROM Advocate__c',
      'SELECT Contact__c, COUNT(Id) FROM Advocate__c GROUP BY Contact__c',
    ]) {
      it(`can't ask ${soql}`, async () => {
        await assert.rejects(rep.query(soql), { errorCode: 'INVALID_FIELD' });
      });
    }

    it('gets no contact with all fields', async () => {
      const [record] = await rep.query('SELECT FIELDS(ALL) FROM Advocate__c LIMIT 1');
      assert.ok(record && 'Role__c' in record);
      assert.deepEqual(
        Object.keys(record).filter((name) => name.startsWith('Contact_')),
        [],
      );
    });

    it('gets no contact with the whole record or its description', async () => {
      const record = await rep.rest.sobject('Advocate__c').retrieve(stage.advocateId);
      assert.ok(!('Contact__c' in record) && !('Contact_Key__c' in record));
      const { fields } = await rep.rest.sobject('Advocate__c').describe();
      assert.deepEqual(
        fields.filter(({ name }) => name.startsWith('Contact_')),
        [],
      );
    });

    it('can’t reach advocates from the contact', async () => {
      await assert.rejects(rep.query('SELECT Id, (SELECT Id FROM Advocacies__r) FROM Contact LIMIT 1'));
      await assert.rejects(rep.query('SELECT Id FROM Contact WHERE Id IN (SELECT Contact__c FROM Advocate__c)'));
    });

    it('is shown no contact before the yes', async () => {
      assert.match(await rep.refusal('PermissionController.releaseContact', { permissionRequestId: ask.id }), /once the ask is approved/);
    });

    it('can’t decide', async () => {
      assert.match(
        await rep.refusal('PermissionController.decide', { permissionRequestId: ask.id, ...APPROVE }),
        /permission set|Only the/,
      );
      assert.equal(await statusOf(ask.id), 'Pending');
    });

    it('can’t set the status of an ask over REST', async () => {
      await assert.rejects(rep.update('Permission_Request__c', ask.id, { Status__c: 'Approved' }));
      assert.equal(await statusOf(ask.id), 'Pending');
    });

    it('can’t create an approved ask over REST', async () => {
      const other = await setStage();
      const need = await rep.create('Reference_Request__c', {
        Opportunity__c: other.dealId,
        Activity_Type__c: 'Reference Call',
        Need_By__c: dayFromToday(9),
      });
      await assert.rejects(
        rep.create('Permission_Request__c', { Reference_Request__c: need, Advocate__c: other.advocateId, Status__c: 'Approved' }),
      );
    });

    it('can’t hand an ask to somebody else, or share it', async () => {
      await assert.rejects(rep.update('Permission_Request__c', ask.id, { Approver__c: null }));
      await assert.rejects(rep.update('Permission_Request__c', ask.id, { OwnerId: await rep.userId() }));
      await assert.rejects(
        rep.create('Permission_Request__Share', { ParentId: ask.id, UserOrGroupId: await rep2.userId(), AccessLevel: 'Edit' }),
      );
      await assert.rejects(rep.remove('Permission_Request__c', ask.id));
    });

    it('can’t make up a reference that took place', async () => {
      const activity = {
        Advocate__c: stage.advocateId,
        Activity_Type__c: 'Reference Call',
        Status__c: 'Completed',
        Took_Place_On__c: dayFromToday(-1),
      };
      await assert.rejects(
        rep.create('Reference_Activity__c', { ...activity, Permission_Request__c: ask.id }),
        /only while an ask is approved/,
      );
      await assert.rejects(rep.create('Reference_Activity__c', activity), /Only the person who made the ask/);
      await assert.rejects(rep.create('Reference_Influence__c', { Opportunity__c: stage.dealId, Used_On__c: dayFromToday(-1) }));
    });

    it('can’t change advocates', async () => {
      await assert.rejects(rep.update('Advocate__c', stage.advocateId, { Status__c: 'Retired' }));
      await assert.rejects(rep.remove('Advocate__c', stage.advocateId));
    });

    it('can’t read the ledger', async () => {
      await assert.rejects(rep.query('SELECT Id FROM Influence_Entry__c'), { errorCode: 'INVALID_TYPE' });
      assert.match(
        await rep.refusal('InfluenceController.getLedger', { fromDate: '2026-01-01', toDate: '2026-12-31' }),
        /permission set|access/,
      );
    });
  });

  it('an owner can’t decide for an account that isn’t theirs', async () => {
    assert.match(await owner2.refusal('PermissionController.decide', { permissionRequestId: ask.id, ...APPROVE }), /Only the|no such ask/);
    await assert.rejects(owner2.update('Permission_Request__c', ask.id, { Status__c: 'Approved' }));
    assert.equal(await statusOf(ask.id), 'Pending');
  });

  it('another rep and another owner don’t see the ask', async () => {
    for (const caller of [rep2, owner2]) {
      assert.deepEqual(await caller.query(`SELECT Id FROM Permission_Request__c WHERE Id = '${ask.id}'`), []);
      assert.match(await caller.refusal('PermissionController.getAsk', { permissionRequestId: ask.id }), /no such ask/);
    }
  });

  it('ops can’t decide, ask or withdraw', async () => {
    await ops.refusal('PermissionController.decide', { permissionRequestId: ask.id, ...APPROVE });
    await ops.refusal('PermissionController.withdraw', { permissionRequestId: ask.id });
    await ops.refusal('PermissionController.ask', askFor(stage));
    assert.equal(await statusOf(ask.id), 'Pending');
  });

  it('ops reads no contact of an advocate', async () => {
    await assert.rejects(ops.query('SELECT Contact__c FROM Advocate__c'), { errorCode: 'INVALID_FIELD' });
    await assert.rejects(ops.query('SELECT Contact_Key__c FROM Advocate__c'), { errorCode: 'INVALID_FIELD' });
  });

  it('a user without a permission set gets one sentence that says whom to ask', async () => {
    const calls: [string, Record<string, unknown>][] = [
      ['MatchingController.findAdvocates', { opportunityId: stage.dealId, wanted: null }],
      ['PermissionController.ask', askFor(stage)],
      ['PermissionController.getAsksForDeal', { opportunityId: stage.dealId }],
      ['PermissionController.getAsksForAccount', { accountId: stage.customerId }],
      ['PermissionController.getAsk', { permissionRequestId: ask.id }],
      ['PermissionController.decide', { permissionRequestId: ask.id, ...APPROVE }],
      ['PermissionController.withdraw', { permissionRequestId: ask.id }],
      ['PermissionController.releaseContact', { permissionRequestId: ask.id }],
      [
        'PermissionController.logOutcome',
        {
          permissionRequestId: ask.id,
          outcome: 'Missed',
          tookPlaceOn: null,
          scheduledAt: null,
          effect: null,
          feedback: null,
          rating: null,
        },
      ],
      ['InfluenceController.getLedger', { fromDate: '2026-01-01', toDate: '2026-12-31' }],
    ];
    for (const [method, parameters] of calls) {
      assert.match(await admin.refusal(method, parameters), /permission set.*ask your Vouchsafe program manager/, method);
    }
  });

  it('nobody gets in without logging in', async () => {
    const response = await fetch(`${ORG_URL}/services/local/apex/MatchingController/findAdvocates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    assert.equal(response.status, 401);
    assert.equal((await fetch(`${ORG_URL}/services/data/v65.0/query?q=SELECT+Id+FROM+User`)).status, 401);
  });

  describe('once approved', () => {
    before(async () => {
      assert.equal(
        (await owner.answer<View>('PermissionController.decide', { permissionRequestId: ask.id, ...APPROVE })).status,
        'Approved',
      );
    });

    it('the requester, and nobody else, is shown the contact, and it is recorded', async () => {
      assert.match(
        await rep2.refusal('PermissionController.releaseContact', { permissionRequestId: ask.id }),
        /Only the person who made|no such ask/,
      );
      assert.match(
        await owner2.refusal('PermissionController.releaseContact', { permissionRequestId: ask.id }),
        /Only the person who made|no such ask|permission set/,
      );
      const contact = await rep.answer<{ name: string }>('PermissionController.releaseContact', { permissionRequestId: ask.id });
      assert.equal(contact.name, `Astrid ${stage.surname}`);
      const releases = await ops.query<{ Released_To__c: string }>(
        `SELECT Released_To__c FROM Contact_Release__c WHERE Permission_Request__c = '${ask.id}'`,
      );
      assert.deepEqual(
        releases.map((release) => release.Released_To__c),
        [await rep.userId()],
      );
    });

    it('no mail and no notification names the person', async () => {
      const sent = [
        ...(await admin.query('SELECT Subject, TextBody, HtmlBody FROM OutboxMail')),
        ...(await admin.query('SELECT FIELDS(ALL) FROM BellNotification LIMIT 200')),
      ];
      assert.ok(sent.length > 0);
      assert.deepEqual(
        sent.filter((message) => JSON.stringify(message).includes(stage.surname)),
        [],
      );
    });

    it('another rep sees no release that isn’t theirs', async () => {
      const releases = await rep2.query(`SELECT Id FROM Contact_Release__c WHERE Permission_Request__c = '${ask.id}'`);
      assert.equal(releases.length, 0);
    });

    it('the record of a release is neither edited, deleted nor written by hand', async () => {
      const [release] = await admin.query<{ Id: string }>(`SELECT Id FROM Contact_Release__c WHERE Permission_Request__c = '${ask.id}'`);
      assert.ok(release);
      await assert.rejects(admin.update('Contact_Release__c', release.Id, { Released_At__c: '2020-01-01T00:00:00Z' }), /kept as it is/);
      await assert.rejects(admin.remove('Contact_Release__c', release.Id), /kept as it is/);
      await assert.rejects(admin.create('Contact_Release__c', { Permission_Request__c: ask.id }), /kept as it is/);
    });

    it('the same ask can’t be decided a second time', async () => {
      assert.match(
        await owner.refusal('PermissionController.decide', {
          permissionRequestId: ask.id,
          decision: 'Decline',
          reason: 'Other',
          note: null,
          notBefore: null,
        }),
        /answered already/,
      );
    });
  });

  describe('the ledger', () => {
    let lineId: string;

    before(async () => {
      const [line] = await ops.query<{ Id: string }>('SELECT Id FROM Influence_Entry__c ORDER BY Name LIMIT 1');
      assert.ok(line);
      lineId = line.Id;
    });

    for (const person of ['ops', 'admin', 'manager'] as const) {
      it(`is not edited by ${person}`, async () => {
        const caller = await Caller.login(person);
        await assert.rejects(caller.update('Influence_Entry__c', lineId, { Amount__c: 1 }));
      });

      it(`is not deleted by ${person}`, async () => {
        const caller = await Caller.login(person);
        await assert.rejects(caller.remove('Influence_Entry__c', lineId));
        assert.equal((await ops.query(`SELECT Id FROM Influence_Entry__c WHERE Id = '${lineId}'`)).length, 1);
      });

      it(`is not written by ${person}`, async () => {
        const caller = await Caller.login(person);
        await assert.rejects(
          caller.create('Influence_Entry__c', { Amount__c: 1, Kind__c: 'Recognised', Booking_Key__c: `by-hand-${person}` }),
        );
      });
    }

    it('is not changed by Apex either, whoever runs it', async () => {
      for (const statement of [
        `update new Influence_Entry__c(Id = '${lineId}', Amount__c = 1);`,
        `delete new Influence_Entry__c(Id = '${lineId}');`,
      ]) {
        const result = await admin.rest.tooling.executeAnonymous(statement);
        assert.equal(result.compiled, true);
        assert.equal(result.success, false);
        assert.match(result.exceptionMessage ?? '', /kept as they are/);
      }
    });
  });
});

async function statusOf(askId: string): Promise<string | undefined> {
  const manager = await Caller.login('manager');
  const asks = await manager.query<{ Status__c: string }>(`SELECT Status__c FROM Permission_Request__c WHERE Id = '${askId}'`);
  return asks[0]?.Status__c;
}
