import { createElement } from 'lwc';
import MyAdvocates from 'c/myAdvocates';
import { card } from '../../advocateService/__tests__/data/cards';

function show(advocates: ReturnType<typeof card>[]): HTMLElement {
  const element = createElement('c-my-advocates', { is: MyAdvocates });
  Object.assign(element, { advocates });
  document.body.appendChild(element);
  return element;
}

const texts = (element: HTMLElement, selector: string): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((one) => one.textContent);

async function press(element: HTMLElement, selector: string): Promise<void> {
  element.shadowRoot?.querySelector(selector)?.dispatchEvent(new CustomEvent('click'));
  await Promise.resolve();
}

describe('c-my-advocates', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows who it is, whether they can be asked, how much they gave and what they agreed to', async () => {
    const element = show([card()]);
    expect(texts(element, '.company')).toEqual(['Harbour Bank']);
    expect(texts(element, '.weak')).toEqual(['Ada Advocate · Head of IT']);
    expect(texts(element, 'dd')).toEqual([
      'Free',
      '1 of 2',
      'never',
      'never',
      '3 ×',
      'always: Quote (Sales deal, until May 12, 2027) · never: Site Visit',
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that somebody is not asked, and that everybody else is asked every time', () => {
    expect(texts(show([card({ status: 'Retired', consents: null, timesShown: 0 })]), 'dd')).toEqual(
      expect.arrayContaining(['Not asked: Retired', 'ask every time']),
    );
  });

  it('opens the form of one, hands on what changed, and closes it when told to', async () => {
    const element = show([card(), card({ id: 'a00000000000002AAA' })]) as HTMLElement & { closeForm(): void };
    await press(element, '[data-action="edit"]');
    const form = element.shadowRoot?.querySelector('c-advocate-care-form');
    const heard = jest.fn();
    element.addEventListener('care', (event) => heard((event as CustomEvent).detail));
    form?.dispatchEvent(new CustomEvent('care', { detail: { advocateId: 'a00000000000001AAA' } }));
    expect(heard).toHaveBeenCalledTimes(1);
    expect(heard).toHaveBeenCalledWith({ advocateId: 'a00000000000001AAA' });
    element.closeForm();
    await Promise.resolve();
    expect(element.shadowRoot?.querySelector('c-advocate-care-form')).toBeNull();
  });

  it('takes down a thank-you with one tap, where one is due', async () => {
    const used = card({ lastUsedOn: '2026-11-10', lastThankedOn: '2026-11-01' });
    const element = show([used, card({ id: 'a00000000000002AAA', lastUsedOn: '2026-11-10', lastThankedOn: '2026-11-10' })]);
    const heard = jest.fn();
    element.addEventListener('care', (event) => heard((event as CustomEvent).detail));
    expect(element.shadowRoot?.querySelectorAll('[data-action="thank"]')).toHaveLength(1);
    await press(element, '[data-action="thank"]');
    expect(heard).toHaveBeenCalledWith({
      advocateId: used.id,
      fields: { Last_Thanked_On__c: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
      consents: [],
    });
  });

  it('unfolds who saw the contact', async () => {
    const element = show([card()]);
    await press(element, '[data-action="shown"]');
    expect(element.shadowRoot?.querySelector<HTMLElement & { advocateId: string }>('c-contacts-shown')?.advocateId).toBe(card().id);
    await expect(element).toBeAccessible();
    await press(element, '[data-action="shown"]');
    expect(element.shadowRoot?.querySelector('c-contacts-shown')).toBeNull();
  });

  it('shows twenty, then more', async () => {
    const element = show(Array.from({ length: 25 }, (_unused, position) => card({ id: `a${String(position).padStart(17, '0')}` })));
    expect(texts(element, '.company')).toHaveLength(20);
    await press(element, '[data-action="more"]');
    expect(texts(element, '.company')).toHaveLength(25);
  });

  it('finds among many by company, person or role', async () => {
    const element = show([
      ...Array.from({ length: 25 }, (_unused, position) => card({ id: `a${String(position).padStart(17, '0')}` })),
      card({ id: 'sought', accountName: 'Mobile Inc' }),
    ]);
    const search = async (value: string): Promise<void> => {
      element.shadowRoot?.querySelector('.search')?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await Promise.resolve();
    };
    await search(' mobile ');
    expect(texts(element, '.company')).toEqual(['Mobile Inc']);
    await search('nobody at all');
    expect(texts(element, '.nobody')).toEqual(['None of your customers matches.']);
    await expect(element).toBeAccessible();
  });
});
