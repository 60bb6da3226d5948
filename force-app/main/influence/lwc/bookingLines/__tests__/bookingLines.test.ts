import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import BookingLines from 'c/bookingLines';
import type { LedgerLine } from 'c/influenceService';
import { line } from '../../influenceService/__tests__/data/lines';

function show(lines: LedgerLine[]): HTMLElement {
  const element = createElement('c-booking-lines', { is: BookingLines });
  Object.assign(element, { lines, period: '2026-Q3' });
  document.body.appendChild(element);
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);
const rows = (element: HTMLElement): number | undefined => element.shadowRoot?.querySelectorAll('tbody tr').length;

describe('c-booking-lines', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the lines with their sum to the cent', async () => {
    const element = show([line({ amount: 0.1 }), line({ amount: 0.2 }), line({ amount: -0.1, kind: 'Reversed', reason: 'Reopened' })]);
    expect(find(element, '.heading')?.textContent).toBe('Ledger lines of 2026-Q3');
    expect(rows(element)).toBe(3);
    expect(find<HTMLElement & { value: string }>(element, '[data-figure="sum"] lightning-formatted-number')?.value).toBe('0.20');
    expect(find(element, 'tbody tr:last-child')?.textContent).toContain('Reversed');
    await expect(element).toBeAccessible();
  });

  it('shows twenty, then twenty more, and sums all of them', async () => {
    const element = show(Array.from({ length: 45 }, () => line({ amount: 1 })));
    expect(rows(element)).toBe(20);
    find(element, '[data-action="more"]')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    expect(rows(element)).toBe(40);
    expect(find<HTMLElement & { value: string }>(element, '[data-figure="sum"] lightning-formatted-number')?.value).toBe('45.00');
  });

  it('leads to the deal, unless it is gone', () => {
    const element = show([line()]);
    find<HTMLButtonElement>(element, '.link')?.click();
    expect(navigate).toHaveBeenCalledWith(
      { type: 'standard__recordPage', attributes: { recordId: '006000000000001AAA', objectApiName: 'Opportunity', actionName: 'view' } },
      undefined,
    );
    const gone = show([line({ opportunityId: null, opportunityName: null })]);
    expect(find(gone, '.link')).toBeNull();
    expect(find(gone, 'tbody th')?.textContent).toBe('Deal 006000000000001AAA');
  });

  it('can be closed', () => {
    const element = show([line()]);
    const closed = jest.fn();
    element.addEventListener('close', closed);
    find(element, '[data-action="close"]')?.dispatchEvent(new CustomEvent('click'));
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
