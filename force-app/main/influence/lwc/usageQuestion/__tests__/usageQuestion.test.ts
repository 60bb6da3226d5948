import { createElement } from 'lwc';
import answer from '@salesforce/apex/UsageController.answer';
import getQuestion from '@salesforce/apex/UsageController.getQuestion';
import { refreshApex } from '@salesforce/apex';
import UsageQuestion from 'c/usageQuestion';

jest.mock(
  '@salesforce/apex/UsageController.getQuestion',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/UsageController.answer', () => ({ __esModule: true, default: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getQuestion as unknown as { emit(data: unknown): void; error(body: unknown): void };
const answerMock = answer as unknown as jest.Mock;
const DEAL = '006000000000001AAA';

function show(properties: Record<string, unknown> = {}): HTMLElement {
  const element = createElement('c-usage-question', { is: UsageQuestion });
  Object.assign(element, { recordId: DEAL, ...properties });
  document.body.appendChild(element);
  return element;
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const words = (element: HTMLElement): string | undefined => element.shadowRoot?.querySelector('.question')?.textContent?.trim();

async function press(element: HTMLElement, given: string): Promise<void> {
  element.shadowRoot?.querySelector(`[data-answer="${given}"]`)?.dispatchEvent(new CustomEvent('click'));
  await settle();
}

describe('c-usage-question', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows nothing when there is nothing to ask, nor when it can’t be read', async () => {
    const element = show();
    await settle();
    expect(words(element)).toBeUndefined();
    wire.emit({ asked: false, won: true });
    await settle();
    expect(words(element)).toBeUndefined();
    wire.error({ message: 'No.' });
    await settle();
    expect(element.shadowRoot?.childElementCount).toBe(0);
  });

  it('asks the owner of a late deal, accessibly', async () => {
    const element = show();
    wire.emit({ asked: true, won: false });
    await settle();
    expect(words(element)).toBe('Was a customer reference used on this deal?');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['Used', { loggable: true }, true, 'Good. Say below how it went, so that it counts.'],
    ['Used', {}, false, 'Good. Ask for that customer below, so that it counts.'],
    ['Used', {}, true, 'Good. A program manager will log it with you, so that it counts.'],
    ['Not Used', {}, true, 'Thank you, noted.'],
    ['Dismissed', {}, true, undefined],
  ])('%s with %p, won %p: says what comes next', async (given, properties, won, next) => {
    const element = show(properties);
    wire.emit({ asked: true, won });
    await settle();
    await press(element, given);
    expect(answerMock).toHaveBeenCalledWith({ opportunityId: DEAL, answer: given });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(words(element)).toBe(next);
    await expect(element).toBeAccessible();
  });

  it('asks again when the answer could not be kept', async () => {
    answerMock.mockRejectedValueOnce({ body: { message: 'Answered already.' } });
    const element = show();
    wire.emit({ asked: true, won: false });
    await settle();
    await press(element, 'Used');
    expect(words(element)).toBe('Was a customer reference used on this deal?');
    const panel = element.shadowRoot?.querySelector<HTMLElement & { error: { body: { message: string } } }>('c-error-panel');
    expect(panel?.error.body.message).toBe('Answered already.');
  });
});
