import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { toCents, toDecimal } from '../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { parseQuarter, quarterOf } from '../../force-app/main/influence/lwc/influenceService/quarters.ts';
import { Screen, startBrowser } from './browser.ts';
import { Caller } from './people.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const CALENDAR = { startMonth: 1 };
const QUARTER = quarterOf(new Date().toISOString(), CALENDAR).key;

/** The whole job, by the hands of rep, owner and ops, in one browser. */
describe('a reference, from the search to the ledger', () => {
  let browser: Browser;
  let stage: Stage;
  let rep: Screen;
  let owner: Screen;
  let ops: Screen;
  let centsBefore: bigint;

  before(async () => {
    [browser, stage] = await Promise.all([startBrowser(), setStage()]);
    [rep, owner, ops] = await Promise.all([Screen.open(browser, 'rep'), Screen.open(browser, 'owner'), Screen.open(browser, 'ops')]);
  });

  after(async () => {
    await browser.close();
  });

  it('ops reads the influenced bookings before', async () => {
    await ops.page.goto(new URL('/lightning/n/Influenced_Bookings', ops.page.url() === 'about:blank' ? originOf() : ops.page.url()).href);
    centsBefore = await bookedOnPage(ops);
    await ops.picture('1-ops-before');
  });

  it('the rep sees the best customers for the deal, and no name of a person', async () => {
    await rep.openRecord('Opportunity', stage.dealId);
    await rep.page.locator('c-advocate-card').first().waitFor();
    const industry = rep.page.locator('c-criterion-bar .criterion').first();
    assert.match((await industry.textContent()) ?? '', /Industry\s*Banking/);
    await rep.picture('2-rep-finder');
    assert.ok(!(await rep.page.content()).includes(stage.surname), 'the contact is named nowhere');
  });

  it('re-ranks at once when a criterion becomes a must, without asking the server', async () => {
    const calls: string[] = [];
    rep.page.on('request', (request) => calls.push(request.url()));
    const before = await rep.page.locator('c-reference-finder .count').textContent();
    for (const name of ['Industry', 'Region', 'Size', 'Use_Case']) {
      await rep.page.locator(`c-criterion-bar input[data-name="${name}"][value="Must"]`).check({ force: true });
    }
    const afterwards = await rep.page.locator('c-reference-finder .count').textContent();
    assert.notEqual(afterwards, before);
    assert.deepEqual(
      calls.filter((url) => url.includes('/services/local/apex/')),
      [],
    );
    await rep.picture('3-rep-criteria');
  });

  it('the rep asks in two clicks, everything filled in', async () => {
    await reveal(rep, stage.customerName);
    const card = rep.page.locator('c-advocate-card', { hasText: stage.customerName });
    await card.getByRole('button', { name: 'Ask', exact: true }).click();
    await rep.page.locator('c-ask-panel').waitFor();
    await rep.picture('4-rep-ask');
    await rep.page.locator('c-ask-panel').getByRole('button', { name: 'Send ask' }).click();
    const ask = rep.page.locator('c-deal-asks c-ask-card', { hasText: stage.customerName });
    await ask.waitFor();
    assert.match((await ask.textContent()) ?? '', /Waiting.*With Dana Whitaker, asked now/s);
    await rep.picture('5-rep-waiting');
  });

  it('the owner is told, and the bell leads to the decision', async () => {
    await owner.page.goto(originOf());
    await owner.page.locator('shell-bell button.trigger').click();
    await owner.page.locator('shell-bell li button').first().click();
    await owner.page.locator('c-ask-decision c-decision-panel').waitFor();
    await owner.picture('6-owner-ask-page');
  });

  it('the owner sees the deal and says yes under a condition on the account page', async () => {
    await owner.openRecord('Account', stage.customerId);
    const panel = owner.page.locator('c-account-asks c-decision-panel');
    await panel.waitFor();
    const text = (await panel.textContent()) ?? '';
    assert.match(text, /Riley Brooks asks for: Reference Call/);
    assert.match(text, /You decide\. Nobody sees a name before you say yes\./);
    await owner.picture('7-owner-account');
    await panel.getByRole('button', { name: 'Approve if' }).click();
    await panel.getByLabel('Under this condition').fill('Half an hour at most <i>please</i>');
    await owner.picture('8-owner-condition');
    await panel.getByRole('button', { name: 'Approve with this condition' }).click();
    await owner.page.locator('c-account-asks c-decision-panel').waitFor({ state: 'detached' });
    await owner.picture('9-owner-done');
  });

  it('the rep sees the condition, and the contact only on demand', async () => {
    await rep.openRecord('Opportunity', stage.dealId);
    const ask = rep.page.locator('c-deal-asks c-ask-card', { hasText: stage.customerName });
    await ask.getByText('Half an hour at most <i>please</i>').waitFor();
    assert.ok(!(await rep.page.content()).includes(stage.surname), 'not named before it is asked for');
    await ask.getByRole('button', { name: 'Show contact' }).click();
    await ask.getByText(`Astrid ${stage.surname}`).waitFor();
    await rep.picture('10-rep-contact');
  });

  it('the rep logs that it happened', async () => {
    const ask = rep.page.locator('c-deal-asks c-ask-card', { hasText: stage.customerName });
    await ask.getByRole('button', { name: 'Yes', exact: true }).click();
    await rep.picture('11-rep-outcome');
    await ask.locator('c-outcome-form').getByRole('button', { name: 'Save' }).click();
    await ask.getByText(/^Took place on/).waitFor();
    await rep.picture('12-rep-took-place');
  });

  it('the rep wins the deal on its page', async () => {
    await rep.page.getByRole('button', { name: 'Edit details' }).click();
    const form = rep.page.locator('shell-record-form');
    await form.getByRole('combobox', { name: 'Stage' }).click();
    await form.getByRole('option', { name: 'Closed Won' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await rep.page.getByText('This deal is closed').waitFor();
    await rep.picture('13-rep-won');
  });

  it('ops sees the deal in the quarter, to the cent, and its line', async () => {
    await ops.page.reload();
    assert.equal(toDecimal((await bookedOnPage(ops)) - centsBefore), toDecimal(toCents(stage.amount)));
    await ops.page.locator(`button[data-quarter="${QUARTER}"]`).click();
    await ops.page.locator('c-booking-lines').getByText(stage.dealName).waitFor();
    await ops.picture('14-ops-after');
  });

  it('the page, the report and a sum of the lines over REST agree to the cent', async () => {
    const onPage = toDecimal(await bookedOnPage(ops));
    const { from, to } = parseQuarter(QUARTER, CALENDAR);
    const caller = await Caller.login('ops');
    const lines = await caller.query<{ Amount__c: number }>(
      `SELECT Amount__c FROM Influence_Entry__c WHERE Close_Date__c >= ${from} AND Close_Date__c <= ${to}`,
    );
    assert.equal(toDecimal(lines.reduce((sum, line) => sum + toCents(line.Amount__c), 0n)), onPage);
    const report = JSON.parse(
      execFileSync(
        process.execPath,
        [
          '--disable-warning=ExperimentalWarning',
          join(import.meta.dirname, '../../scripts/data/report.ts'),
          '--quarter',
          QUARTER,
          '--format',
          'json',
        ],
        { encoding: 'utf8' },
      ),
    ) as { currencies: { amount: string }[] };
    assert.equal(report.currencies[0]?.amount, onPage);
  });

  it('nothing went wrong in any window', () => {
    assert.deepEqual({ rep: rep.troubles, owner: owner.troubles, ops: ops.troubles }, { rep: [], owner: [], ops: [] });
  });
});

function originOf(): string {
  return `http://127.0.0.1:${process.env.PORT ?? '8080'}/`;
}

/** Shows more of the ranked customers until one is on the screen. */
async function reveal(screen: Screen, customerName: string): Promise<void> {
  const card = screen.page.locator('c-advocate-card', { hasText: customerName });
  const more = screen.page.locator('c-advocate-list [data-action="more"]');
  while ((await card.count()) === 0 && (await more.count()) > 0) {
    await more.click();
  }
}

/** The total of the present quarter as the page shows it. */
async function bookedOnPage(screen: Screen): Promise<bigint> {
  await screen.page.locator('c-bookings-table').first().waitFor();
  const row = screen.page.locator('c-bookings-table tbody tr', { hasText: QUARTER });
  const text = (await row.locator('.total').textContent()) ?? '';
  return toCents(text.replace(/[^0-9.-]/g, ''));
}
