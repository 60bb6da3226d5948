import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { AskDefaults, Importance, MatchResult, Ranking, Settings, Wanted } from 'c/matchingService';
import {
  findAdvocates,
  handToDesk,
  hasScore,
  parseSearch,
  rank,
  refreshMatches,
  searchText,
  setFavourite,
  wantedParameter,
} from 'c/matchingService';
import { errorSentence } from 'c/errors';
import type { AskView } from 'c/permissionService';
import { submitAsk } from 'c/permissionService';
import { counted, fill } from 'c/wording';
import { ONLY_REPORTS } from 'c/onlyReports';
import { PageRefresh } from 'c/pageRefresh';
import { labels } from './labels';

/** What the ask panel was filled in with. */
interface AskForm {
  readonly activityType: string;
  readonly needBy: string;
  readonly context: string;
  readonly valueToCustomer: string;
  readonly alternateIds: readonly string[];
  readonly eligibilityOverride: string;
}

const NOBODY: Ranking = { ranked: [], excluded: [] };

/** On a deal: finds customers who can vouch, re-ranks them at once as criteria are weighed, and asks for one in two clicks. */
export default class ReferenceFinder extends LightningElement {
  @api recordId!: string;

  readonly labels = labels;
  readonly shown = !ONLY_REPORTS;
  result?: MatchResult;
  error: unknown;
  settings: Settings = {};
  neededBy = '';
  favouritesOnly = false;
  wantedText: string | null = null;
  searching = false;
  ranking = NOBODY;
  selectedId?: string;
  sending = false;
  askError: unknown;
  deskOpen = false;
  deskError: unknown;

  private wanted: Wanted = {};
  private wired?: WireResult<MatchResult>;
  private readonly pageRefresh = new PageRefresh(this, () => refreshMatches(this.wired));

  /** The deal that is matched; none for those who have no business with its references. */
  get dealId(): string | undefined {
    return this.shown ? this.recordId : undefined;
  }

  @wire(findAdvocates, { opportunityId: '$dealId', wanted: '$wantedText' })
  wiredMatches(wired: WireResult<MatchResult>): void {
    this.wired = wired;
    if (wired.data === undefined && wired.error === undefined) {
      return;
    }
    this.searching = false;
    this.error = wired.error;
    this.result = wired.data ?? this.result;
    this.rerank();
  }

  override connectedCallback(): void {
    this.pageRefresh.connect();
  }

  override disconnectedCallback(): void {
    this.pageRefresh.disconnect();
  }

  get loading(): boolean {
    return this.result === undefined && this.error === undefined;
  }

  get closed(): boolean {
    return this.result?.deal.isClosed === true;
  }

  get searchable(): boolean {
    return this.result !== undefined && !this.closed && this.result.advocates.length > 0;
  }

  get nobodyAtAll(): boolean {
    return this.result !== undefined && !this.closed && this.result.advocates.length === 0;
  }

  get nobodyFits(): boolean {
    return this.searchable && this.ranking.ranked.length === 0;
  }

  get nothingToCompare(): boolean {
    return !hasScore(this.result?.criteria ?? [], this.settings);
  }

  get nobodyFitsMessage(): string {
    return this.favouritesOnly ? labels.noFavouriteFitsMessage : labels.nobodyFitsMessage;
  }

  /** The present search, as it is kept. */
  get search(): string {
    return searchText({ settings: this.settings, wanted: this.wanted, favouritesOnly: this.favouritesOnly });
  }

  get askDefaults(): AskDefaults | undefined {
    const defaults = this.result?.askDefaults;
    return defaults && this.neededBy ? { ...defaults, needBy: this.neededBy } : defaults;
  }

  get fitLabel(): string {
    return counted(this.ranking.ranked.length, labels.fitOne, labels.fitMany);
  }

  get touched(): boolean {
    return Object.keys(this.settings).length > 0 || this.wantedText !== null || this.neededBy !== '' || this.favouritesOnly;
  }

  get warnings(): readonly string[] {
    return this.result?.warnings ?? [];
  }

  handleImportance(event: CustomEvent<{ name: string; importance: Importance }>): void {
    const { name, importance } = event.detail;
    this.settings = { ...this.settings, [name]: importance };
    this.rerank();
  }

  handleWanted(event: CustomEvent<{ name: string; wanted: readonly string[] }>): void {
    const { name, wanted } = event.detail;
    this.wanted = { ...this.wanted, [name]: wanted };
    this.searchWanted();
  }

  handleReset(): void {
    this.settings = {};
    this.wanted = {};
    this.neededBy = '';
    this.favouritesOnly = false;
    this.rerank();
    this.searchWanted();
  }

