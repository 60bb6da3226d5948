import { createElement } from 'lwc';
import WaitingList from 'c/waitingList';
import { ask } from '../../permissionService/__tests__/data/asks';

const ONE = ask({ id: 'one', canDecide: true, answerDueAt: new Date(Date.now() - 26 * 60 * 60 * 1000).toISOString() });
const TWO = ask({ id: 'two', canDecide: true, accountName: 'Mobile Inc', answerDueAt: null });

function show(asks = [ONE, TWO], properties: Record<string, unknown> = {}): HTMLElement {
  const element = createElement('c-waiting-list', { is: WaitingList });
  Object.assign(element, { asks, ...properties });
  document.body.appendChild(element);
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

function listen(element: HTMLElement): jest.Mock {
  const heard = jest.fn();
  element.addEventListener('decide', (event) => heard((event as CustomEvent).detail));
  return heard;
}

async function press(element: HTMLElement, selector: string): Promise<void> {
  find(element, selector)?.dispatchEvent(new CustomEvent('click'));
  await Promise.resolve();
}

async function tick(element: HTMLElement, selector: string): Promise<void> {
  find<HTMLInputElement>(element, selector)?.click();
  await Promise.resolve();
}

describe('c-waiting-list', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows each ask in a glance', async () => {
    const element = show();
    expect([...(element.shadowRoot?.querySelectorAll('.customer') ?? [])].map((one) => one.textContent)).toEqual([
      'Harbour Bank',
      'Mobile Inc',
    ]);
    expect(find(element, '.words')?.textContent).toContain('Answer was due yesterday · Needed by Dec 1, 2026');
    await expect(element).toBeAccessible();
  });

  it('opens one and hands its decision on', async () => {
    const element = show();
    const decided = listen(element);
    await press(element, '[data-action="open"]');
    const decision = { decision: 'Approve', note: '', notBefore: '' };
    find(element, 'c-decision-panel')?.dispatchEvent(new CustomEvent('decide', { detail: { id: 'one', decision }, bubbles: true }));
    expect(decided).toHaveBeenCalledTimes(1);
    expect(decided).toHaveBeenCalledWith({ ids: ['one'], decision });
    await press(element, '[data-action="open"]');
    expect(find(element, 'c-decision-panel')).toBeNull();
  });

  it('answers one without opening it: a yes with one tap, a no with its reason', async () => {
    const element = show();
    const decided = listen(element);
    await press(element, '[data-action="approve"][data-id="two"]');
    expect(decided).toHaveBeenLastCalledWith({ ids: ['two'], decision: { decision: 'Approve', note: '', notBefore: '' } });
    const menu = find(element, 'lightning-button-menu[data-id="one"]');
    menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'Too busy now' } }));
    expect(decided).toHaveBeenLastCalledWith({ ids: ['one'], decision: { decision: 'Decline', reason: 'Too busy now', note: '' } });
    await press(element, '[data-action="open"]');
    expect(find(element, '[data-action="approve"][data-id="one"]')).toBeNull();
  });

  it('approves all that are chosen', async () => {
    const element = show();
    const decided = listen(element);
    await tick(element, '.choose input');
    expect(find(element, '.chosen')?.textContent).toBe('2 chosen');
    await press(element, '[data-action="approve-chosen"]');
    expect(decided).toHaveBeenCalledWith({ ids: ['one', 'two'], decision: { decision: 'Approve', note: '', notBefore: '' } });
  });

  it('declines those that are chosen with one tap on a reason', async () => {
    const element = show();
    const decided = listen(element);
    await tick(element, '.box[data-id="two"]');
    await press(element, '[data-action="decline-chosen"]');
    await expect(element).toBeAccessible();
    await press(element, '[data-reason="Too busy now"]');
    expect(decided).toHaveBeenCalledWith({ ids: ['two'], decision: { decision: 'Decline', reason: 'Too busy now', note: '' } });
  });

  it('forgets a choice that is no longer there', async () => {
    const element = show() as HTMLElement & { asks: unknown };
    await tick(element, '.choose input');
    element.asks = [TWO, ask({ id: 'three' })];
    await Promise.resolve();
    expect(find(element, '.chosen')?.textContent).toBe('1 chosen');
  });

  it('shows at each what went wrong with it, and offers no choice of one', () => {
    const element = show([ONE], { failures: { one: 'Already withdrawn.' } });
    expect(find<HTMLElement & { error: unknown }>(element, 'c-error-panel')?.error).toBe('Already withdrawn.');
    expect(find(element, '.bar')).toBeNull();
  });
});
