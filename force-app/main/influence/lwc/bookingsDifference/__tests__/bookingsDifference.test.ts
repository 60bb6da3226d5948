import { createElement } from 'lwc';
import BookingsDifference from 'c/bookingsDifference';

const deal = (opportunityKey: string, reportedCents: bigint, cents: bigint): Record<string, unknown> => ({
  opportunityKey,
  currencyCode: 'USD',
  reportedCents,
  cents,
  differenceCents: cents - reportedCents,
});

function show(properties: Record<string, unknown>): HTMLElement {
  const element = createElement('c-bookings-difference', { is: BookingsDifference });
  Object.assign(element, { reportedOn: '2026-09-30', currencyCode: 'USD', ...properties });
  document.body.appendChild(element);
  return element;
}

const value = (element: HTMLElement, figure: string): string | undefined =>
  element.shadowRoot?.querySelector<HTMLElement & { value: string }>(`[data-figure="${figure}"] lightning-formatted-number`)?.value;

describe('c-bookings-difference', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows what was reported beside what stands, deal by deal', async () => {
    const element = show({
      deals: [deal('one', 5000n, 0n), deal('two', 0n, 2050n)],
      names: { one: 'Big deal' },
      reported: '50.00',
      standing: '20.50',
      difference: '-29.50',
    });
    expect(element.shadowRoot?.querySelector('.heading')?.textContent).toBe('As reported on Sep 30, 2026 and as it stands');
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => [
      row.querySelector('th')?.textContent,
      ...[...row.querySelectorAll<HTMLElement & { value: string }>('lightning-formatted-number')].map((number) => number.value),
    ]);
    expect(rows).toEqual([
      ['Big deal', '50.00', '0.00', '-50.00'],
      ['Deal two', '0.00', '20.50', '20.50'],
    ]);
    expect([value(element, 'reported'), value(element, 'standing'), value(element, 'difference')]).toEqual(['50.00', '20.50', '-29.50']);
    await expect(element).toBeAccessible();
  });

  it('sums the deals without a change, so that every column adds up', () => {
    const element = show({ deals: [deal('one', 5000n, 0n)], reported: '80.00', standing: '30.00', difference: '-50.00' });
    expect(value(element, 'unchanged')).toBe('30.00');
  });

  it('says so when nothing has changed', async () => {
    const element = show({});
    expect(element.shadowRoot?.querySelector('.same')?.textContent).toBe('Nothing has changed since.');
    await expect(element).toBeAccessible();
  });

  it('shows twenty deals, then more', async () => {
    const element = show({ deals: Array.from({ length: 30 }, (_unused, position) => deal(`d${position}`, 0n, 1n)) });
    expect(element.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(20);
    element.shadowRoot?.querySelector('[data-action="more"]')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    expect(element.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(30);
  });
});
