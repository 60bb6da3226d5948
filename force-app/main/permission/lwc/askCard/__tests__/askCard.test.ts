import { TextEncoder } from 'util';
import { createElement } from 'lwc';
import AskCard from 'c/askCard';
import { ask } from '../../permissionService/__tests__/data/asks';

Object.assign(globalThis, { TextEncoder });

const APPROVED = { status: 'Approved', canRelease: true, canLog: true, canWithdraw: true };
const CONTACT = {
  name: 'Ada Advocate',
  title: 'Head of IT',
  email: 'ada@harbour.example',
  phone: null,
  releasedAt: '2026-11-21T10:00:00.000Z',
};

type Card = HTMLElement & { ask: ReturnType<typeof ask>; contact?: typeof CONTACT };

function show(differences: Parameters<typeof ask>[0] = {}, properties: Record<string, unknown> = {}): Card {
  const element = createElement('c-ask-card', { is: AskCard }) as unknown as Card;
  Object.assign(element, { ask: ask(differences), ...properties });
  document.body.appendChild(element);
  return element;
}

function listen(element: HTMLElement, type: string): jest.Mock {
  const heard = jest.fn();
  element.addEventListener(type, (event) => heard((event as CustomEvent).detail));
  return heard;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

async function press(element: HTMLElement, selector: string): Promise<void> {
  find(element, selector)?.dispatchEvent(new CustomEvent('click'));
  await Promise.resolve();
}

describe('c-ask-card', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says who is asked for what, and offers nothing that the reader may not do', async () => {
    const element = show();
    expect(find(element, '.headline')?.textContent).toBe('Harbour Bank');
    expect(find(element, '.detail')?.textContent).toBe('Reference Call · Head of IT · Banking · Europe');
    expect(find(element, '.standing')?.textContent).toContain('With Otto Owner');
    expect(find(element, 'lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows the contact on demand, and that it was recorded', async () => {
    const element = show(APPROVED);
    const released = listen(element, 'release');
    await press(element, '[data-action="release"]');
    expect(released).toHaveBeenCalledWith('a03000000000001AAA');
    element.contact = CONTACT;
    await Promise.resolve();
    expect(find(element, '.person')?.textContent).toContain('Ada Advocate');
    expect(find<HTMLElement & { value: string }>(element, 'lightning-formatted-email')?.value).toBe('ada@harbour.example');
    expect(find(element, '.reach')?.textContent).toContain('No phone on file');
    expect(find(element, '.recorded')?.textContent).toContain('and recorded');
    expect(find(element, '[data-action="release"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('withdraws only after a second thought', async () => {
    const element = show({ canWithdraw: true });
    const withdrawn = listen(element, 'withdraw');
    await press(element, '[data-action="withdraw"]');
    expect(withdrawn).not.toHaveBeenCalled();
    await press(element, '[data-action="keep"]');
    await press(element, '[data-action="withdraw"]');
    await press(element, '[data-action="withdraw-sure"]');
    expect(withdrawn).toHaveBeenCalledWith('a03000000000001AAA');
  });

  it('asks whether it happened, and hands on what was said', async () => {
    const element = show(APPROVED);
    const said = listen(element, 'outcome');
    await press(element, '[data-outcome="Moved"]');
    const form = find<HTMLElement & { kind: string }>(element, 'c-outcome-form');
    expect(form?.kind).toBe('Moved');
    expect(find(element, '[data-outcome]')).toBeNull();
    const outcome = { outcome: 'Moved', scheduledAt: '2026-12-02T15:00:00.000Z', feedback: '' };
    form?.dispatchEvent(new CustomEvent('save', { detail: outcome }));
    expect(said).toHaveBeenCalledWith({ id: 'a03000000000001AAA', outcome });
  });

  it('closes the form once the ask has moved on, and keeps it open otherwise', async () => {
    const element = show(APPROVED);
    await press(element, '[data-outcome="Completed"]');
    element.ask = ask(APPROVED);
    await Promise.resolve();
    expect(find(element, 'c-outcome-form')).not.toBeNull();
    element.ask = ask({ status: 'Completed', tookPlaceOn: '2026-11-21' });
    await Promise.resolve();
    expect(find(element, 'c-outcome-form')).toBeNull();
  });

  it('closes the form when there is nothing to say', async () => {
    const element = show(APPROVED);
    await press(element, '[data-outcome="Missed"]');
    find(element, 'c-outcome-form')?.dispatchEvent(new CustomEvent('cancel'));
    await Promise.resolve();
    expect(find(element, 'c-outcome-form')).toBeNull();
  });

  it('shows the conditions of a yes as text', () => {
    const element = show({ ...APPROVED, conditionNote: '<i>No</i> pricing' });
    expect(find(element, '.condition')?.textContent).toContain('<i>No</i> pricing');
    expect(find(element, 'i')).toBeNull();
  });

  it('sets a first date, and moves a later one', async () => {
    const element = show(APPROVED);
    expect(find<HTMLElement & { label: string }>(element, '[data-outcome="Moved"]')?.label).toBe('Set a date');
    expect(find(element, '[data-action="calendar"]')).toBeNull();
    element.ask = ask({ ...APPROVED, scheduledAt: '2026-12-02T15:00:00.000Z' });
    await Promise.resolve();
    expect(find<HTMLElement & { label: string }>(element, '[data-outcome="Moved"]')?.label).toBe('It moved');
    await press(element, '[data-outcome="Moved"]');
    expect(find<HTMLElement & { scheduled: boolean }>(element, 'c-outcome-form')?.scheduled).toBe(true);
  });

  it('puts the date into a calendar, without the person and the deal', async () => {
    const links: HTMLAnchorElement[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      links.push(this);
    });
    const element = show({ ...APPROVED, scheduledAt: '2026-12-02T15:00:00.000Z', minutes: 45 }, { contact: CONTACT });
    await press(element, '[data-action="calendar"]');
    expect(links[0]?.download).toBe('ASK-000001.ics');
    const text = decodeURIComponent(links[0]?.href ?? '');
    expect(text).toMatch(/^data:text\/calendar;charset=utf-8,BEGIN:VCALENDAR\r\n/);
    expect(text).toContain('DTSTART:20261202T150000Z\r\nDTEND:20261202T154500Z\r\nSUMMARY:Reference Call with Harbour Bank');
    expect(text).not.toMatch(/Ada|Prospect|120,000/);
    await expect(element).toBeAccessible();
  });

  it('is rated by those who asked once it took place', async () => {
    expect(find(show({ status: 'Completed' }), 'c-star-rating')).toBeNull();
    const element = show({ status: 'Completed', canRate: true, rating: 3 });
    const rated = listen(element, 'rate');
    const stars = find<HTMLElement & { value: string }>(element, 'c-star-rating');
    expect(stars?.value).toBe('3');
    stars?.dispatchEvent(new CustomEvent('rate', { detail: 5 }));
    expect(rated).toHaveBeenCalledWith({ id: 'a03000000000001AAA', rating: 5 });
    await expect(element).toBeAccessible();
  });

  it('opens and closes the briefing of an approved ask', async () => {
    expect(find(show(), '[data-action="briefing"]')).toBeNull();
    const element = show(APPROVED);
    await press(element, '[data-action="briefing"]');
    expect(find<HTMLElement & { askId: string }>(element, 'c-briefing')?.askId).toBe('a03000000000001AAA');
    find(element, 'c-briefing')?.dispatchEvent(new CustomEvent('close'));
    await Promise.resolve();
    expect(find(element, 'c-briefing')).toBeNull();
  });
});
