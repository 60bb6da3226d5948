import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { reportFigures } from '../../scripts/data/report/figures-report.ts';
import { connect } from '../../scripts/lib/connection.ts';
import { Screen, startBrowser } from './browser.ts';
import { ORG_URL, PASSWORD } from './people.ts';

/** Sales operations read the figures about the program, and question them. */
describe('the program in figures', () => {
  let browser: Browser;
  let ops: Screen;

  before(async () => {
    browser = await startBrowser();
    ops = await Screen.open(browser, 'ops');
    await ops.page.goto(`${ORG_URL}/lightning/n/Influenced_Bookings`);
    await ops.page.locator('[data-figure="winRateLift"]').waitFor();
  });

  after(async () => {
    await browser.close();
  });

  it('the page says of every figure what the command line says: value, counts and definition', async () => {
    const connection = await connect({ localUrl: ORG_URL, username: 'ops@vouchsafe.test', password: PASSWORD });
    const report = await reportFigures(connection, { quarters: 8, metrics: [], now: new Date() });
    const shown = await ops.page
      .locator('c-program-figures [data-figure]')
      .evaluateAll((figures) =>
        figures.map((figure) =>
          ['.name', '.value', '[data-part="n"]', '.definition'].map((part) => figure.querySelector(part)?.textContent?.trim()),
        ),
      );
    assert.deepEqual(
      shown,
      report.figures.map(({ words }) => [words.name, words.value, words.n, words.definition]),
    );
    assert.match((await ops.page.locator('[data-figure="winRateLift"] .value').textContent()) ?? '', /points \(95 %:/);
  });

  it('charts are drawn, each with its table, at both widths', async () => {
    await ops.page.locator('c-chart canvas').nth(2).waitFor();
    await ops.picture('40-ops-figures');
  });

  it('a figure leads to the records behind it', async () => {
    await ops.page.locator('[data-figure="penetration"]').getByRole('button', { name: 'Show those without' }).click();
    const records = ops.page.locator('c-figure-records');
    const name = (await records.locator('.link').first().textContent())?.trim() ?? '';
    await ops.picture('41-ops-without-reference');
    await records.locator('.link').first().click();
    await ops.page.waitForURL(/\/lightning\/r\/Opportunity\//);
    await ops.page.getByText(name).first().waitFor();
    await ops.page.waitForLoadState('networkidle');
    assert.deepEqual(ops.troubles, []);
  });
});
