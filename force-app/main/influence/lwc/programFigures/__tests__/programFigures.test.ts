import { createElement } from 'lwc';
import getDeals from '@salesforce/apex/MetricsController.getDeals';
import getRecords from '@salesforce/apex/MetricsController.getRecords';
import getSettings from '@salesforce/apex/MetricsController.getSettings';
import ProgramFigures from 'c/programFigures';

jest.mock('@salesforce/apex/MetricsController.getSettings', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MetricsController.getDeals', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MetricsController.getRecords', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const settings = {
  now: '2026-11-21T12:00:00.000Z',
  timeZone: 'America/Los_Angeles',
  defaultCurrency: 'USD',
  amountField: 'Amount',
  usesPerPerson: 2,
  usesPerAccount: 4,
  influencingTypes: ['Reference Call'],
  eligibilityStage: 'Proposal',
  stages: [
    { ApiName: 'Qualification', SortOrder: 1, IsClosed: false, IsWon: false },
    { ApiName: 'Proposal', SortOrder: 2, IsClosed: false, IsWon: false },
    { ApiName: 'Closed Won', SortOrder: 3, IsClosed: true, IsWon: true },
  ],
};
const deal = (Id: string): object => ({
  Id,
  Name: `Deal ${Id}`,
  Amount: 1000,
  CloseDate: '2026-12-31',
  IsClosed: false,
  IsWon: false,
  OwnerId: 'seller',
  Owner: { Name: 'Riley' },
  CreatedDate: '2026-10-01T12:00:00.000Z',
});
const records: Record<string, object[]> = {
  Influences: [
    {
      Id: 'influence',
      Opportunity__c: 'one',
      Used_On__c: '2026-11-01',
      CreatedDate: '2026-11-01T12:00:00.000Z',
      CreatedById: 'seller',
      Reference_Activity__c: 'activity',
      Reference_Activity__r: {
        Status__c: 'Completed',
        Confirmed_By__c: 'seller',
        Activity_Type__c: 'Reference Call',
        Advocate__c: 'advocate',
      },
    },
  ],
  Needs: [{ Id: 'need', Name: 'RR-1', Opportunity__c: 'one', Requested_By__c: 'seller', CreatedDate: '2026-10-02T12:00:00.000Z' }],
  Asks: [
    {
      Id: 'ask',
      Name: 'PR-1',
      Reference_Request__c: 'need',
      Advocate__c: 'advocate',
      Status__c: 'Completed',
      Submitted_At__c: '2026-10-02T12:00:00.000Z',
    },
  ],
  Advocates: [{ Id: 'advocate', Name: 'ADV-1', Account__c: 'customer', Account__r: { Name: 'Globex' }, Status__c: 'Active' }],
};

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const parts = (element: HTMLElement, metric: string): (string | undefined)[] => {
  const figure = element.shadowRoot?.querySelector(`[data-figure="${metric}"]`);
  return ['.value', '[data-part="n"]'].map((selector) => figure?.querySelector(selector)?.textContent?.trim());
};

async function show(): Promise<HTMLElement> {
  const element = createElement('c-program-figures', { is: ProgramFigures });
  Object.assign(element, { earliest: '2025-01-01', period: { from: '2026-10-01', to: '2026-12-31' } });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-program-figures', () => {
  beforeEach(() => {
    (getSettings as unknown as jest.Mock).mockResolvedValue(settings);
    (getDeals as unknown as jest.Mock).mockImplementation(({ after }: { after: string | null }) => {
      const pages: Record<string, object[]> = { first: [deal('one')], one: [deal('two')] };
      return Promise.resolve({
        deals: pages[after ?? 'first'] ?? [],
        reachedAt: { [after === null ? 'one' : 'two']: '2026-10-05T12:00:00.000Z' },
      });
    });
    (getRecords as unknown as jest.Mock).mockImplementation(({ kind, after }: { kind: string; after: string | null }) =>
      Promise.resolve(after === null ? (records[kind] ?? []) : []),
    );
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('reads every page, and shows each figure with what it counts', async () => {
    const element = await show();
    expect(getDeals).toHaveBeenCalledWith({ since: '2024-01-01', stages: ['Proposal', 'Closed Won'], after: null });
    expect(parts(element, 'penetration')).toEqual(['50%', '1 of 2 deals']);
    expect(parts(element, 'pipeline')).toEqual(['$1,000', 'Deals: 1; more without an amount: 0']);
    expect(parts(element, 'adoption')).toEqual(['100%', '1 of 1 sellers']);
    expect(parts(element, 'winRateLift')[0]).toContain('Too few to say');
    const about = element.shadowRoot?.querySelector('.stage')?.textContent;
    expect(about).toContain('Oct 1, 2026 to Dec 31, 2026, as of Nov 21, 2026');
    expect(about).toContain('Proposal');
    expect(element.shadowRoot?.querySelectorAll('.definition')).toHaveLength(12);
    await expect(element).toBeAccessible();
  });

  it('names the day of comparison that the reader chose', async () => {
    const element = await show();
    element.shadowRoot?.querySelector('[data-choice="landmark"]')?.dispatchEvent(new CustomEvent('change', { detail: { value: '30' } }));
    await settle();
    expect(element.shadowRoot?.querySelector('[data-figure="winRateLift"] .definition')?.textContent).toContain('still open 30 days later');
  });

  it('computes again for another period without reading again', async () => {
    const element = await show();
    const calls = (getDeals as unknown as jest.Mock).mock.calls.length;
    Object.assign(element, { period: { from: '2026-07-01', to: '2026-09-30' } });
    await settle();
    expect(parts(element, 'penetration')).toEqual(['Nothing to count', '0 of 0 deals']);
    expect(getDeals).toHaveBeenCalledTimes(calls);
  });

  it('leads from a figure to its records, and back', async () => {
    const element = await show();
    element.shadowRoot?.querySelector<HTMLButtonElement>('[data-action="show"][data-metric="penetration"]')?.click();
    await settle();
    const shown = element.shadowRoot?.querySelector<HTMLElement & { heading: string; records: { id: string }[] }>('c-figure-records');
    expect(shown?.heading).toBe('Penetration: those without');
    expect(shown?.records.map(({ id }) => id)).toEqual(['two']);
    shown?.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(element.shadowRoot?.querySelector('c-figure-records')).toBeNull();
  });

  it('downloads what it shows, with its period and its moment, and nothing that a spreadsheet would run', async () => {
    const element = await show();
    let address = '';
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      address = this.href;
    });
    element.shadowRoot?.querySelector('[data-action="download"]')?.dispatchEvent(new CustomEvent('click'));
    click.mockRestore();
    const rows = decodeURIComponent(address.split(',').slice(1).join(',')).trim().split('\r\n');
    expect(rows).toHaveLength(13);
    expect(rows[0]).toBe('From,To,As of,Figure,Value,Counted,What it is');
    expect(rows[2]).toContain('2026-10-01,2026-12-31,2026-11-21T12:00:00.000Z,Penetration,50%,1 of 2 deals,');
    expect(rows.some((row) => /(^|,)[=+@-]/.test(row))).toBe(false);
  });

  it('draws what the tables say', async () => {
    const element = await show();
    const [funnel, uses] = element.shadowRoot?.querySelectorAll<HTMLElement & { series: { values: number[] }[] }>('c-chart') ?? [];
    expect(funnel?.series[0]?.values).toEqual([1, 1, 1, 0, 0]);
    expect(uses?.series[0]?.values).toEqual([0, 1]);
    expect(element.shadowRoot?.querySelector('[data-id="advocate"]')?.textContent).toBe('Globex · ADV-1');
  });

  it('shows why it could not read, and tries again', async () => {
    (getSettings as unknown as jest.Mock).mockRejectedValueOnce({ body: { message: 'Ask your administrator.' } });
    const element = await show();
    const panel = element.shadowRoot?.querySelector('c-error-panel');
    expect(panel).not.toBeNull();
    panel?.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(element.shadowRoot?.querySelector('c-error-panel')).toBeNull();
    expect(parts(element, 'penetration')[1]).toBe('1 of 2 deals');
  });
});