  handleNeededBy(event: CustomEvent<string>): void {
    this.neededBy = event.detail;
    this.rerank();
  }

  handleFavouritesOnly(event: CustomEvent<boolean>): void {
    this.favouritesOnly = event.detail;
    this.rerank();
  }

  handleSearch(event: CustomEvent<string>): void {
    const { settings, wanted, favouritesOnly } = parseSearch(event.detail);
    this.settings = settings;
    this.wanted = wanted;
    this.favouritesOnly = favouritesOnly;
    this.rerank();
    this.searchWanted();
  }

  async handleFavourite(event: CustomEvent<{ id: string; favourite: boolean }>): Promise<void> {
    const { id, favourite } = event.detail;
    this.markFavourite(id, favourite);
    try {
      await setFavourite(id, favourite);
      await refreshMatches(this.wired);
    } catch (error) {
      this.markFavourite(id, !favourite);
      this.dispatchEvent(new ShowToastEvent({ title: labels.notKept, message: errorSentence(error), variant: 'error' }));
    }
  }

  handleSelect(event: CustomEvent<string>): void {
    this.selectedId = event.detail;
    this.askError = undefined;
  }

  handleCancel(): void {
    const advocateId = this.selectedId;
    this.selectedId = undefined;
    if (advocateId !== undefined) {
      this.template?.querySelector<HTMLElement & { focusAdvocate(id: string): void }>('c-advocate-list')?.focusAdvocate(advocateId);
    }
  }

  async handleSend(event: CustomEvent<AskForm>): Promise<void> {
    if (this.sending || this.selectedId === undefined) {
      return;
    }
    this.sending = true;
    this.askError = undefined;
    try {
      const [view] = await submitAsk({
        ...event.detail,
        opportunityId: this.recordId,
        advocateId: this.selectedId,
        criteria: this.criteriaText,
      });
      this.selectedId = undefined;
      if (view) {
        this.announce(view);
      }
      await this.pageRefresh.afterWrite(this.recordId);
    } catch (error) {
      this.askError = error;
    } finally {
      this.sending = false;
    }
  }

  handleDesk(): void {
    this.deskOpen = true;
    this.deskError = undefined;
  }

  handleDeskCancel(): void {
    this.deskOpen = false;
  }

  async handleDeskSend(event: CustomEvent<Pick<AskForm, 'activityType' | 'needBy' | 'context' | 'eligibilityOverride'>>): Promise<void> {
    if (this.sending) {
      return;
    }
    const { activityType, needBy, context, eligibilityOverride } = event.detail;
    this.sending = true;
    this.deskError = undefined;
    try {
      await handToDesk({
        opportunityId: this.recordId,
        activityType,
        needBy,
        context,
        criteria: this.criteriaText,
        found: this.ranking.ranked.length,
        eligibilityOverride,
      });
      this.deskOpen = false;
      this.dispatchEvent(new ShowToastEvent({ title: labels.deskTitle, message: labels.deskMessage, variant: 'success' }));
      await this.pageRefresh.afterWrite(this.recordId);
    } catch (error) {
      this.deskError = error;
    } finally {
      this.sending = false;
    }
  }

  async handleRetry(): Promise<void> {
    await this.pageRefresh.reload();
  }

  /** The criteria as searched, kept with what is asked. */
  private get criteriaText(): string {
    return JSON.stringify({ settings: this.settings, wanted: this.wanted, neededBy: this.neededBy || undefined });
  }

  private searchWanted(): void {
    const text = wantedParameter(this.wanted);
    this.searching = this.searching || text !== this.wantedText;
    this.wantedText = text;
  }

  private rerank(): void {
    const { neededBy, favouritesOnly } = this;
    this.ranking =
      this.result === undefined ? NOBODY : rank(this.result.advocates, this.result.criteria, this.settings, { neededBy, favouritesOnly });
  }

  /** Shows a star at once, before the server has answered. */
  private markFavourite(id: string, favourite: boolean): void {
    if (this.result !== undefined) {
      const advocates = this.result.advocates.map((advocate) => (advocate.id === id ? { ...advocate, favourite } : advocate));
      this.result = { ...this.result, advocates };
      this.rerank();
    }
  }

  private announce(view: AskView): void {
    const holder = view.heldBy ?? '';
    const account = view.accountName ?? '';
    const toast =
      view.status === 'Approved'
        ? { title: labels.approvedTitle, message: fill(labels.approvedMessage, account) }
        : { title: labels.sentTitle, message: fill(view.status === 'Queued' ? labels.queuedMessage : labels.sentMessage, holder) };
    this.dispatchEvent(new ShowToastEvent({ ...toast, variant: 'success' }));
  }
}
