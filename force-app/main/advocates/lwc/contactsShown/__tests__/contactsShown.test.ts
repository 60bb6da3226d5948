import { createElement } from 'lwc';
import ContactsShown from 'c/contactsShown';
import getContactsShown from '@salesforce/apex/OwnerController.getContactsShown';

jest.mock('@salesforce/apex/OwnerController.getContactsShown', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OwnerController.saveAdvocate', () => ({ default: jest.fn() }), { virtual: true });

const shownMock = getContactsShown as unknown as jest.Mock;

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function show(): Promise<HTMLElement> {
  const element = createElement('c-contacts-shown', { is: ContactsShown });
  Object.assign(element, { advocateId: 'a00000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-contacts-shown', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says who saw the contact, when and what for', async () => {
    shownMock.mockResolvedValue([{ shownTo: 'Rita Rep', shownAt: '2026-11-20T08:00:00.000Z', dealSummary: 'Prospect, 120,000 USD' }]);
    const element = await show();
    expect(shownMock).toHaveBeenCalledWith({ advocateId: 'a00000000000001AAA' });
    expect(element.shadowRoot?.querySelector('.who')?.textContent).toContain('Rita Rep, Nov 20, 2026');
    expect(element.shadowRoot?.querySelector('.weak')?.textContent).toBe('Prospect, 120,000 USD');
    await expect(element).toBeAccessible();
  });

  it('says so when nobody did', async () => {
    shownMock.mockResolvedValue([]);
    expect((await show()).shadowRoot?.querySelector('p')?.textContent).toBe('Nobody saw this contact yet.');
  });

  it('says why it could not read', async () => {
    shownMock.mockRejectedValue(new Error('No connection.'));
    expect((await show()).shadowRoot?.querySelector<HTMLElement & { error: Error }>('c-error-panel')?.error.message).toBe('No connection.');
  });
});
