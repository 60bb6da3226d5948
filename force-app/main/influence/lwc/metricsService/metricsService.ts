import getDeals from '@salesforce/apex/MetricsController.getDeals';
import getRecords from '@salesforce/apex/MetricsController.getRecords';
import getSettings from '@salesforce/apex/MetricsController.getSettings';
import { reachedStages } from './stages.ts';
import type { Stage } from './stages.ts';
import type { ActivityRow, AdvocateRow, AskRow, DealRow, InfluenceRow, NeedRow, Rows, UsageAnswerRow } from './rows.ts';

export { LANDMARK_DAYS } from './cohort.ts';
export { addDays, dayIn } from './days.ts';
export type { Period } from './days.ts';
export type { Deal, Facts } from './facts.ts';
export { programFigures } from './figures.ts';
export type { Figures } from './figures.ts';
export { figureLines, METRICS } from './lines.ts';
export type { FigureLine, Metric } from './lines.ts';
export { factsOf } from './rows.ts';
export type { Rows } from './rows.ts';
export { figureWords } from './words.ts';
export type { FigureTexts, FigureWords } from './words.ts';

/** The org's rules and calendar, with what was read of its records. */
export interface Reading {
  readonly rows: Rows;
  /** The stage from which a reference may be asked for; absent for any. */
  readonly eligibilityStage?: string | null;
}

/** One fiscal year more than the longest period before it: what a figure needs may be older than its period. */
const YEAR = 366;

/**
 * Reads everything that figures of a period come from, page by page.
 *
 * @param from the first day of the longest period that will be looked at, ISO.
 */
export async function readFacts(from: string): Promise<Reading> {
  const since = new Date(Date.parse(`${from}T00:00:00Z`) - YEAR * 86_400_000).toISOString().slice(0, 10);
  const settings = await getSettings();
  const stages = reachedStages(settings.stages as unknown as readonly Stage[], settings.eligibilityStage);
  const [deals, influences, needs, asks, activities, advocates, answers] = await Promise.all([
    readDeals(since, stages),
    readAll<InfluenceRow>('Influences', since),
    readAll<NeedRow>('Needs', since),
    readAll<AskRow>('Asks', since),
    readAll<ActivityRow>('Activities', since),
    readAll<AdvocateRow>('Advocates', since),
    readAll<UsageAnswerRow>('Answers', since),
  ]);
  return {
    rows: { settings, ...deals, influences, needs, asks, activities, advocates, answers },
    eligibilityStage: settings.eligibilityStage ?? null,
  };
}

/** A record with what tells where the next page begins. */
interface Identified {
  readonly Id: string;
}

async function readDeals(since: string, stages: string[]): Promise<Pick<Rows, 'deals' | 'reachedAt'>> {
  const reachedAt: Record<string, string> = {};
  const deals = await pagesAfter<DealRow>(null, async (after) => {
    const page = await getDeals({ since, stages, after });
    Object.assign(reachedAt, page.reachedAt ?? {});
    return page.deals as unknown as readonly DealRow[];
  });
  return { deals, reachedAt };
}

function readAll<T extends Identified>(kind: string, since: string): Promise<T[]> {
  return pagesAfter<T>(null, async (after) => (await getRecords({ kind, since, after })) as unknown as readonly T[]);
}

/** Reads until a page is empty: the server alone knows how long its pages are. */
async function pagesAfter<T extends Identified>(after: string | null, read: (after: string | null) => Promise<readonly T[]>): Promise<T[]> {
  const page = await read(after);
  const last = page.at(-1);
  return last === undefined ? [] : [...page, ...(await pagesAfter(last.Id, read))];
}
