import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';

function show(properties: Record<string, unknown>): HTMLElement {
  const element = createElement('c-error-panel', { is: ErrorPanel });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-error-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says one sentence, as text and never as markup', async () => {
    const element = show({ error: { body: { message: '<b>No</b> "way".' } } });
    expect(element.shadowRoot?.querySelector('.sentence')?.textContent).toBe('<b>No</b> "way".');
    expect(element.shadowRoot?.querySelector('b')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows nothing without an error', () => {
    expect(show({}).shadowRoot?.querySelector('[role="alert"]')).toBeNull();
  });

  it('lets the reader try again when that makes sense', () => {
    const element = show({ error: 'No.', retryable: true });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    element.shadowRoot?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
