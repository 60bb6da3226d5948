import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Caller, dayFromToday } from './people.ts';
import { askFor, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

interface View {
  readonly id: string;
  readonly status: string;
  readonly context: string;
  readonly valueToCustomer: string;
}

/** Wrong, foreign, stale, oversized and malicious input: one clear sentence, and nothing lost. */
describe('bad input', () => {
  let stage: Stage;
  let rep: Caller;
  let manager: Caller;

  before(async () => {
    stage = await setStage();
    [rep, manager] = await Promise.all([Caller.login('rep'), Caller.login('manager')]);
  });

  const sentence = /^[^\n{}<]{10,300}[.…]$/;

  it('a deal that does not exist', async () => {
    const message = await rep.refusal('MatchingController.findAdvocates', { opportunityId: '006000000000000AAA', wanted: null });
    assert.match(message, /There is no such deal/);
    assert.match(message, sentence);
  });

  it('the Id of something else', async () => {
    assert.match(
      await rep.refusal('MatchingController.findAdvocates', { opportunityId: stage.customerId, wanted: null }),
      /There is no such deal/,
    );
    assert.match(await rep.refusal('PermissionController.getAsk', { permissionRequestId: stage.dealId }), /There is no such ask/);
  });

  it('criteria that can’t be read', async () => {
    assert.match(
      await rep.refusal('MatchingController.findAdvocates', { opportunityId: stage.dealId, wanted: '{"Industry":' }),
      /criteria can’t be read/,
    );
  });

  it('criteria that match nobody leave a list without a score, not an error', async () => {
    const { advocates } = await rep.answer<{ advocates: { degrees: Record<string, number> }[] }>('MatchingController.findAdvocates', {
      opportunityId: stage.dealId,
      wanted: JSON.stringify({ Industry: ['No such industry'] }),
    });
    assert.ok(advocates.every(({ degrees }) => degrees.Industry === 0));
  });

  it('a need-by date in the past', async () => {
    assert.match(
      await rep.refusal('PermissionController.ask', askFor(stage, { needBy: dayFromToday(-2) })),
      /need-by date lies in the past/,
    );
  });

  it('a kind of reference that is not offered, or that there is not', async () => {
    assert.match(await rep.refusal('PermissionController.ask', askFor(stage, { activityType: 'Speaking' })), /does not offer/);
    assert.match(await rep.refusal('PermissionController.ask', askFor(stage, { activityType: 'Séance' })), sentence);
  });

  it('an advocate that is gone meanwhile', async () => {
    const other = await setStage();
    await manager.remove('Advocate__c', other.advocateId);
    assert.match(await rep.refusal('PermissionController.ask', askFor(other)), /no longer there/);
  });

  it('a deal that is closed meanwhile', async () => {
    const other = await setStage();
    await rep.update('Opportunity', other.dealId, { StageName: 'Closed Lost' });
    assert.match(await rep.refusal('PermissionController.ask', askFor(other)), /deal is closed/);
  });

  it('a text that is too long is refused with its length, and one of 4,000 characters is kept', async () => {
    const other = await setStage();
    assert.match(
      await rep.refusal('PermissionController.ask', askFor(other, { context: 'x'.repeat(4001) })),
      /4,?000 characters; it has 4,?001/,
    );
    const view = await rep.answer<View>('PermissionController.ask', askFor(other, { context: 'x'.repeat(4000) }));
    assert.equal(view.context.length, 4000);
  });

  it('markup and quotes stay what they are', async () => {
    const other = await setStage();
    const text = `<script>alert("1")</script> 'single' "double" \\ & {0} %s`;
    const view = await rep.answer<View>('PermissionController.ask', askFor(other, { context: text, valueToCustomer: text }));
    assert.equal(view.context, text);
    assert.equal(view.valueToCustomer, text);
  });

  it('an ask that is there already', async () => {
    await rep.answer<View>('PermissionController.ask', askFor(stage));
    assert.match(await rep.refusal('PermissionController.ask', askFor(stage)), /open ask for .* already/);
  });

  it('a decision that is neither yes nor no, and a no without a reason', async () => {
    const owner = await Caller.login('owner');
    const other = await setStage();
    const { id } = await rep.answer<View>('PermissionController.ask', askFor(other));
    const decide = (decision: string, reason: string | null): Promise<string> =>
      owner.refusal('PermissionController.decide', { permissionRequestId: id, decision, reason, note: null, notBefore: null });
    assert.match(await decide('Perhaps', null), /Approve or Decline/);
    assert.match(await decide('Decline', null), /Choose a reason/);
    assert.match(await decide('Decline', 'Because'), sentence);
  });

  it('an outcome that lies ahead, or that can’t be', async () => {
    const owner = await Caller.login('owner');
    const other = await setStage();
    const { id } = await rep.answer<View>('PermissionController.ask', askFor(other));
    const log = (outcome: string, differences: Record<string, unknown> = {}): Promise<string> =>
      rep.refusal('PermissionController.logOutcome', {
        permissionRequestId: id,
        outcome,
        tookPlaceOn: null,
        scheduledAt: null,
        effect: null,
        feedback: null,
        rating: null,
        ...differences,
      });
    assert.match(await log('Completed', { tookPlaceOn: dayFromToday(-1) }), /only while an ask is approved/);
    await owner.answer('PermissionController.decide', {
      permissionRequestId: id,
      decision: 'Approve',
      reason: null,
      note: null,
      notBefore: null,
    });
    assert.match(await log('Completed', { tookPlaceOn: dayFromToday(3) }), /can’t lie ahead/);
    assert.match(await log('Moved'), /new date and time/);
    assert.match(await log('Exploded'), /Completed, Missed or Moved/);
  });
});
