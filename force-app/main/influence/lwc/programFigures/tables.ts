import type { Facts, Figures } from 'c/metricsService';
import { fill } from 'c/wording';
import { labels } from './labels';

/** A row of a small table: what it is of, and its cells. */
export interface TableRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly { readonly key: string; readonly text: string }[];
  /** The record it is about. */
  readonly recordId?: string;
}

/** A picture with the table that says the same. */
export interface Picture {
  readonly labels: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly number[] }[];
  readonly rows: readonly TableRow[];
}

const STEPS = {
  requested: labels.funnelRequested,
  asked: labels.funnelAsked,
  approved: labels.funnelApproved,
  tookPlace: labels.funnelTookPlace,
  won: labels.funnelWon,
} as const;
/** How many are named. */
const BUSIEST = 10;

/** From request to win: how many came as far as each step. */
export function funnelPicture({ funnel }: Figures, locale: string): Picture {
  const all = funnel[0]?.needs.length ?? 0;
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    labels: funnel.map(({ key }) => STEPS[key]),
    series: [{ label: labels.funnelRequests, values: funnel.map(({ needs }) => needs.length) }],
    rows: funnel.map(({ key, needs }) =>
      row(key, STEPS[key], [numbers(locale).format(needs.length), all === 0 ? '' : share.format(needs.length / all)]),
    ),
  };
}

/** How many advocates were used how often, and who the busiest are. */
export function usesPicture({ concentration }: Figures, facts: Facts, locale: string): Picture {
  const names = new Map(facts.advocates.map(({ key, name, accountName }) => [key, [accountName, name].filter(Boolean).join(' · ')]));
  return {
    labels: concentration.distribution.map((_advocates, uses) => numbers(locale).format(uses)),
    series: [{ label: labels.usesAdvocates, values: concentration.distribution }],
    rows: concentration.ranking
      .slice(0, BUSIEST)
      .map(({ advocate, uses }) => row(advocate, names.get(advocate) ?? advocate, [numbers(locale).format(uses)], advocate)),
  };
}

/** Free slots against expected demand, the most wanting segment first. */
export function coverageRows({ coverage }: Figures, locale: string): TableRow[] {
  const format = numbers(locale);
  return coverage.segments
    .filter(({ forecast }) => forecast > 0)
    .map(({ segment, freeSlots, forecast, coverage: each }) =>
      row(segment || 'not-stated', segment || labels.notStated, [
        format.format(freeSlots),
        format.format(forecast),
        each === null ? '' : format.format(each),
      ]),
    );
}

/** What the picture of uses is made of. */
export function usesDefinition({ concentration }: Figures, locale: string): string {
  return fill(labels.usesDefinition, numbers(locale).format(concentration.advocates), numbers(locale).format(concentration.uses));
}

function row(key: string, name: string, texts: readonly string[], recordId?: string): TableRow {
  return { key, name, cells: texts.map((text, position) => ({ key: `${key} ${position}`, text })), ...(recordId ? { recordId } : {}) };
}

function numbers(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
}
