import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { toCents, toDecimal } from '../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { Screen, startBrowser } from './browser.ts';
import { Caller, ORG_URL } from './people.ts';

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
    await manager.page.locator('c-desk .item').first().waitFor();
    await manager.picture('30-manager-desk');
    await manager.page.locator('c-desk .item').first().getByRole('button', { name: 'Open' }).click();
    await manager.page.waitForURL(/\/lightning\/r\//);
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

/** An amount as the page writes it, `-$1,234.50`. */
function shownCents(text: string): bigint {
  return toCents(text.replace(/[^0-9.-]/g, ''));
}
