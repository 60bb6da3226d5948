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
  readonly insteadName?: string;
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

  const waiting = (stage: Stage): Locator => owner.page.locator('c-waiting-list li.item', { hasText: stage.customerName });

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

  it('drafts a message to the customer, who was asked once it was taken along', async () => {
    const stage = await setStage();
    const { id } = await rep.answer<View>('PermissionController.ask', askFor(stage, { valueToCustomer: 'A look at the roadmap.' }));
    await owner.page.reload();
    await waiting(stage).getByRole('button', { name: 'Open' }).click();
    await waiting(stage).getByText('Industry: Banking').waitFor();
    await waiting(stage).getByRole('button', { name: 'Write to the customer' }).click();
    const draft = await waiting(stage).getByLabel('Message').inputValue();
    assert.match(draft, /^Hello Astrid,[\s\S]*Reference Call[\s\S]*In return: A look at the roadmap\./);
    assert.ok(!draft.includes(stage.dealName) && !draft.includes('12,346'));
    const mail = await waiting(stage).getByRole('link', { name: 'Open in my mail' }).getAttribute('href');
    assert.match(mail ?? '', /^mailto:astrid\./);
    await owner.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await waiting(stage).getByRole('button', { name: 'Copy the text' }).click();
    await waiting(stage).getByText('Asked, no answer yet').waitFor();
    await owner.picture('22-owner-draft');
    await waiting(stage).getByRole('button', { name: 'They said no' }).click();
    await waiting(stage).waitFor({ state: 'detached' });
    assert.equal((await rep.answer<View>('PermissionController.getAsk', { permissionRequestId: id })).status, 'Withdrawn');
  });

  it('offers somebody else, who is approved at once', async () => {
    const [asked, other] = await Promise.all([setStage(), setStage()]);
    const { id } = await rep.answer<View>('PermissionController.ask', askFor(asked));
    await owner.page.reload();
    await waiting(asked).getByRole('button', { name: 'Open' }).click();
    await waiting(asked).getByRole('button', { name: 'Someone else' }).click();
    await waiting(asked).getByLabel('Search by company, person or role').fill(other.customerName);
    await owner.picture('23-owner-instead');
    await waiting(asked).getByRole('button', { name: 'Offer' }).click();
    await waiting(asked).waitFor({ state: 'detached' });
    await owner.page.locator('c-approved-ask', { hasText: other.customerName }).waitFor();
    const former = await rep.answer<View>('PermissionController.getAsk', { permissionRequestId: id });
    assert.equal(former.status, 'Declined');
    assert.match(former.insteadName ?? '', /^ADV-/);
    const [offered] = await rep.query<{ Id: string }>(`SELECT Id FROM Permission_Request__c WHERE Advocate__c = '${other.advocateId}'`);
    const contact = await rep.answer<{ name: string }>('PermissionController.releaseContact', { permissionRequestId: offered?.Id });
    assert.equal(contact.name, `Astrid ${other.surname}`);
    await owner.page.reload();
    await owner.page.getByLabel('Search my customers').fill(other.customerName);
    const row = owner.page.locator('c-my-advocates li', { hasText: other.customerName }).first();
    await row.getByRole('button', { name: '1 ×' }).click();
    await row.getByText('Riley Brooks').waitFor();
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
