import { LightningElement, api, wire } from 'lwc';
import type { SavedSearch } from 'c/matchingService';
import { dropSearch, getSavedSearches, keepSearch, parseSearch, refreshSearches, searchText } from 'c/matchingService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly checked: boolean;
}

const SAVE = 'save';
const DELETE = 'delete';

/**
 * The reader's own searches: one pick brings one back, and the present one can be kept.
 *
 * @fires search when a saved search is picked; detail is the search as text.
 */
export default class SavedSearches extends LightningElement {
  /** The present search, as `searchText` makes it. */
  @api search = '';

  readonly labels = labels;
  searches: readonly SavedSearch[] = [];
  naming = false;
  busy = false;
  error: unknown;
  private focused = false;
  /** Among searches alike, the one that was picked or saved last. */
  private lastId?: string;
  private wired?: WireResult<readonly SavedSearch[]>;

  @wire(getSavedSearches)
  wiredSearches(wired: WireResult<readonly SavedSearch[]>): void {
    this.wired = wired;
    this.error = wired.error;
    this.searches = wired.data ?? this.searches;
  }

  override renderedCallback(): void {
    const input = this.template?.querySelector<HTMLElement>('.title');
    if (input && !this.focused) {
      input.focus();
    }
    this.focused = Boolean(input);
  }

  get items(): Item[] {
    return this.searches.map((saved) => ({ id: saved.id, title: saved.title, checked: saved === this.applied }));
  }

  get menuLabel(): string {
    return this.applied?.title ?? labels.menu;
  }

  get deleteLabel(): string | undefined {
    return this.applied && fill(labels.remove, this.applied.title);
  }

  get choosing(): boolean {
    return !this.naming;
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.error = undefined;
    if (value === SAVE) {
      this.naming = true;
    } else if (value === DELETE) {
      void this.forget();
    } else {
      this.lastId = value;
      const picked = this.searches.find(({ id }) => id === value);
      this.dispatchEvent(new CustomEvent('search', { detail: picked?.criteria ?? '' }));
    }
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      void this.handleSave();
    } else if (event.key === 'Escape') {
      this.handleCancel();
    }
  }

  async handleSave(): Promise<void> {
    const input = this.template?.querySelector<HTMLElement & { value: string; reportValidity(): boolean }>('.title');
    if (input?.reportValidity()) {
      await this.attempt(async () => {
        this.lastId = (await keepSearch(input.value, this.search)).id;
      });
    }
  }

  handleCancel(): void {
    this.naming = false;
    this.error = undefined;
  }

  /** The saved search that is being shown; none once it was changed. */
  private get applied(): SavedSearch | undefined {
    const alike = this.searches.filter(({ criteria }) => searchText(parseSearch(criteria)) === this.search);
    return alike.find(({ id }) => id === this.lastId) ?? alike[0];
  }

  private async forget(): Promise<void> {
    const { applied } = this;
    if (applied) {
      await this.attempt(() => dropSearch(applied.id));
    }
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await work();
      this.naming = false;
      await refreshSearches(this.wired);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }
}
