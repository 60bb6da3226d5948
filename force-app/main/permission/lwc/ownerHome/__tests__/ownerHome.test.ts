import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getApproved from '@salesforce/apex/DecisionController.getApproved';
import decideMany from '@salesforce/apex/OwnerController.decideMany';
import getMyAdvocates from '@salesforce/apex/OwnerController.getMyAdvocates';
import getWaiting from '@salesforce/apex/OwnerController.getWaiting';
import saveAdvocate from '@salesforce/apex/OwnerController.saveAdvocate';
import decide from '@salesforce/apex/PermissionController.decide';
import OwnerHome from 'c/ownerHome';
import { card } from '../../../../advocates/lwc/advocateService/__tests__/data/cards';
import { ask, refusal } from '../../permissionService/__tests__/data/asks';

jest.mock(
  '@salesforce/apex/DecisionController.getApproved',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/PermissionController.decide', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/OwnerController.getWaiting',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/OwnerController.getMyAdvocates',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/OwnerController.decideMany', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OwnerController.saveAdvocate', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

interface Wire {
  emit(data: unknown): void;
  error(body: unknown): void;
}

const waiting = getWaiting as unknown as Wire;
const approved = getApproved as unknown as Wire;
const advocates = getMyAdvocates as unknown as Wire;
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);
const YES = { decision: 'Approve', note: '', notBefore: '' };

async function show(): Promise<HTMLElement> {
  const element = createElement('c-owner-home', { is: OwnerHome });
  document.body.appendChild(element);
  await settle();
  return element;
}

async function fire(element: HTMLElement, selector: string, type: string, detail?: unknown): Promise<jest.Mock> {
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.title));
  find(element, selector)?.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
  return toast;
}

type Card = HTMLElement & { heading: string; loading: boolean; error: unknown };

const cards = (element: HTMLElement): Card[] => [...(element.shadowRoot?.querySelectorAll<Card>('c-section-card') ?? [])];

