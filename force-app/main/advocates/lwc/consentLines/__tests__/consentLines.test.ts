import { createElement } from 'lwc';
import ConsentLines from 'c/consentLines';
import getActivityTypes from '@salesforce/apex/OwnerController.getActivityTypes';
import type { ConsentLine } from 'c/advocateService';
import type { ApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';

jest.mock('@salesforce/apex/OwnerController.saveAdvocate', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/OwnerController.getActivityTypes',
  () => {
    const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);

const STANDING_YES: ConsentLine = {
  id: 'a0A000000000001AAA',
  activityType: 'Reference Call',
  purpose: 'Sales Deal',
  permission: 'Pre-Approved',
  expiresOn: '2027-05-12',
  conditionNote: 'By mail first.',
};
const NEVER: ConsentLine = { id: 'a0A000000000002AAA', purpose: 'Press', permission: 'Never' };

type Field = HTMLElement & { value: unknown; options: { value: string }[] };
type Lines = HTMLElement & { changes(): readonly ConsentLine[] | undefined };

const fields = (element: HTMLElement): Field[] => [...(element.shadowRoot?.querySelectorAll<Field>('[data-name]') ?? [])];

async function settle(element: HTMLElement, valid = true): Promise<void> {
  await Promise.resolve();
  await Promise.resolve();
  fields(element).forEach((field) => {
    Object.defineProperty(field, 'reportValidity', { value: () => valid, configurable: true });
  });
}

async function show(lines: readonly ConsentLine[] = [STANDING_YES, NEVER]): Promise<Lines> {
  const element = createElement('c-consent-lines', { is: ConsentLines });
  Object.assign(element, { lines });
  document.body.appendChild(element);
  (getActivityTypes as unknown as ApexTestWireAdapter).emit(['Reference Call', 'Quote']);
  await settle(element);
  return element as unknown as Lines;
}

async function change(element: HTMLElement, name: string, value: string, line = 0): Promise<void> {
  const field = fields(element).filter((each) => each.dataset.name === name)[line];
  field?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle(element);
}

async function press(element: HTMLElement, action: string, line = 0): Promise<void> {
  element.shadowRoot?.querySelectorAll(`[data-action="${action}"]`)[line]?.dispatchEvent(new CustomEvent('click'));
  await settle(element);
}

describe('c-consent-lines', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows each agreement: what, for what, until when and under which condition', async () => {
    const element = await show();
    expect(fields(element).map((field) => field.value)).toEqual([
      'Reference Call',
      'Sales Deal',
      'Pre-Approved',
      '2027-05-12',
      'By mail first.',
      '',
      'Press',
      'Never',
      '',
    ]);
    expect(fields(element)[0]?.options.map(({ value }) => value)).toEqual(['', 'Reference Call', 'Quote']);
    await expect(element).toBeAccessible();
  });

  it('hands on nothing as long as nothing changed', async () => {
    expect((await show()).changes()).toEqual([]);
  });

  it('hands on only what changed', async () => {
    const element = await show();
    await change(element, 'permission', 'Ask Every Time', 1);
    await change(element, 'expiresOn', '2027-01-31', 1);
    expect(element.changes()).toEqual([
      expect.objectContaining({ id: NEVER.id, purpose: 'Press', permission: 'Ask Every Time', expiresOn: '2027-01-31' }),
    ]);
  });

  it('adds a standing yes for deals, to be narrowed down', async () => {
    const element = await show([]);
    await press(element, 'add');
    await change(element, 'activityType', 'Quote');
    expect(element.changes()).toEqual([
      expect.objectContaining({ id: null, activityType: 'Quote', purpose: 'Sales Deal', permission: 'Pre-Approved', expiresOn: null }),
    ]);
    await press(element, 'remove');
    expect(element.changes()).toEqual([]);
  });

  it('ends an agreement', async () => {
    const element = await show();
    await press(element, 'remove', 1);
    expect(fields(element)).toHaveLength(5);
    expect(element.changes()).toEqual([expect.objectContaining({ id: NEVER.id, ended: true })]);
  });

  it('hands on nothing at all while something is wrong', async () => {
    const element = await show();
    await settle(element, false);
    expect(element.changes()).toBeUndefined();
  });
});
