import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getAsksForDeal from '@salesforce/apex/PermissionController.getAsksForDeal';
import logOutcome from '@salesforce/apex/PermissionController.logOutcome';
import rateReference from '@salesforce/apex/PermissionController.rateReference';
import releaseContact from '@salesforce/apex/PermissionController.releaseContact';
import withdraw from '@salesforce/apex/PermissionController.withdraw';
import DealAsks from 'c/dealAsks';
import { ask, refusal } from '../../permissionService/__tests__/data/asks';

jest.mock(
  '@salesforce/apex/PermissionController.getAsksForDeal',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/PermissionController.logOutcome', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PermissionController.rateReference', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PermissionController.releaseContact', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PermissionController.withdraw', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getAsksForDeal as unknown as { emit(data: unknown): void; error(body: unknown): void };
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const ID = 'a03000000000001AAA';

type Card = HTMLElement & { contact?: unknown; error: unknown; busy: boolean };

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function show(asks?: ReturnType<typeof ask>[]): Promise<HTMLElement> {
  const element = createElement('c-deal-asks', { is: DealAsks });
  element.recordId = '006000000000001AAA';
  document.body.appendChild(element);
  if (asks !== undefined) {
    wire.emit(asks);
  }
  await settle();
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

async function fire(element: HTMLElement, type: string, detail: unknown): Promise<void> {
  find(element, 'c-ask-card')?.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

describe('c-deal-asks', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the place, then lists the asks', async () => {
    const element = await show();
    expect(find<HTMLElement & { loading: boolean }>(element, 'c-section-card')?.loading).toBe(true);
    wire.emit([ask(), ask({ id: 'a03000000000002AAA' })]);
    await settle();
    expect(element.shadowRoot?.querySelectorAll('c-ask-card')).toHaveLength(2);
    expect(find<HTMLElement & { heading: string }>(element, 'c-section-card')?.heading).toBe('Asks on this deal (2)');
    await expect(element).toBeAccessible();
  });

  it('says how to begin when nothing was asked', async () => {
    const element = await show([]);
    expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state')?.heading).toBe('Nothing asked yet');
    await expect(element).toBeAccessible();
  });

  it('shows why it could not read, and tries again', async () => {
    const element = await show();
    wire.error({ message: 'Ask your administrator.' });
    await settle();
    find(element, 'c-section-card')?.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('fetches the contact only when asked to', async () => {
    const contact = { name: 'Ada Advocate', title: null, email: null, phone: null, releasedAt: '2026-11-21T10:00:00.000Z' };
    mocked(releaseContact).mockResolvedValue(contact);
    const element = await show([ask({ status: 'Approved', canRelease: true })]);
    expect(releaseContact).not.toHaveBeenCalled();
    await fire(element, 'release', ID);
    expect(releaseContact).toHaveBeenCalledWith({ permissionRequestId: ID });
    expect(find<Card>(element, 'c-ask-card')?.contact).toEqual(contact);
  });

  it('withdraws, and tells the page', async () => {
    mocked(withdraw).mockResolvedValue(ask({ status: 'Withdrawn' }));
    const element = await show([ask({ canWithdraw: true })]);
    const refresh = jest.fn();
    element.addEventListener('lightning__refresh', refresh);
    await fire(element, 'withdraw', ID);
    expect(withdraw).toHaveBeenCalledWith({ permissionRequestId: ID });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      { outcome: 'Completed', tookPlaceOn: '2026-11-20', effect: '', feedback: ' Went well. ' },
      { outcome: 'Completed', tookPlaceOn: '2026-11-20', scheduledAt: null, effect: null, feedback: 'Went well.', rating: null },
    ],
    [
      { outcome: 'Missed', feedback: '' },
      { outcome: 'Missed', tookPlaceOn: null, scheduledAt: null, effect: null, feedback: null, rating: null },
    ],
    [
      { outcome: 'Moved', scheduledAt: '2026-12-02T15:00:00.000Z', feedback: '' },
      { outcome: 'Moved', tookPlaceOn: null, scheduledAt: '2026-12-02T15:00:00.000Z', effect: null, feedback: null, rating: null },
    ],
  ])('records %p', async (outcome, parameters) => {
    mocked(logOutcome).mockResolvedValue(ask());
    const element = await show([ask({ canLog: true })]);
    await fire(element, 'outcome', { id: ID, outcome });
    expect(logOutcome).toHaveBeenCalledWith({ permissionRequestId: ID, ...parameters });
  });

  it('shows a refusal at the ask it belongs to', async () => {
    mocked(withdraw).mockRejectedValue(refusal('Already decided.'));
    const element = await show([ask({ canWithdraw: true })]);
    await fire(element, 'withdraw', ID);
    expect(find<Card>(element, 'c-ask-card')?.error).toEqual(refusal('Already decided.'));
    expect(find<Card>(element, 'c-ask-card')?.busy).toBe(false);
    expect(refreshApex).not.toHaveBeenCalled();
  });

  it('rates with the outcome, or later', async () => {
    const element = await show([ask({ status: 'Approved', canLog: true })]);
    const outcome = { outcome: 'Completed', tookPlaceOn: '2026-11-20', effect: '', feedback: '', rating: '4' };
    await fire(element, 'outcome', { id: ID, outcome });
    expect(mocked(logOutcome)).toHaveBeenCalledWith(expect.objectContaining({ permissionRequestId: ID, rating: 4 }));
    expect(mocked(rateReference)).not.toHaveBeenCalled();
    await fire(element, 'rate', { id: ID, rating: 5 });
    expect(mocked(rateReference)).toHaveBeenLastCalledWith({ permissionRequestId: ID, rating: 5 });
    expect(refreshApex).toHaveBeenCalledTimes(2);
  });

  it('shows one ask alone, with all that can be done with it', async () => {
    const element = await show([ask(), ask({ id: 'a03000000000002AAA' })]);
    expect(find(element, 'c-usage-question')).not.toBeNull();
    Object.assign(element, { askId: 'a03000000000002AAA' });
    await settle();
    expect(element.shadowRoot?.querySelectorAll('c-ask-card')).toHaveLength(1);
    expect(find<HTMLElement & { heading: string }>(element, 'c-section-card')?.heading).toBe('Your ask');
    expect(find(element, 'c-usage-question')).toBeNull();
  });
});
