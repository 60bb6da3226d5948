import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getLedger from '@salesforce/apex/InfluenceController.getLedger';
import InfluencedBookings from 'c/influencedBookings';
import type { LedgerLine } from 'c/influenceService';
import { line } from '../../influenceService/__tests__/data/lines';

jest.mock(
  '@salesforce/apex/InfluenceController.getLedger',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getLedger as unknown as { emit(data: unknown): void; error(body: unknown): void; getLastConfig(): unknown };
const settle = (): Promise<void> => Promise.resolve().then(() => Promise.resolve());
const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

async function show(): Promise<HTMLElement> {
  const element = createElement('c-influenced-bookings', { is: InfluencedBookings });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function emit(lines: LedgerLine[], view: Record<string, unknown> = {}): Promise<void> {
  wire.emit({ lines, fiscalYearStartMonth: 1, fiscalYearNamedByStart: false, truncated: false, ...view });
  await settle();
}

const figure = (element: HTMLElement): string | number | undefined =>
  find<HTMLElement & { value: string }>(element, '.headline-figure lightning-formatted-number')?.value;

describe('c-influenced-bookings', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: Date.parse('2026-11-21T12:00:00Z'),
      doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate', 'setTimeout'],
    });
  });

  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the place, then shows the sum, its definition and its n', async () => {
    const element = await show();
    expect(find(element, 'c-loading-rows')).not.toBeNull();
    expect(wire.getLastConfig()).toEqual({ fromDate: '2022-01-01', toDate: '2027-12-31' });
    await emit([line({ amount: 0.1 }), line({ amount: 0.2 })]);
    expect(figure(element)).toBe('0.30');
    expect(find(element, '.headline-n')?.textContent).toBe('n = 1 deal · 2 ledger lines');
    expect(find(element, '.definition')?.textContent).toContain('an association, not GAAP revenue');
    await expect(element).toBeAccessible();
  });

  it('sums only the quarters shown', async () => {
    const element = await show();
    await emit([
      line({ amount: 1, closeDate: '2026-11-01' }),
      line({ amount: 2, closeDate: '2025-02-01' }),
      line({ amount: 4, closeDate: '2024-12-31' }),
    ]);
    expect(figure(element)).toBe('3.00');
    find(element, '[data-choice="range"]')?.dispatchEvent(new CustomEvent('change', { detail: { value: '12' } }));
    await settle();
    expect(figure(element)).toBe('7.00');
  });

  it('takes quarters from the org’s fiscal year', async () => {
    const element = await show();
    await emit([line()], { fiscalYearStartMonth: 2 });
    const { quarters } = find<HTMLElement & { quarters: { key: string }[] }>(element, 'c-bookings-table') ?? { quarters: [] };
    expect(quarters.map(({ key }) => key).at(-1)).toBe('2027-Q4');
  });

  it('opens the lines of a quarter, and closes them again', async () => {
    const element = await show();
    await emit([line({ closeDate: '2026-08-15', amount: 5 }), line({ closeDate: '2026-11-01', amount: 7 })]);
    find(element, 'c-bookings-table')?.dispatchEvent(new CustomEvent('quarterselect', { detail: '2026-Q3' }));
    await settle();
    expect(find<HTMLElement & { lines: LedgerLine[] }>(element, 'c-booking-lines')?.lines.map(({ amount }) => amount)).toEqual([5]);
    find(element, 'c-booking-lines')?.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(find(element, 'c-booking-lines')).toBeNull();
  });

  it('shows apart what was logged after the win', async () => {
    const element = await show();
    await emit([line({ amount: 5, lateLogged: true }), line({ amount: 7 })]);
    expect(element.shadowRoot?.querySelectorAll('.headline-n')[1]?.textContent).toContain('of which logged after the win');
  });

  it('cuts by another dimension, the largest first, and sums the rest as others', async () => {
    const element = await show();
    await emit(
      ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name, position) =>
        line({ industry: name === 'G' ? null : name, amount: 100 - position, ownerKey: `owner${position}`, ownerName: `Seller ${name}` }),
      ),
    );
    const columns = (): { label: string; parts: string[] }[] =>
      find<HTMLElement & { columns: { label: string; parts: string[] }[] }>(element, 'c-bookings-table')?.columns ?? [];
    expect(columns().map(({ label }) => label)).toEqual(['New', 'Expansion', 'Renewal']);
    const choose = async (value: string): Promise<void> => {
      find(element, '[data-choice="cut"]')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await settle();
    };
    await choose('industry');
    expect(columns().map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D', 'E', 'Others']);
    expect(columns().at(-1)?.parts).toEqual(['F', '']);
    await choose('ownerKey');
    expect(columns()[0]?.label).toBe('Seller A');
  });

  it('shows what was reported on a day beside what stands', async () => {
    const element = await show();
    await emit([
      line({ amount: 5, bookedOn: '2026-09-15T10:00:00.000Z' }),
      line({ amount: 7, bookedOn: '2026-10-15T10:00:00.000Z', opportunityKey: 'late', opportunityName: 'Late deal' }),
    ]);
    find(element, '[data-choice="reported-on"]')?.dispatchEvent(new CustomEvent('change', { detail: { value: '2026-09-30' } }));
    await settle();
    const difference = find<HTMLElement & { reported: string; difference: string; names: unknown }>(element, 'c-bookings-difference');
    expect(difference).toMatchObject({ reported: '5.00', standing: '12.00', difference: '7.00' });
    find(element, '[data-choice="reported-on"]')?.dispatchEvent(new CustomEvent('change', { detail: { value: null } }));
    await settle();
    expect(find(element, 'c-bookings-difference')).toBeNull();
  });

  it('downloads the lines shown, and nothing that a spreadsheet would run', async () => {
    const element = await show();
    await emit([line({ opportunityName: '=1+1' }), line({ closeDate: '2020-01-01' })]);
    let address = '';
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      address = this.href;
    });
    find(element, '[data-action="download"]')?.dispatchEvent(new CustomEvent('click'));
    click.mockRestore();
    const rows = decodeURIComponent(address.split(',').slice(1).join(',')).trim().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Amount,Currency');
    expect(rows[1]).toContain("'=1+1");
  });

  it('keeps currencies apart, and says so', async () => {
    const element = await show();
    await emit([line({ currencyCode: 'USD' }), line({ currencyCode: 'EUR' })]);
    expect(element.shadowRoot?.querySelectorAll('c-bookings-table')).toHaveLength(2);
    expect(find(element, '.note')?.textContent).toBe('Currencies are never added to each other: one table each.');
  });

  it('warns when not all lines came', async () => {
    const element = await show();
    await emit([line()], { truncated: true });
    expect(find(element, '[role="alert"]')?.textContent).toContain('not complete');
  });

  it('says what to wait for when there is nothing', async () => {
    const element = await show();
    await emit([]);
    expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state')?.heading).toBe('No influenced bookings in this time');
  });

  it('shows why it could not read, and tries again', async () => {
    const element = await show();
    wire.error({ message: 'Ask your administrator.' });
    await settle();
    find(element, 'c-error-panel')?.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
