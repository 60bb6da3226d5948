import { createElement } from 'lwc';
import EmptyState from 'c/emptyState';

describe('c-empty-state', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says what is missing and what to do', async () => {
    const element = createElement('c-empty-state', { is: EmptyState });
    Object.assign(element, { heading: 'Nothing here', message: 'Add something.' });
    document.body.appendChild(element);
    expect(element.shadowRoot?.querySelector('.heading')?.textContent).toBe('Nothing here');
    expect(element.shadowRoot?.querySelector('.message')?.textContent).toBe('Add something.');
    await expect(element).toBeAccessible();
  });
});
