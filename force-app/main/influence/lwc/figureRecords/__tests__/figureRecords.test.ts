import { createElement } from 'lwc';
import FigureRecords from 'c/figureRecords';
import { navigate } from 'lightning/navigation';

const record = (position: number): object => ({
  id: `deal${position}`,
  objectApiName: 'Opportunity',
  name: `Deal ${position}`,
  note: 'Riley',
});

function show(count: number): HTMLElement {
  const element = createElement('c-figure-records', { is: FigureRecords });
  Object.assign(element, {
    heading: 'Penetration: those without',
    records: Array.from({ length: count }, (_unused, index) => record(index)),
  });
  document.body.appendChild(element);
  return element;
}

describe('c-figure-records', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows twenty at a time and leads to each', async () => {
    const element = show(25);
    expect(element.shadowRoot?.querySelectorAll('.item')).toHaveLength(20);
    element.shadowRoot?.querySelector('[data-action="more"]')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
    expect(element.shadowRoot?.querySelectorAll('.item')).toHaveLength(25);
    element.shadowRoot?.querySelector<HTMLButtonElement>('[data-id="deal3"]')?.click();
    expect(navigate).toHaveBeenCalledWith(
      { type: 'standard__recordPage', attributes: { recordId: 'deal3', objectApiName: 'Opportunity', actionName: 'view' } },
      undefined,
    );
    await expect(element).toBeAccessible();
  });

  it('says so when there are none, and closes', () => {
    const element = show(0);
    expect(element.shadowRoot?.textContent).toContain('None');
    const closed = jest.fn();
    element.addEventListener('close', closed);
    element.shadowRoot?.querySelector('[data-action="close"]')?.dispatchEvent(new CustomEvent('click'));
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
