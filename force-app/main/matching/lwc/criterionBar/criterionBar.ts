import { LightningElement, api } from 'lwc';
import type { Importance, MatchCriterion, Settings } from 'c/matchingService';
import { importanceOf } from 'c/matchingService';
import { fill } from 'c/wording';
import { labels } from './labels';

interface Choice {
  readonly value: Importance;
  readonly label: string;
  readonly checked: boolean;
  readonly className: string;
}

interface Option {
  readonly value: string;
  readonly checked: boolean;
}

interface Row {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly fullValue: string;
  readonly className: string;
  readonly group: string;
  readonly legend: string;
  readonly changeLabel: string;
  readonly stated: boolean;
  readonly silent: boolean;
  readonly choices: readonly Choice[];
  readonly options: readonly Option[];
}

const IMPORTANCES: readonly { readonly value: Importance; readonly label: string }[] = [
  { value: 'Must', label: labels.must },
  { value: 'Nice', label: labels.nice },
  { value: 'Off', label: labels.off },
];

/**
 * What the deal wants, and how much each criterion matters.
 *
 * @fires importancechange when a criterion was made a must, nice to have or switched off; detail `{ name, importance }`.
 * @fires wantedchange when other values are wanted; detail `{ name, wanted }`.
 */
export default class CriterionBar extends LightningElement {
  @api criteria: readonly MatchCriterion[] = [];
  @api settings: Settings = {};

  readonly labels = labels;

  get rows(): Row[] {
    return this.criteria.map((criterion) => {
      const importance = importanceOf(criterion, this.settings);
      const [first, ...others] = criterion.wanted;
      const stated = first !== undefined;
      return {
        name: criterion.name,
        label: criterion.label,
        value: !stated ? labels.notStated : others.length === 0 ? first : fill(labels.more, first, others.length),
        fullValue: criterion.wanted.join(', '),
        className: `criterion ${stated && importance !== 'Off' ? '' : 'criterion_quiet'}`,
        group: `importance-${criterion.name}`,
        legend: fill(labels.importance, criterion.label),
        changeLabel: fill(labels.change, criterion.label),
        stated,
        silent: !stated,
        choices: IMPORTANCES.map(({ value, label }) => ({
          value,
          label,
          checked: value === importance,
          className: `segment segment_${value.toLowerCase()}`,
        })),
        options: criterion.options.map((value) => ({ value, checked: criterion.wanted.includes(value) })),
      };
    });
  }

  handleImportance(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('importancechange', { detail: { name: input.dataset.name, importance: input.value } }));
  }

  handleOption(event: CustomEvent<{ value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name;
    const criterion = this.criteria.find((candidate) => candidate.name === name);
    if (criterion === undefined) {
      return;
    }
    const { value } = event.detail;
    const wanted = criterion.wanted.includes(value) ? criterion.wanted.filter((one) => one !== value) : [...criterion.wanted, value];
    this.dispatchEvent(new CustomEvent('wantedchange', { detail: { name, wanted } }));
  }
}
