import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import decide from '@salesforce/apex/PermissionController.decide';
import recordCustomerAnswer from '@salesforce/apex/PermissionController.recordCustomerAnswer';
import getAsksForAccount from '@salesforce/apex/PermissionController.getAsksForAccount';
import AccountAsks from 'c/accountAsks';
import { ask, refusal } from '../../permissionService/__tests__/data/asks';

jest.mock(
  '@salesforce/apex/PermissionController.getAsksForAccount',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/PermissionController.decide', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PermissionController.recordCustomerAnswer', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005000000000002AAA' }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getAsksForAccount as unknown as { emit(data: unknown): void; error(body: unknown): void };
const decideMock = decide as unknown as jest.Mock;
const ID = 'a03000000000001AAA';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

async function show(asks?: ReturnType<typeof ask>[]): Promise<HTMLElement> {
  const element = createElement('c-account-asks', { is: AccountAsks });
  element.recordId = '001000000000001AAA';
  document.body.appendChild(element);
  if (asks !== undefined) {
    wire.emit(asks);
  }
  await settle();
  return element;
}

async function send(element: HTMLElement, decision: unknown): Promise<jest.Mock> {
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.title));
  find(element, 'c-decision-panel')?.dispatchEvent(new CustomEvent('decide', { detail: { id: ID, decision } }));
  await settle();
  return toast;
}

describe('c-account-asks', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the place, then shows what waits and folds away what was answered', async () => {
    const element = await show();
    expect(find<HTMLElement & { loading: boolean }>(element, 'c-section-card')?.loading).toBe(true);
    wire.emit([ask({ canDecide: true }), ask({ id: 'a03000000000002AAA', status: 'Declined' })]);
    await settle();
    expect(element.shadowRoot?.querySelectorAll('c-decision-panel')).toHaveLength(1);
    expect(find(element, '.waiting')?.textContent).toBe('1 waiting for an answer');
    expect(find(element, '.earlier-item')).toBeNull();
    find<HTMLButtonElement>(element, '.toggle')?.click();
    await settle();
    expect(find(element, '.earlier-item .words')?.textContent).toBe('Rita Rep · Reference Call · Head of IT · Banking · Europe');
    await expect(element).toBeAccessible();
  });

  it('says so when nobody asks', async () => {
    const element = await show([]);
    expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state')?.heading).toBe('Nobody is asking');
    await expect(element).toBeAccessible();
  });

  it('shows why it could not read', async () => {
    const element = await show();
    wire.error({ message: 'Ask your administrator.' });
    await settle();
    expect(find<HTMLElement & { error: { body: { message: string } } }>(element, 'c-section-card')?.error.body.message).toBe(
      'Ask your administrator.',
    );
  });

  it('sends a plain yes', async () => {
    decideMock.mockResolvedValue(ask({ status: 'Approved' }));
    const element = await show([ask({ canDecide: true })]);
    const toast = await send(element, { decision: 'Approve', note: '', notBefore: '' });
    expect(decideMock).toHaveBeenCalledWith({ permissionRequestId: ID, decision: 'Approve', reason: null, note: null, notBefore: null });
    expect(toast).toHaveBeenCalledWith('Approved. Rita Rep can now see the contact, for this deal only.');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('sends a yes with conditions', async () => {
    decideMock.mockResolvedValue(ask({ status: 'Approved' }));
    await send(await show([ask({ canDecide: true })]), { decision: 'Approve', note: ' No pricing ', notBefore: '2026-12-05' });
    expect(decideMock).toHaveBeenCalledWith({
      permissionRequestId: ID,
      decision: 'Approve',
      reason: null,
      note: 'No pricing',
      notBefore: '2026-12-05',
    });
  });

  it('sends a no with its reason', async () => {
    decideMock.mockResolvedValue(ask({ status: 'Declined' }));
    const toast = await send(await show([ask({ canDecide: true })]), { decision: 'Decline', reason: 'Too busy now', note: '' });
    expect(decideMock).toHaveBeenCalledWith({
      permissionRequestId: ID,
      decision: 'Decline',
      reason: 'Too busy now',
      note: null,
      notBefore: null,
    });
    expect(toast).toHaveBeenCalledWith('Declined. Rita Rep has been told, kindly.');
  });

  it('takes down what the customer said to a yes of the reader', async () => {
    (recordCustomerAnswer as unknown as jest.Mock).mockResolvedValue(ask({ status: 'Approved', customerAnswer: 'Agreed' }));
    const element = await show([ask({ status: 'Approved', customerAnswer: 'Not Asked' })]);
    expect(find(element, '.said')?.textContent).toBe('not answered yet');
    await expect(element).toBeAccessible();
    find(element, '[data-answer="Agreed"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(recordCustomerAnswer).toHaveBeenCalledWith({ permissionRequestId: ID, answer: 'Agreed' });
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('shows at a yes why the answer was not taken', async () => {
    (recordCustomerAnswer as unknown as jest.Mock).mockRejectedValue(refusal('Not yours.'));
    const element = await show([ask({ status: 'Approved' })]);
    find(element, '[data-answer="Declined"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(find<HTMLElement & { error: unknown }>(element, '.approved c-error-panel')?.error).toEqual(refusal('Not yours.'));
  });

  it('asks only whoever said yes', async () => {
    const element = await show([ask({ status: 'Approved', approverId: '005000000000009AAA' })]);
    expect(find(element, '.approved')).toBeNull();
  });

  it('shows a refusal at the ask it belongs to', async () => {
    decideMock.mockRejectedValue(refusal('Already withdrawn.'));
    const element = await show([ask({ canDecide: true })]);
    const toast = await send(element, { decision: 'Approve', note: '', notBefore: '' });
    expect(find<HTMLElement & { error: unknown }>(element, 'c-decision-panel')?.error).toEqual(refusal('Already withdrawn.'));
    expect(toast).not.toHaveBeenCalled();
  });
});
