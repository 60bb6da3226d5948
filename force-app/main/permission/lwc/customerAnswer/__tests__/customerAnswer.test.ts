import { createElement } from 'lwc';
import CustomerAnswer from 'c/customerAnswer';
import recordCustomerAnswer from '@salesforce/apex/PermissionController.recordCustomerAnswer';
import { ask, refusal } from '../../permissionService/__tests__/data/asks';

jest.mock('@salesforce/apex/PermissionController.recordCustomerAnswer', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true,
});

const recordMock = recordCustomerAnswer as unknown as jest.Mock;

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function show(differences: Parameters<typeof ask>[0] = {}): HTMLElement {
  const element = createElement('c-customer-answer', { is: CustomerAnswer });
  Object.assign(element, { ask: ask(differences) });
  document.body.appendChild(element);
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);

async function fire(element: HTMLElement, selector: string, event: string): Promise<jest.Mock> {
  const answered = jest.fn();
  element.addEventListener('answered', (heard) => answered((heard as CustomEvent).detail));
  find(element, selector)?.dispatchEvent(new CustomEvent(event));
  await settle();
  return answered;
}

describe('c-customer-answer', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('offers a draft before the owner decides, and no answer yet', async () => {
    const element = show({ customerAnswer: 'Not Asked' });
    expect(find(element, '.said')).toBeNull();
    expect(find(element, '[data-answer]')).toBeNull();
    await fire(element, '[data-action="write"]', 'click');
    expect(find(element, 'c-customer-message')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('notes that the customer was asked once the draft was taken along, and tells the page', async () => {
    recordMock.mockResolvedValue(ask());
    const element = show({ customerAnswer: 'Not Asked' });
    await fire(element, '[data-action="write"]', 'click');
    const answered = await fire(element, 'c-customer-message', 'written');
    expect(recordMock).toHaveBeenCalledWith({ permissionRequestId: 'a03000000000001AAA', answer: 'Asked' });
    expect(answered).toHaveBeenCalledWith('a03000000000001AAA');
  });

  it('leaves an answer alone when the draft is taken along again', async () => {
    const element = show({ status: 'Approved', customerAnswer: 'Agreed' });
    await fire(element, '[data-action="write"]', 'click');
    await fire(element, 'c-customer-message', 'written');
    expect(recordMock).not.toHaveBeenCalled();
  });

  it.each([
    [{ status: 'Pending', customerAnswer: 'Asked' }, 'Asked, no answer yet'],
    [{ status: 'Approved', customerAnswer: 'Not Asked', releaseMode: 'After Customer Agrees' }, 'not answered yet'],
  ])('takes the answer where one is awaited: %#', async (differences, words) => {
    recordMock.mockResolvedValue(ask());
    const element = show(differences);
    expect(find(element, '.said')?.textContent).toBe(words);
    await expect(element).toBeAccessible();
    await fire(element, '[data-answer="Declined"]', 'click');
    expect(recordMock).toHaveBeenCalledWith({ permissionRequestId: 'a03000000000001AAA', answer: 'Declined' });
  });

  it('keeps quiet about an answer that nobody awaits, but takes one', async () => {
    recordMock.mockResolvedValue(ask());
    const element = show({ status: 'Approved', customerAnswer: 'Agreed', releaseMode: 'On Approval' });
    expect(find(element, '.said')?.textContent).toBe('They agreed');
    expect(find(element, '[data-answer]')).toBeNull();
    await fire(element, '[data-action="tell"]', 'click');
    await expect(element).toBeAccessible();
    await fire(element, '[data-answer="Declined"]', 'click');
    expect(recordMock).toHaveBeenCalledWith({ permissionRequestId: 'a03000000000001AAA', answer: 'Declined' });
    expect(find(element, '[data-answer]')).toBeNull();
  });

  it('says why an answer could not be stored', async () => {
    recordMock.mockRejectedValue(refusal('Not yours.'));
    const element = show({ customerAnswer: 'Asked' });
    await fire(element, '[data-answer="Agreed"]', 'click');
    expect(find<HTMLElement & { error: unknown }>(element, 'c-error-panel')?.error).toEqual(refusal('Not yours.'));
  });
});
