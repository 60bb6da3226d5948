import { createElement } from 'lwc';
import askFor from '@salesforce/apex/DeskController.askFor';
import getSuggestions from '@salesforce/apex/DeskController.getSuggestions';
import DeskSuggestions from 'c/deskSuggestions';

jest.mock('@salesforce/apex/DeskController.askFor', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DeskController.getSuggestions', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const MATCH = { id: 'a01', name: 'ADV-000001', accountName: 'Harbour Bank', role: 'Head of IT', industry: 'Banking', baseScore: 0.864 };

async function show(): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-desk-suggestions', { is: DeskSuggestions }), { demandId: 'a0d' });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

describe('c-desk-suggestions', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('lists who fits best', async () => {
    mocked(getSuggestions).mockResolvedValue([MATCH]);
    const element = await show();
    expect(getSuggestions).toHaveBeenCalledWith({ demandId: 'a0d' });
    expect(find(element, '.score')?.textContent).toBe('86');
    expect(find(element, '.words')?.textContent).toBe('Harbour BankHead of IT · Banking · ADV-000001');
    await expect(element).toBeAccessible();
  });

  it('asks with one click', async () => {
    mocked(getSuggestions).mockResolvedValue([MATCH]);
    mocked(askFor).mockResolvedValue(undefined);
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    find(element, '[data-id="a01"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(askFor).toHaveBeenCalledWith({ demandId: 'a0d', advocateId: 'a01' });
    expect(toast).toHaveBeenCalledTimes(1);
  });

  it('says why nobody was asked', async () => {
    mocked(getSuggestions).mockResolvedValue([MATCH]);
    mocked(askFor).mockRejectedValue({ body: { message: 'Fully booked.' } });
    const element = await show();
    find(element, '[data-id="a01"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(find<HTMLElement & { error: unknown }>(element, 'c-error-panel')?.error).toEqual({ body: { message: 'Fully booked.' } });
  });

  it('says what to do when nobody can be asked', async () => {
    mocked(getSuggestions).mockResolvedValue([]);
    expect(find<HTMLElement & { heading: string }>(await show(), 'c-empty-state')?.heading).toBe('Nobody can be asked now');
  });

  it('shows why it could not read', async () => {
    mocked(getSuggestions).mockRejectedValue({ body: { message: 'No such deal.' } });
    const element = await show();
    expect(find<HTMLElement & { error: unknown }>(element, 'c-error-panel')?.error).toEqual({ body: { message: 'No such deal.' } });
    expect(find(element, 'c-empty-state')).toBeNull();
  });
});
