import type { Connection } from 'jsforce';
import { toCents } from '../../../force-app/main/influence/lwc/influenceService/metrics.ts';
import { parseQuarter, quarterOf, quartersUntil } from '../../../force-app/main/influence/lwc/influenceService/quarters.ts';
import { LANDMARK_DAYS } from '../../../force-app/main/influence/lwc/metricsService/cohort.ts';
import type { Period } from '../../../force-app/main/influence/lwc/metricsService/days.ts';
import { programFigures } from '../../../force-app/main/influence/lwc/metricsService/figures.ts';
import { figureLines, METRICS } from '../../../force-app/main/influence/lwc/metricsService/lines.ts';
import type { FigureLine, Metric } from '../../../force-app/main/influence/lwc/metricsService/lines.ts';
import { factsOf } from '../../../force-app/main/influence/lwc/metricsService/rows.ts';
import { figureWords } from '../../../force-app/main/influence/lwc/metricsService/words.ts';
import type { FigureTexts, FigureWords } from '../../../force-app/main/influence/lwc/metricsService/words.ts';
import { readFiscalCalendar } from '../seed/directory.ts';
import { labelText } from './label-texts.ts';
import { readFacts, readOrgClock } from './read-facts.ts';

/** A figure and how a reader is told. */
export interface ReportedFigure {
  readonly line: FigureLine;
  readonly words: FigureWords;
}

/** Figures about the program in a period. */
export interface FiguresReport {
  readonly period: Period;
  /** The quarters of the period, `2026-Q3`, oldest first. */
  readonly quarters: readonly string[];
  readonly figures: readonly ReportedFigure[];
  /** What "the stage" is, in the words of the page. */
  readonly stage: string;
}

/** What to report. */
export interface FiguresInput {
  /** The last fiscal quarter, such as `2026-Q3`; absent for the present one. */
  readonly quarter?: string;
  /** How many quarters, the last one included. */
  readonly quarters: number;
  /** Which figures; none for all. */
  readonly metrics: readonly Metric[];
  readonly landmarkDays?: number;
  /** The moment that counts as now. */
  readonly now: Date;
}

/** Numbers as the command line writes them. */
const LOCALE = 'en-US';

/** The name of a figure on the command line: `win-rate-lift`. */
export function commandName(metric: Metric): string {
  return metric.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Reads the facts and computes the figures by the same modules as the page.
 *
 * @param connection of a user who may read the program.
 * @throws RangeError when the quarter is not written like `2026-Q3`.
 */
export async function reportFigures(connection: Connection, input: FiguresInput): Promise<FiguresReport> {
  const now = input.now.toISOString();
  const calendar = await readFiscalCalendar(connection);
  const { today } = await readOrgClock(connection, now);
  const last = input.quarter === undefined ? quarterOf(today, calendar) : parseQuarter(input.quarter, calendar);
  const quarters = quartersUntil(last, input.quarters, calendar);
  const period = { from: quarters[0]?.from ?? last.from, to: last.to };
  const landmarkDays = input.landmarkDays ?? LANDMARK_DAYS;
  const { rows, eligibilityStage } = await readFacts(connection, period.from, now);
  const lines = figureLines(programFigures(factsOf(rows), { period, landmarkDays, toCents }));
  const wanted = input.metrics.length === 0 ? METRICS : input.metrics;
  const texts = figureTexts();
  return {
    period,
    quarters: quarters.map(({ key }) => key),
    figures: lines
      .filter(({ metric }) => wanted.includes(metric))
      .map((line) => ({ line, words: figureWords(line, texts, landmarkDays, LOCALE) })),
    stage:
      eligibilityStage === null
        ? labelText('Vouchsafe_Figure_Stage_Any')
        : labelText('Vouchsafe_Figure_Stage').replace('{0}', eligibilityStage),
  };
}

function figureTexts(): FigureTexts {
  const textsOf = (metric: Metric): FigureTexts['figures'][Metric] => {
    const name = commandName(metric)
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('_');
    const text = (part: string): string => labelText(`Vouchsafe_Figure_${name}_${part}`);
    return { name: text('Name'), definition: text('Definition'), n: text('N') };
  };
  return {
    figures: Object.fromEntries(METRICS.map((metric) => [metric, textsOf(metric)])) as FigureTexts['figures'],
    points: labelText('Vouchsafe_Figure_Points'),
    days: labelText('Vouchsafe_Figure_Days'),
    times: labelText('Vouchsafe_Figure_Times'),
    interval: labelText('Vouchsafe_Figure_Interval'),
    hidden: labelText('Vouchsafe_Figure_Hidden'),
    nothing: labelText('Vouchsafe_Figure_Nothing'),
  };
}
