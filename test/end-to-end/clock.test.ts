import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from './browser.ts';
import { ORG_URL } from './people.ts';

const DAY = 86_400_000;

/** Runs last: the clock goes on for everybody, and never back. */
describe('the clock of the org', () => {
  let browser: Browser;

  before(async () => {
    browser = await startBrowser();
  });

  after(async () => {
    await browser.close();
  });

  it('is moved on by an administrator, and pages go along', async () => {
    const admin = await Screen.open(browser, 'admin');
    const { page } = admin;
    await page.goto(`${ORG_URL}/lightning/page/clock`);
    await page.getByRole('button', { name: '1 day' }).click();
    await page
      .getByRole('status')
      .getByText(/on the way/)
      .waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Clock moved' }).waitFor();
    const shown = await page.evaluate(() => [Date.now(), new Date().getTime(), new Date(0).getTime()]);
    assert.ok(Math.abs((shown[0] ?? 0) - Date.now() - DAY) < 60_000);
    assert.ok(Math.abs((shown[1] ?? 0) - (shown[0] ?? 0)) < 1000);
    assert.equal(shown[2], 0);
    assert.deepEqual(admin.troubles, []);
    await admin.close();
  });

  it('is nobody else to move', async () => {
    const rep = await Screen.open(browser, 'rep');
    const refused = await rep.page.request.post(`${ORG_URL}/local/clock`, { data: { advanceHours: 1 } });
    assert.equal(refused.status(), 403);
    await rep.page.goto(`${ORG_URL}/lightning/page/clock`);
    await rep.page.getByText('An administrator may move it on.').waitFor();
    await rep.close();
  });
});
