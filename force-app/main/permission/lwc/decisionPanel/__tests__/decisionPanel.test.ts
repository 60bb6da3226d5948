import { createElement } from 'lwc';
import DecisionPanel from 'c/decisionPanel';
import { ask } from '../../permissionService/__tests__/data/asks';

function show(differences: Parameters<typeof ask>[0] = {}): HTMLElement {
  const element = createElement('c-decision-panel', { is: DecisionPanel });
  Object.assign(element, { ask: ask({ canDecide: true, ...differences }) });
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

function fillIn(element: HTMLElement, values: Record<string, string>): void {
  element.shadowRoot?.querySelectorAll<HTMLElement & { value: string }>('[data-field]').forEach((field) => {
    field.value = values[field.dataset.field ?? ''] ?? '';
  });
}

describe('c-decision-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows all that an owner needs, and the promise', async () => {
    const element = show({
      fit: 'Industry: Banking · Products: Analytics',
      given: { ...ask().given, lastThankedOn: '2026-09-01', lastPromise: 'A visit of our founder.' },
    });
    expect(find(element, '.headline')?.textContent).toBe('Rita Rep asks for: Reference Call');
    const facts = [...(element.shadowRoot?.querySelectorAll('dd') ?? [])].map((fact) => fact.textContent);
    expect(facts).toEqual([
      'Prospect, 120,000 USD, closes in December',
      'They worry about <b>migration</b>.',
      'Industry: Banking · Products: Analytics',
      '2 references, the last on Aug 1, 2026',
      '1 of 2 uses taken this quarter, then 14 days of rest',
      'Thanked on Sep 1, 2026. Last promised: A visit of our founder.',
      'A seat on our council.',
    ]);
    expect(find(element, '.promise')?.textContent).toContain('You decide. Nobody sees a name before you say yes.');
    expect(find(element, '.routed')?.textContent).toBe('Routed to Otto Owner. Owns the customer.');
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ answerDueAt: new Date(Date.now() + 26 * 60 * 60 * 1000).toISOString() }, 'Needed by Dec 1, 2026 · Please answer tomorrow'],
    [{ answerDueAt: new Date(Date.now() - 26 * 60 * 60 * 1000).toISOString() }, 'Needed by Dec 1, 2026 · Answer was due yesterday'],
    [{ answerDueAt: null }, 'Needed by Dec 1, 2026'],
  ])('says by when an answer is due: %#', (differences, words) => {
    expect(find(show(differences), '.timing')?.textContent).toBe(words);
  });

  it.each([
    [null, 'Not a single reference yet: this would be the first.'],
    [{ completed: 1, lastTookPlaceOn: '2026-08-01', usesInQuarter: 0, capacity: 2, restDays: 0 }, '1 reference, on Aug 1, 2026'],
  ])('says what the customer gave so far: %p', (given, words) => {
    expect([...(show({ given }).shadowRoot?.querySelectorAll('dd') ?? [])].map((fact) => fact.textContent)).toContain(words);
  });

  it('shows an ask of which Apex left out all that is null', async () => {
    const element = createElement('c-decision-panel', { is: DecisionPanel });
    Object.assign(element, { ask: { id: 'a03000000000001AAA', name: 'ASK-000001', status: 'Pending', canDecide: true } });
    document.body.appendChild(element);
    expect([...(element.shadowRoot?.querySelectorAll('dd') ?? [])].map((fact) => fact.textContent)).toEqual([
      'Not a single reference yet: this would be the first.',
      '',
      'Nothing on record.',
      'Nothing was offered. You may ask for something.',
    ]);
    expect(find(element, '.timing')?.textContent).toBe('');
    await expect(element).toBeAccessible();
  });

  it('approves with one click', async () => {
    const element = show();
    const decided = listen(element);
    await press(element, '[data-action="approve"]');
    expect(decided).toHaveBeenCalledWith({ id: 'a03000000000001AAA', decision: { decision: 'Approve', note: '', notBefore: '' } });
  });

  it('hands on a yes under conditions', async () => {
    const element = show();
    const decided = listen(element);
    await press(element, '[data-mode="approveIf"]');
    expect(find<HTMLElement & { activityType: string }>(element, 'c-condition-form')?.activityType).toBe('Reference Call');
    await expect(element).toBeAccessible();
    const decision = { decision: 'Approve', note: 'No pricing', notBefore: '2026-12-05', keepUntil: '' };
    find(element, 'c-condition-form')?.dispatchEvent(new CustomEvent('approve', { detail: decision }));
    expect(decided).toHaveBeenCalledWith({ id: 'a03000000000001AAA', decision });
  });

  it('offers somebody else', async () => {
    const element = show();
    const decided = listen(element);
    await press(element, '[data-mode="instead"]');
    await expect(element).toBeAccessible();
    find(element, 'c-instead-form')?.dispatchEvent(new CustomEvent('offer', { detail: 'a00000000000002AAA' }));
    expect(decided).toHaveBeenCalledWith({
      id: 'a03000000000001AAA',
      decision: { decision: 'Instead', advocateId: 'a00000000000002AAA', note: '' },
    });
  });

  it('has the customer asked first', () => {
    expect(find<HTMLElement & { ask: unknown }>(show(), 'c-customer-answer')?.ask).toEqual(ask({ canDecide: true }));
  });

  it('declines with one tap on a reason, and a word if wished', async () => {
    const element = show();
    const decided = listen(element);
    await press(element, '[data-mode="decline"]');
    fillIn(element, { declineNote: 'Ask in spring' });
    await expect(element).toBeAccessible();
    await press(element, '[data-reason="Too busy now"]');
    expect(decided).toHaveBeenCalledWith({
      id: 'a03000000000001AAA',
      decision: { decision: 'Decline', reason: 'Too busy now', note: 'Ask in spring' },
    });
  });

  it('goes back to the choice', async () => {
    const element = show();
    await press(element, '[data-mode="decline"]');
    await press(element, '[data-action="back"]');
    expect(find(element, '[data-action="approve"]')).not.toBeNull();
  });

  it('offers no decision to somebody who may not decide', async () => {
    const element = show({ canDecide: false });
    expect(find(element, 'lightning-button')).toBeNull();
    expect(find(element, '.promise')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
