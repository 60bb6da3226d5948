import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import AdvocateCard from 'c/advocateCard';
import { rank } from 'c/matchingService';
import { advocate, criterion } from '../../matchingService/__tests__/data/matches';

const criteria = [criterion(), criterion({ name: 'Products', label: 'Products', weight: 1, wanted: ['Analytics', 'Mobile'] })];

function show(differences: Parameters<typeof advocate>[0] = {}, properties: Record<string, unknown> = {}): HTMLElement {
  const someone = advocate({
    degrees: { Industry: 1, Products: 0.5 },
    matched: { Industry: ['Banking'], Products: ['Analytics'] },
    readiness: 0.85,
    ...differences,
  });
  const element = createElement('c-advocate-card', { is: AdvocateCard });
  Object.assign(element, { entry: rank([someone], criteria).ranked[0], criteria, ...properties });
  document.body.appendChild(element);
  return element;
}

const text = (element: HTMLElement, selector: string): string | null | undefined =>
  element.shadowRoot?.querySelector(selector)?.textContent;

describe('c-advocate-card', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows company, role, score, reasons and availability at a glance', async () => {
    const element = show({ answersWithinHours: 20 });
    expect(text(element, '.name')).toBe('Harbour Bank');
    expect(text(element, '.summary')).toBe('Head of IT · Banking · Germany · 1000-4999');
    expect(text(element, '.points')).toBe('74');
    expect(element.shadowRoot?.querySelector<HTMLElement>('.bar')?.style.width).toBe('74%');
    expect([...(element.shadowRoot?.querySelectorAll('.reason span') ?? [])].map((reason) => reason.textContent)).toEqual([
      'Industry: Banking',
      '1 of 2 Products: Analytics',
    ]);
    expect(text(element, '.state')).toBe('Free');
    expect(text(element, '.rhythm')).toBe('0 of 2 uses this quarter · usually answers within a day');
    await expect(element).toBeAccessible();
  });

  it('opens every factor of the score on demand', async () => {
    const element = show();
    expect(element.shadowRoot?.querySelector('table')).toBeNull();
    element.shadowRoot?.querySelector<HTMLButtonElement>('.why')?.click();
    await Promise.resolve();
    expect([...(element.shadowRoot?.querySelectorAll('tbody .number') ?? [])].map((cell) => cell.textContent)).toEqual([
      '75 of 75',
      '13 of 25',
    ]);
    expect([...(element.shadowRoot?.querySelectorAll('tfoot .number') ?? [])].map((cell) => cell.textContent)).toEqual([
      '88',
      '× 85 %',
      '74',
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows a story as text and never as markup', async () => {
    const element = show({ story: '<img src=x onerror=alert(1)>' });
    element.shadowRoot?.querySelector<HTMLButtonElement>('.why')?.click();
    await Promise.resolve();
    expect(text(element, '.story')).toBe('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img')).toBeNull();
  });

  it('is picked by its id', () => {
    const element = show();
    const select = jest.fn();
    element.addEventListener('advocateselect', (event) => select((event as CustomEvent).detail));
    element.shadowRoot?.querySelector('[data-action="ask"]')?.dispatchEvent(new CustomEvent('click'));
    expect(select).toHaveBeenCalledWith('a00000000000001AAA');
  });

  it('can be put into a comparison, unless that is full', () => {
    const element = show();
    const changed = jest.fn();
    element.addEventListener('comparechange', (event) => changed((event as CustomEvent).detail));
    element.shadowRoot?.querySelector<HTMLInputElement>('.compare input')?.click();
    expect(changed).toHaveBeenCalledWith('a00000000000001AAA');
    expect(show({}, { comparisonFull: true }).shadowRoot?.querySelector<HTMLInputElement>('.compare input')?.disabled).toBe(true);
    expect(show({}, { comparisonFull: true, compared: true }).shadowRoot?.querySelector<HTMLInputElement>('.compare input')?.disabled).toBe(
      false,
    );
  });

  it('leads to the account', () => {
    const element = show();
    element.shadowRoot?.querySelector<HTMLAnchorElement>('.name a')?.click();
    expect(navigate).toHaveBeenCalledWith(
      { type: 'standard__recordPage', attributes: { recordId: '001000000000001AAA', objectApiName: 'Account', actionName: 'view' } },
      undefined,
    );
  });

  it('shows neither a score nor a reason where nothing is compared', async () => {
    const element = show({}, { criteria: [criterion({ wanted: [] })] });
    expect(text(element, '.points')).toBeUndefined();
    expect(text(element, '.why')).toBe('Show more');
    element.shadowRoot?.querySelector<HTMLButtonElement>('.why')?.click();
    await Promise.resolve();
    expect(element.shadowRoot?.querySelector('table')).toBeNull();
    expect(text(element, '.story')).toContain('Replaced three systems.');
    await expect(element).toBeAccessible();
  });

  it.each([true, false])('is kept at hand or let go by one tap (kept: %p)', async (favourite) => {
    const element = show({ favourite });
    const told = jest.fn();
    element.addEventListener('favouritechange', (event) => told((event as CustomEvent).detail));
    const star = element.shadowRoot?.querySelector<HTMLButtonElement>('[data-action="favourite"]');
    expect(star?.getAttribute('aria-pressed')).toBe(String(favourite));
    expect(star?.getAttribute('aria-label')).toBe('Keep Harbour Bank at hand');
    star?.click();
    expect(told).toHaveBeenCalledWith({ id: 'a00000000000001AAA', favourite: !favourite });
    await expect(element).toBeAccessible();
  });
});
