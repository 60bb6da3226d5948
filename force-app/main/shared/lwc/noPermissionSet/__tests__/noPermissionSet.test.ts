import { createElement } from 'lwc';
import NoPermissionSet from 'c/noPermissionSet';

jest.mock('@salesforce/userPermission/CustomizeApplication', () => ({ __esModule: true, default: undefined }), { virtual: true });

async function show(): Promise<HTMLElement> {
  const element = createElement('c-no-permission-set', { is: NoPermissionSet });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const messageOf = (element: HTMLElement): string | undefined =>
  element.shadowRoot?.querySelector<HTMLElement & { message: string }>('c-empty-state')?.message;

describe('c-no-permission-set', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says whom to ask', async () => {
    const element = await show();
    expect(messageOf(element)).toBe('Ask your Vouchsafe program manager for a permission set.');
    expect(element.shadowRoot?.querySelector('lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
