import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import act from '@salesforce/apex/DeskController.act';
import getDesk from '@salesforce/apex/DeskController.getDesk';
import Desk from 'c/desk';

jest.mock(
  '@salesforce/apex/DeskController.getDesk',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/DeskController.act', () => ({ __esModule: true, default: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getDesk as unknown as { emit(data: unknown): void; error(body: unknown): void };
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const item = (differences: Record<string, unknown> = {}): Record<string, unknown> => ({
  recordId: 'a03000000000001AAA',
  subjectId: 'a03000000000001AAA',
  kind: 'Overdue',
  title: 'Harbour Bank · ADV-000001',
  detail: 'Asked by Rita Rep',
  risk: 3,
  actions: ['Answer', 'Remind'],
  ...differences,
});

async function show(items?: readonly unknown[]): Promise<HTMLElement> {
  const element = createElement('c-desk', { is: Desk });
  document.body.appendChild(element);
  await settle();
  if (items) {
    wire.emit(items);
    await settle();
  }
  return element;
}

type Item = HTMLElement & { item: { kind: string; subjectId: string }; open: boolean; error: unknown };
const items = (element: HTMLElement): Item[] => [...(element.shadowRoot?.querySelectorAll<Item>('c-desk-item') ?? [])];
const choices = (element: HTMLElement): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-kind]') ?? [])];
const card = (element: HTMLElement): (HTMLElement & { heading: string; loading: boolean; error: unknown }) | null | undefined =>
  element.shadowRoot?.querySelector('c-section-card');

async function ask(element: HTMLElement, detail: Record<string, unknown>): Promise<void> {
  items(element)[0]?.dispatchEvent(new CustomEvent('act', { detail }));
  await settle();
}

describe('c-desk', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the place, then lists what needs somebody', async () => {
    const element = await show();
    expect(card(element)?.loading).toBe(true);
    wire.emit([item(), item({ subjectId: 'other', kind: 'Stale Profile', risk: 1 })]);
    await settle();
    expect(card(element)?.heading).toBe('Desk (2)');
    expect(items(element).map(({ item: { kind } }) => kind)).toEqual(['Overdue', 'Stale Profile']);
    await expect(element).toBeAccessible();
  });

  it('shows one kind alone, the most money first, and all again when nothing of it is left', async () => {
    const demand = (subjectId: string, amount: number): Record<string, unknown> => item({ subjectId, kind: 'Unmet Demand', amount });
    const element = await show([item(), demand('small', 1), demand('large', 2)]);
    expect(choices(element).map(({ textContent }) => textContent)).toEqual(['All (3)', 'Not answered in time (1)', 'Nothing fits (2)']);
    choices(element)[2]?.click();
    await settle();
    expect(items(element).map(({ item: { subjectId } }) => subjectId)).toEqual(['large', 'small']);
    expect(choices(element)[2]?.getAttribute('aria-pressed')).toBe('true');
    wire.emit([item(), item({ subjectId: 'stale', kind: 'Stale Profile' })]);
    await settle();
    expect(items(element)).toHaveLength(2);
    expect(choices(element)[0]?.getAttribute('aria-pressed')).toBe('true');
  });

  it('offers no choice between kinds where there is but one', async () => {
    expect(choices(await show([item(), item({ subjectId: 'other' })]))).toHaveLength(0);
  });

  it('does what was chosen and reads again', async () => {
    const element = await show([item()]);
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    await ask(element, { item: item(), action: 'Remind', label: 'Remind now', inPlace: false });
    expect(act).toHaveBeenCalledWith({ subjectId: 'a03000000000001AAA', action: 'Remind' });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(toast).toHaveBeenCalledTimes(1);
  });

  it('opens what is resolved in place, and closes it', async () => {
    const element = await show([item()]);
    await ask(element, { item: item(), action: 'Answer', label: 'Answer', inPlace: true });
    expect(items(element)[0]?.open).toBe(true);
    expect(act).not.toHaveBeenCalled();
    items(element)[0]?.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(items(element)[0]?.open).toBe(false);
  });

  it('shows at the item why it could not be done', async () => {
    (act as unknown as jest.Mock).mockRejectedValueOnce({ body: { message: 'Settled already.' } });
    const element = await show([item(), item({ subjectId: 'other' })]);
    await ask(element, { item: item(), action: 'Remind', label: 'Remind now', inPlace: false });
    expect(items(element).map(({ error }) => error)).toEqual([{ body: { message: 'Settled already.' } }, undefined]);
  });

  it('shows twenty, then more', async () => {
    const element = await show(Array.from({ length: 25 }, (_unused, position) => item({ subjectId: `r${position}` })));
    expect(items(element)).toHaveLength(20);
    element.shadowRoot?.querySelector('[data-action="more"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(items(element)).toHaveLength(25);
  });

  it('says so when nothing needs anybody', async () => {
    const element = await show([]);
    expect(element.shadowRoot?.querySelector<HTMLElement & { heading: string }>('c-empty-state')?.heading).toBe('The desk is clear');
  });

  it('shows why it could not read, and tries again', async () => {
    const element = await show();
    wire.error({ message: 'Ask your administrator.' });
    await settle();
    expect(card(element)?.error).toBeTruthy();
    card(element)?.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
