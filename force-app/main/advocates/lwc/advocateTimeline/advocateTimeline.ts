import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getTimeline from '@salesforce/apex/AdvocateTimelineController.getTimeline';
import { NavigationMixin } from 'lightning/navigation';
import { PageRefresh } from 'c/pageRefresh';
import { dayInWords, fill, today } from 'c/wording';
import type { AdvocateEvent } from './events';
import { iconOf, titleOf } from './events';
import { labels } from './labels';

interface Row extends AdvocateEvent {
  readonly key: string;
  readonly iconName: string;
  readonly title: string;
  readonly when: string;
  readonly url: string;
}

const PAGE = 20;

/** On an advocate: all that happened, as far as the reader may know it, the latest first. */
export default class AdvocateTimeline extends NavigationMixin(LightningElement) {
  /** The advocate. */
  @api recordId!: string;

  readonly labels = labels;
  events?: readonly AdvocateEvent[];
  error: unknown;

  private limit = PAGE;
  private wired?: WireResult<readonly AdvocateEvent[]>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshApex(this.wired));

  @wire(getTimeline, { advocateId: '$recordId' })
  receiveEvents(wired: WireResult<readonly AdvocateEvent[]>): void {
    this.wired = wired;
    this.error = wired.error;
    this.events = wired.data ?? this.events;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get loading(): boolean {
    return this.events === undefined && this.error === undefined;
  }

  get empty(): boolean {
    return this.events?.length === 0;
  }

  get rows(): Row[] {
    return (this.events ?? []).slice(0, this.limit).map((event, position) => ({
      ...event,
      key: String(position),
      iconName: iconOf(event),
      title: titleOf(event),
      when: dayInWords(today(new Date(event.at))),
      url: event.recordId ? `/${event.recordId}` : '',
    }));
  }

  get moreLabel(): string | undefined {
    const left = (this.events?.length ?? 0) - this.limit;
    return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
  }

  handleOpen(event: Event): void {
    event.preventDefault();
    const recordId = (event.currentTarget as HTMLElement).dataset.id;
    void this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }
}
