import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { MatchCriterion, RankedAdvocate, Settings } from 'c/matchingService';
import { explain, hasScore } from 'c/matchingService';
import { fill, listed, relativeTime } from 'c/wording';
import { labels } from './labels';
import { answersInWords, availabilityInWords, metOf, reasonInWords } from 'c/advocateWording';

interface Reason {
  readonly criterion: string;
  readonly text: string;
  readonly met: string;
  readonly iconName: string;
  readonly className: string;
}

interface FactorRow {
  readonly criterion: string;
  readonly label: string;
  readonly wanted: string;
  readonly has: string;
  readonly points: string;
}

const ICONS = { full: 'utility:check', partly: 'utility:check', none: 'utility:dash' } as const;
const MET = { full: labels.met, partly: labels.partlyMet, none: labels.notMet } as const;

/**
 * One customer who may vouch: score, reasons in words, availability, and on demand every factor of the score.
 *
 * @fires advocateselect when the reader wants to ask this customer; detail is the advocate's id.
 * @fires favouritechange when the reader keeps this customer at hand or lets go of it; detail `{ id, favourite }`.
 * @fires comparechange when this customer is put into a comparison or taken out; detail is the advocate's id.
 */
export default class AdvocateCard extends NavigationMixin(LightningElement) {
  @api entry!: RankedAdvocate;
  @api criteria: readonly MatchCriterion[] = [];
  @api settings: Settings = {};
  @api selected = false;
  @api compared = false;
  /** True when no more customers fit into a comparison. */
  @api comparisonFull = false;

  readonly labels = labels;
  open = false;
  accountUrl = '';

  /** Puts the keyboard back on this customer, for instance after an ask was cancelled. */
  @api focusAsk(): void {
    this.template?.querySelector<HTMLElement>('[data-action="ask"]')?.focus();
  }

  override connectedCallback(): void {
    void this.linkAccount();
  }

  get accountName(): string {
    return this.entry.advocate.accountName ?? this.entry.advocate.name;
  }

  get summary(): string {
    const { role, industry, country, region, sizeBand } = this.entry.advocate;
    return [role, industry, country ?? region, sizeBand].filter(Boolean).join(' · ');
  }

  get scored(): boolean {
    return hasScore(this.criteria, this.settings);
  }

  get favouriteState(): string {
    return String(this.favourite);
  }

  get favouriteLabel(): string {
    return fill(labels.keep, this.accountName);
  }

  get starClass(): string {
    return this.favourite ? 'star star_on' : 'star';
  }

  get points(): number {
    return Math.round(this.entry.score * 100);
  }

  get barStyle(): string {
    return `width: ${this.points}%`;
  }

  get scoreLabel(): string {
    return fill(labels.score, this.points);
  }

  get askLabel(): string {
    return fill(labels.askName, this.accountName);
  }

  get compareLabel(): string {
    return fill(labels.compareName, this.accountName);
  }

  get comparisonClosed(): boolean {
    return this.comparisonFull && !this.compared;
  }

  get whyLabel(): string {
    return this.scored ? fill(labels.why, this.points) : labels.more;
  }

  get whyIcon(): string {
    return this.open ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get className(): string {
    return this.selected ? 'card card_selected' : 'card';
  }

  get reasons(): Reason[] {
    return explain(this.entry.advocate, this.criteria, this.settings).map((factor) => {
      const met = metOf(factor);
      return {
        criterion: factor.criterion,
        text: reasonInWords(factor),
        met: MET[met],
        iconName: ICONS[met],
        className: `reason reason_${met}`,
      };
    });
  }

  get factorRows(): FactorRow[] {
    return explain(this.entry.advocate, this.criteria, this.settings).map((factor) => ({
      criterion: factor.criterion,
      label: factor.label,
      wanted: factor.wanted.join(', '),
      has: factor.degree === 0 ? labels.nothing : factor.matched.join(', ') || factor.wanted.join(', '),
      points: fill(labels.pointsOf, Math.round(factor.degree * factor.share * 100), Math.round(factor.share * 100)),
    }));
  }

  get fitPoints(): number {
    return Math.round(this.entry.fit * 100);
  }

  get readinessFactor(): string {
    return fill(labels.times, Math.round(this.entry.advocate.readiness * 100));
  }

  get availability(): string {
    return availabilityInWords(this.entry.advocate.availability);
  }

  get rhythm(): string {
    const { usesInQuarter, capacity, answersWithinHours } = this.entry.advocate;
    const uses = typeof capacity === 'number' ? fill(labels.uses, usesInQuarter ?? 0, capacity) : undefined;
    return [uses, answersInWords(answersWithinHours)].filter(Boolean).join(' · ');
  }

  get extras(): string {
    const { activityTypes, languages, verifiedOn } = this.entry.advocate;
    return [
      activityTypes.length > 0 && fill(labels.offers, listed(activityTypes)),
      languages.length > 0 && fill(labels.languages, listed(languages)),
      verifiedOn ? fill(labels.verified, relativeTime(verifiedOn)) : labels.notVerified,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  handleAsk(): void {
    this.dispatchEvent(new CustomEvent('advocateselect', { detail: this.entry.advocate.id }));
  }

  handleCompare(): void {
    this.dispatchEvent(new CustomEvent('comparechange', { detail: this.entry.advocate.id }));
  }

  handleFavourite(): void {
    this.dispatchEvent(new CustomEvent('favouritechange', { detail: { id: this.entry.advocate.id, favourite: !this.favourite } }));
  }

  handleWhy(): void {
    this.open = !this.open;
  }

  handleAccount(event: Event): void {
    event.preventDefault();
    void this[NavigationMixin.Navigate](this.accountPage);
  }

  private get favourite(): boolean {
    return this.entry.advocate.favourite === true;
  }

  private async linkAccount(): Promise<void> {
    this.accountUrl = await this[NavigationMixin.GenerateUrl](this.accountPage);
  }

  private get accountPage(): PageReference {
    return {
      type: 'standard__recordPage',
      attributes: { recordId: this.entry.advocate.accountId, objectApiName: 'Account', actionName: 'view' },
    };
  }
}
