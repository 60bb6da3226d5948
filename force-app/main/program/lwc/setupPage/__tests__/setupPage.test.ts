import { createElement } from 'lwc';
import addSample from '@salesforce/apex/SetupController.addSample';
import getSetup from '@salesforce/apex/SetupController.getSetup';
import removeSample from '@salesforce/apex/SetupController.removeSample';
import startJob from '@salesforce/apex/SetupController.startJob';
import SetupPage from 'c/setupPage';

jest.mock('@salesforce/apex/SetupController.addSample', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.getSetup', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.removeSample', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.startJob', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PolicyController.getPolicy', () => ({ __esModule: true, default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const JOB = { area: 'Jobs', state: 'Bad', title: 'Clock', detail: 'Stands still.', action: 'Start', subject: 'Clock job' };
const PEOPLE = { area: 'People', state: 'Good', title: 'Vouchsafe Requester', detail: 'Held by 2 people.' };
const CONTACTS = { area: 'Contacts', state: 'Note', title: 'Contacts are open', detail: 'All of them.' };
const RUNNING = {
  ...JOB,
  state: 'Good',
  detail: 'Reminds.',
  action: undefined,
  lastRunAt: new Date(Date.now() - 60 * 60 * 1000).toISOString(),
  nextRunAt: new Date(Date.now() + 2.2 * 60 * 60 * 1000).toISOString(),
};
const SETUP = { steward: false, checks: [PEOPLE, JOB, CONTACTS] };

async function show(setup: unknown = SETUP): Promise<HTMLElement> {
  mocked(getSetup).mockResolvedValue(setup);
  const element = createElement('c-setup-page', { is: SetupPage });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <E extends Element>(element: HTMLElement, selector: string): E | null | undefined =>
  element.shadowRoot?.querySelector<E>(selector);
const texts = (element: HTMLElement, selector: string): (string | null)[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((node) => node.textContent);

describe('c-setup-page', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says how many things are to be put right, and lists all by area', async () => {
    const element = await show();
    expect(find(element, '.summary')?.textContent).toBe('One thing to put right');
    expect(texts(element, '.area-name')).toEqual(['Scheduled jobs', 'Permission sets', 'Who can read contacts']);
    expect(
      [...(element.shadowRoot?.querySelectorAll<HTMLElement & { alternativeText: string }>('.check lightning-icon') ?? [])].map(
        (icon) => icon.alternativeText,
      ),
    ).toEqual(['To be put right', 'In order', 'To know']);
    expect(find(element, '[data-action="Start All"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('starts a job and shows when it runs', async () => {
    mocked(startJob).mockResolvedValue({ ...SETUP, checks: [RUNNING] });
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    find(element, '[data-action="Start"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(startJob).toHaveBeenCalledWith({ name: 'Clock job' });
    expect(texts(element, '.check .weak').at(-1)).toBe('Last run 1 hour ago · Next run in 2 hours');
    expect(find(element, '.summary')?.textContent).toBe('Everything is in place.');
    expect(find(element, '[data-action]')).toBeNull();
    expect(toast).toHaveBeenCalledTimes(1);
  });

  it('starts all jobs at once where more than one stands still', async () => {
    mocked(startJob).mockResolvedValue({ ...SETUP, checks: [RUNNING, RUNNING] });
    const element = await show({ ...SETUP, checks: [JOB, { ...JOB, subject: 'Digest job' }] });
    find(element, '[data-action="Start All"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(startJob).toHaveBeenCalledWith({ name: null });
    expect(find(element, '[data-action="Start All"]')).toBeNull();
  });

  it('puts the sample in and takes it out', async () => {
    const sample = { area: 'Sample', state: 'Note', title: 'A sample', action: 'Add Sample' };
    mocked(addSample).mockResolvedValue({ steward: true, checks: [{ ...sample, action: 'Remove Sample' }] });
    mocked(removeSample).mockResolvedValue({ steward: true, checks: [sample] });
    const element = await show({ steward: true, checks: [sample] });
    find(element, '[data-action="Add Sample"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(addSample).toHaveBeenCalledTimes(1);
    find(element, '[data-action="Remove Sample"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    expect(removeSample).toHaveBeenCalledTimes(1);
    expect(find(element, '[data-action="Add Sample"]')).not.toBeNull();
  });

  it('shows the rules to program managers only', async () => {
    expect(find(await show(), 'c-policy-editor')).toBeNull();
    expect(find(await show({ ...SETUP, steward: true }), 'c-policy-editor')).not.toBeNull();
  });

  it('says why an action failed and keeps what it showed', async () => {
    mocked(startJob).mockRejectedValue({ body: { message: 'Too many jobs.' } });
    const element = await show();
    find(element, '[data-action="Start"]')?.dispatchEvent(new CustomEvent('click'));
    await settle();
    const panels = [...(element.shadowRoot?.querySelectorAll<HTMLElement & { error: unknown }>('c-error-panel') ?? [])];
    expect(panels.map(({ error }) => error)).toContainEqual({ body: { message: 'Too many jobs.' } });
    expect(texts(element, '.name')).toContain('Clock');
  });

  it('is one sentence for whoever may not see it, and tries again', async () => {
    mocked(getSetup).mockRejectedValueOnce({ body: { message: 'Ask for the permission set.' } });
    const element = createElement('c-setup-page', { is: SetupPage });
    document.body.appendChild(element);
    await settle();
    expect(find(element, 'c-policy-editor')).toBeNull();
    mocked(getSetup).mockResolvedValue(SETUP);
    find(element, 'c-section-card')?.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(texts(element, '.area-name')).toHaveLength(3);
  });
});
