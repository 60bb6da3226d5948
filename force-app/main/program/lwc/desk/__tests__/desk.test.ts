import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getDesk from '@salesforce/apex/DeskController.getDesk';
import { navigate } from 'lightning/navigation';
import Desk from 'c/desk';

jest.mock(
  '@salesforce/apex/DeskController.getDesk',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getDesk as unknown as { emit(data: unknown): void; error(body: unknown): void };
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const item = (differences: Record<string, unknown> = {}): Record<string, unknown> => ({
  recordId: 'a03000000000001AAA',
  kind: 'Overdue',
  title: 'Harbour Bank has not been answered',
  detail: 'Asked by Rita Rep',
  dueAt: new Date(Date.now() - 26 * 60 * 60 * 1000).toISOString(),
  amount: 1000,
  currencyCode: 'USD',
  risk: 3,
  ...differences,
});

async function show(): Promise<HTMLElement> {
  const element = createElement('c-desk', { is: Desk });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

describe('c-desk', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the place, then lists what needs somebody', async () => {
    const element = await show();
    expect(find(element, 'c-loading-rows')).not.toBeNull();
    wire.emit([item(), item({ recordId: 'other', kind: 'Stale Profile', dueAt: undefined, amount: undefined, risk: 1 })]);
    await settle();
    expect(find(element, '.title')?.textContent).toBe('Desk (2)');
    expect(find(element, '.item')?.textContent).toContain('Very pressing');
    expect([...(element.shadowRoot?.querySelectorAll('.kind') ?? [])].map((kind) => kind.textContent)).toEqual([
      'Not answered in time',
      'Details out of date',
    ]);
    expect([...(element.shadowRoot?.querySelectorAll('.due') ?? [])].map((due) => due.textContent)).toEqual(['yesterday', '']);
    await expect(element).toBeAccessible();
  });

  it('leads to the record where it is resolved', async () => {
    const element = await show();
    wire.emit([item()]);
    await settle();
    find(element, '[data-id]')?.dispatchEvent(new CustomEvent('click'));
    expect(navigate).toHaveBeenCalledWith(
      { type: 'standard__recordPage', attributes: { recordId: 'a03000000000001AAA', actionName: 'view' } },
      undefined,
    );
  });

  it('shows twenty, then more', async () => {
    const element = await show();
    wire.emit(Array.from({ length: 25 }, (_unused, position) => item({ recordId: `r${position}` })));
    await settle();
    expect(element.shadowRoot?.querySelectorAll('.item')).toHaveLength(20);
    find(element, '[data-action="more"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(element.shadowRoot?.querySelectorAll('.item')).toHaveLength(25);
  });

  it('says so when nothing needs anybody', async () => {
    const element = await show();
    wire.emit([]);
    await settle();
    expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state')?.heading).toBe('The desk is clear');
  });

  it('shows why it could not read, and tries again', async () => {
    const element = await show();
    wire.error({ message: 'Ask your administrator.' });
    await settle();
    find(element, 'c-error-panel')?.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
