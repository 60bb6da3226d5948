import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright-core';
import { Screen, startBrowser } from './browser.ts';
import { Caller, ORG_URL, dayFromToday } from './people.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';

const GATE = 'Negotiation/Review';
const REASON = 'The buyer asked for a reference';

/** A seller's day: a search kept, a deadline, a deal that is early, both sides briefed, a date, stars, and one question at the end. */
describe('a day of a rep', () => {
  let browser: Browser;
  let rep: Screen;
  let caller: Caller;
  let owner: Caller;
  let manager: Caller;
  let stage: Stage;
  let askId: string;

  before(async () => {
    [browser, caller, owner, manager, stage] = await Promise.all([
      startBrowser(),
      Caller.login('rep'),
      Caller.login('owner'),
      Caller.login('manager'),
      setStage(),
    ]);
    rep = await Screen.open(browser, 'rep');
    await rep.openRecord('Opportunity', stage.dealId);
  });

  after(async () => {
    await manager.answer('PolicyController.savePolicy', { values: { Eligibility_Stage__c: '' } });
    await browser.close();
  });

  const card = (): Locator => rep.page.locator('c-advocate-card', { hasText: stage.customerName });
  const cards = (): Locator => rep.page.locator('c-advocate-card');
  const ask = (): Locator => rep.page.locator('c-ask-card', { hasText: stage.customerName });

  /** Shows more of the ranked customers until the one of the stage is on the screen. */
  async function reveal(): Promise<void> {
    const more = rep.page.locator('c-advocate-list [data-action="more"]');
    await cards().first().waitFor();
    while ((await card().count()) === 0 && (await more.count()) > 0) {
      await more.click();
    }
  }

  async function neededBy(day: string): Promise<void> {
    const field = rep.page.locator('c-finder-filters').getByLabel('Can happen by');
    await field.fill(new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC' }));
    await field.press('Tab');
  }

  it('keeps a customer at hand, and finds it again by one tick', async () => {
    await reveal();
    await card()
      .getByRole('button', { name: `Keep ${stage.customerName} at hand` })
      .click();
    await rep.page.getByLabel('Favourites only').check();
    await card().waitFor();
    await rep.picture('30-rep-favourites');
    await rep.page.getByLabel('Favourites only').uncheck();
  });

  it('keeps a search, and brings it back by one pick', async () => {
    await rep.page.locator('c-criterion-bar input[data-name="Industry"][value="Must"]').check({ force: true });
    const searches = rep.page.locator('c-saved-searches');
    const title = `German banks ${stage.surname}`;
    await searches.locator('lightning-button-menu button').click();
    await searches.getByRole('menuitem', { name: 'Save this search' }).click();
    await searches.getByLabel('Name of the search').fill(title);
    await searches.getByRole('button', { name: 'Save', exact: true }).click();
    await searches.getByRole('button', { name: title }).waitFor();
    await rep.page.getByRole('button', { name: 'Reset criteria' }).click();
    await searches.locator('lightning-button-menu button').click();
    await searches
      .getByRole('menuitemcheckbox', { name: title })
      .or(searches.getByRole('menuitem', { name: title }))
      .click();
    assert.ok(await rep.page.locator('c-criterion-bar input[data-name="Industry"][value="Must"]').isChecked());
  });

  it('sees only who can do it by the day needed, and asks for that day', async () => {
    await neededBy(dayFromToday(0));
    await rep.page.locator('c-advocate-list .toggle').click();
    await rep.page
      .getByText(/^Can’t happen before/)
      .first()
      .waitFor();
    await rep.picture('31-rep-deadline');
    await neededBy(dayFromToday(12));
    await reveal();
    await card().getByRole('button', { name: 'Ask', exact: true }).click();
    const panel = rep.page.locator('c-ask-panel');
    await panel.waitFor();
    const day = new Date(`${dayFromToday(12)}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
    assert.equal(await panel.getByLabel('Needed by').inputValue(), day);
    await panel.getByRole('button', { name: 'Cancel' }).click();
  });

  it('says why a deal can’t wait that is early for a reference', async () => {
    await manager.answer('PolicyController.savePolicy', { values: { Eligibility_Stage__c: GATE } });
    await rep.page.reload();
    await reveal();
    await card().getByRole('button', { name: 'Ask', exact: true }).click();
    const panel = rep.page.locator('c-ask-panel');
    await panel.getByRole('button', { name: 'Send ask' }).click();
    await panel.getByText('Complete this field.').waitFor();
    await rep.picture('32-rep-early');
    await panel.getByRole('combobox', { name: `Usually from ${GATE} on. Why now?` }).click();
    await panel.getByRole('option', { name: REASON }).click();
    await panel.getByRole('button', { name: 'Send ask' }).click();
    await ask().waitFor();
    const [kept] = await caller.query<{ Id: string; Reference_Request__r: { Eligibility_Override__c: string } }>(
      `SELECT Id, Reference_Request__r.Eligibility_Override__c FROM Permission_Request__c WHERE Opportunity__c = '${stage.dealId}'`,
    );
    assert.ok(kept);
    assert.equal(kept.Reference_Request__r.Eligibility_Override__c, REASON);
    askId = kept.Id;
  });

  it('goes on from the ask’s own page: both sides briefed, nobody named', async () => {
    await owner.answer('PermissionController.decide', {
      permissionRequestId: askId,
      decision: 'Approve',
      reason: null,
      note: 'Half an hour.',
      notBefore: null,
    });
    await rep.openRecord('Permission_Request__c', askId);
    await ask().getByRole('button', { name: 'Briefing' }).click();
    const briefing = rep.page.locator('c-briefing');
    await briefing.getByText(`For you: ${stage.customerName}`).waitFor();
    await briefing.getByText('Your experience with: Compliance').waitFor();
    assert.ok(!(await rep.page.content()).includes(stage.surname), 'the contact is named nowhere');
    await rep.picture('33-rep-briefing');
    await briefing.getByRole('button', { name: 'Close the briefing' }).click();
  });

  it('sets a date and takes it to the calendar', async () => {
    await ask().getByRole('button', { name: 'Set a date' }).click();
    const form = ask().locator('c-outcome-form');
    await form.getByRole('textbox', { name: 'Date' }).fill('Dec 31, 2049');
    await form.getByRole('textbox', { name: 'Date' }).press('Tab');
    await form.getByRole('combobox', { name: 'Time' }).fill('3:00 PM');
    await form.getByRole('combobox', { name: 'Time' }).press('Tab');
    await form.getByRole('button', { name: 'Save' }).click();
    await ask()
      .getByText(/Planned for Dec 31, 2049/)
      .waitFor();
    const [download] = await Promise.all([
      rep.page.waitForEvent('download'),
      ask().getByRole('button', { name: 'Add to calendar' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    assert.match(download.suggestedFilename(), /^ASK-\d+\.ics$/);
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.match(text, /DTSTART:20491231T\d{6}Z/);
    assert.ok(text.includes(`Reference Call with ${stage.customerName}`));
    assert.ok(!text.includes(stage.surname));
  });

  it('logs it with stars, and may think again', async () => {
    await ask().getByRole('button', { name: 'Yes', exact: true }).click();
    await ask().locator('c-outcome-form').getByRole('radio', { name: '4 of 5' }).check({ force: true });
    await ask().locator('c-outcome-form').getByRole('button', { name: 'Save' }).click();
    await ask()
      .getByText(/^Took place on/)
      .waitFor();
    const stars = ask().locator('c-star-rating');
    assert.equal(await stars.locator('.star_on').count(), 4);
    await stars.getByRole('radio', { name: '5 of 5' }).check({ force: true });
    await rep.page.waitForTimeout(300);
    await rep.page.reload();
    await ask().locator('c-star-rating').waitFor();
    assert.equal(await ask().locator('c-star-rating .star_on').count(), 5);
    await rep.picture('34-rep-stars');
  });

  it('is asked once whether a reference was used on a deal won without one', async () => {
    const other = await setStage();
    await caller.update('Opportunity', other.dealId, { StageName: 'Closed Won' });
    await rep.openRecord('Opportunity', other.dealId);
    const question = rep.page.getByRole('group', { name: 'Was a customer reference used on this deal?' });
    await question.waitFor();
    await rep.picture('35-rep-question');
    await question.getByRole('button', { name: 'No', exact: true }).click();
    await rep.page.getByText('Thank you, noted.').waitFor();
    await rep.page.reload();
    await rep.page.getByText('This deal is closed').waitFor();
    assert.equal(await question.count(), 0);
    const answers = await caller.query<{ Answer__c: string }>(
      `SELECT Answer__c FROM Usage_Answer__c WHERE Opportunity_Key__c = '${other.dealId}'`,
    );
    assert.deepEqual(
      answers.map((answer) => answer.Answer__c),
      ['Not Used'],
    );
  });

  it('scores nobody where the deal says nothing to compare by', async () => {
    const prospectId = await caller.create('Account', { Name: `Blank ${Date.now().toString(36)}` });
    const dealId = await caller.create('Opportunity', {
      Name: 'Nothing known',
      AccountId: prospectId,
      StageName: 'Qualification',
      CloseDate: dayFromToday(40),
    });
    await rep.openRecord('Opportunity', dealId);
    await rep.page.getByText(/^Nothing to compare by yet/).waitFor();
    assert.ok((await cards().count()) > 0);
    assert.equal(await rep.page.locator('c-advocate-card .points').count(), 0);
    await rep.picture('36-rep-nothing-known');
  });

  it('goes without trouble', () => {
    assert.deepEqual(rep.troubles, []);
    assert.ok(rep.page.url().startsWith(ORG_URL));
  });
});
