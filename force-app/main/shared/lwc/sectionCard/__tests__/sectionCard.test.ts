import { createElement } from 'lwc';
import SectionCard from 'c/sectionCard';

function show(properties: Record<string, unknown> = {}): HTMLElement {
  const element = createElement('c-section-card', { is: SectionCard });
  Object.assign(element, { heading: 'Waiting for me', ...properties });
  document.body.appendChild(element);
  return element;
}

describe('c-section-card', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is a heading with its content', async () => {
    const element = show();
    expect(element.shadowRoot?.querySelector('h2')?.textContent).toBe('Waiting for me');
    expect(element.shadowRoot?.querySelector('c-loading-rows, c-error-panel')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('holds the place of what is loading', async () => {
    const element = show({ loading: true, rows: 4 });
    expect(element.shadowRoot?.querySelector<HTMLElement & { rows: number }>('c-loading-rows')?.rows).toBe(4);
    await expect(element).toBeAccessible();
  });

  it('says what went wrong and tries again on demand', async () => {
    const element = show({ error: new Error('No connection.') });
    const retried = jest.fn();
    element.addEventListener('retry', retried);
    element.shadowRoot?.querySelector('c-error-panel')?.dispatchEvent(new CustomEvent('retry'));
    expect(retried).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
