import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { toCents, toDecimal } from '../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { Screen, startBrowser } from './browser.ts';
import { Caller, dayFromToday, ORG_URL } from './people.ts';
import { askFor, setStage } from './stage.ts';

/** What program managers and sales operations do when no single ask calls for them. */
describe('the desk and the report', () => {
  let browser: Browser;
  let manager: Screen;
  let ops: Screen;

  before(async () => {
    browser = await startBrowser();
    [manager, ops] = await Promise.all([Screen.open(browser, 'manager'), Screen.open(browser, 'ops')]);
  });

  after(async () => {
    await browser.close();
  });

  it('the manager sees what needs somebody, and opens it', async () => {
    await manager.page.goto(ORG_URL);
    await manager.page.locator('c-desk-item').first().waitFor();
    await manager.picture('30-manager-desk');
    await manager.page.locator('c-desk-item h3 a').first().click();
    await manager.page.waitForURL(/\/lightning\/r\//);
  });

  it('the manager finds somebody for a search that found nobody, in two clicks', async () => {
    const stage = await setStage();
    const rep = await Caller.login('rep');
    const asked = askFor(stage, { found: 0, eligibilityOverride: null });
    await rep.answer('MatchingController.askTheDesk', asked);
    const [demand] = await (
      await Caller.login('manager')
    ).query<{ Name: string }>(`SELECT Name FROM Unmet_Demand__c WHERE Opportunity__c = '${stage.dealId}'`);
    const row = await deskRow(manager, 'Nothing fits', demand?.Name ?? '');
    await row.getByRole('button', { name: 'Find' }).click();
    await row.locator('c-desk-suggestions').getByRole('button', { name: 'Ask' }).first().waitFor();
    await manager.picture('32-manager-find');
    await row.locator('c-desk-suggestions').getByRole('button', { name: 'Ask' }).first().click();
    await manager.page.getByText('Asked on behalf of the seller.').last().waitFor();
    const asks = await rep.query<{ Requested_By__c: string }>(
      `SELECT Requested_By__c FROM Permission_Request__c WHERE Opportunity__c = '${stage.dealId}'`,
    );
    assert.deepEqual(
      asks.map((ask) => ask.Requested_By__c),
      [await rep.userId()],
    );
  });

  it('the manager answers for an absent owner, in two clicks', async () => {
    const stage = await setStage();
    const rep = await Caller.login('rep');
    const { id } = await rep.answer<{ id: string }>('PermissionController.ask', askFor(stage, { needBy: dayFromToday(3) }));
    const row = await deskRow(manager, 'Needed soon', stage.customerName);
    await row.getByRole('button', { name: 'Answer' }).click();
    await row.getByRole('button', { name: 'Approve', exact: true }).click();
    await row.waitFor({ state: 'detached' });
    assert.equal(
      (await rep.query<{ Status__c: string }>(`SELECT Status__c FROM Permission_Request__c WHERE Id = '${id}'`))[0]?.Status__c,
      'Approved',
    );
  });

  it('a rep nominates a customer, and the manager makes a candidate of it', async () => {
    const stage = await setStage();
    const caller = await Caller.login('manager');
    const contactId = await caller.create('Contact', { AccountId: stage.customerId, FirstName: 'Ines', LastName: 'Moreau', Title: 'CFO' });
    const rep = await Screen.open(browser, 'rep');
    await rep.openRecord('Account', stage.customerId);
    await rep.page.getByRole('button', { name: 'Nominate' }).click();
    await rep.page.getByLabel('Their role').fill('CFO');
    await rep.page.getByRole('button', { name: 'Send' }).click();
    await rep.page.getByText('Waiting for a program manager').waitFor();
    await rep.picture('33-rep-nominates');
    const row = await deskRow(manager, 'Nominated', stage.customerName);
    await row.getByRole('button', { name: 'Consider' }).click();
    await row.getByRole('combobox', { name: 'Who is it?' }).click();
    await row.getByRole('option', { name: 'Ines Moreau, CFO' }).click();
    await row.getByRole('button', { name: 'Accept as candidate' }).click();
    await row.waitFor({ state: 'detached' });
    const [candidate] = await caller.query<{ Status__c: string }>(`SELECT Status__c FROM Advocate__c WHERE Contact__c = '${contactId}'`);
    assert.equal(candidate?.Status__c, 'Candidate');
    await rep.page.reload();
    await rep.page.getByText('Accepted', { exact: true }).waitFor();
    assert.deepEqual(rep.troubles, []);
    await rep.close();
  });

  it('the page of an advocate tells what happened', async () => {
    const caller = await Caller.login('manager');
    const [line] = await caller.query<{ Advocate__c: string }>('SELECT Advocate__c FROM Influence_Entry__c LIMIT 1');
    await manager.openRecord('Advocate__c', line?.Advocate__c ?? '');
    await manager.page.getByText('Revenue recognised').first().waitFor();
    await manager.page.getByText('took place').first().waitFor();
    await manager.picture('34-manager-advocate');
  });

  it('an administrator without a set reads one sentence, and is led to set-up', async () => {
    const admin = await Screen.open(browser, 'admin');
    await admin.page.goto(ORG_URL);
    await admin.page.getByText('You hold no permission set for this page').waitFor();
    await admin.picture('35-admin-lands');
    await admin.page.getByRole('button', { name: 'Open set-up' }).click();
    await admin.page.locator('c-setup-page .check').first().waitFor();
    assert.equal(await admin.page.locator('c-policy-editor').count(), 0);
    await admin.page.getByRole('button', { name: 'Start all' }).click();
    await admin.page.getByText('Next run').first().waitFor();
    await admin.picture('36-admin-set-up');
    assert.deepEqual(admin.troubles, []);
    await admin.close();
  });

  it('the manager changes a rule and brings the standard back', async () => {
    await manager.page.goto(`${ORG_URL}/lightning/n/Vouchsafe_Setup`);
    const rest = manager.page.getByLabel('Rest Days');
    for (const [typed, stored] of [
      ['15', 15],
      ['', null],
    ] as const) {
      await rest.fill(typed);
      await manager.page.locator('c-policy-editor').getByRole('button', { name: 'Save' }).click();
      await manager.page.getByText('The rules are stored.').last().waitFor();
      const view = await (
        await Caller.login('manager')
      ).answer<{ fields: { name: string; value?: string }[] }>('PolicyController.getPolicy', {});
      assert.equal(view.fields.find(({ name }) => name === 'Rest_Days__c')?.value ?? null, stored === null ? null : String(stored));
      await manager.page.reload();
      await rest.waitFor();
    }
  });

  it('ops cuts by another dimension, and every row still adds up to its total', async () => {
    await ops.page.goto(`${ORG_URL}/lightning/n/Influenced_Bookings`);
    await ops.page.locator('c-bookings-table').waitFor();
    await ops.page.getByRole('combobox', { name: 'Cut by' }).click();
    await ops.page.getByRole('option', { name: 'Industry' }).click();
    await ops.page.locator('c-bookings-table th', { hasText: 'Others' }).waitFor();
    for (const row of await ops.page.locator('c-bookings-table tr:has(td)').all()) {
      const [total = '', , ...cells] = await row.locator('.number').allInnerTexts();
      assert.equal(toDecimal(cells.reduce((sum, text) => sum + shownCents(text), 0n)), toDecimal(shownCents(total)));
    }
    await ops.picture('31-ops-cut');
  });

  it('ops downloads the lines shown, whose sum is the total of the page', async () => {
    const [download] = await Promise.all([
      ops.page.waitForEvent('download'),
      ops.page.getByRole('button', { name: 'Download lines' }).click(),
    ]);
    const [header = '', ...rows] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    const column = header.split(',').indexOf('Amount');
    const cells = rows.map((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.[column]?.replace(/,$/, '') ?? '');
    const shown = (await ops.page.locator('[data-figure="total"]').textContent()) ?? '';
    assert.equal(toDecimal(cells.reduce((sum, amount) => sum + toCents(amount), 0n)), toDecimal(shownCents(shown)));
  });

  it('goes without trouble', () => {
    assert.deepEqual([manager.troubles, ops.troubles], [[], []]);
  });
});

/** The item of the desk of one kind that has some words. */
async function deskRow(manager: Screen, kind: string, words: string): Promise<Locator> {
  await manager.page.goto(`${ORG_URL}/lightning/n/Vouchsafe_Desk`);
  await manager.page.getByRole('button', { name: kind }).click();
  const row = manager.page.locator('c-desk-item', { hasText: words });
  const more = manager.page.locator('c-desk').getByRole('button', { name: /more/ });
  await manager.page.locator('c-desk-item').first().waitFor();
  while ((await row.count()) === 0 && (await more.count()) > 0) {
    await more.click();
  }
  await row.waitFor();
  return row;
}

/** An amount as the page writes it, `-$1,234.50`. */
function shownCents(text: string): bigint {
  return toCents(text.replace(/[^0-9.-]/g, ''));
}
