import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { fill } from 'c/wording';
import { labels } from './labels';

/** A record to go to. */
export interface FigureRecord {
  readonly id: string;
  readonly objectApiName: string;
  readonly name: string;
  /** What else tells it from others. */
  readonly note: string;
}

const PAGE = 20;

/**
 * The records behind a figure, twenty at a time.
 *
 * @fires close when the reader has seen enough.
 */
export default class FigureRecords extends NavigationMixin(LightningElement) {
  @api heading = '';

  readonly labels = labels;
  private limit = PAGE;
  private currentRecords: readonly FigureRecord[] = [];

  @api
  get records(): readonly FigureRecord[] {
    return this.currentRecords;
  }
  set records(records: readonly FigureRecord[]) {
    this.currentRecords = records;
    this.limit = PAGE;
  }

  get shown(): readonly FigureRecord[] {
    return this.currentRecords.slice(0, this.limit);
  }

  get empty(): boolean {
    return this.currentRecords.length === 0;
  }

  get moreLabel(): string | undefined {
    const left = this.currentRecords.length - this.limit;
    return left > 0 ? fill(labels.more, Math.min(left, PAGE)) : undefined;
  }

  handleRecord(event: Event): void {
    const { id: recordId, object: objectApiName } = (event.currentTarget as HTMLElement).dataset;
    void this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' } });
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
