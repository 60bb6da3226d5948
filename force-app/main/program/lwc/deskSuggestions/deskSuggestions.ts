import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { AdvocateMatch } from 'c/matchingService';
import { PageRefresh } from 'c/pageRefresh';
import { askOnBehalf, readSuggestions } from 'c/programService';
import { labels } from './labels';

interface Row {
  readonly id: string;
  readonly score: string;
  readonly company: string;
  readonly summary: string;
}

/** Who fits best where a search found too little: one click asks for them on behalf of whoever searched. */
export default class DeskSuggestions extends LightningElement {
  /** The search that found too little. */
  @api demandId!: string;

  readonly labels = labels;
  matches?: readonly AdvocateMatch[];
  error: unknown;
  busy = false;

  private readonly pageRefresh = new PageRefresh(this, () => Promise.resolve());

  override connectedCallback(): void {
    void this.load();
  }

  get loading(): boolean {
    return this.matches === undefined && this.error === undefined;
  }

  get empty(): boolean {
    return this.matches?.length === 0;
  }

  get rows(): Row[] {
    return (this.matches ?? []).map((match) => ({
      id: match.id,
      score: String(Math.round((match.baseScore ?? 0) * 100)),
      company: match.accountName ?? match.name,
      summary: [match.role, match.industry, match.region, match.name].filter(Boolean).join(' · '),
    }));
  }

  async handleAsk(event: Event): Promise<void> {
    const advocateId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await askOnBehalf(this.demandId, advocateId);
      this.dispatchEvent(new ShowToastEvent({ title: labels.asked, variant: 'success' }));
      await this.pageRefresh.afterWrite(this.demandId);
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    try {
      this.matches = await readSuggestions(this.demandId);
    } catch (error) {
      this.error = error;
    }
  }
}
