import { createElement } from 'lwc';
import AskPanel from 'c/askPanel';
import { ASK_DEFAULTS } from '../../../../matching/lwc/matchingService/__tests__/data/matches';

type Field = HTMLElement & { value: string; options: unknown; min: string; reportValidity(): boolean };

function show(properties: Record<string, unknown> = {}): HTMLElement {
  const element = createElement('c-ask-panel', { is: AskPanel });
  Object.assign(element, { accountName: 'Harbour Bank', activityTypes: [], defaults: ASK_DEFAULTS, ...properties });
  document.body.appendChild(element);
  return element;
}

const field = (element: HTMLElement, name: string): Field => element.shadowRoot?.querySelector(`[data-field="${name}"]`) as Field;

function listen(element: HTMLElement, type: string): jest.Mock {
  const heard = jest.fn();
  element.addEventListener(type, (event) => heard((event as CustomEvent).detail));
  return heard;
}

function press(element: HTMLElement, action: string): void {
  element.shadowRoot?.querySelector(`[data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));
}

function answerValidity(element: HTMLElement, valid: (name: string | undefined) => boolean): void {
  element.shadowRoot?.querySelectorAll<Field>('[data-field]').forEach((one) => {
    Object.defineProperty(one, 'reportValidity', { value: () => valid(one.dataset.field) });
  });
}

describe('c-ask-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is filled in from the deal, and says who decides', async () => {
    const element = show();
    expect(element.shadowRoot?.querySelector('.heading')?.textContent).toBe('Ask Harbour Bank to vouch');
    expect(field(element, 'activityType').value).toBe('Reference Call');
    expect(field(element, 'needBy').value).toBe('2099-01-15');
    expect(field(element, 'context').value).toBe('They worry about migration.');
    expect(element.shadowRoot?.querySelector('.promise')?.textContent).toContain('The account owner decides.');
    await expect(element).toBeAccessible();
  });

  it('offers only the kinds of reference this customer gives', () => {
    const element = show({ activityTypes: ['Site Visit', 'Speaking'] });
    expect(field(element, 'activityType').options).toEqual([{ label: 'Site Visit', value: 'Site Visit' }]);
    expect(field(element, 'activityType').value).toBe('Site Visit');
  });

  it('sends what was filled in', () => {
    const element = show();
    answerValidity(element, () => true);
    const sent = listen(element, 'send');
    field(element, 'context').value = 'Only <b>half</b> an hour';
    press(element, 'send');
    expect(sent).toHaveBeenCalledWith({
      activityType: 'Reference Call',
      needBy: '2099-01-15',
      context: 'Only <b>half</b> an hour',
      valueToCustomer: '',
      alternateIds: [],
      eligibilityOverride: '',
    });
  });

  it('sends the alternates that were ticked, best first', async () => {
    const element = show({
      alternates: [
        { id: 'two', name: 'Mobile Inc' },
        { id: 'three', name: 'Third Co' },
      ],
    });
    answerValidity(element, () => true);
    const sent = listen(element, 'send');
    element.shadowRoot?.querySelector<HTMLInputElement>('.alternate input[value="three"]')?.click();
    press(element, 'send');
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ alternateIds: ['three'] }));
    await expect(element).toBeAccessible();
  });

  it('hands a need to the desk without a word on a customer', async () => {
    const element = show({ desk: true });
    answerValidity(element, () => true);
    const sent = listen(element, 'send');
    expect(element.shadowRoot?.querySelector('.heading')?.textContent).toBe('Ask the desk');
    expect(field(element, 'valueToCustomer')).toBeNull();
    press(element, 'send');
    expect(sent).toHaveBeenCalledWith({
      activityType: 'Reference Call',
      needBy: '2099-01-15',
      context: 'They worry about migration.',
      alternateIds: [],
      eligibilityOverride: '',
    });
    await expect(element).toBeAccessible();
  });

  it('does not send while a field is wrong', () => {
    const element = show();
    answerValidity(element, (name) => name !== 'needBy');
    const sent = listen(element, 'send');
    press(element, 'send');
    expect(sent).not.toHaveBeenCalled();
  });

  it('accepts no day in the past', () => {
    expect(field(show(), 'needBy').min).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('is given up by button and by Escape', () => {
    const element = show();
    const cancelled = listen(element, 'cancel');
    press(element, 'cancel');
    element.shadowRoot?.querySelector('.panel')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(cancelled).toHaveBeenCalledTimes(2);
  });

  it('shows why an ask was refused', () => {
    const element = show({ error: new Error('Resting.') });
    expect(element.shadowRoot?.querySelector<HTMLElement & { error: Error }>('c-error-panel')?.error.message).toBe('Resting.');
  });

  it('asks an early deal why it can’t wait, and nobody else', async () => {
    expect(field(show(), 'eligibilityOverride')).toBeNull();
    const defaults = {
      ...ASK_DEFAULTS,
      eligibleFrom: 'Proposal',
      overrideReasons: [{ value: 'The decision is near', label: 'Die Entscheidung ist nah' }],
    };
    const element = show({ defaults });
    const checked: (string | undefined)[] = [];
    answerValidity(element, (name) => checked.push(name) > 0);
    const sent = listen(element, 'send');
    const reason = field(element, 'eligibilityOverride') as Field & { label: string; required: boolean };
    expect([reason.label, reason.required]).toEqual(['Usually from Proposal on. Why now?', true]);
    expect(reason.options).toEqual([{ label: 'Die Entscheidung ist nah', value: 'The decision is near' }]);
    reason.value = 'The decision is near';
    reason.dispatchEvent(new CustomEvent('change'));
    expect(checked).toEqual(['eligibilityOverride']);
    press(element, 'send');
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ eligibilityOverride: 'The decision is near' }));
    await expect(element).toBeAccessible();
  });
});
