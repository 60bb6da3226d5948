import { createElement } from 'lwc';
import LoadingRows from 'c/loadingRows';

describe('c-loading-rows', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('holds as many places as asked, and says that it loads', async () => {
    const element = createElement('c-loading-rows', { is: LoadingRows });
    element.rows = 5;
    document.body.appendChild(element);
    expect(element.shadowRoot?.querySelectorAll('.row')).toHaveLength(5);
    expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).toContain('Loading');
    await expect(element).toBeAccessible();
  });
});
