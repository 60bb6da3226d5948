import { createElement } from 'lwc';
import OutcomeForm from 'c/outcomeForm';

type Field = HTMLElement & { value: string; max: string };

function show(kind: string, valid = true): HTMLElement {
  const element = createElement('c-outcome-form', { is: OutcomeForm });
  Object.assign(element, { kind });
  document.body.appendChild(element);
  element.shadowRoot?.querySelectorAll('[data-field]').forEach((field) => {
    Object.defineProperty(field, 'reportValidity', { value: () => valid });
  });
  return element;
}

const field = (element: HTMLElement, name: string): Field => element.shadowRoot?.querySelector(`[data-field="${name}"]`) as Field;

function save(element: HTMLElement): jest.Mock {
  const saved = jest.fn();
  element.addEventListener('save', (event) => saved((event as CustomEvent).detail));
  element.shadowRoot?.querySelector('[data-action="save"]')?.dispatchEvent(new CustomEvent('click'));
  return saved;
}

describe('c-outcome-form', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('records that it happened, today unless said otherwise', async () => {
    const element = show('Completed');
    const { max } = field(element, 'tookPlaceOn');
    expect(save(element)).toHaveBeenCalledWith({ outcome: 'Completed', tookPlaceOn: max, effect: 'Helped', feedback: '', rating: '' });
    await expect(element).toBeAccessible();
  });

  it('records that it did not happen', async () => {
    const element = show('Missed');
    expect(field(element, 'tookPlaceOn')).toBeNull();
    expect(save(element)).toHaveBeenCalledWith({ outcome: 'Missed', feedback: '' });
    await expect(element).toBeAccessible();
  });

  it('records when it will happen instead', async () => {
    const element = show('Moved');
    field(element, 'scheduledAt').value = '2026-12-02T15:00:00.000Z';
    expect(save(element)).toHaveBeenCalledWith({ outcome: 'Moved', scheduledAt: '2026-12-02T15:00:00.000Z', feedback: '' });
    await expect(element).toBeAccessible();
  });

  it('records nothing while a field is wrong', () => {
    expect(save(show('Completed', false))).not.toHaveBeenCalled();
  });

  it('can be given up', () => {
    const element = show('Completed');
    const cancelled = jest.fn();
    element.addEventListener('cancel', cancelled);
    element.shadowRoot?.querySelector('[data-action="cancel"]')?.dispatchEvent(new CustomEvent('click'));
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  it('records how good it was', () => {
    const element = show('Completed');
    field(element, 'rating').value = '4';
    expect(save(element)).toHaveBeenCalledWith(expect.objectContaining({ rating: '4' }));
  });

  it.each([
    [false, 'When will it be?'],
    [true, 'It moved'],
  ])('sets a first date or moves it (set before: %p)', async (scheduled, heading) => {
    const element = show('Moved');
    Object.assign(element, { scheduled });
    await Promise.resolve();
    const box = element.shadowRoot?.querySelector<HTMLElement & { heading: string }>('c-form-box');
    expect(box?.heading).toBe(heading);
  });
});
