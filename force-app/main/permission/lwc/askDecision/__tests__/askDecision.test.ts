import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import decide from '@salesforce/apex/PermissionController.decide';
import getAsk from '@salesforce/apex/PermissionController.getAsk';
import AskDecision from 'c/askDecision';
import { ask, refusal } from '../../permissionService/__tests__/data/asks';

jest.mock(
  '@salesforce/apex/PermissionController.getAsk',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005000000000009AAA' }), { virtual: true });
jest.mock('@salesforce/apex/PermissionController.decide', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getAsk as unknown as { emit(data: unknown): void; error(body: unknown): void; getLastConfig(): unknown };
const decideMock = decide as unknown as jest.Mock;
const ID = 'a03000000000001AAA';
const YES = { id: ID, decision: { decision: 'Approve', note: '', notBefore: '' } };

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

async function show(): Promise<HTMLElement> {
  const element = createElement('c-ask-decision', { is: AskDecision });
  element.recordId = ID;
  document.body.appendChild(element);
  await settle();
  return element;
}

describe('c-ask-decision', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the place, then shows the ask', async () => {
    const element = await show();
    expect(find<HTMLElement & { loading: boolean }>(element, 'c-section-card')?.loading).toBe(true);
    expect(wire.getLastConfig()).toEqual({ permissionRequestId: ID });
    wire.emit(ask({ canDecide: true }));
    await settle();
    expect(find(element, 'c-decision-panel')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('lets its requester go on with it instead', async () => {
    const element = await show();
    wire.emit(ask({ requestedById: '005000000000009AAA', status: 'Approved', canLog: true }));
    await settle();
    expect(find(element, 'c-decision-panel')).toBeNull();
    const mine = find<HTMLElement & { recordId: string; askId: string }>(element, 'c-deal-asks');
    expect([mine?.recordId, mine?.askId]).toEqual(['006000000000001AAA', ID]);
  });

  it('shows why it could not read', async () => {
    const element = await show();
    wire.error({ message: 'This ask is not yours to see.' });
    await settle();
    find(element, 'c-section-card')?.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('decides, once, and reads again', async () => {
    decideMock.mockResolvedValue(ask({ status: 'Approved' }));
    const element = await show();
    wire.emit(ask({ canDecide: true }));
    await settle();
    find(element, 'c-decision-panel')?.dispatchEvent(new CustomEvent('decide', { detail: YES }));
    find(element, 'c-decision-panel')?.dispatchEvent(new CustomEvent('decide', { detail: YES }));
    await settle();
    expect(decideMock).toHaveBeenCalledTimes(1);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('shows a refusal', async () => {
    decideMock.mockRejectedValue(refusal('Already withdrawn.'));
    const element = await show();
    wire.emit(ask({ canDecide: true }));
    await settle();
    find(element, 'c-decision-panel')?.dispatchEvent(new CustomEvent('decide', { detail: YES }));
    await settle();
    expect(find<HTMLElement & { error: unknown }>(element, 'c-decision-panel')?.error).toEqual(refusal('Already withdrawn.'));
  });
});
