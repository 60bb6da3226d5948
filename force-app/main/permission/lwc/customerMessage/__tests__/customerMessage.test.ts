import { createElement } from 'lwc';
import CustomerMessage from 'c/customerMessage';
import getPerson from '@salesforce/apex/DecisionController.getPerson';
import { ask } from '../../permissionService/__tests__/data/asks';

jest.mock('@salesforce/apex/DecisionController.getPerson', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const personMock = getPerson as unknown as jest.Mock;
const ADA = { name: 'Ada Advocate', firstName: 'Ada', email: 'ada@harbour.example', writerName: 'Otto Owner', minutes: 30 };

type Field = HTMLElement & { value: string };

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function show(differences: Parameters<typeof ask>[0] = {}): Promise<HTMLElement> {
  const element = createElement('c-customer-message', { is: CustomerMessage });
  Object.assign(element, { ask: ask(differences) });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);
const body = (element: HTMLElement): string => find<Field>(element, '[data-name="body"]')?.value ?? '';

describe('c-customer-message', () => {
  beforeEach(() => {
    personMock.mockResolvedValue(ADA);
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('drafts what an owner could write, and gives nothing of the deal away', async () => {
    const element = await show();
    expect(personMock).toHaveBeenCalledWith({ permissionRequestId: 'a03000000000001AAA' });
    expect(body(element).split('\n')).toEqual([
      'Hello Ada,',
      '',
      'a company that is thinking about working with us would like to hear from somebody who already does. Would you be open to this: Reference Call? It takes about 30 minutes. It would help until Dec 1, 2026.',
      '',
      'In return: A seat on our council.',
      '',
      'If this is not a good time, just say so. I will not share your name before you agree.',
      '',
      'Best regards,',
      'Otto Owner',
    ]);
    expect(body(element)).not.toContain('Prospect');
    expect(body(element)).not.toContain('120,000');
    await expect(element).toBeAccessible();
  });

  it('leaves out what nobody said', async () => {
    personMock.mockResolvedValue({ name: 'Ada Advocate', email: 'ada@harbour.example' });
    const element = await show({ valueToCustomer: null, needBy: null });
    expect(body(element)).toContain('Hello Ada Advocate,');
    expect(body(element)).not.toContain('In return');
    expect(body(element)).not.toContain('minutes');
    expect(body(element)).not.toContain('until');
  });

  it('opens the mail program with what was edited, and says that it was written', async () => {
    const element = await show();
    const written = jest.fn();
    element.addEventListener('written', written);
    find(element, '[data-name="body"]')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Dear Ada & all,\nmay we?' } }));
    await settle();
    const link = find<HTMLAnchorElement>(element, '[data-action="mail"]');
    expect(link?.getAttribute('href')).toBe(
      'mailto:ada@harbour.example?subject=A%20favour%3A%20Reference%20Call%3F&body=Dear%20Ada%20%26%20all%2C%0D%0Amay%20we%3F',
    );
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.click();
    expect(written).toHaveBeenCalledTimes(1);
  });

  it('copies the text', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const element = await show();
    const written = jest.fn();
    element.addEventListener('written', written);
    find(element, '[data-action="copy"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(writeText).toHaveBeenCalledWith(body(element));
    expect(written).toHaveBeenCalledTimes(1);
    expect(find(element, '[role="status"]')?.textContent).toContain('Copied');
  });

  it('has no mail link without an address, and says why it could not read', async () => {
    personMock.mockResolvedValue({ ...ADA, email: null });
    const element = await show();
    expect(find(element, '[data-action="mail"]')).toBeNull();
    expect(find(element, '.weak')?.textContent).toContain('no mail address');
    document.body.replaceChildren();
    personMock.mockRejectedValue(new Error('Out of sight.'));
    expect(find<HTMLElement & { error: Error }>(await show(), 'c-error-panel')?.error.message).toBe('Out of sight.');
  });
});
