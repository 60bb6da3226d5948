import { createElement } from 'lwc';
import OwnerPage from 'c/ownerPage';

jest.mock('@salesforce/customPermission/Vouchsafe_Decide', () => ({ __esModule: true, default: true }), { virtual: true });

async function show(): Promise<HTMLElement> {
  const element = createElement('c-owner-page', { is: OwnerPage });
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

describe('c-owner-page', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows owners their home', async () => {
    const element = await show();
    expect(element.shadowRoot?.querySelector('c-owner-home')).not.toBeNull();
    expect(element.shadowRoot?.querySelector('c-no-permission-set')).toBeNull();
  });
});
