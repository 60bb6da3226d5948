import { createElement } from 'lwc';
import InsteadForm from 'c/insteadForm';
import getChoices from '@salesforce/apex/DecisionController.getChoices';

jest.mock('@salesforce/apex/DecisionController.getChoices', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const choicesMock = getChoices as unknown as jest.Mock;

const choice = (position: number): Record<string, unknown> => ({
  id: `a0000000000000${position}AAA`,
  accountName: `Harbour Bank ${position}`,
  contactName: `Ada ${position}`,
  role: 'CIO',
  fit: 'Industry: Banking',
});

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function show(): Promise<HTMLElement> {
  const element = createElement('c-instead-form', { is: InsteadForm });
  Object.assign(element, { askId: 'a03000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  return element;
}

const texts = (element: HTMLElement, selector: string): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((one) => one.textContent);

describe('c-instead-form', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('offers one of a few with one tap', async () => {
    choicesMock.mockResolvedValue([choice(1), choice(2)]);
    const element = await show();
    expect(choicesMock).toHaveBeenCalledWith({ permissionRequestId: 'a03000000000001AAA' });
    expect(texts(element, '.company')).toEqual(['Harbour Bank 1', 'Harbour Bank 2']);
    expect(texts(element, '.words p').slice(0, 3)).toEqual(['Harbour Bank 1', 'Ada 1 · CIO', 'Industry: Banking']);
    await expect(element).toBeAccessible();
    const offered = jest.fn();
    element.addEventListener('offer', (event) => offered((event as CustomEvent).detail));
    element.shadowRoot?.querySelectorAll('[data-action="offer"]')[1]?.dispatchEvent(new CustomEvent('click'));
    expect(offered).toHaveBeenCalledWith(choice(2).id);
  });

  it('finds one of many', async () => {
    choicesMock.mockResolvedValue([1, 2, 3, 4, 5, 6, 7].map(choice));
    const element = await show();
    expect(texts(element, '.company')).toHaveLength(5);
    expect(texts(element, 'p.weak').at(-1)).toBe('2 more. Search to narrow down.');
    const search = element.shadowRoot?.querySelector('lightning-input');
    search?.dispatchEvent(new CustomEvent('change', { detail: { value: ' ADA 7' } }));
    await settle();
    expect(texts(element, '.company')).toEqual(['Harbour Bank 7']);
    search?.dispatchEvent(new CustomEvent('change', { detail: { value: 'nobody' } }));
    await settle();
    expect(texts(element, '[role="status"]')).toEqual(['Nobody matches. Try another word.']);
  });

  it('says so when there is nobody else, and why it could not read', async () => {
    choicesMock.mockResolvedValue([]);
    expect(texts(await show(), '[role="status"]')).toEqual(['None of your other customers can be asked for this now.']);
    document.body.replaceChildren();
    choicesMock.mockRejectedValue(new Error('No connection.'));
    const element = await show();
    expect(element.shadowRoot?.querySelector<HTMLElement & { error: Error }>('c-error-panel')?.error.message).toBe('No connection.');
    const back = jest.fn();
    element.addEventListener('back', back);
    element.shadowRoot?.querySelector('[data-action="back"]')?.dispatchEvent(new CustomEvent('click'));
    expect(back).toHaveBeenCalledTimes(1);
  });
});
