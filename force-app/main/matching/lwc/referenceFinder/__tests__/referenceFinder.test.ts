import { createElement } from 'lwc';
import askTheDesk from '@salesforce/apex/MatchingController.askTheDesk';
import findAdvocates from '@salesforce/apex/MatchingController.findAdvocates';
import keepAtHand from '@salesforce/apex/MatchingController.keepAtHand';
import ask from '@salesforce/apex/PermissionController.ask';
import askRanked from '@salesforce/apex/PermissionController.askRanked';
import { refreshApex } from '@salesforce/apex';
import ReferenceFinder from 'c/referenceFinder';
import type { Ranking } from 'c/matchingService';
import { advocate, matchResult } from '../../matchingService/__tests__/data/matches';

jest.mock(
  '@salesforce/apex/MatchingController.findAdvocates',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/PermissionController.ask', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MatchingController.keepAtHand', () => ({ __esModule: true, default: jest.fn(() => Promise.resolve()) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/MatchingController.askTheDesk', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PermissionController.askRanked', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = findAdvocates as unknown as {
  emit(data: unknown): void;
  error(body: unknown, status?: number): void;
  getLastConfig(): unknown;
};
const askMock = ask as unknown as jest.Mock;
const keepMock = keepAtHand as unknown as jest.Mock;

const banking = advocate({ id: 'a00000000000001AAA', name: 'ADV-000001', degrees: { Industry: 1, Products: 0 } });
const mobile = advocate({ id: 'a00000000000002AAA', name: 'ADV-000002', accountName: 'Mobile Inc', degrees: { Industry: 0, Products: 1 } });
const NEED = { activityType: 'Reference Call', needBy: '2099-01-15', context: 'Please', valueToCustomer: '' };
const FORM = { ...NEED, alternateIds: [], eligibilityOverride: '' };

function show(): HTMLElement {
  const element = createElement('c-reference-finder', { is: ReferenceFinder });
  element.recordId = '006000000000001AAA';
  document.body.appendChild(element);
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function rankedNames(element: HTMLElement): (string | undefined)[] | undefined {
  return find<HTMLElement & { ranking: Ranking }>(element, 'c-advocate-list')?.ranking.ranked.map((entry) => entry.advocate.name);
}

function fire(element: HTMLElement, selector: string, type: string, detail?: unknown): void {
  find(element, selector)?.dispatchEvent(new CustomEvent(type, { detail }));
}

describe('c-reference-finder', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('holds the place while it searches, then shows the best first', async () => {
    const element = show();
    await settle();
    expect(find(element, 'c-loading-rows')).not.toBeNull();
    expect(wire.getLastConfig()).toEqual({ opportunityId: '006000000000001AAA', wanted: null });
    wire.emit(matchResult([mobile, banking]));
    await settle();
    expect(rankedNames(element)).toEqual(['ADV-000001', 'ADV-000002']);
    expect(find(element, '.count')?.textContent).toBe('2 customers can be asked');
    await expect(element).toBeAccessible();
  });

  it('re-ranks at once and without the server when a criterion is weighed', async () => {
    const element = show();
    wire.emit(matchResult([mobile, banking]));
    await settle();
    fire(element, 'c-criterion-bar', 'importancechange', { name: 'Industry', importance: 'Off' });
    await settle();
    expect(rankedNames(element)).toEqual(['ADV-000002', 'ADV-000001']);
    fire(element, 'c-criterion-bar', 'importancechange', { name: 'Products', importance: 'Must' });
    await settle();
    expect(rankedNames(element)).toEqual(['ADV-000002']);
    expect(find(element, '.count')?.textContent).toBe('1 customer can be asked');
    expect(wire.getLastConfig()).toEqual({ opportunityId: '006000000000001AAA', wanted: null });
  });

  it('asks the server again when other values are wanted, and goes back to the deal’s', async () => {
    const element = show();
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, 'c-criterion-bar', 'wantedchange', { name: 'Industry', wanted: ['Retail'] });
    await settle();
    expect(wire.getLastConfig()).toEqual({ opportunityId: '006000000000001AAA', wanted: '{"Industry":["Retail"]}' });
    expect(find(element, 'lightning-spinner')).not.toBeNull();
    fire(element, '[data-action="reset"]', 'click');
    await settle();
    expect(wire.getLastConfig()).toEqual({ opportunityId: '006000000000001AAA', wanted: null });
  });

  it('says what to do when nobody fits', async () => {
    const element = show();
    wire.emit(matchResult([advocate({ degrees: { Industry: 0 } })]));
    await settle();
    fire(element, 'c-criterion-bar', 'importancechange', { name: 'Industry', importance: 'Must' });
    await settle();
    expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state')?.heading).toBe('Nobody fits these criteria');
  });

  it('says so when there are no advocates at all', async () => {
    const element = show();
    wire.emit(matchResult([]));
    await settle();
    expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state')?.heading).toBe('No customers can vouch yet');
  });

  it('offers nothing on a closed deal', async () => {
    const element = show();
    wire.emit(matchResult([banking], { isClosed: true }));
    await settle();
    expect(find<HTMLElement & { heading: string }>(element, 'c-empty-state')?.heading).toBe('This deal is closed');
    expect(find(element, 'c-advocate-list')).toBeNull();
  });

  it('shows why it could not search, and tries again', async () => {
    const element = show();
    wire.error({ message: 'Ask your administrator for a permission set.' });
    await settle();
    const panel = find<HTMLElement & { error: { body: { message: string } } }>(element, 'c-error-panel');
    expect(panel?.error.body.message).toBe('Ask your administrator for a permission set.');
    fire(element, 'c-error-panel', 'retry');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('sends the picked ask with the criteria as searched, tells the page, and says who decides', async () => {
    askMock.mockResolvedValue({ status: 'Pending', heldBy: 'Otto Owner', accountName: 'Harbour Bank' });
    const element = show();
    const toast = jest.fn();
    const refresh = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
    element.addEventListener('lightning__refresh', refresh);
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, 'c-criterion-bar', 'importancechange', { name: 'Industry', importance: 'Must' });
    fire(element, 'c-advocate-list', 'advocateselect', 'a00000000000001AAA');
    fire(element, 'c-advocate-list', 'send', FORM);
    fire(element, 'c-advocate-list', 'send', FORM);
    await settle();
    expect(askMock).toHaveBeenCalledTimes(1);
    expect(askMock).toHaveBeenCalledWith({
      ...NEED,
      opportunityId: '006000000000001AAA',
      advocateId: 'a00000000000001AAA',
      criteria: '{"settings":{"Industry":"Must"},"wanted":{}}',
    });
    expect(toast).toHaveBeenCalledWith({
      title: 'Asked',
      message: 'Otto Owner decides. You will be told as soon as there is an answer.',
      variant: 'success',
    });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(find<HTMLElement & { selectedId?: string }>(element, 'c-advocate-list')?.selectedId).toBeUndefined();
  });

  it.each([
    [{ status: 'Approved', accountName: 'Harbour Bank' }, 'Approved at once, because Harbour Bank is your own customer.'],
    [{ status: 'Queued', heldBy: 'Otto Owner' }, 'In line for Otto Owner, who has many asks to answer at the moment.'],
  ])('says what became of it: %p', async (view, message) => {
    askMock.mockResolvedValue(view);
    const element = show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.message));
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, 'c-advocate-list', 'advocateselect', 'a00000000000001AAA');
    fire(element, 'c-advocate-list', 'send', FORM);
    await settle();
    expect(toast).toHaveBeenCalledWith(message);
  });

  it('sends alternates, best first, with the ask', async () => {
    (askRanked as unknown as jest.Mock).mockResolvedValue([{ status: 'Pending', heldBy: 'Otto Owner' }]);
    const element = show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.title));
    wire.emit(matchResult([banking, mobile]));
    await settle();
    fire(element, 'c-advocate-list', 'advocateselect', 'a00000000000001AAA');
    fire(element, 'c-advocate-list', 'send', { ...FORM, alternateIds: ['a00000000000002AAA'] });
    await settle();
    expect(askRanked).toHaveBeenCalledWith({
      ...NEED,
      opportunityId: '006000000000001AAA',
      advocateIds: ['a00000000000001AAA', 'a00000000000002AAA'],
      criteria: '{"settings":{},"wanted":{}}',
      eligibilityOverride: '',
    });
    expect(askMock).not.toHaveBeenCalled();
    expect(toast).toHaveBeenCalledWith('Asked');
  });

  it('keeps the panel open with the reason when the ask is refused', async () => {
    const refusal = { body: { message: 'This customer is resting.' } };
    askMock.mockRejectedValue(refusal);
    const element = show();
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, 'c-advocate-list', 'advocateselect', 'a00000000000001AAA');
    fire(element, 'c-advocate-list', 'send', FORM);
    await settle();
    const list = find<HTMLElement & { selectedId?: string; askError: unknown; sending: boolean }>(element, 'c-advocate-list');
    expect(list?.selectedId).toBe('a00000000000001AAA');
    expect(list?.askError).toEqual(refusal);
    expect(list?.sending).toBe(false);
  });

  it('hands a need to the desk when nothing fits', async () => {
    (askTheDesk as unknown as jest.Mock).mockResolvedValueOnce('a06000000000001AAA');
    const element = show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.title));
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, '[data-action="desk"]', 'click');
    await settle();
    fire(element, '.desk c-ask-panel', 'send', FORM);
    await settle();
    expect(askTheDesk).toHaveBeenCalledWith({
      opportunityId: '006000000000001AAA',
      activityType: 'Reference Call',
      needBy: '2099-01-15',
      context: 'Please',
      criteria: '{"settings":{},"wanted":{}}',
      found: 1,
      eligibilityOverride: '',
    });
    expect(toast).toHaveBeenCalledWith('The desk is on it');
    expect(find(element, '.desk c-ask-panel')).toBeNull();
  });

  it('keeps the desk’s panel open with the reason when it is refused', async () => {
    (askTheDesk as unknown as jest.Mock).mockRejectedValueOnce({ body: { message: 'Closed.' } });
    const element = show();
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, '[data-action="desk"]', 'click');
    await settle();
    fire(element, '.desk c-ask-panel', 'send', FORM);
    await settle();
    expect(find<HTMLElement & { error: unknown }>(element, '.desk c-ask-panel')?.error).toEqual({ body: { message: 'Closed.' } });
    fire(element, '.desk c-ask-panel', 'cancel');
    await settle();
    expect(find(element, '.desk c-ask-panel')).toBeNull();
  });

  it('closes the panel when the asker thinks better of it', async () => {
    const element = show();
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, 'c-advocate-list', 'advocateselect', 'a00000000000001AAA');
    fire(element, 'c-advocate-list', 'cancel');
    await settle();
    expect(find<HTMLElement & { selectedId?: string }>(element, 'c-advocate-list')?.selectedId).toBeUndefined();
  });

  it('says so when the deal gives nothing to compare by, instead of scoring everybody 0', async () => {
    const element = show();
    const silent = matchResult([banking]);
    wire.emit({ ...silent, criteria: silent.criteria.map((one) => ({ ...one, wanted: [] })) });
    await settle();
    expect(find(element, '.unranked')?.textContent).toContain('Nothing to compare by yet');
    wire.emit(silent);
    await settle();
    expect(find(element, '.unranked')).toBeNull();
  });

  it('leaves out who can’t do it by the day needed, and asks for that day', async () => {
    const element = show();
    wire.emit(
      matchResult([
        { ...banking, earliestOn: '2099-05-12' },
        { ...mobile, earliestOn: '2099-05-13' },
      ]),
    );
    await settle();
    fire(element, 'c-finder-filters', 'neededbychange', '2099-05-12');
    await settle();
    expect(rankedNames(element)).toEqual(['ADV-000001']);
    const list = find<HTMLElement & { askDefaults: { needBy: string } }>(element, 'c-advocate-list');
    expect(list?.askDefaults.needBy).toBe('2099-05-12');
    fire(element, '[data-action="reset"]', 'click');
    await settle();
    expect(rankedNames(element)).toEqual(['ADV-000001', 'ADV-000002']);
  });

  it('stars at once, tells the server, and takes the star back when that fails', async () => {
    const element = show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail.message));
    wire.emit(matchResult([banking, mobile]));
    await settle();
    keepMock.mockRejectedValueOnce({ body: { message: 'No.' } });
    fire(element, 'c-advocate-list', 'favouritechange', { id: mobile.id, favourite: true });
    fire(element, 'c-finder-filters', 'favouritesonlychange', true);
    expect(keepMock).toHaveBeenCalledWith({ advocateId: mobile.id, isWanted: true });
    await Promise.resolve();
    expect(rankedNames(element)).toEqual(['ADV-000002']);
    await settle();
    expect(rankedNames(element)).toEqual([]);
    expect(toast).toHaveBeenCalledWith('No.');
    expect(find<HTMLElement & { message: string }>(element, 'c-empty-state')?.message).toContain('None of your favourites');
  });

  it('searches again as a saved search did', async () => {
    const element = show();
    wire.emit(matchResult([mobile, banking]));
    await settle();
    const saved = '{"settings":{"Industry":"Off"},"wanted":{"Products":["Mobile"]},"favouritesOnly":false}';
    fire(element, 'c-saved-searches', 'search', saved);
    await settle();
    expect(rankedNames(element)).toEqual(['ADV-000002', 'ADV-000001']);
    expect(wire.getLastConfig()).toEqual({ opportunityId: '006000000000001AAA', wanted: '{"Products":["Mobile"]}' });
    expect(find<HTMLElement & { search: string }>(element, 'c-saved-searches')?.search).toBe(saved);
    fire(element, 'c-saved-searches', 'search', 'no search');
    await settle();
    expect(wire.getLastConfig()).toEqual({ opportunityId: '006000000000001AAA', wanted: null });
  });

  it('sends why an early deal can’t wait, with no alternates either', async () => {
    (askRanked as unknown as jest.Mock).mockResolvedValue([{ status: 'Pending', heldBy: 'Otto Owner' }]);
    const element = show();
    wire.emit(matchResult([banking]));
    await settle();
    fire(element, 'c-advocate-list', 'advocateselect', banking.id);
    fire(element, 'c-advocate-list', 'send', { ...FORM, eligibilityOverride: 'The decision is near' });
    await settle();
    expect(askRanked).toHaveBeenCalledWith(
      expect.objectContaining({ advocateIds: [banking.id], eligibilityOverride: 'The decision is near' }),
    );
    expect(askMock).not.toHaveBeenCalled();
  });
});
