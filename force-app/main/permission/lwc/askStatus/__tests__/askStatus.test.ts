import { createElement } from 'lwc';
import AskStatus from 'c/askStatus';

describe('c-ask-status', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it.each([
    ['Queued', 'In line'],
    ['Pending', 'Waiting'],
    ['Approved', 'Approved'],
    ['Declined', 'Not this time'],
    ['Expired', 'Expired'],
    ['Withdrawn', 'Withdrawn'],
    ['Completed', 'Took place'],
    ['Missed', "Didn't happen"],
    ['Unheard Of', 'Unheard Of'],
  ])('says %s as %s', async (status, words) => {
    const element = createElement('c-ask-status', { is: AskStatus });
    element.status = status;
    document.body.appendChild(element);
    expect(element.shadowRoot?.querySelector('.badge')?.textContent).toBe(words);
    await expect(element).toBeAccessible();
  });
});
