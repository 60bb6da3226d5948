import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import LOCALE from '@salesforce/i18n/locale';
import type { FigureRecord } from 'c/figureRecords';
import type { Facts, FigureLine, Figures, FigureWords, Metric, Period, Reading } from 'c/metricsService';
import { factsOf, figureLines, figureWords, LANDMARK_DAYS, programFigures, readFacts } from 'c/metricsService';
import { toCents } from 'c/influenceService';
import { PageRefresh } from 'c/pageRefresh';
import { dayInWords, fill, momentInWords } from 'c/wording';
import { drillsOf } from './drills';
import { figuresAsCsv } from './export';
import { labels } from './labels';
import { coverageRows, funnelPicture, usesDefinition, usesPicture } from './tables';
import type { Picture, TableRow } from './tables';
import { figureTexts } from './texts';

interface FigureRow extends FigureWords {
  readonly key: string;
  readonly metric: Metric;
  readonly className: string;
  /** What a button to its records says; absent where there are none. */
  readonly show: string | undefined;
  /** The records, while the reader looks at them. */
  readonly drill: OpenDrill | undefined;
  readonly open: 'true' | 'false';
}

interface OpenDrill {
  readonly heading: string;
  readonly records: readonly FigureRecord[];
}

const LANDMARKS = [30, 60, 90];

/** Figures about the program in a period: each with what it counts and what it says, down to the records. */
export default class ProgramFigures extends NavigationMixin(LightningElement) {
  /** The first day of the longest period that the reader may choose; the facts are read from there once. */
  @api earliest = '';

  readonly labels = labels;
  readonly landmarkOptions = LANDMARKS.map((days) => ({ label: fill(labels.landmarkDay, days), value: String(days) }));

  error: unknown;
  funnel?: Picture;
  uses?: Picture;
  usesDefinition = '';
  coverage: readonly TableRow[] = [];
  stage = '';

  private currentPeriod?: Period;
  private landmarkDays = LANDMARK_DAYS;
  private facts?: Facts;
  private figures?: Figures;
  private lines: readonly FigureLine[] = [];
  /** The key of the row whose records are shown. */
  private opened?: string;
  private readonly pageRefresh = new PageRefresh(this, () => this.load());

  /** The period that figures are of. */
  @api
  get period(): Period | undefined {
    return this.currentPeriod;
  }
  set period(period: Period | undefined) {
    this.currentPeriod = period;
    this.compute();
  }

  get rows(): FigureRow[] {
    const { figures, facts } = this;
    if (!figures || !facts) {
      return [];
    }
    const drills = drillsOf(figures, facts);
    return this.lines.map((line) => {
      const { metric } = line;
      const words = figureWords(line, figureTexts, this.landmarkDays, LOCALE);
      const found = drills[metric];
      const key = `${metric} ${line.currencyCode ?? ''}`;
      const isOpen = key === this.opened;
      return {
        ...words,
        key,
        metric,
        className: line.value === null ? 'value value_none' : 'value',
        show: found && fill(labels.show, found.what),
        drill: found && isOpen ? { heading: fill(labels.records, words.name, found.what), records: found.records() } : undefined,
        open: isOpen ? 'true' : 'false',
      };
    });
  }

  /** Which days the figures are of, and when they were read. */
  get span(): string {
    const { from, to } = this.currentPeriod ?? { from: '', to: '' };
    return this.facts && from
      ? fill(labels.span, dayInWords(from), dayInWords(to), momentInWords(new Date(this.facts.now).toISOString()))
      : '';
  }

  get landmark(): string {
    return String(this.landmarkDays);
  }

  get loading(): boolean {
    return this.facts === undefined && this.error === undefined;
  }

  get loaded(): boolean {
    return this.figures !== undefined;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
    void this.pageRefresh.reload();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  handleLandmark(event: CustomEvent<{ value: string }>): void {
    this.landmarkDays = Number(event.detail.value);
    this.compute();
  }

  handleShow(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.opened = key === this.opened ? undefined : key;
  }

  handleDownload(): void {
    if (!this.currentPeriod || !this.facts) {
      return;
    }
    const asOf = new Date(this.facts.now).toISOString();
    const link = document.createElement('a');
    link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(figuresAsCsv(this.rows, this.currentPeriod, asOf))}`;
    link.download = labels.file;
    link.click();
  }

  handleCloseDrill(): void {
    this.opened = undefined;
  }

  handleAdvocate(event: Event): void {
    const recordId = (event.currentTarget as HTMLElement).dataset.id;
    void this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName: 'Advocate__c', actionName: 'view' },
    });
  }

  handleRetry(): void {
    void this.pageRefresh.reload();
  }

  private async load(): Promise<void> {
    try {
      const reading = await readFacts(this.earliest);
      this.take(reading);
      this.error = undefined;
    } catch (problem) {
      this.error = problem;
    }
  }

  private take({ rows, eligibilityStage }: Reading): void {
    this.facts = factsOf(rows);
    this.stage = eligibilityStage ? fill(labels.stage, eligibilityStage) : labels.stageAny;
    this.compute();
  }

  private compute(): void {
    if (!this.facts || !this.currentPeriod) {
      return;
    }
    const { facts, landmarkDays } = this;
    const figures = programFigures(facts, { period: this.currentPeriod, landmarkDays, toCents });
    this.figures = figures;
    this.lines = figureLines(figures);
    this.opened = undefined;
    this.funnel = funnelPicture(figures, LOCALE);
    this.uses = usesPicture(figures, facts, LOCALE);
    this.usesDefinition = usesDefinition(figures, LOCALE);
    this.coverage = coverageRows(figures, LOCALE);
  }
}
