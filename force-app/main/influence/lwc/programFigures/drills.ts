import type { Facts, Figures, Metric } from 'c/metricsService';
import type { FigureRecord } from 'c/figureRecords';
import { dayInWords } from 'c/wording';
import { labels } from './labels';

/** The records that a reader of a figure wants to see. */
export interface Drill {
  /** What they are: "those without". */
  readonly what: string;
  /** Reads them off the facts. */
  readonly records: () => FigureRecord[];
}

/** Which records lie behind which figure; figures that are no count of records have none. */
export function drillsOf(figures: Figures, facts: Facts): Partial<Record<Metric, Drill>> {
  return {
    pipeline: { what: labels.showDeals, records: () => deals(facts, figures.pipeline.deals) },
    penetration: { what: labels.showWithout, records: () => deals(facts, figures.penetration.misses) },
    fillRate: { what: labels.showMissed, records: () => needs(facts, figures.fillRate.misses) },
    answeredInTime: { what: labels.showMissed, records: () => asks(facts, figures.answeredInTime.byApprover.misses) },
    answeredSinceSent: { what: labels.showMissed, records: () => asks(facts, figures.answeredInTime.sinceSent.misses) },
    loggingCompleteness: { what: labels.showUnanswered, records: () => deals(facts, figures.loggingCompleteness.misses) },
  };
}

function deals(facts: Facts, keys: readonly string[]): FigureRecord[] {
  const wanted = new Set(keys);
  return facts.deals
    .filter(({ key }) => wanted.has(key))
    .sort((left, right) => (left.closeDate < right.closeDate ? 1 : -1))
    .map(({ key, name, ownerName, closeDate }) => ({
      id: key,
      objectApiName: 'Opportunity',
      name,
      note: `${ownerName} · ${dayInWords(closeDate)}`,
    }));
}

function needs(facts: Facts, keys: readonly string[]): FigureRecord[] {
  const wanted = new Set(keys);
  const names = new Map(facts.deals.map(({ key, name }) => [key, name]));
  return facts.needs
    .filter(({ key }) => wanted.has(key))
    .sort((left, right) => ((left.needBy ?? '') < (right.needBy ?? '') ? 1 : -1))
    .map(({ key, name, deal, needBy }) => ({
      id: key,
      objectApiName: 'Reference_Request__c',
      name,
      note: [deal === null ? '' : (names.get(deal) ?? ''), needBy === null ? '' : dayInWords(needBy)].filter(Boolean).join(' · '),
    }));
}

function asks(facts: Facts, keys: readonly string[]): FigureRecord[] {
  const wanted = new Set(keys);
  return facts.asks
    .filter(({ key }) => wanted.has(key))
    .sort((left, right) => ((left.dueAt ?? 0) < (right.dueAt ?? 0) ? 1 : -1))
    .map(({ key, name, dueOn }) => ({
      id: key,
      objectApiName: 'Permission_Request__c',
      name,
      note: dueOn === null ? '' : dayInWords(dueOn),
    }));
}
