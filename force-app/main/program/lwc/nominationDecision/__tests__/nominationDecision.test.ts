import { createElement } from 'lwc';
import accept from '@salesforce/apex/NominationController.accept';
import decline from '@salesforce/apex/NominationController.decline';
import getNomination from '@salesforce/apex/NominationController.getNomination';
import NominationDecision from 'c/nominationDecision';

jest.mock('@salesforce/apex/NominationController.accept', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NominationController.decline', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NominationController.getNomination', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const NOMINATION = {
  id: 'a0n',
  role: 'CFO',
  why: 'They tell everybody.',
  status: 'Waiting',
  nominatedByName: 'Rita Rep',
  people: [{ contactId: '003', name: 'Astrid Sorensen', title: 'CFO' }],
};

type Element = HTMLElement & { disabled: boolean; options: unknown; error: unknown };
const find = (element: HTMLElement, selector: string): Element | null | undefined => element.shadowRoot?.querySelector<Element>(selector);

async function show(nomination: unknown = NOMINATION): Promise<HTMLElement> {
  mocked(getNomination).mockResolvedValue(nomination);
  const element = Object.assign(createElement('c-nomination-decision', { is: NominationDecision }), { nominationId: 'a0n' });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function click(element: HTMLElement, selector: string): Promise<void> {
  find(element, selector)?.dispatchEvent(new CustomEvent('click'));
  await settle();
}

describe('c-nomination-decision', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says who nominated and why, and offers the contacts', async () => {
    const element = await show();
    expect(find(element, '.weak')?.textContent).toBe('Rita Rep says');
    expect(find(element, 'lightning-combobox')?.options).toEqual([{ label: 'Astrid Sorensen, CFO', value: '003' }]);
    await expect(element).toBeAccessible();
  });

  it('accepts once it is said who it is', async () => {
    const element = await show();
    expect(find(element, '[data-action="accept"]')?.disabled).toBe(true);
    find(element, 'lightning-combobox')?.dispatchEvent(new CustomEvent('change', { detail: { value: '003' } }));
    await settle();
    expect(find(element, '[data-action="accept"]')?.disabled).toBe(false);
    await click(element, '[data-action="accept"]');
    expect(accept).toHaveBeenCalledWith({ nominationId: 'a0n', contactId: '003' });
  });

  it('declines with one click on a reason', async () => {
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    await click(element, '[data-reason="Not now"]');
    expect(decline).toHaveBeenCalledWith({ nominationId: 'a0n', reason: 'Not now' });
    expect(toast).toHaveBeenCalledTimes(1);
  });

  it('says so when the customer has nobody to choose, and can still decline', async () => {
    const element = await show({ ...NOMINATION, people: [] });
    expect(find(element, 'lightning-combobox')).toBeNull();
    expect(find(element, '[data-reason="Other"]')).not.toBeNull();
  });

  it('says why it was not decided, and why it could not read', async () => {
    mocked(decline).mockRejectedValue({ body: { message: 'Accepted already.' } });
    const element = await show();
    await click(element, '[data-reason="Other"]');
    expect(find(element, 'c-error-panel')?.error).toEqual({ body: { message: 'Accepted already.' } });
    mocked(getNomination)
      .mockReset()
      .mockRejectedValue({ body: { message: 'Gone.' } });
    const gone = Object.assign(createElement('c-nomination-decision', { is: NominationDecision }), { nominationId: 'x' });
    document.body.appendChild(gone);
    await settle();
    expect(find(gone, 'c-error-panel')?.error).toEqual({ body: { message: 'Gone.' } });
  });
});
