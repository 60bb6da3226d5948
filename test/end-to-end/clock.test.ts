import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Screen, startBrowser } from './browser.ts';
import { Caller, ORG_URL, dayFromToday } from './people.ts';
import { askFor, setStage } from './stage.ts';

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

  it('brings the digest on the next working morning, and nothing before it', async () => {
    const [admin, manager, rep, owner] = await Promise.all([
      Caller.login('admin'),
      Caller.login('manager'),
      Caller.login('rep'),
      Caller.login('owner'),
    ]);
    const stage = await setStage();
    const ask = await rep.answer<{ id: string; name: string }>('PermissionController.ask', askFor(stage, { needBy: dayFromToday(40) }));
    const digests = `SELECT Subject, TextBody FROM OutboxMail WHERE TargetObjectId = '${await owner.userId()}'`;
    const telling = async (): Promise<number> =>
      (await admin.query<{ TextBody: string }>(digests)).filter(({ TextBody }) => TextBody.includes(ask.id)).length;
    assert.equal(await telling(), 0);
    const waiting = await owner.answer<{ id: string }[]>('OwnerController.getWaiting', {});
    assert.ok(
      waiting.some(({ id }) => id === ask.id),
      'the page shows it at once',
    );
    for (const name of ['Vouchsafe clock', 'Vouchsafe digest', 'Vouchsafe freshness']) {
      await manager.answer('SetupController.startJob', { name });
    }
    const screen = await Screen.open(browser, 'admin');
    const moved = await screen.page.request.post(`${ORG_URL}/local/clock`, { data: { advanceHours: 96 } });
    assert.equal(moved.status(), 200);
    assert.ok((await telling()) >= 1);
    await screen.close();
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
