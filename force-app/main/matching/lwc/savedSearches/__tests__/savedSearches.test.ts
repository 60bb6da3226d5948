import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import forgetSearch from '@salesforce/apex/MatchingController.forgetSearch';
import getSavedSearches from '@salesforce/apex/MatchingController.getSavedSearches';
import saveSearch from '@salesforce/apex/MatchingController.saveSearch';
import { searchText } from 'c/matchingService';
import SavedSearches from 'c/savedSearches';

jest.mock(
  '@salesforce/apex/MatchingController.getSavedSearches',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { __esModule: true, default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/MatchingController.saveSearch', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/MatchingController.forgetSearch', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const wire = getSavedSearches as unknown as { emit(data: unknown): void };
const saveMock = saveSearch as unknown as jest.Mock;

const BANKS = searchText({ settings: { Industry: 'Must' }, wanted: { Region: ['Germany'] }, favouritesOnly: false });
const SAVED = { id: 'a0S000000000001AAA', title: 'German banks', criteria: BANKS };

function show(search: string): HTMLElement {
  const element = createElement('c-saved-searches', { is: SavedSearches });
  Object.assign(element, { search });
  document.body.appendChild(element);
  return element;
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const menuOf = (element: HTMLElement): (HTMLElement & { label: string }) | null | undefined =>
  element.shadowRoot?.querySelector('lightning-button-menu');
const itemsOf = (element: HTMLElement): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>('lightning-menu-item') ?? [])].map((item) => item.label);

function pick(element: HTMLElement, value: string): void {
  menuOf(element)?.dispatchEvent(new CustomEvent('select', { detail: { value } }));
}

function nameIt(element: HTMLElement, title: string): void {
  const input = element.shadowRoot?.querySelector<HTMLElement & { value: string; reportValidity(): boolean }>('.title');
  Object.assign(input ?? {}, { value: title, reportValidity: () => title !== '' });
}

describe('c-saved-searches', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('offers to keep the first search, and says nothing else', async () => {
    const element = show('{}');
    wire.emit([]);
    await settle();
    expect(menuOf(element)?.label).toBe('Saved searches');
    expect(itemsOf(element)).toEqual(['Save this search']);
    await expect(element).toBeAccessible();
  });

  it('brings a search back by one pick, and shows which it is', async () => {
    const element = show('{}');
    const told = jest.fn();
    element.addEventListener('search', (event) => told((event as CustomEvent).detail));
    wire.emit([SAVED]);
    await settle();
    pick(element, SAVED.id);
    expect(told).toHaveBeenCalledWith(BANKS);
    Object.assign(element, { search: BANKS });
    await settle();
    expect(menuOf(element)?.label).toBe('German banks');
    expect(itemsOf(element)).toEqual(['German banks', 'Save this search', 'Delete “German banks”']);
  });

  it('keeps the present search under a name', async () => {
    saveMock.mockResolvedValue(SAVED);
    const element = show(BANKS);
    wire.emit([]);
    await settle();
    pick(element, 'save');
    await settle();
    await expect(element).toBeAccessible();
    nameIt(element, 'German banks');
    element.shadowRoot?.querySelector('[data-action="save"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(saveMock).toHaveBeenCalledWith({ title: 'German banks', criteria: BANKS });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(menuOf(element)).not.toBeNull();
  });

  it('keeps nothing without a name, and gives up on Escape', async () => {
    const element = show(BANKS);
    wire.emit([]);
    await settle();
    pick(element, 'save');
    await settle();
    nameIt(element, '');
    const input = element.shadowRoot?.querySelector('.title');
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(saveMock).not.toHaveBeenCalled();
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settle();
    expect(menuOf(element)).not.toBeNull();
  });

  it('deletes the search that is shown', async () => {
    const element = show(BANKS);
    wire.emit([SAVED]);
    await settle();
    pick(element, 'delete');
    await settle();
    expect(forgetSearch).toHaveBeenCalledWith({ searchId: SAVED.id });
  });

  it('says why it could not keep a search, and lets it be tried again', async () => {
    saveMock.mockRejectedValue({ body: { message: 'You have 50 saved searches.' } });
    const element = show(BANKS);
    wire.emit([]);
    await settle();
    pick(element, 'save');
    await settle();
    nameIt(element, 'One more');
    element.shadowRoot?.querySelector('[data-action="save"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    const panel = element.shadowRoot?.querySelector<HTMLElement & { error: { body: { message: string } } }>('c-error-panel');
    expect(panel?.error.body.message).toBe('You have 50 saved searches.');
    expect(element.shadowRoot?.querySelector('.title')).not.toBeNull();
  });

  it('shows the one picked of two searches alike', async () => {
    const other = { id: 'a0S000000000002AAA', title: 'My banks', criteria: BANKS };
    const element = show(BANKS);
    wire.emit([SAVED, other]);
    await settle();
    expect(menuOf(element)?.label).toBe('German banks');
    pick(element, other.id);
    await settle();
    expect(menuOf(element)?.label).toBe('My banks');
  });
});
