import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getTimeline from '@salesforce/apex/AdvocateTimelineController.getTimeline';
import { navigate } from 'lightning/navigation';
import AdvocateTimeline from 'c/advocateTimeline';

jest.mock(
  '@salesforce/apex/AdvocateTimelineController.getTimeline',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getTimeline as unknown as { emit(data: unknown): void; error(body: unknown): void };
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const event = (kind: string, differences: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind,
  at: '2026-05-12T12:00:00.000Z',
  dayOnly: false,
  ...differences,
});

async function show(events?: readonly unknown[]): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-advocate-timeline', { is: AdvocateTimeline }), { recordId: 'a01' });
  document.body.appendChild(element);
  if (events) {
    wire.emit(events);
  }
  await settle();
  return element;
}

const texts = (element: HTMLElement, selector: string): (string | undefined)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((node) => node.textContent?.trim());

describe('c-advocate-timeline', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('says in words what happened', async () => {
    const element = await show([
      event('Asked', { person: 'Rita', subject: 'Site Visit', note: 'Core roll-out', recordId: 'a03' }),
      event('Answered', { person: 'Dana' }),
      event('Answered', { person: 'Dana', subject: 'Too busy now' }),
      event('Answered'),
      event('Ended', { subject: 'Expired' }),
      event('Ended', { subject: 'Withdrawn' }),
      event('Took Place', { subject: 'Site Visit' }),
      event('Missed', { subject: 'Quote' }),
      event('Planned', { subject: 'Quote' }),
      event('Shown', { person: 'Rita' }),
      event('Recognised', { amount: 1000, currencyCode: 'USD' }),
      event('Reversed', { amount: -1000, currencyCode: 'USD' }),
      event('Allowed', { person: 'Dana', subject: 'Never' }),
      event('Nominated', { person: 'Rita' }),
      event('Thanked', { dayOnly: true }),
      event('Verified', { dayOnly: true }),
      event('Added', { person: 'Mona' }),
    ]);
    expect(texts(element, '.what')).toEqual([
      'Rita asked: Site Visit',
      'Dana said yes',
      'Dana said no: Too busy now',
      'Approved by a standing yes',
      'The ask expired',
      'The ask was withdrawn',
      'Site Visit took place',
      'Quote did not happen',
      'Quote is planned',
      'Contact shown to Rita',
      'Revenue recognised',
      'Revenue reversed',
      'Dana noted: Never',
      'Rita nominated the customer',
      'Thanked',
      'Details confirmed',
      'Mona added the advocate',
    ]);
    expect(texts(element, '.when')[0]).toBe('May 12, 2026');
    expect(element.shadowRoot?.querySelectorAll('lightning-formatted-number')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('leads to the record', async () => {
    const element = await show([event('Asked', { recordId: 'a03' })]);
    element.shadowRoot?.querySelector('[data-id="a03"]')?.dispatchEvent(new CustomEvent('click'));
    expect(navigate).toHaveBeenCalledWith({ type: 'standard__recordPage', attributes: { recordId: 'a03', actionName: 'view' } }, undefined);
  });

  it('shows twenty, then more', async () => {
    const element = await show(Array.from({ length: 25 }, () => event('Thanked')));
    expect(texts(element, '.event')).toHaveLength(20);
    element.shadowRoot?.querySelector('[data-action="more"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(texts(element, '.event')).toHaveLength(25);
  });

  it('says so when nothing happened yet', async () => {
    const element = await show([]);
    expect(element.shadowRoot?.querySelector<HTMLElement & { heading: string }>('c-empty-state')?.heading).toBe('Nothing yet');
  });

  it('shows why it could not read, and tries again', async () => {
    const element = await show();
    wire.error({ message: 'No access.' });
    await settle();
    element.shadowRoot?.querySelector('c-section-card')?.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
