import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { Screen, startBrowser } from './browser.ts';
import { Caller, ORG_URL } from './people.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What keeps somebody with a screen reader or a keyboard from using the page, by WCAG 2.1 AA. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: Violation[] }> } };
    return (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** How far the page is wider than the screen. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

describe('the application around the components', () => {
  let browser: Browser;
  let stage: Stage;
  let manager: Screen;

  before(async () => {
    [browser, stage] = await Promise.all([startBrowser(), setStage()]);
    manager = await Screen.open(browser, 'manager');
  });

  after(async () => {
    await browser.close();
  });

  it('asks a stranger who they are, and takes them where they wanted to go', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${ORG_URL}/lightning/o/Advocate__c/list`);
    assert.match(page.url(), /\/login\?startURL=/);
    assert.deepEqual(await barriers(page), []);
    await page.getByRole('button', { name: /ops@vouchsafe\.test/ }).click();
    await page.getByRole('heading', { name: 'Advocates' }).waitFor();
    await page.context().close();
  });

  it('shows each user the tabs they may open', async () => {
    const tabsOf = async (screen: Screen): Promise<string[]> => {
      await screen.page.goto(`${ORG_URL}/lightning`);
      await screen.page.locator('shell-header nav a').first().waitFor();
      return screen.page.locator('shell-header nav a').allTextContents();
    };
    const rep = await Screen.open(browser, 'rep');
    assert.ok((await tabsOf(manager)).includes('Influenced Bookings'));
    const tabs = await tabsOf(rep);
    assert.ok(tabs.includes('Opportunities') && !tabs.includes('Influenced Bookings') && !tabs.includes('Influence Entries'));
    await rep.close();
  });

  it('speaks German with who chooses it, and English again', async () => {
    const { page, ...screen } = await Screen.open(browser, 'owner2');
    const choose = async (language: string): Promise<void> => {
      await page.locator('shell-user-menu button').first().click();
      const reloaded = page.waitForEvent('load');
      await page.locator('shell-user-menu select').selectOption(language);
      await reloaded;
    };
    await page.goto(`${ORG_URL}/lightning/o/Advocate__c/list`);
    await page.getByRole('heading', { name: 'Advocates' }).waitFor();
    await choose('de');
    await page.getByRole('heading', { name: 'Referenzgeber' }).waitFor();
    await page.getByRole('columnheader', { name: 'Branche' }).waitFor();
    await page.getByRole('link', { name: 'Meine Kunden' }).click();
    await page.getByText('Wartet auf mich').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    assert.deepEqual(await barriers(page), []);
    await choose('en_US');
    await page.getByText('Waiting for me').first().waitFor();
    assert.deepEqual(screen.troubles, []);
    await page.context().close();
  });

  it('finds a record in a list, sorts the list, and opens the record', async () => {
    const { page } = manager;
    await page.goto(`${ORG_URL}/lightning/o/Account/list`);
    await page.getByPlaceholder('Search this list...').fill(stage.customerName);
    const link = page.getByRole('link', { name: stage.customerName, exact: true });
    await page.getByText('1 item', { exact: true }).waitFor();
    assert.deepEqual(await barriers(page), []);
    await link.click();
    await page.getByRole('heading', { level: 1, name: stage.customerName }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Employees', exact: true }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Employees' }).waitFor();
    const employees = (await page.locator('td[data-label="Employees"]').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    assert.deepEqual(
      employees,
      employees.toSorted((left, right) => left - right),
    );
  });

  it('changes a record in its details, and says what a rule has against it', async () => {
    const { page } = manager;
    await manager.openRecord('Advocate__c', stage.advocateId);
    await page.getByTitle('Edit details').click();
    await page.getByLabel('Job Role').fill('Head of "Data" <now>');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('shell-details').getByText('Head of "Data" <now>').waitFor();
    await page.getByTitle('Edit details').click();
    await page.getByLabel('Uses per Quarter').fill('12345');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').first().waitFor();
    assert.deepEqual(await barriers(page), []);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('makes a new record in a dialog, chooses another one by its name, and deletes it again', async () => {
    const { page } = manager;
    await page.goto(`${ORG_URL}/lightning/o/Contact/list`);
    await page.getByRole('button', { name: 'New', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Complete this field.').first().waitFor();
    await dialog.getByLabel('Last Name').fill(`Okafor ${stage.surname}`);
    const account = dialog.getByPlaceholder('Search Accounts...').first();
    await account.click();
    await account.pressSequentially(stage.customerName);
    await dialog.getByRole('option', { name: stage.customerName }).first().click();
    assert.deepEqual(await barriers(page), []);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`Okafor ${stage.surname}`) }).waitFor();
    await page.locator('shell-highlights').getByRole('link', { name: stage.customerName }).waitFor();
    await page.locator('shell-highlights').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByRole('heading', { name: 'Contacts' }).waitFor();
    const rows = await (await Caller.login('manager')).query(`SELECT Id FROM Contact WHERE LastName = 'Okafor ${stage.surname}'`);
    assert.equal(rows.length, 0);
  });

  it('tells nothing of a record that a user may not see', async () => {
    const owner2 = await Screen.open(browser, 'owner2');
    await owner2.openRecord('Contact', stage.contactId);
    await owner2.page.getByRole('heading', { name: "This record isn't available" }).waitFor();
    assert.equal((await owner2.page.content()).includes(stage.surname), false);
    await owner2.close();
  });

  it('says so when an address leads nowhere', async () => {
    await manager.page.goto(`${ORG_URL}/lightning/nowhere`);
    await manager.page.getByRole('heading', { name: "This page doesn't exist" }).waitFor();
    assert.deepEqual(await barriers(manager.page), []);
  });

  it('shows an administrator what a page asked and used, and nobody else', async () => {
    const admin = await Screen.open(browser, 'admin');
    await admin.openRecord('Opportunity', stage.dealId);
    await admin.page.getByRole('heading', { level: 1, name: stage.dealName }).waitFor();
    await admin.page.goto(`${ORG_URL}/lightning/page/transactions`);
    await admin.page
      .locator('summary', { hasText: `/ui-api/records/${stage.dealId}` })
      .first()
      .click();
    await admin.page
      .getByText(/SELECT .* FROM Opportunity WHERE Id = :id/)
      .first()
      .waitFor();
    assert.deepEqual(await barriers(admin.page), []);
    await admin.close();
    const refused = await manager.page.request.get(`${ORG_URL}/local/transactions`);
    assert.equal(refused.status(), 403);
    assert.equal((await refused.text()).includes(stage.dealId), false);
  });

  it('fits on a phone', async () => {
    const { page } = manager;
    await page.setViewportSize(PHONE);
    for (const address of [
      'o/Advocate__c/list',
      `r/Opportunity/${stage.dealId}/view`,
      `r/Account/${stage.customerId}/view`,
      'page/outbox',
      'n/Influenced_Bookings',
    ]) {
      await page.goto(`${ORG_URL}/lightning/${address}`);
      await page.getByRole('heading').first().waitFor();
      assert.equal(await overflow(page), 0, address);
    }
  });

  it('meets with no error of its own on the way', () => {
    const expected = /status of (400|404)/;
    assert.deepEqual(
      manager.troubles.filter((trouble) => !expected.test(trouble)),
      [],
    );
  });
});
