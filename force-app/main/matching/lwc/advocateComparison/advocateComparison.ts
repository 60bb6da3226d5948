import { LightningElement, api } from 'lwc';
import { answersInWords, availabilityInWords } from 'c/advocateWording';
import type { Factor, MatchCriterion, RankedAdvocate, Settings } from 'c/matchingService';
import { explain } from 'c/matchingService';
import { fill, relativeTime } from 'c/wording';
import { labels } from './labels';

interface Column {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly askLabel: string;
}

interface Cell {
  readonly id: string;
  readonly text: string;
}

interface Row {
  readonly name: string;
  readonly label: string;
  readonly cells: readonly Cell[];
}

/**
 * Customers side by side: what they have in common with the deal, and when they can be asked.
 *
 * @fires advocateselect when the reader wants to ask one of them; detail is the advocate's id.
 * @fires close when the reader has seen enough.
 */
export default class AdvocateComparison extends LightningElement {
  @api entries: readonly RankedAdvocate[] = [];
  @api criteria: readonly MatchCriterion[] = [];
  @api settings: Settings = {};

  readonly labels = labels;

  get columns(): Column[] {
    return this.entries.map(({ advocate }) => {
      const name = advocate.accountName ?? advocate.name;
      return { id: advocate.id, name, role: advocate.role ?? '', askLabel: fill(labels.askName, name) };
    });
  }

  get rows(): Row[] {
    const explained = this.entries.map(({ advocate }) => explain(advocate, this.criteria, this.settings));
    const criteria = (explained[0] ?? []).map((factor, position) =>
      this.row(factor.criterion, factor.label, (_entry, column) => {
        const own = explained[column]?.[position];
        return own === undefined ? '' : valueInWords(own);
      }),
    );
    const match = this.row('match', labels.match, ({ score }) => String(Math.round(score * 100)));
    return [
      ...(criteria.length > 0 ? [match] : []),
      ...criteria,
      this.row('readiness', labels.readiness, ({ advocate }) => fill(labels.percent, Math.round(advocate.readiness * 100))),
      this.row('availability', labels.availability, ({ advocate }) => availabilityInWords(advocate.availability)),
      this.row('answers', labels.answers, ({ advocate }) => answersInWords(advocate.answersWithinHours) ?? labels.unknown),
      this.row('offers', labels.offers, ({ advocate }) => advocate.activityTypes.join(', ') || labels.unknown),
      this.row('languages', labels.languages, ({ advocate }) => advocate.languages.join(', ') || labels.unknown),
      this.row('verified', labels.verified, ({ advocate }) => (advocate.verifiedOn ? relativeTime(advocate.verifiedOn) : labels.unknown)),
    ];
  }

  handleAsk(event: Event): void {
    this.dispatchEvent(new CustomEvent('advocateselect', { detail: (event.currentTarget as HTMLElement).dataset.id }));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private row(name: string, label: string, textOf: (entry: RankedAdvocate, column: number) => string): Row {
    return { name, label, cells: this.entries.map((entry, column) => ({ id: entry.advocate.id, text: textOf(entry, column) })) };
  }
}

/** What an advocate has of a criterion; the row names the criterion itself. */
function valueInWords({ degree, matched, wanted }: Factor): string {
  const values = matched.join(', ') || wanted.join(', ');
  if (degree === 0) {
    return labels.none;
  }
  if (degree === 1) {
    return values;
  }
  return wanted.length > 1 && matched.length > 0 ? fill(labels.partly, matched.length, wanted.length, values) : fill(labels.near, values);
}
