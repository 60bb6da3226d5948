import { createElement } from 'lwc';
import FinderFilters from 'c/finderFilters';

interface DateInput extends HTMLElement {
  reportValidity(): boolean;
  min: string;
}

function show(properties: Record<string, unknown> = {}): HTMLElement {
  const element = createElement('c-finder-filters', { is: FinderFilters });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

function dateOf(element: HTMLElement, valid: boolean): DateInput {
  const input = element.shadowRoot?.querySelector<DateInput>('[data-field="neededBy"]') as DateInput;
  input.reportValidity = () => valid;
  return input;
}

describe('c-finder-filters', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('tells the day by which it must happen, and blank for any time', () => {
    const element = show();
    const told = jest.fn();
    element.addEventListener('neededbychange', (event) => told((event as CustomEvent).detail));
    const input = dateOf(element, true);
    input.dispatchEvent(new CustomEvent('change', { detail: { value: '2099-05-12' } }));
    input.dispatchEvent(new CustomEvent('change', { detail: { value: null } }));
    expect(told.mock.calls).toEqual([['2099-05-12'], ['']]);
  });

  it('keeps a day of the past to itself', () => {
    const element = show();
    const told = jest.fn();
    element.addEventListener('neededbychange', told);
    const input = dateOf(element, false);
    expect(input.min).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date()));
    input.dispatchEvent(new CustomEvent('change', { detail: { value: '2001-01-01' } }));
    expect(told).not.toHaveBeenCalled();
  });

  it('tells whether only favourites are wanted', async () => {
    const element = show();
    const told = jest.fn();
    element.addEventListener('favouritesonlychange', (event) => told((event as CustomEvent).detail));
    element.shadowRoot?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    expect(told).toHaveBeenCalledWith(true);
    await expect(element).toBeAccessible();
  });
});
