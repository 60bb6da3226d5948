import type { FigureLine, Metric } from './lines.ts';

/** What a reader sees of a figure. */
export interface FigureWords {
  readonly name: string;
  readonly value: string;
  /** What the value comes from, with its counts. */
  readonly n: string;
  readonly definition: string;
}

/** The package's words: those of each figure, and a few that all share. */
export interface FigureTexts {
  readonly figures: Readonly<Record<Metric, { readonly name: string; readonly definition: string; readonly n: string }>>;
  /** `{0} points`. */
  readonly points: string;
  /** `{0} days`. */
  readonly days: string;
  /** `{0} free for each expected`. */
  readonly times: string;
  /** `{0} (95 %: {1} to {2})`. */
  readonly interval: string;
  /** In place of a value that has too few deals behind it. */
  readonly hidden: string;
  /** In place of a value where there is nothing to count. */
  readonly nothing: string;
}

/**
 * Words for a figure, the same on the page and on the command line.
 *
 * @param landmarkDays the day at which deals are told apart; definitions name it as `{0}`.
 * @param locale how numbers are written, such as `en-US`.
 */
export function figureWords(line: FigureLine, texts: FigureTexts, landmarkDays: number, locale: string): FigureWords {
  const { name, definition, n } = texts.figures[line.metric];
  const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    name,
    value: valueInWords(line, texts, locale),
    n: filled(
      n,
      line.n.map((count) => counts.format(count)),
    ),
    definition: filled(definition, [counts.format(landmarkDays)]),
  };
}

function valueInWords({ value, unit, interval, hidden, currencyCode }: FigureLine, texts: FigureTexts, locale: string): string {
  if (value === null) {
    return hidden ? texts.hidden : texts.nothing;
  }
  if (typeof value === 'bigint') {
    return money(value, currencyCode ?? '', locale);
  }
  if (unit === 'share') {
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  }
  if (unit === 'times') {
    return filled(texts.times, [new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)]);
  }
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  if (unit === 'days') {
    return filled(texts.days, [signed.format(value)]);
  }
  const inPoints = (share: number): string => signed.format(share * 100);
  const difference = filled(texts.points, [inPoints(value)]);
  return interval ? filled(texts.interval, [difference, inPoints(interval.low), inPoints(interval.high)]) : difference;
}

/** Whole units of a currency: cents would pretend more than a pipeline can say. */
function money(cents: bigint, currencyCode: string, locale: string): string {
  const amount = Number(cents) / 100;
  return currencyCode === ''
    ? new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount)
    : new Intl.NumberFormat(locale, { style: 'currency', currency: currencyCode, maximumFractionDigits: 0 }).format(amount);
}

function filled(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (place, position) => values[Number(position)] ?? place);
}
