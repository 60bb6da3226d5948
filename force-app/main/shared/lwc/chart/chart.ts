import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import CHART_JS from '@salesforce/resourceUrl/ChartJs';

/** One series of bars: a value for each label. */
export interface BarSeries {
  readonly label: string;
  readonly values: readonly number[];
}

/** What Chart.js is told, as far as it is used here. */
interface Configuration {
  readonly type: 'bar';
  readonly data: unknown;
  readonly options: unknown;
}

interface DrawnChart {
  destroy(): void;
}

type ChartConstructor = new (canvas: HTMLCanvasElement, configuration: Configuration) => DrawnChart;

/** The same colours in the same order as the columns of the table of bookings, each with what stands in where there is no such hook. */
const COLOURS: readonly (readonly [hook: string, standIn: string])[] = [
  ['--slds-g-color-brand-base-50', '#0176d3'],
  ['--slds-g-color-palette-teal-60', '#06a59a'],
  ['--slds-g-color-palette-violet-60', '#9050e9'],
  ['--slds-g-color-warning-base-60', '#dd7a01'],
  ['--slds-g-color-palette-pink-60', '#e3066a'],
  ['--slds-g-color-neutral-base-60', '#939393'],
];

/**
 * Bars, drawn by Chart.js from its static resource. A picture only: whoever uses it puts the same numbers into a table beside it,
 * which is what assistive technology reads, and all there is when the script can't be loaded.
 */
export default class Chart extends LightningElement {
  /** What the picture shows, for those who don't see it. */
  @api description = '';
  /** Bars from left to right instead of upwards. */
  @api horizontal = false;
  /** Puts the series of a label on top of each other instead of beside each other. */
  @api stacked = false;
  /** The currency of the values; without one they are plain numbers. */
  @api currencyCode?: string;

  private currentLabels: readonly string[] = [];
  private currentSeries: readonly BarSeries[] = [];
  private drawn?: DrawnChart;
  private connected = false;

  /** What each bar is of. */
  @api
  get labels(): readonly string[] {
    return this.currentLabels;
  }
  set labels(labels: readonly string[]) {
    this.currentLabels = labels;
    this.redraw();
  }

  /** The bars. */
  @api
  get series(): readonly BarSeries[] {
    return this.currentSeries;
  }
  set series(series: readonly BarSeries[]) {
    this.currentSeries = series;
    this.redraw();
  }

  override renderedCallback(): void {
    if (!this.connected) {
      this.connected = true;
      void this.load();
    }
  }

  override disconnectedCallback(): void {
    this.drawn?.destroy();
    this.drawn = undefined;
    this.connected = false;
  }

  private async load(): Promise<void> {
    try {
      await loadScript(this, CHART_JS);
      this.redraw();
    } catch {
      // The table beside it says the same; a picture that can't be drawn is no reason to stop the reader.
      this.connected = false;
    }
  }

  private redraw(): void {
    const Drawing = (window as unknown as { readonly Chart?: ChartConstructor }).Chart;
    const place = this.template?.querySelector('.canvas');
    if (!this.connected || Drawing === undefined || !place) {
      return;
    }
    this.drawn?.destroy();
    const canvas = document.createElement('canvas');
    place.replaceChildren(canvas);
    this.drawn = new Drawing(canvas, this.configuration(getComputedStyle(place)));
  }

  private configuration(style: CSSStyleDeclaration): Configuration {
    const colourOf = ([hook, standIn]: readonly [string, string]): string => style.getPropertyValue(hook).trim() || standIn;
    const text = colourOf(['--slds-g-color-neutral-base-30', '#444444']);
    const line = colourOf(['--slds-g-color-neutral-base-90', '#e5e5e5']);
    const values = {
      stacked: this.stacked,
      beginAtZero: true,
      ticks: { color: text, callback: this.inShort, precision: 0 },
      grid: { color: line },
    };
    const names = { stacked: this.stacked, ticks: { color: text }, grid: { display: false } };
    return {
      type: 'bar',
      data: {
        labels: [...this.currentLabels],
        datasets: this.currentSeries.map(({ label, values: data }, position) => ({
          label,
          data: [...data],
          backgroundColor: colourOf(COLOURS[position % COLOURS.length] ?? ['', '#0176d3']),
          maxBarThickness: 48,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: this.horizontal ? 'y' : 'x',
        scales: this.horizontal ? { x: values, y: names } : { x: names, y: values },
        plugins: { legend: { display: this.currentSeries.length > 1, position: 'bottom', labels: { color: text, boxWidth: 12 } } },
      },
    };
  }

  /** A value beside an axis: 1.2M rather than 1,200,000. */
  private readonly inShort = (value: number | string): string =>
    new Intl.NumberFormat(undefined, {
      notation: 'compact',
      ...(this.currencyCode ? { style: 'currency', currency: this.currencyCode } : {}),
    }).format(Number(value));
}
