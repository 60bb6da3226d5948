import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getNominations from '@salesforce/apex/NominationController.getNominations';
import nominate from '@salesforce/apex/NominationController.nominate';
import NominateCustomer from 'c/nominateCustomer';

jest.mock(
  '@salesforce/apex/NominationController.getNominations',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/NominationController.nominate', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });
jest.mock('@salesforce/customPermission/Vouchsafe_Request', () => ({ __esModule: true, default: true }), { virtual: true });
jest.mock('@salesforce/customPermission/Vouchsafe_Decide', () => ({ __esModule: true, default: undefined }), { virtual: true });

const wire = getNominations as unknown as { emit(data: unknown): void; error(body: unknown): void; getLastConfig(): unknown };
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const NOMINATION = { id: 'a0n', name: 'NOM-000001', accountId: '001', role: 'CFO', status: 'Waiting' };

type Field = HTMLElement & { value: string; reportValidity(): boolean };
const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);
const press = async (element: HTMLElement, action: string): Promise<void> => {
  find(element, `[data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));
  await settle();
};

async function show(nominations: readonly unknown[] = []): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-nominate-customer', { is: NominateCustomer }), { recordId: '001' });
  document.body.appendChild(element);
  wire.emit(nominations);
  await settle();
  return element;
}

async function fillIn(element: HTMLElement, role: string, valid = true): Promise<void> {
  await press(element, 'open');
  Object.assign(find<Field>(element, '[data-field="role"]') ?? {}, { value: role, reportValidity: () => valid });
  Object.assign(find<Field>(element, '[data-field="why"]') ?? {}, { value: 'They tell everybody.' });
}

describe('c-nominate-customer', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('invites, and shows what came of nominations', async () => {
    const element = await show([
      NOMINATION,
      { ...NOMINATION, id: 'b', status: 'Accepted' },
      { ...NOMINATION, id: 'c', status: 'Declined', declineReason: 'Not now' },
    ]);
    expect(wire.getLastConfig()).toEqual({ accountId: '001' });
    expect([...(element.shadowRoot?.querySelectorAll('.row .weak') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Waiting for a program manager',
      'Accepted',
      'Declined: Not now',
    ]);
    await expect(element).toBeAccessible();
  });

  it('sends role and reason, thanks, and reads again', async () => {
    mocked(nominate).mockResolvedValue(NOMINATION);
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    await fillIn(element, 'CFO');
    await expect(element).toBeAccessible();
    await press(element, 'send');
    expect(nominate).toHaveBeenCalledWith({ accountId: '001', role: 'CFO', why: 'They tell everybody.' });
    expect(toast).toHaveBeenCalledTimes(1);
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(find(element, '[data-field="role"]')).toBeNull();
  });

  it('sends nothing without a role', async () => {
    const element = await show();
    await fillIn(element, '', false);
    await press(element, 'send');
    expect(nominate).not.toHaveBeenCalled();
  });

  it('keeps what was written when it was refused, and can be cancelled', async () => {
    mocked(nominate).mockRejectedValue({ body: { message: 'Nominated already.' } });
    const element = await show();
    await fillIn(element, 'CFO');
    await press(element, 'send');
    expect(find<Field>(element, '[data-field="role"]')?.value).toBe('CFO');
    expect(find<HTMLElement & { error: unknown }>(element, 'c-error-panel')?.error).toEqual({ body: { message: 'Nominated already.' } });
    await press(element, 'cancel');
    expect(find(element, '[data-field="role"]')).toBeNull();
  });

  it('shows why it could not read, and tries again', async () => {
    const element = await show();
    wire.error({ message: 'No access.' });
    await settle();
    find(element, 'c-section-card')?.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
