import { LightningElement, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { PageRefresh } from 'c/pageRefresh';
import type { DeskItem } from 'c/programService';
import { getDesk, refreshDesk } from 'c/programService';
import { fill, relativeTime } from 'c/wording';
import { labels } from './labels';

interface Row extends DeskItem {
  readonly key: string;
  readonly kindLabel: string;
  readonly due: string;
  readonly className: string;
  readonly riskLabel: string;
}

const PAGE = 20;
const KINDS: Readonly<Record<string, string | undefined>> = {
  Unassigned: labels.unassigned,
  Overdue: labels.overdue,
  'Passed On': labels.passedOn,
  Queued: labels.queued,
  'Unmet Demand': labels.unmetDemand,
  'Stale Profile': labels.staleProfile,
  'Booking Failed': labels.bookingFailed,
};
const RISKS: Readonly<Record<number, string | undefined>> = { 3: labels.high, 2: labels.medium, 1: labels.low };

/** All that needs a program manager, in one list by risk; each row leads to the record where it is resolved. */
export default class Desk extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  items?: readonly DeskItem[];
  error: unknown;

  private limit = PAGE;
  private wired?: WireResult<readonly DeskItem[]>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshDesk(this.wired));

  @wire(getDesk)
  receiveItems(wired: WireResult<readonly DeskItem[]>): void {
    this.wired = wired;
    this.error = wired.error;
    this.items = wired.data ?? this.items;
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
    // What was resolved elsewhere is gone from the list when the reader comes back to it.
    if (this.wired?.data) {
      void this.pageRefresh.reload();
    }
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get loading(): boolean {
    return this.items === undefined && this.error === undefined;
  }

  get empty(): boolean {
    return this.items?.length === 0;
  }

  get heading(): string {
    return this.items?.length ? fill(labels.headingCount, this.items.length) : labels.heading;
  }

  get rows(): Row[] {
    return (this.items ?? []).slice(0, this.limit).map((item) => ({
      ...item,
      key: `${item.kind} ${item.recordId}`,
      kindLabel: KINDS[item.kind] ?? item.kind,
      due: item.dueAt ? relativeTime(item.dueAt) : '',
      className: `risk risk_${item.risk}`,
      riskLabel: RISKS[item.risk] ?? '',
    }));
  }

  get moreLabel(): string | undefined {
    const left = (this.items?.length ?? 0) - this.limit;
    return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
  }

  handleOpen(event: Event): void {
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
