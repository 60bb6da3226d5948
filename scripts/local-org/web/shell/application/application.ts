import { LightningElement } from 'lwc';
import { currentReference, go, onNavigation } from 'host/router';
import { application } from 'shell/facts';

type View = 'record' | 'list' | 'tab' | 'outbox' | 'transactions' | 'clock' | 'missing';

/** Pages of the local org itself, by their name in the address. */
const OWN_PAGES: Readonly<Record<string, View>> = { clock: 'clock', outbox: 'outbox', transactions: 'transactions' };

/** The whole application: header above, the page that the address names below. */
export default class Application extends LightningElement {
  private reference = currentReference();
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.stop = onNavigation((reference) => {
      this.reference = reference;
    });
    if (this.reference?.type === 'standard__app') this.openFirstTab();
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  get view(): View {
    switch (this.reference?.type) {
      case 'standard__recordPage':
        return 'record';
      case 'standard__objectPage':
        return 'list';
      case 'standard__navItemPage':
        return this.tabPage ? 'tab' : 'missing';
      case 'standard__namedPage':
        return OWN_PAGES[this.reference.attributes.pageName ?? ''] ?? 'missing';
      default:
        return 'missing';
    }
  }

  get isRecord(): boolean {
    return this.view === 'record';
  }

  get isList(): boolean {
    return this.view === 'list';
  }

  get isTab(): boolean {
    return this.view === 'tab';
  }

  get isOutbox(): boolean {
    return this.view === 'outbox';
  }

  get isTransactions(): boolean {
    return this.view === 'transactions';
  }

  get isClock(): boolean {
    return this.view === 'clock';
  }

  get isMissing(): boolean {
    return this.view === 'missing' && this.reference?.type !== 'standard__app';
  }

  get recordId(): string {
    return this.reference?.attributes.recordId ?? '';
  }

  get objectName(): string {
    return this.reference?.attributes.objectApiName ?? '';
  }

  /** `view`, `edit`, `list` or `new`. */
  get action(): string {
    return this.reference?.attributes.actionName ?? '';
  }

  get listView(): string {
    return this.reference?.state.filterName ?? 'All';
  }

  get tabPage(): string | undefined {
    const name = this.reference?.attributes.apiName ?? '';
    return application.pages[name]?.name;
  }

  /** A fresh page element for each record and list, so that nothing of the one before stays on the screen. */
  get pageKeys(): { key: string }[] {
    return [{ key: `${this.view}:${this.recordId}:${this.objectName}:${this.tabPage ?? ''}` }];
  }

  private openFirstTab(): void {
    const [first] = application.tabs;
    if (!first) return;
    go(first.kind === 'object' ? `/lightning/o/${first.target}/list` : `/lightning/n/${first.target}`, true);
  }
}
