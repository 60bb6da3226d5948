import { createElement } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import Chart from 'c/chart';

interface Told {
  readonly data: { readonly labels: string[]; readonly datasets: { readonly label: string; readonly data: number[] }[] };
  readonly options: { readonly indexAxis: string; readonly plugins: { readonly legend: { readonly display: boolean } } };
}

const destroy = jest.fn();
const drawn: Told[] = [];
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function show(given: Record<string, unknown> = {}): HTMLElement {
  const element = createElement('c-chart', { is: Chart });
  Object.assign(element, { description: 'Uses', labels: ['A', 'B'], series: [{ label: 'Uses', values: [1, 2] }], ...given });
  document.body.appendChild(element);
  return element;
}

describe('c-chart', () => {
  beforeEach(() => {
    drawn.length = 0;
    jest.clearAllMocks();
    Object.assign(window, {
      Chart: class {
        readonly destroy = destroy;
        constructor(_canvas: HTMLCanvasElement, configuration: Told) {
          drawn.push(configuration);
        }
      },
    });
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('draws its values once the script is there, and says what it shows', async () => {
    const element = show();
    await settle();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]?.data.labels).toEqual(['A', 'B']);
    expect(drawn[0]?.data.datasets).toMatchObject([{ label: 'Uses', data: [1, 2] }]);
    expect(drawn[0]?.options.plugins.legend.display).toBe(false);
    expect(element.shadowRoot?.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Uses');
    await expect(element).toBeAccessible();
  });

  it('draws anew when the values change, and leaves nothing behind', async () => {
    const element = show({ horizontal: true });
    await settle();
    Object.assign(element, {
      series: [
        { label: 'One', values: [3] },
        { label: 'Two', values: [4] },
      ],
    });
    expect(drawn.at(-1)?.data.datasets.map(({ data }) => data)).toEqual([[3], [4]]);
    expect(drawn.at(-1)?.options).toMatchObject({ indexAxis: 'y', plugins: { legend: { display: true } } });
    expect(destroy).toHaveBeenCalledTimes(1);
    element.remove();
    expect(destroy).toHaveBeenCalledTimes(2);
  });

  it('shows nothing, and breaks nothing, when the script can’t be loaded', async () => {
    (loadScript as jest.Mock).mockRejectedValueOnce(new Error('offline'));
    const element = show();
    await settle();
    expect(drawn).toHaveLength(0);
    expect(element.shadowRoot?.querySelector('canvas')).toBeNull();
  });
});
