import { createElement } from 'lwc';
import getBriefing from '@salesforce/apex/PermissionController.getBriefing';
import Briefing from 'c/briefing';
import type { Briefing as BriefingFacts } from 'c/permissionService';
import { customerSide, sellerSide, textOf } from '../sides';

jest.mock(
  '@salesforce/apex/PermissionController.getBriefing',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);

const wire = getBriefing as unknown as { emit(data: unknown): void; error(body: unknown): void; getLastConfig(): unknown };

const FACTS: BriefingFacts = {
  name: 'ASK-000001',
  activityType: 'Reference Call',
  minutes: 30,
  scheduledAt: null,
  needBy: '2026-12-01',
  prospectName: 'Prospect',
  prospectFacts: [{ label: 'Industry', text: 'Banking' }],
  customerName: 'Harbour Bank',
  customerSummary: 'Head of IT · Banking · Europe',
  customerFacts: [{ label: 'Products', text: 'Analytics, Mobile' }],
  story: 'Replaced <b>three</b> systems.',
  topics: ['Analytics', 'Compliance'],
  fit: 'Industry: Banking',
  notBefore: '2026-11-28',
  conditionNote: 'No recording.',
  valueToCustomer: 'A look at the roadmap.',
};

async function show(): Promise<HTMLElement> {
  const element = createElement('c-briefing', { is: Briefing });
  Object.assign(element, { askId: 'a03000000000001AAA' });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const press = (element: HTMLElement, side: string, action: string): void => {
  element.shadowRoot?.querySelector(`[data-side="${side}"][data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));
};
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('c-briefing', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.restoreAllMocks();
  });

  it('tells the seller whom they meet, what is agreed, and what to mind', () => {
    expect(textOf(sellerSide(FACTS)).split('\n')).toEqual([
      'For you: Harbour Bank',
      '',
      'Who it is',
      'Harbour Bank · Head of IT · Banking · Europe',
      'Products: Analytics, Mobile',
      '',
      'What you have in common',
      'Industry: Banking',
      '',
      'Their story',
      'Replaced <b>three</b> systems.',
      '',
      'What and when',
      'Reference Call · 30 minutes · by Dec 1, 2026',
      expect.stringContaining('Agreed under this condition: '),
      '',
      'Please mind',
      expect.stringContaining('No questions on price'),
    ]);
  });

  it('tells the customer who asks, what about, how long and what for', () => {
    const text = textOf(customerSide({ ...FACTS, scheduledAt: '2026-12-02T15:00:00.000Z' }));
    expect(text).toContain('For the customer: Prospect');
    expect(text).toContain('Industry: Banking');
    expect(text).toContain('Your experience with: Analytics and Compliance');
    expect(text).toContain('Reference Call · 30 minutes · Dec 2, 2026');
    expect(text).toContain('A look at the roadmap.');
    expect(text).not.toContain('Replaced');
  });

  it('leaves out what nobody knows', () => {
    const blank = { name: 'ASK-000001', prospectFacts: [], customerFacts: [], topics: [] };
    expect(customerSide(blank).title).toBe('For the customer: a company that considers us');
    expect(customerSide(blank).sections.map(({ heading }) => heading)).toEqual(['What you may be asked', 'Please mind']);
    expect(sellerSide(blank).sections.map(({ heading }) => heading)).toEqual(['Please mind']);
  });

  it('shows both sides as text and never as markup, accessibly', async () => {
    const element = await show();
    expect(element.shadowRoot?.querySelector('c-loading-rows')).not.toBeNull();
    expect(wire.getLastConfig()).toEqual({ permissionRequestId: 'a03000000000001AAA' });
    wire.emit(FACTS);
    await Promise.resolve();
    expect([...(element.shadowRoot?.querySelectorAll('.title') ?? [])].map((title) => title.textContent)).toEqual([
      'For you: Harbour Bank',
      'For the customer: Prospect',
    ]);
    expect(element.shadowRoot?.querySelector('.line b')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('copies one side as text', async () => {
    const writeText = jest.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.title));
    wire.emit(FACTS);
    await Promise.resolve();
    press(element, 'customer', 'copy');
    await settle();
    expect(writeText).toHaveBeenCalledWith(textOf(customerSide(FACTS)));
    expect(toast).toHaveBeenCalledWith('Copied');
    writeText.mockRejectedValueOnce(new Error('denied'));
    press(element, 'customer', 'copy');
    await settle();
    expect(toast).toHaveBeenLastCalledWith('Not copied: select the text and copy it yourself');
  });

  it('prints one side on a page of its own', async () => {
    const element = await show();
    wire.emit(FACTS);
    await Promise.resolve();
    const printed: (string | undefined)[] = [];
    jest.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockImplementation(function printable(this: HTMLIFrameElement) {
      return { print: () => printed.push(this.contentDocument?.body.textContent ?? undefined) } as unknown as Window;
    });
    press(element, 'seller', 'print');
    expect(printed).toEqual([textOf(sellerSide(FACTS))]);
  });

  it('says why there is none, and can be closed', async () => {
    const element = await show();
    const closed = jest.fn();
    element.addEventListener('close', closed);
    wire.error({ message: 'ASK-000001 is Pending.' });
    await Promise.resolve();
    const panel = element.shadowRoot?.querySelector<HTMLElement & { error: { body: { message: string } } }>('c-error-panel');
    expect(panel?.error.body.message).toBe('ASK-000001 is Pending.');
    element.shadowRoot?.querySelector('[data-action="close"]')?.dispatchEvent(new CustomEvent('click'));
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
