import { createElement } from 'lwc';
import AdvocateList from 'c/advocateList';
import { rank } from 'c/matchingService';
import { ASK_DEFAULTS, advocate } from '../../matchingService/__tests__/data/matches';

const many = (count: number, differences: Parameters<typeof advocate>[0] = {}): ReturnType<typeof advocate>[] =>
  Array.from({ length: count }, (_unused, position) =>
    advocate({
      id: `a${String(position).padStart(17, '0')}`,
      accountId: `001${String(position).padStart(15, '0')}`,
      name: `ADV-${String(position).padStart(6, '0')}`,
      ...differences,
    }),
  );

function show(advocates: ReturnType<typeof advocate>[], properties: Record<string, unknown> = {}): HTMLElement {
  const element = createElement('c-advocate-list', { is: AdvocateList });
  Object.assign(element, { ranking: rank(advocates, []), askDefaults: ASK_DEFAULTS, ...properties });
  document.body.appendChild(element);
  return element;
}

const count = (element: HTMLElement, selector: string): number | undefined => element.shadowRoot?.querySelectorAll(selector).length;

describe('c-advocate-list', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows twenty, then twenty more', async () => {
    const element = show(many(45));
    expect(count(element, 'c-advocate-card')).toBe(20);
    const more = element.shadowRoot?.querySelector<HTMLElement & { label: string }>('[data-action="more"]');
    expect(more?.label).toBe('Show 20 more');
    more?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    expect(count(element, 'c-advocate-card')).toBe(40);
    expect(element.shadowRoot?.querySelector<HTMLElement & { label: string }>('[data-action="more"]')?.label).toBe('Show 5 more');
  });

  it('folds away who can’t be asked, with the reason', async () => {
    const element = show(many(2, { excludedReason: 'Own Account' }));
    expect(count(element, '.excluded-item')).toBe(0);
    const toggle = element.shadowRoot?.querySelector<HTMLButtonElement>('.toggle');
    expect(toggle?.textContent).toBe('2 left out: see why');
    toggle?.click();
    await Promise.resolve();
    expect([...(element.shadowRoot?.querySelectorAll('.excluded-reason') ?? [])].map((reason) => reason.textContent)).toEqual([
      'This is the prospect itself',
      'This is the prospect itself',
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows the best of each company, and the others on demand', async () => {
    const element = show(many(3, { accountId: '001000000000009AAA' }));
    expect(count(element, 'c-advocate-card')).toBe(1);
    const others = element.shadowRoot?.querySelector<HTMLButtonElement>('.others');
    expect(others?.textContent).toBe('2 more at Harbour Bank');
    others?.click();
    await Promise.resolve();
    expect(count(element, 'c-advocate-card')).toBe(3);
    expect(element.shadowRoot?.querySelector('.others')?.textContent).toBe('Only the best of Harbour Bank');
  });

  it('unfolds the company of the one picked', () => {
    const element = show(many(3, { accountId: '001000000000009AAA' }), { selectedId: `a${'2'.padStart(17, '0')}` });
    expect(count(element, 'c-ask-panel')).toBe(1);
  });

  it('compares two or three, and no more', async () => {
    const element = show(many(5));
    const compare = async (position: number): Promise<void> => {
      const card = element.shadowRoot?.querySelectorAll<HTMLElement & { entry: { advocate: { id: string } } }>('c-advocate-card')[position];
      card?.dispatchEvent(new CustomEvent('comparechange', { detail: card.entry.advocate.id }));
      await Promise.resolve();
    };
    await compare(0);
    expect(element.shadowRoot?.querySelector('.hint')?.textContent).toBe('Tick one or two more to see them side by side.');
    expect(count(element, 'c-advocate-comparison')).toBe(0);
    await compare(1);
    await compare(2);
    expect(element.shadowRoot?.querySelector<HTMLElement & { entries: unknown[] }>('c-advocate-comparison')?.entries).toHaveLength(3);
    expect(element.shadowRoot?.querySelector<HTMLElement & { comparisonFull: boolean }>('c-advocate-card')?.comparisonFull).toBe(true);
    await compare(2);
    element.shadowRoot?.querySelector('c-advocate-comparison')?.dispatchEvent(new CustomEvent('close'));
    await Promise.resolve();
    expect(count(element, 'c-advocate-comparison')).toBe(0);
  });

  it('can be used by everybody', async () => {
    await expect(show(many(2), { selectedId: `a${'1'.padStart(17, '0')}` })).toBeAccessible();
  });

  it('puts the ask under the one picked, and hands its events on', () => {
    const element = show(many(3), { selectedId: `a${'1'.padStart(17, '0')}` });
    const panel = element.shadowRoot?.querySelector('li:nth-child(2) c-ask-panel');
    const heard = jest.fn();
    element.addEventListener('send', (event) => heard((event as CustomEvent).detail));
    panel?.dispatchEvent(new CustomEvent('send', { detail: { context: 'x' } }));
    expect(heard).toHaveBeenCalledWith({ context: 'x' });
    expect((panel as (HTMLElement & { alternates: { id: string }[] }) | null)?.alternates.map(({ id }) => id)).toEqual([
      `a${'0'.padStart(17, '0')}`,
      `a${'2'.padStart(17, '0')}`,
    ]);
    expect(count(element, 'c-ask-panel')).toBe(1);
  });
});
