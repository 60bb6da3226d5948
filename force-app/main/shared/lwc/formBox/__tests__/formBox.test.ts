import { createElement } from 'lwc';
import FormBox from 'c/formBox';

function show(heading?: string): HTMLElement {
  const element = createElement('c-form-box', { is: FormBox });
  Object.assign(element, { heading });
  document.body.appendChild(element);
  return element;
}

describe('c-form-box', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is named by its heading', async () => {
    const element = show('Whom would you rather offer?');
    expect(element.shadowRoot?.querySelector('section')?.getAttribute('aria-label')).toBe('Whom would you rather offer?');
    expect(element.shadowRoot?.querySelector('h4')?.textContent).toBe('Whom would you rather offer?');
    await expect(element).toBeAccessible();
  });

  it('does without a heading', async () => {
    const element = show();
    expect(element.shadowRoot?.querySelector('h4')).toBeNull();
    await expect(element).toBeAccessible();
  });
});
