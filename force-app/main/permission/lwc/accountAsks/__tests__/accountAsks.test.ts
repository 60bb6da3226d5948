import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import approveFromNowOn from '@salesforce/apex/DecisionController.approveFromNowOn';
import offerInstead from '@salesforce/apex/DecisionController.offerInstead';
import decide from '@salesforce/apex/PermissionController.decide';
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
jest.mock('@salesforce/apex/DecisionController.approveFromNowOn', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DecisionController.offerInstead', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
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

  it('offers another advocate instead', async () => {
    (offerInstead as unknown as jest.Mock).mockResolvedValue(ask({ status: 'Declined', insteadName: 'ADV-000002' }));
    const element = await show([ask({ canDecide: true })]);
    const toast = await send(element, { decision: 'Instead', advocateId: 'a00000000000002AAA', note: '' });
    expect(offerInstead).toHaveBeenCalledWith({ permissionRequestId: ID, advocateId: 'a00000000000002AAA', note: null });
    expect(toast).toHaveBeenCalledWith('Rita Rep was told whom you offer instead.');
  });

  it.each([
    ['', null],
    ['2027-05-12', '2027-05-12'],
  ])('keeps a yes for those that follow, until %p', async (keepUntil, expiresOn) => {
    (approveFromNowOn as unknown as jest.Mock).mockResolvedValue(ask({ status: 'Approved' }));
    const decision = { decision: 'Approve', note: 'By mail first', notBefore: '', keepUntil };
    await send(await show([ask({ canDecide: true })]), decision);
    expect(approveFromNowOn).toHaveBeenCalledWith({ permissionRequestId: ID, note: 'By mail first', notBefore: null, expiresOn });
    expect(decideMock).not.toHaveBeenCalled();
  });

  it('is up to date once the customer has answered a yes of the reader', async () => {
    const element = await show([ask({ status: 'Approved', customerAnswer: 'Not Asked' })]);
    await expect(element).toBeAccessible();
    find(element, 'c-approved-ask')?.dispatchEvent(new CustomEvent('answered', { detail: ID, bubbles: true, composed: true }));
    await settle();
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('asks only whoever said yes', async () => {
    const element = await show([ask({ status: 'Approved', approverId: '005000000000009AAA' })]);
    expect(find(element, 'c-approved-ask')).toBeNull();
  });

  it('shows a refusal at the ask it belongs to', async () => {
    decideMock.mockRejectedValue(refusal('Already withdrawn.'));
    const element = await show([ask({ canDecide: true })]);
    const toast = await send(element, { decision: 'Approve', note: '', notBefore: '' });
    expect(find<HTMLElement & { error: unknown }>(element, 'c-decision-panel')?.error).toEqual(refusal('Already withdrawn.'));
    expect(toast).not.toHaveBeenCalled();
  });
});
