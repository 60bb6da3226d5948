import { createElement } from 'lwc';
import AdvocateCareForm from 'c/advocateCareForm';
import { card } from '../../advocateService/__tests__/data/cards';

type Field = HTMLElement & { value: unknown };

function show(differences: Parameters<typeof card>[0] = {}, valid = true, consents: unknown = []): HTMLElement {
  const element = createElement('c-advocate-care-form', { is: AdvocateCareForm });
  Object.assign(element, { advocate: card(differences) });
  document.body.appendChild(element);
  element.shadowRoot?.querySelectorAll('[data-field]').forEach((field) => {
    Object.defineProperty(field, 'reportValidity', { value: () => valid });
  });
  const lines = element.shadowRoot?.querySelector('c-consent-lines') as Element;
  Object.defineProperty(lines, 'changes', { value: () => consents ?? undefined });
  return element;
}

function save(element: HTMLElement): jest.Mock {
  const saved = jest.fn();
  element.addEventListener('care', (event) => saved((event as CustomEvent).detail));
  element.shadowRoot?.querySelector('[data-action="save"]')?.dispatchEvent(new CustomEvent('click'));
  return saved;
}

const field = (element: HTMLElement, selector: string): Field => element.shadowRoot?.querySelector(selector) as Field;

describe('c-advocate-care-form', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('names the person to whoever owns them, with what they agreed to', async () => {
    const element = show();
    expect(element.shadowRoot?.querySelector<HTMLElement & { heading: string }>('c-form-box')?.heading).toBe('Looking after Ada Advocate');
    expect(element.shadowRoot?.querySelector<HTMLElement & { lines: unknown[] }>('c-consent-lines')?.lines).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('hands on only what changed', () => {
    const agreed = [{ permission: 'Never' }];
    const element = show({ restDays: 14, lastThankedOn: '2026-11-01' }, true, agreed);
    field(element, '[data-field="Quiet_Until__c"]').value = '2026-12-31';
    field(element, '[data-field="Rest_Days__c"]').value = '';
    expect(save(element)).toHaveBeenCalledWith({
      advocateId: 'a00000000000001AAA',
      fields: { Quiet_Until__c: '2026-12-31', Rest_Days__c: '' },
      consents: agreed,
    });
  });

  it('hands on nothing while a field or an agreement is wrong', () => {
    expect(save(show({}, false))).not.toHaveBeenCalled();
    document.body.replaceChildren();
    expect(save(show({}, true, null))).not.toHaveBeenCalled();
  });

  it('can be given up', () => {
    const element = show();
    const cancelled = jest.fn();
    element.addEventListener('cancel', cancelled);
    element.shadowRoot?.querySelector('[data-action="cancel"]')?.dispatchEvent(new CustomEvent('click'));
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
