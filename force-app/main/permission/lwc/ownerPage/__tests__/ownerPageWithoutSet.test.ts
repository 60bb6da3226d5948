import { createElement } from 'lwc';
import OwnerPage from 'c/ownerPage';

jest.mock('@salesforce/customPermission/Vouchsafe_Decide', () => ({ __esModule: true, default: undefined }), { virtual: true });

async function show(): Promise<HTMLElement> {
  const element = createElement('c-owner-page', { is: OwnerPage });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

describe('c-owner-page without the permission', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows others one sentence and reads nothing', async () => {
    const element = await show();
    expect(element.shadowRoot?.querySelector('c-no-permission-set')).not.toBeNull();
    expect(element.shadowRoot?.querySelector('c-owner-home')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
