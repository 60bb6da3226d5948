import { LightningElement, createElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { PageRefresh } from 'c/pageRefresh';

class Host extends LightningElement {
  static renderMode = 'light' as const;
}

const host = (): LightningElement => createElement('c-host', { is: Host }) as unknown as LightningElement;

describe('refreshing with the page', () => {
  beforeEach(() => {
    jest.clearAllMocks();
  });

  it('reloads when the page does, once at a time', async () => {
    let finish: () => void = () => undefined;
    const load = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const page = new PageRefresh(host(), load);
    page.connect();
    const handler = (registerRefreshHandler as jest.Mock).mock.calls[0][1] as () => Promise<void>;
    const both = Promise.all([handler(), page.reload()]);
    finish();
    await both;
    expect(load).toHaveBeenCalledTimes(1);
    const again = page.reload();
    finish();
    await again;
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('tells the page and the record cache after a write', async () => {
    const element = host();
    const refresh = jest.fn();
    element.addEventListener('lightning__refresh', refresh);
    const load = jest.fn(() => Promise.resolve());
    await new PageRefresh(element, load).afterWrite('one', 'two');
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(load).toHaveBeenCalledTimes(1);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: 'one' }, { recordId: 'two' }]);
  });

  it('can be reloaded again after a reload that failed', async () => {
    const load = jest.fn().mockRejectedValueOnce(new Error('No.')).mockResolvedValueOnce(undefined);
    const page = new PageRefresh(host(), load);
    await expect(page.reload()).rejects.toThrow('No.');
    await expect(page.reload()).resolves.toBeUndefined();
  });

  it('lets go of the page', () => {
    const page = new PageRefresh(host(), () => Promise.resolve());
    page.connect();
    page.disconnect();
    expect(unregisterRefreshHandler).toHaveBeenCalledWith((registerRefreshHandler as jest.Mock).mock.results[0]?.value);
  });
});
