import { createElement } from 'lwc';
import getPolicy from '@salesforce/apex/PolicyController.getPolicy';
import savePolicy from '@salesforce/apex/PolicyController.savePolicy';
import PolicyEditor from 'c/policyEditor';

jest.mock('@salesforce/apex/PolicyController.getPolicy', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PolicyController.savePolicy', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const POLICY = {
  fields: [
    { name: 'Rest_Days__c', label: 'Rest', help: 'Days of rest.', kind: 'Number', standard: '14' },
    { name: 'Digest__c', label: 'Digest', kind: 'Checkbox', value: 'true', standard: 'false' },
    { name: 'Split_Rule__c', label: 'Split', kind: 'Choice', value: 'Even', standard: 'Even', options: ['Even', 'First'] },
    { name: 'Amount_Field__c', label: 'Amount', kind: 'Text', value: 'Amount' },
  ],
};

type Field = HTMLElement & { value: unknown; checked: boolean; placeholder: string };
const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

async function show(valid = true): Promise<HTMLElement> {
  const element = createElement('c-policy-editor', { is: PolicyEditor });
  document.body.appendChild(element);
  await settle();
  element.shadowRoot?.querySelectorAll('[data-name]').forEach((field) => {
    Object.defineProperty(field, 'reportValidity', { value: () => valid });
  });
  return element;
}

async function press(element: HTMLElement, action: string): Promise<jest.Mock> {
  const toast = jest.fn();
  element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.title));
  find(element, `[data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));
  await settle();
  return toast;
}

describe('c-policy-editor', () => {
  beforeEach(() => {
    mocked(getPolicy).mockResolvedValue(POLICY);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows every rule with what holds while it is blank', async () => {
    const element = await show();
    expect(find<Field>(element, '[data-name="Rest_Days__c"]')?.placeholder).toBe('Standard: 14');
    expect(find<Field>(element, '[data-name="Digest__c"]')?.checked).toBe(true);
    expect(find<Field>(element, '[data-name="Split_Rule__c"]')?.value).toBe('Even');
    await expect(element).toBeAccessible();
  });

  it('stores only what changed', async () => {
    mocked(savePolicy).mockResolvedValue(POLICY);
    const element = await show();
    (find(element, '[data-name="Rest_Days__c"]') as Field).value = '21';
    (find(element, '[data-name="Digest__c"]') as Field).checked = false;
    const toast = await press(element, 'save');
    expect(savePolicy).toHaveBeenCalledWith({ values: { Rest_Days__c: '21', Digest__c: 'false' } });
    expect(toast).toHaveBeenCalledWith('The rules are stored.');
  });

  it('stores nothing while a field is wrong', async () => {
    await press(await show(false), 'save');
    expect(savePolicy).not.toHaveBeenCalled();
  });

  it('shows why a rule was not stored', async () => {
    mocked(savePolicy).mockRejectedValue({ body: { message: 'No such field.' } });
    const element = await show();
    await press(element, 'save');
    expect(find<HTMLElement & { error: unknown }>(element, 'c-error-panel')?.error).toEqual({ body: { message: 'No such field.' } });
  });

  it('shows why it could not read, and tries again', async () => {
    mocked(getPolicy).mockRejectedValueOnce({ body: { message: 'Ask your administrator.' } });
    const element = await show();
    find(element, 'c-section-card')?.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, '.fields')).not.toBeNull();
  });
});
