import { createElement } from 'lwc';
import CriterionBar from 'c/criterionBar';
import { criterion } from '../../matchingService/__tests__/data/matches';

function show(properties: Record<string, unknown>): HTMLElement {
  const element = createElement('c-criterion-bar', { is: CriterionBar });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

const texts = (element: HTMLElement, selector: string): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((one) => one.textContent);

describe('c-criterion-bar', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows what the deal wants and how much each criterion matters', async () => {
    const element = show({
      criteria: [criterion({ importance: 'Must' }), criterion({ name: 'Products', label: 'Products', wanted: ['Analytics', 'Mobile'] })],
      settings: { Products: 'Off' },
    });
    expect(texts(element, '.label')).toEqual(['Industry', 'Products']);
    expect(texts(element, '.value')).toEqual(['Banking', 'Analytics +1']);
    const checked = [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('input') ?? [])].filter((input) => input.checked);
    expect(checked.map((input) => [input.dataset.name, input.value])).toEqual([
      ['Industry', 'Must'],
      ['Products', 'Off'],
    ]);
    await expect(element).toBeAccessible();
  });

  it('can’t weigh what the deal says nothing about', () => {
    const element = show({ criteria: [criterion({ wanted: [] })] });
    expect(texts(element, '.value')).toEqual(['Not stated']);
    expect(element.shadowRoot?.querySelector<HTMLFieldSetElement>('fieldset')?.disabled).toBe(true);
  });

  it('tells of one click on must, nice or off', () => {
    const element = show({ criteria: [criterion()] });
    const changed = jest.fn();
    element.addEventListener('importancechange', (event) => changed((event as CustomEvent).detail));
    element.shadowRoot?.querySelector<HTMLInputElement>('input[value="Must"]')?.click();
    expect(changed).toHaveBeenCalledWith({ name: 'Industry', importance: 'Must' });
  });

  it('adds a value to what is wanted, and takes it away', () => {
    const element = show({ criteria: [criterion()] });
    const changed = jest.fn();
    element.addEventListener('wantedchange', (event) => changed((event as CustomEvent).detail));
    const menu = element.shadowRoot?.querySelector('lightning-button-menu');
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Retail' } }));
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Banking' } }));
    expect(changed.mock.calls).toEqual([[{ name: 'Industry', wanted: ['Banking', 'Retail'] }], [{ name: 'Industry', wanted: [] }]]);
  });
});
