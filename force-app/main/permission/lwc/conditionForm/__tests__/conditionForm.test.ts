import { createElement } from 'lwc';
import ConditionForm from 'c/conditionForm';

function show(): HTMLElement {
  const element = createElement('c-condition-form', { is: ConditionForm });
  Object.assign(element, { activityType: 'Reference Call' });
  document.body.appendChild(element);
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

function fillIn(element: HTMLElement, values: Record<string, string>, valid = true): void {
  element.shadowRoot?.querySelectorAll<HTMLElement & { value: string }>('[data-field]').forEach((field) => {
    Object.defineProperty(field, 'reportValidity', { value: () => valid });
    field.value = values[field.dataset.field ?? ''] ?? '';
  });
}

async function keep(element: HTMLElement): Promise<void> {
  find(element, '[data-name="keep"]')?.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
  await Promise.resolve();
}

async function approve(element: HTMLElement): Promise<jest.Mock> {
  const approved = jest.fn();
  element.addEventListener('approve', (event) => approved((event as CustomEvent).detail));
  find(element, '[data-action="approve-with-condition"]')?.dispatchEvent(new CustomEvent('click'));
  await Promise.resolve();
  return approved;
}

describe('c-condition-form', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('approves under a condition', async () => {
    const element = show();
    fillIn(element, { note: 'By mail first', notBefore: '2026-12-01' });
    await expect(element).toBeAccessible();
    expect(await approve(element)).toHaveBeenCalledWith({ decision: 'Approve', note: 'By mail first', notBefore: '2026-12-01' });
  });

  it('asks for a condition when there is none', async () => {
    const element = show();
    fillIn(element, { note: ' ' });
    expect(await approve(element)).not.toHaveBeenCalled();
    expect(find(element, '[role="alert"]')?.textContent).toBe('Give a day or a condition, or simply approve.');
  });

  it('sends nothing while a field is wrong', async () => {
    const element = show();
    fillIn(element, { notBefore: '2020-01-01' }, false);
    expect(await approve(element)).not.toHaveBeenCalled();
  });

  it('keeps the answer for all that follow, until a day or without end', async () => {
    const element = show();
    expect(find<HTMLElement & { label: string }>(element, '[data-name="keep"]')?.label).toBe(
      'Say this to every Reference Call from now on, without asking me',
    );
    await keep(element);
    fillIn(element, { keepUntil: '2027-05-12' });
    await expect(element).toBeAccessible();
    expect(await approve(element)).toHaveBeenCalledWith({ decision: 'Approve', note: '', notBefore: '', keepUntil: '2027-05-12' });
  });
});
