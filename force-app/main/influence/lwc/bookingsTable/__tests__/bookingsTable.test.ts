import { createElement } from 'lwc';
import BookingsTable from 'c/bookingsTable';
import type { LedgerLine } from 'c/influenceService';
import { influencedBookings, parseQuarter, quarterOf, quartersUntil } from 'c/influenceService';
import { line } from '../../influenceService/__tests__/data/lines';

const CALENDAR = { startMonth: 1 };
const COLUMNS = [
  { key: 'New', label: 'New', parts: ['New'] },
  { key: 'Expansion', label: 'Expansion', parts: ['Expansion'] },
  { key: 'Others', label: 'Others', parts: ['Renewal', ''] },
];

function show(lines: LedgerLine[]): HTMLElement {
  const element = createElement('c-bookings-table', { is: BookingsTable });
  Object.assign(element, {
    bookings: influencedBookings(lines, (closeDate) => quarterOf(closeDate, CALENDAR).key)[0],
    columns: COLUMNS,
    quarters: quartersUntil(parseQuarter('2026-Q3', CALENDAR), 2, CALENDAR),
  });
  document.body.appendChild(element);
  return element;
}

function figures(element: HTMLElement, selector: string): (string | null)[][] {
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((row) =>
    [...row.querySelectorAll('.number')].map(
      (cell) => cell.querySelector<HTMLElement & { value: string }>('lightning-formatted-number')?.value ?? cell.textContent,
    ),
  );
}

describe('c-bookings-table', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows the latest quarter first, with total and n, cut by type; and all of it at the foot', async () => {
    const element = show([
      line({ opportunityKey: 'one', amount: 10, dealType: 'New', closeDate: '2026-08-01' }),
      line({ opportunityKey: 'two', amount: 5.5, dealType: 'Renewal', closeDate: '2026-08-02' }),
      line({ opportunityKey: 'three', amount: 1, dealType: 'Expansion', closeDate: '2026-05-02' }),
    ]);
    expect(figures(element, 'tbody tr')).toEqual([
      ['15.50', '2', '10.00', '0.00', '5.50'],
      ['1.00', '1', '0.00', '1.00', '0.00'],
    ]);
    expect(figures(element, 'tfoot tr')).toEqual([['16.50', '3', '10.00', '1.00', '5.50']]);
    await expect(element).toBeAccessible();
  });

  it('sums what a column holds together', () => {
    const element = show([line({ dealType: null, amount: 1 }), line({ dealType: 'Renewal', amount: 2 })]);
    expect(figures(element, 'tfoot tr')[0]?.at(-1)).toBe('3.00');
  });

  it('leads from a quarter to its lines', () => {
    const element = show([line({ closeDate: '2026-08-01' })]);
    const selected = jest.fn();
    element.addEventListener('quarterselect', (event) => selected((event as CustomEvent).detail));
    const buttons = element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.quarter');
    expect(buttons).toHaveLength(1);
    buttons?.[0]?.click();
    expect(selected).toHaveBeenCalledWith('2026-Q3');
  });
});
