import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import DeskItem from 'c/deskItem';

jest.mock('@salesforce/apex/DeskController.getSuggestions', () => ({ __esModule: true, default: jest.fn(() => Promise.resolve([])) }), {
  virtual: true,
});

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const ASK = {
  recordId: 'a03000000000001AAA',
  subjectId: 'a03000000000001AAA',
  kind: 'Overdue',
  title: 'Harbour Bank · ADV-000001',
  detail: 'Core roll-out · 1,000 USD',
  dueAt: new Date(Date.now() - 26 * 60 * 60 * 1000).toISOString(),
  amount: 1000,
  currencyCode: 'USD',
  risk: 3,
  actions: ['Answer', 'Remind', 'Pass On'],
};

async function show(item: Record<string, unknown> = ASK, open = false): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-desk-item', { is: DeskItem }), { item, open });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

describe('c-desk-item', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('says what it is about, why it is there and since when', async () => {
    const element = await show();
    expect(find(element, '.risk')?.textContent).toContain('Very pressing');
    expect(find(element, '.name')?.textContent).toContain('Harbour Bank');
    expect(find(element, '.kind')?.textContent).toBe('Not answered in time');
    expect(find(element, '.due')?.textContent).toBe('yesterday');
    expect(find<HTMLElement & { label: string }>(element, '[data-action="Answer"]')?.label).toBe('Answer');
    expect(
      [...(element.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>('lightning-menu-item') ?? [])].map(({ label }) => label),
    ).toEqual(['Remind now', 'Pass on']);
    await expect(element).toBeAccessible();
  });

  it('asks for the first action, in place or at once, and for others from the menu', async () => {
    const element = await show();
    const asked = jest.fn();
    element.addEventListener('act', (event) => asked((event as CustomEvent).detail));
    find(element, '[data-action="Answer"]')?.dispatchEvent(new CustomEvent('click'));
    find(element, 'lightning-button-menu')?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Remind' } }));
    expect(asked.mock.calls.map(([{ action, inPlace }]) => [action, inPlace])).toEqual([
      ['Answer', true],
      ['Remind', false],
    ]);
  });

  it('shows the decision or the suggestions below itself while open, and can be closed', async () => {
    const answering = await show(ASK, true);
    expect(find(answering, 'c-ask-decision')).not.toBeNull();
    const closed = jest.fn();
    answering.addEventListener('close', closed);
    find(answering, '[data-action="close"]')?.dispatchEvent(new CustomEvent('click'));
    expect(closed).toHaveBeenCalledTimes(1);
    const finding = await show({ ...ASK, kind: 'Unmet Demand', actions: ['Find'] }, true);
    expect(find(finding, 'c-desk-suggestions')).not.toBeNull();
    expect(find(finding, 'c-ask-decision')).toBeNull();
  });

  it('leads to the record', async () => {
    const element = await show();
    find(element, '.link')?.dispatchEvent(new CustomEvent('click'));
    expect(navigate).toHaveBeenCalledWith(
      { type: 'standard__recordPage', attributes: { recordId: 'a03000000000001AAA', actionName: 'view' } },
      undefined,
    );
  });

  it('has no menu where there is one action, and no amount where none is known', async () => {
    const element = await show({ ...ASK, actions: ['Try Again'], amount: undefined, dueAt: undefined });
    expect(find(element, 'lightning-button-menu')).toBeNull();
    expect(find(element, 'lightning-formatted-number')).toBeNull();
    expect(find(element, '.due')?.textContent).toBe('');
  });
});