describe('c-owner-home', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the places, then shows what waits and who vouches', async () => {
    const element = await show();
    expect(cards(element).map(({ loading }) => loading)).toEqual([true, true]);
    waiting.emit([ask({ canDecide: true })]);
    advocates.emit([card(), card({ id: 'a00000000000002AAA' })]);
    await settle();
    expect(cards(element).map(({ heading }) => heading)).toEqual(['Waiting for me (1)', 'My customers who vouch (2)']);
    await expect(element).toBeAccessible();
  });

  it('shows what is approved and still to happen, where there is some, and is up to date after an answer', async () => {
    const element = await show();
    approved.emit([ask({ id: 'one', status: 'Approved' })]);
    await settle();
    expect(find<Card>(element, '.approved')?.heading).toBe('Approved, still to happen (1)');
    await expect(element).toBeAccessible();
    find(element, 'c-approved-ask')?.dispatchEvent(new CustomEvent('answered', { detail: 'one', bubbles: true, composed: true }));
    await settle();
    expect(refreshApex).toHaveBeenCalledTimes(3);
    approved.emit([]);
    await settle();
    expect(find(element, '.approved')).toBeNull();
  });

  it('says so when nothing waits and nobody vouches', async () => {
    const element = await show();
    waiting.emit([]);
    advocates.emit([]);
    await settle();
    expect(
      [...(element.shadowRoot?.querySelectorAll<HTMLElement & { heading: string }>('c-empty-state') ?? [])].map(({ heading }) => heading),
    ).toEqual(['Nobody is waiting for you', 'None of your customers vouches yet']);
  });

  it('shows why it could not read, and tries again', async () => {
    const element = await show();
    waiting.error({ message: 'Ask your program manager.' });
    advocates.error({ message: 'Ask your program manager.' });
    await settle();
    expect(cards(element).every(({ error }) => error !== undefined)).toBe(true);
    await fire(element, 'c-section-card', 'retry');
    expect(refreshApex).toHaveBeenCalledTimes(3);
  });

  it('decides many, and says which could not be', async () => {
    mocked(decideMany).mockResolvedValue([
      { id: 'one', ok: true },
      { id: 'two', ok: false, message: 'Already withdrawn.' },
    ]);
    const element = await show();
    waiting.emit([ask({ id: 'one' }), ask({ id: 'two' })]);
    await settle();
    const toast = await fire(element, 'c-waiting-list', 'decide', { ids: ['one', 'two'], decision: YES });
    expect(decideMany).toHaveBeenCalledWith({ ids: ['one', 'two'], decision: 'Approve', reason: null, note: null, notBefore: null });
    expect(toast).toHaveBeenCalledWith('1 answered, 1 could not be: the reason is at each.');
    expect(find<HTMLElement & { failures: unknown }>(element, 'c-waiting-list')?.failures).toEqual({ two: 'Already withdrawn.' });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('declines many with a reason', async () => {
    mocked(decideMany).mockResolvedValue([
      { id: 'one', ok: true },
      { id: 'two', ok: true },
    ]);
    const element = await show();
    waiting.emit([ask({ id: 'one' }), ask({ id: 'two' })]);
    await settle();
    const toast = await fire(element, 'c-waiting-list', 'decide', {
      ids: ['one', 'two'],
      decision: { decision: 'Decline', reason: 'Other', note: 'Later' },
    });
    expect(decideMany).toHaveBeenCalledWith({
      ids: ['one', 'two'],
      decision: 'Decline',
      reason: 'Other',
      note: 'Later',
      notBefore: null,
    });
    expect(toast).toHaveBeenCalledWith('2 answered.');
  });

  it('decides a single one with all that can go with it, and shows at it when it could not be', async () => {
    mocked(decide)
      .mockResolvedValueOnce(ask({ status: 'Approved' }))
      .mockRejectedValueOnce(refusal('No access.'));
    const element = await show();
    waiting.emit([ask({ id: 'one' })]);
    await settle();
    const toast = await fire(element, 'c-waiting-list', 'decide', { ids: ['one'], decision: YES });
    expect(decide).toHaveBeenCalledWith({ permissionRequestId: 'one', decision: 'Approve', reason: null, note: null, notBefore: null });
    expect(toast).toHaveBeenCalledWith('Approved. Rita Rep can now see the contact, for this deal only.');
    await fire(element, 'c-waiting-list', 'decide', { ids: ['one'], decision: YES });
    expect(find<HTMLElement & { failures: unknown }>(element, 'c-waiting-list')?.failures).toEqual({ one: refusal('No access.') });
  });

  it('stores what changed about an advocate, all at once', async () => {
    mocked(saveAdvocate).mockResolvedValue(card());
    const element = await show();
    advocates.emit([card()]);
    await settle();
    const toast = await fire(element, 'c-my-advocates', 'care', {
      advocateId: 'a00000000000001AAA',
      fields: { Rest_Days__c: '20' },
      consents: [{ activityType: 'Quote', permission: 'Never' }],
    });
    expect(mocked(saveAdvocate).mock.calls).toEqual([
      [
        {
          advocateId: 'a00000000000001AAA',
          fields: { Rest_Days__c: '20' },
          consents: [{ activityType: 'Quote', permission: 'Never' }],
        },
      ],
    ]);
    expect(toast).toHaveBeenCalledWith('Saved.');
  });

  it('shows why an advocate could not be changed', async () => {
    mocked(saveAdvocate).mockRejectedValue(refusal('Not yours.'));
    const element = await show();
    advocates.emit([card()]);
    await settle();
    await fire(element, 'c-my-advocates', 'care', { advocateId: 'a00000000000001AAA', fields: { Rest_Days__c: '20' }, consents: [] });
    expect(find<HTMLElement & { error: unknown }>(element, 'c-my-advocates')?.error).toEqual(refusal('Not yours.'));
  });
});
