import { createElement } from 'lwc';
import ApprovedAsk from 'c/approvedAsk';
import { ask } from '../../permissionService/__tests__/data/asks';

function show(differences: Parameters<typeof ask>[0] = {}): HTMLElement {
  const element = createElement('c-approved-ask', { is: ApprovedAsk });
  Object.assign(element, { ask: ask({ status: 'Approved', ...differences }) });
  document.body.appendChild(element);
  return element;
}

describe('c-approved-ask', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says who may ask whom for what, under which conditions', async () => {
    const element = show({ conditionNotBefore: '2026-12-05', conditionNote: 'By mail first.' });
    expect([...(element.shadowRoot?.querySelectorAll('h3, p') ?? [])].map((one) => one.textContent)).toEqual([
      'Harbour Bank · Head of IT · Banking · Europe',
      'Rita Rep · Reference Call · Needed by Dec 1, 2026',
      'Not before Dec 5, 2026 · By mail first.',
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that it is approved where others are not', async () => {
    const element = show();
    expect(element.shadowRoot?.querySelector('c-ask-status')).toBeNull();
    Object.assign(element, { labelled: true });
    await Promise.resolve();
    expect(element.shadowRoot?.querySelector<HTMLElement & { status: string }>('c-ask-status')?.status).toBe('Approved');
    await expect(element).toBeAccessible();
  });

  it('does without conditions', () => {
    const element = show();
    expect(element.shadowRoot?.querySelector('.weak')).toBeNull();
    expect(element.shadowRoot?.querySelector<HTMLElement & { ask: unknown }>('c-customer-answer')?.ask).toEqual(
      ask({ status: 'Approved' }),
    );
  });
});
