import type { FigureWords, Period } from 'c/metricsService';
import { csvText } from 'c/influenceService';
import { labels } from './labels';

/**
 * Figures as comma-separated text, one row a figure, as a reader sees them.
 *
 * @param asOf ISO moment of reading.
 */
export function figuresAsCsv(figures: readonly FigureWords[], { from, to }: Period, asOf: string): string {
  return csvText([
    [labels.from, labels.to, labels.asOf, labels.figure, labels.value, labels.counts, labels.what],
    ...figures.map(({ name, value, n, definition }) => [from, to, asOf, name, value, n, definition]),
  ]);
}
