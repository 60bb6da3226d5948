import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import NoPermissionSet from 'c/noPermissionSet';

jest.mock('@salesforce/userPermission/CustomizeApplication', () => ({ __esModule: true, default: true }), { virtual: true });

async function show(): Promise<HTMLElement> {
  const element = createElement('c-no-permission-set', { is: NoPermissionSet });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const messageOf = (element: HTMLElement): string | undefined =>
  element.shadowRoot?.querySelector<HTMLElement & { message: string }>('c-empty-state')?.message;

describe('c-no-permission-set for administrators', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('leads an administrator to set-up', async () => {
    const element = await show();
    expect(messageOf(element)).toContain('Set-up');
    element.shadowRoot?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
    expect(navigate).toHaveBeenCalledWith({ type: 'standard__navItemPage', attributes: { apiName: 'Vouchsafe_Setup' } }, undefined);
    await expect(element).toBeAccessible();
  });
});
