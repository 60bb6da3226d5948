import { LightningElement, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { kindInWords } from 'c/deskWording';
import { PageRefresh } from 'c/pageRefresh';
import type { DeskItem } from 'c/programService';
import { doOnDesk, getDesk, refreshDesk } from 'c/programService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Row {
  readonly key: string;
  readonly item: DeskItem;
  readonly open: boolean;
  readonly error: unknown;
}

interface Choice {
  readonly kind: string;
  readonly label: string;
  readonly className: string;
  readonly pressed: string;
}

const PAGE = 20;
/** The choice of all kinds. */
const ALL = 'All';

/** All that needs a program manager, in one list by risk; most of it is resolved in place. */
export default class Desk extends LightningElement {
  readonly labels = labels;
  items?: readonly DeskItem[];
  error: unknown;
  busy = false;

  private kind = ALL;
  private openKey?: string;
  private failedKey?: string;
  private failure: unknown;
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

  /** The kinds that are there, in the order of the list; none where there is but one. */
  get choices(): Choice[] | undefined {
    const items = this.items ?? [];
    const kinds = [...new Set(items.map(({ kind }) => kind))];
    if (kinds.length < 2) {
      return undefined;
    }
    return [ALL, ...kinds].map((kind) => {
      const count = items.filter((item) => kind === ALL || item.kind === kind).length;
      const chosen = kind === this.chosenKind;
      return {
        kind,
        label: kind === ALL ? fill(labels.all, count) : `${kindInWords(kind)} (${count})`,
        className: `slds-button slds-button_${chosen ? 'brand' : 'neutral'}`,
        pressed: String(chosen),
      };
    });
  }

  get rows(): Row[] {
    return this.shown.slice(0, this.limit).map((item) => {
      const key = keyOf(item);
      return { key, item, open: key === this.openKey, error: key === this.failedKey ? this.failure : undefined };
    });
  }

  get moreLabel(): string | undefined {
    const left = this.shown.length - this.limit;
    return left > 0 ? fill(labels.showMore, Math.min(left, PAGE)) : undefined;
  }

  handleChoose(event: Event): void {
    this.kind = (event.currentTarget as HTMLElement).dataset.kind ?? ALL;
    this.limit = PAGE;
  }

  async handleAct(event: CustomEvent<{ item: DeskItem; action: string; label: string; inPlace: boolean }>): Promise<void> {
    const { item, action, label, inPlace } = event.detail;
    const key = keyOf(item);
    if (inPlace) {
      this.openKey = key;
      return;
    }
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.failedKey = undefined;
    try {
      await doOnDesk(item.subjectId, action);
      this.dispatchEvent(new ShowToastEvent({ title: fill(labels.done, label), message: item.title, variant: 'success' }));
      await this.pageRefresh.afterWrite(item.recordId);
    } catch (error) {
      this.failedKey = key;
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  handleClose(): void {
    this.openKey = undefined;
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }

  /** A kind of which nothing is left gives way to all. */
  private get chosenKind(): string {
    return this.items?.some(({ kind }) => kind === this.kind) ? this.kind : ALL;
  }

  /** One kind alone is shown by what is at stake, all kinds by risk. */
  private get shown(): readonly DeskItem[] {
    const items = this.items ?? [];
    const { chosenKind } = this;
    return chosenKind === ALL
      ? items
      : items.filter(({ kind }) => kind === chosenKind).sort((first, second) => (second.amount ?? 0) - (first.amount ?? 0));
  }
}

function keyOf({ kind, subjectId }: DeskItem): string {
  return `${kind} ${subjectId}`;
}
