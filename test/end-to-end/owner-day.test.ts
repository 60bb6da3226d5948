import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { Screen, startBrowser } from './browser.ts';
import { Caller, ORG_URL } from './people.ts';
import { askFor, setStage } from './stage.ts';
import type { Stage } from './stage.ts';

interface View {
  readonly id: string;
  readonly status: string;
  readonly automatic?: boolean;
  readonly conditionNote?: string;
}

/** An account owner's day: many asks answered at once, alternates that follow a no, a customer who always says yes. */
describe('the home of an account owner', () => {
  let browser: Browser;
  let owner: Screen;
  let rep: Caller;
  let first: Stage;
  let second: Stage;
  let alternate: Stage;

  before(async () => {
    [browser, rep, first, second, alternate] = await Promise.all([startBrowser(), Caller.login('rep'), setStage(), setStage(), setStage()]);
    await rep.answer<View>('PermissionController.ask', askFor(first));
    const need = { ...askFor(second), advocateIds: [second.advocateId, alternate.advocateId] };
    delete (need as Record<string, unknown>).advocateId;
    await rep.answer<View[]>('PermissionController.askRanked', need);
    owner = await Screen.open(browser, 'owner');
    await owner.page.goto(ORG_URL);
  });

  after(async () => {
    await browser.close();
  });

  const waiting = (stage: Stage): Locator => owner.page.locator('c-waiting-list li', { hasText: stage.customerName });

  it('is the first page, with what waits and who vouches', async () => {
    await waiting(first).waitFor();
    await waiting(second).waitFor();
    await owner.page.locator('c-my-advocates .row').first().waitFor();
    await owner.picture('20-owner-home');
  });

  it('declines many with one tap, and the alternate is asked next', async () => {
    for (const stage of [first, second]) {
      await waiting(stage).locator('.box').check();
    }
    await owner.page.getByRole('button', { name: 'Decline them' }).click();
    await owner.page.getByRole('button', { name: 'Too busy now' }).click();
    await waiting(first).waitFor({ state: 'detached' });
    await waiting(second).waitFor({ state: 'detached' });
    await owner.page.reload();
    await waiting(alternate).waitFor();
    const asks = await rep.answer<{ advocateId: string; status: string }[]>('PermissionController.getAsksForDeal', {
      opportunityId: second.dealId,
    });
    assert.deepEqual(
      new Map(asks.map(({ advocateId, status }) => [advocateId, status])),
      new Map([
        [second.advocateId, 'Declined'],
        [alternate.advocateId, 'Pending'],
      ]),
    );
  });

  it('approves one that was opened', async () => {
    await waiting(alternate).getByRole('button', { name: 'Open' }).click();
    await waiting(alternate).getByRole('button', { name: 'Approve', exact: true }).click();
    await waiting(alternate).waitFor({ state: 'detached' });
  });

  it('takes down that a customer always says yes, and the next ask is approved at once', async () => {
    await owner.page.getByLabel('Search my customers').fill(first.customerName);
    const customer = owner.page.locator('c-my-advocates li', { hasText: first.customerName });
    await customer.getByRole('button', { name: 'Change' }).click();
    await customer.getByRole('button', { name: 'Add an agreement' }).click();
    await customer.getByRole('combobox', { name: 'Kind' }).click();
    await customer.getByRole('option', { name: 'Site Visit' }).click();
    await customer.getByLabel('Under the condition').fill('Two visitors at most.');
    await owner.picture('21-owner-care');
    await customer.getByRole('button', { name: 'Save' }).click();
    await customer.getByText('always: Site Visit (Sales deal)').waitFor();
    const other = await setStage();
    const view = await rep.answer<View>(
      'PermissionController.ask',
      askFor(first, { opportunityId: other.dealId, activityType: 'Site Visit' }),
    );
    assert.deepEqual([view.status, view.automatic, view.conditionNote], ['Approved', true, 'Two visitors at most.']);
  });

  it('goes without trouble', () => {
    assert.deepEqual(owner.troubles, []);
  });
});
