import type { SourceTree } from '../../metadata/source-tree.ts';
import type { ObjectDescription, PicklistValue } from '../schema/description.ts';
import { DecimalValue } from '../values/decimal.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** What a stage means for the deals in it. */
interface StageMeaning {
  readonly isClosed: boolean;
  readonly isWon: boolean;
  /** Per cent. */
  readonly probability: number;
  readonly forecastCategory: string;
}

/** The stages of a new org. */
const STANDARD_MEANINGS: Readonly<Record<string, readonly [probability: number, category: string]>> = {
  Prospecting: [10, 'Pipeline'],
  Qualification: [10, 'Pipeline'],
  'Needs Analysis': [20, 'Pipeline'],
  'Value Proposition': [50, 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline'],
  'Perception Analysis': [70, 'Pipeline'],
  'Proposal/Price Quote': [75, 'Pipeline'],
  'Negotiation/Review': [90, 'Pipeline'],
  'Closed Won': [100, 'Closed'],
  'Closed Lost': [0, 'Omitted'],
};

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
  Omitted: 'Omitted',
};

/** Stores the stages a deal can be in, from the project's own value set where it has one. */
export function loadOpportunityStages(writer: SetUpWriter, tree: SourceTree, opportunity: ObjectDescription): void {
  const ofProject = projectMeanings(tree);
  const stages = opportunity.fields.get('stagename')?.picklistValues ?? [];
  stages.forEach((stage, index) => {
    const meaning = ofProject.get(stage.value) ?? standardMeaning(stage);
    writer.upsert(
      'OpportunityStage',
      { ApiName: stage.value },
      {
        MasterLabel: stage.label,
        IsActive: stage.active,
        SortOrder: index + 1,
        IsClosed: meaning.isClosed,
        IsWon: meaning.isWon,
        ForecastCategory: meaning.forecastCategory,
        ForecastCategoryName: CATEGORY_NAMES[meaning.forecastCategory] ?? meaning.forecastCategory,
        DefaultProbability: DecimalValue.of(meaning.probability),
      },
    );
  });
}

function projectMeanings(tree: SourceTree): Map<string, StageMeaning> {
  const set = tree.find('StandardValueSet', 'OpportunityStage');
  return new Map(
    (set?.xml.all('standardValue') ?? []).map((value) => [
      value.textOf('fullName') ?? '',
      {
        isClosed: value.flag('closed'),
        isWon: value.flag('won'),
        probability: value.numberOf('probability') ?? 0,
        forecastCategory: value.textOf('forecastCategory') ?? 'Pipeline',
      },
    ]),
  );
}

function standardMeaning({ value }: PicklistValue): StageMeaning {
  const [probability, forecastCategory] = STANDARD_MEANINGS[value] ?? [10, 'Pipeline'];
  return { isClosed: value.startsWith('Closed'), isWon: value === 'Closed Won', probability, forecastCategory };
}
