import { createElement } from 'lwc';
import AdvocateComparison from 'c/advocateComparison';
import { rank } from 'c/matchingService';
import { advocate, criterion } from '../../matchingService/__tests__/data/matches';

function show(): HTMLElement {
  const criteria = [criterion()];
  const { ranked } = rank(
    [
      advocate({ id: 'one', name: 'ADV-000001', degrees: { Industry: 1 }, matched: { Industry: ['Banking'] } }),
      advocate({
        id: 'two',
        name: 'ADV-000002',
        accountName: 'Mobile Inc',
        degrees: { Industry: 0 },
        languages: [],
        verifiedOn: null,
        readiness: 0.7,
      }),
    ],
    criteria,
  );
  const element = createElement('c-advocate-comparison', { is: AdvocateComparison });
  Object.assign(element, { entries: ranked, criteria });
  document.body.appendChild(element);
  return element;
}

describe('c-advocate-comparison', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('puts every criterion and what else matters side by side', async () => {
    const element = show();
    const rows = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows.slice(0, 4)).toEqual([
      ['Match', '100', '0'],
      ['Industry', 'Banking', 'no match'],
      ['Readiness', '100 %', '70 %'],
      ['Can be asked', 'Free', 'Free'],
    ]);
    expect(rows.at(-2)).toEqual(['Languages', 'English, German', 'not known']);
    await expect(element).toBeAccessible();
  });

  it('leads from a column to the ask, and can be closed', () => {
    const element = show();
    const heard = jest.fn();
    element.addEventListener('advocateselect', (event) => heard((event as CustomEvent).detail));
    element.addEventListener('close', () => heard('closed'));
    element.shadowRoot?.querySelector('[data-id="two"]')?.dispatchEvent(new CustomEvent('click'));
    element.shadowRoot?.querySelector('[data-action="close"]')?.dispatchEvent(new CustomEvent('click'));
    expect(heard.mock.calls).toEqual([['two'], ['closed']]);
  });
});
